"""Questions that wait for their turns: one after the other, retries paid for, and given up before the first alone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import cast

import pytest

from unbland.application.batch.model import Limits
from unbland.application.batch.ports import BatchWork
from unbland.application.batch.turns import NotNow, Paced, Turns, in_turn
from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.testing import ScriptedCompleter

FAST = Limits(rpm=60_000)


class Hand:
    """Hands out turns that come after some seconds."""

    def __init__(self, seconds: float = 0.01) -> None:
        """Take the seconds."""
        self.seconds = seconds
        #: The calls that turns were taken for.
        self.taken: list[int] = []
        self.runs = True
        self.asked = asyncio.Event()

    async def turn(self, batch: str, calls: int, now: datetime) -> float:
        """The seconds; see `BatchWork`."""
        assert (batch, now.tzinfo) == ("batch_1", UTC)
        self.taken.append(calls)
        self.asked.set()
        return self.seconds

    async def running(self, batch: str) -> bool:
        """As it is said; see `BatchWork`."""
        assert batch == "batch_1"
        return self.runs


def _turns(hand: Hand) -> Turns:
    return Turns(cast("BatchWork", hand), lambda: datetime.now(UTC))


def _request() -> Request:
    return Request(step="write", system="", user="", schema={}, deadline=asyncio.get_running_loop().time() + 0.05)


async def _asked(model: Paced) -> Completion[str]:
    return await model.complete(_request(), str)


async def test_a_question_waits_for_its_turn_and_has_all_its_time_left() -> None:
    """The turn comes after the deadline that it had; ten take ten turns, one after the other."""
    hand, inner = Hand(0.06), ScriptedCompleter(*"0123456789")
    with in_turn(_turns(hand), "batch_1", FAST):
        said = await asyncio.gather(*(_asked(Paced(inner)) for _ in range(10)))

    assert [each.value for each in said] == list("0123456789")
    assert hand.taken == [1] * 10


async def test_calls_beyond_the_first_are_paid_for_by_the_next_turn() -> None:
    """Whether the question was answered in the end or not."""
    hand = Hand()
    inner = ScriptedCompleter("a", CompletionFailed("rate_limited", Usage(calls=3)), "b", "c")
    with in_turn(_turns(hand), "batch_1", FAST):
        await _asked(Paced(inner))
        with pytest.raises(CompletionFailed):
            await _asked(Paced(inner))
        await _asked(Paced(inner))
        await _asked(Paced(inner))

    assert hand.taken == [1, 1, 3, 1]


async def test_who_has_asked_nothing_yet_is_given_up_with_the_batch_and_takes_no_turn() -> None:
    """What has been paid for goes on; so does nobody when the process is told to stop."""
    hand, inner = Hand(), ScriptedCompleter("a", "b")
    turns = _turns(hand)
    with in_turn(turns, "batch_1", FAST):
        await _asked(Paced(inner))
        hand.runs, turns.stopped = False, True
        await _asked(Paced(inner))
    with in_turn(turns, "batch_1", FAST), pytest.raises(NotNow):
        await _asked(Paced(inner))

    assert hand.taken == [1, 1]


async def test_who_waits_for_the_first_turn_looks_whether_it_is_still_wanted() -> None:
    """Not for an hour, though the turn would come then."""
    hand = Hand(3600)
    with in_turn(_turns(hand), "batch_1", FAST):
        waits = asyncio.create_task(_asked(Paced(ScriptedCompleter())))
        await hand.asked.wait()
        hand.runs = False
        async with asyncio.timeout(60):
            with pytest.raises(NotNow):
                await waits


async def test_without_limits_and_outside_of_batches_nobody_waits() -> None:
    """And no turn is taken."""
    hand = Hand(3600)
    with in_turn(_turns(hand), "batch_1", Limits(cost=5)):
        await _asked(Paced(ScriptedCompleter("a")))
    await _asked(Paced(ScriptedCompleter("b")))

    assert hand.taken == []
