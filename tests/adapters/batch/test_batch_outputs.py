"""The files of a batch: whole, whoever else writes them."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from doubles.batches import batch
from unbland.adapters.batch.outputs import write_outputs
from unbland.application.batch.model import BatchItem, ItemState
from unbland.application.rewrites.model import Failure
from unbland.core.batch.triaged import Labels


async def test_two_that_write_the_same_files_do_it_one_after_the_other(tmp_path: Path) -> None:
    """A report that is asked for while the run ends: no line of one stands in the file of the other."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def items(count: int) -> AsyncIterator[BatchItem]:
        for number in range(1, count + 1):
            labels = Labels(key=f"{number} of {count}", place=f"line {number}")
            failure = Failure(code="set_aside", detail="x" * 9000)
            yield BatchItem(batch="batch_1", number=number, labels=labels, state=ItemState.FAILED, failure=failure)
            begun.set()
            await go_on.wait()

    first = asyncio.create_task(write_outputs(tmp_path, batch(), items(30)))
    await begun.wait()
    second = asyncio.create_task(write_outputs(tmp_path, batch(), items(20)))
    for _ in range(100):  # it gets as far as it may
        await asyncio.sleep(0)
    go_on.set()
    written = await first, await second

    assert [each.errors for each in written] == [30, 20]
    keys = [json.loads(line)["custom_id"] for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    assert keys == [f"{number} of 20" for number in range(1, 21)]


async def test_a_disk_that_is_full_keeps_nothing_half_written(tmp_path: Path) -> None:
    """Some of it is told only when the file is closed; what was written until then would go on filling the disk."""
    (tmp_path / "results.jsonl").write_text("those from before")
    (tmp_path / ".errors.jsonl.part").symlink_to("/dev/full")

    async def items() -> AsyncIterator[BatchItem]:
        labels, failure = Labels(key="1", place="line 1"), Failure(code="set_aside", detail="Died.")
        yield BatchItem(batch="batch_1", number=1, labels=labels, state=ItemState.FAILED, failure=failure)

    with pytest.raises(OSError, match="No space left"):
        await write_outputs(tmp_path, batch(), items())
    assert [name for name in os.listdir(tmp_path) if name.endswith(".part")] == []  # noqa: PTH208 - as short
    assert (tmp_path / "results.jsonl").read_text() == "those from before"
