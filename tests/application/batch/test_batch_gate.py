"""How many items may be under way: it grows with answers, shrinks with refusals, and keeps the silence asked for."""

from __future__ import annotations

import asyncio

import pytest

from unbland.application.batch.gate import Gate


class Clock:
    """A clock that is set by hand, so far as the gate reads it."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


async def _enter(gate: Gate, count: int, batch: str = "") -> tuple[list[asyncio.Task[None]], asyncio.Event, list[int]]:
    """So many who want in and stay until they are told; and who is inside."""
    leave, inside = asyncio.Event(), []

    async def one(number: int) -> None:
        async with gate.turn(batch):
            inside.append(number)
            await leave.wait()

    tasks = [asyncio.create_task(one(number)) for number in range(count)]
    for _ in range(5):
        await asyncio.sleep(0)
    return tasks, leave, inside


async def test_no_more_are_inside_than_there_is_room_for() -> None:
    """And who leaves makes room."""
    gate = Gate(3, fixed=True)
    tasks, leave, inside = await _enter(gate, 8)

    assert len(inside) == 3
    leave.set()
    await asyncio.gather(*tasks)
    assert sorted(inside) == list(range(8))


async def test_a_batch_that_is_slow_leaves_the_others_their_share() -> None:
    """One that holds every place lets nobody of its own in until the other has its half."""
    gate = Gate(8, fixed=True)
    slow, leave_slow, inside_slow = await _enter(gate, 12, "slow")
    fast, leave_fast, inside_fast = await _enter(gate, 12, "fast")
    assert (len(inside_slow), len(inside_fast)) == (8, 4)
    leave_slow.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert (len(inside_slow), len(inside_fast)) == (12, 8)

    leave_fast.set()
    await asyncio.gather(*slow, *fast)


async def test_the_limit_grows_by_one_for_a_round_of_answers_and_halves_at_a_refusal() -> None:
    """Additive up, multiplicative down, once for a crowd of refusals."""
    clock = Clock()
    gate = Gate(64, clock=clock)
    for _ in range(9):
        gate.accepted()
    assert 8.9 < gate.limit < 9.2
    before = gate.limit
    gate.refused()
    gate.refused()
    assert gate.limit == before / 2
    clock.now = 5
    gate.refused()
    assert gate.limit == before / 4
    for _ in range(10_000):
        gate.accepted()
    assert gate.limit == 64


async def test_b4_nobody_goes_in_before_the_time_that_the_provider_names() -> None:
    """Retry-After holds for all, not only for the one who was refused."""
    clock = Clock()
    gate = Gate(4, clock=clock)
    gate.refused(30.0)
    tasks, leave, inside = await _enter(gate, 2)
    assert inside == []
    assert gate._wait("") == pytest.approx(30)
    clock.now = 31
    gate._changed.set()
    leave.set()
    await asyncio.wait_for(asyncio.gather(*tasks), 60)
    assert sorted(inside) == [0, 1]


async def test_a_number_that_was_told_stays() -> None:
    """Refusals pause it and shrink nothing."""
    gate = Gate(5, fixed=True, clock=Clock())
    gate.refused(0)
    gate.accepted()

    assert gate.limit == 5
