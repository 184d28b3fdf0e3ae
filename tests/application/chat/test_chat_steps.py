"""A turn is told how far the work on its rewrite is."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from unbland.application.chat import steps
from unbland.application.chat.rooms import Rooms
from unbland.application.chat.steps import Steps
from unbland.application.spans import stage


class _Rooms:
    """Rooms in which every rewrite has a turn, and what they were woken for."""

    def __init__(self) -> None:
        self.woken: list[str] = []
        self.twice = asyncio.Event()
        self.turns = self

    async def of_rewrite(self, rewrite: str) -> str:
        return rewrite

    async def wake(self, _: object, why: str) -> None:
        self.woken.append(why)
        if len(self.woken) > 1:
            self.twice.set()


async def test_a_step_that_lasts_is_told_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first telling is lost where another has the turn; a third would tell nothing."""
    monkeypatch.setattr(steps, "_PAUSE", 0)
    rooms = _Rooms()

    async def work(_: str) -> None:
        with stage("write"):
            await asyncio.wait_for(rooms.twice.wait(), 60)
            for _turn in range(50):  # turns of the loop, in which nothing more may come
                await asyncio.sleep(0)

    await Steps(cast(Rooms, rooms)).telling(work)("rw_1")

    assert rooms.woken == ["step-write", "step-write", "over"]
