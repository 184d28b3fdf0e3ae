"""Processes that judge and write: in order, no more ahead than is needed, and one that dies takes nobody for good."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Iterator

import pytest

from unbland.adapters.batch.pool import in_order
from unbland.adapters.batch.pooled import PooledEditor
from unbland.application.review import Draft
from unbland.application.rewrites.model import Order
from unbland.errors import Died, EmptyDraft

ORDER = Order(draft=Draft(content="Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"))


def _doubled(number: int) -> int:
    return 2 * number


def test_b31_what_comes_of_a_stream_comes_in_order_and_little_is_ahead() -> None:
    """Ten thousand pieces, of which only some hundred are taken before they are needed."""
    taken = 0

    def stream() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number

    found = in_order(_doubled, stream())
    assert [next(found) for _ in range(100)] == [2 * number for number in range(100)]
    assert taken < 1_000
    assert list(found)[-1] == 19_998


async def test_b32_a_process_that_dies_over_a_posting_is_one_error_and_the_next_is_written() -> None:
    """Killed with -9 while it waits; who asks then is told, and who asks again is served."""
    editor = PooledEditor(lambda: "rw_1")
    try:
        assert (await editor.write(ORDER)).posting.title == "Ferry Clerk"
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
            await asyncio.to_thread(child.join)
        with pytest.raises(Died):
            await editor.write(ORDER)
        assert (await editor.write(ORDER)).id == "rw_1"
        with pytest.raises(EmptyDraft):
            await editor.write(Order(draft=Draft(content=" ")))
    finally:
        await editor.aclose()
