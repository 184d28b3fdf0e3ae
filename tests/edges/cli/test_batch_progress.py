"""How far a batch is, told now and then: the longer a look takes, the seldomer it is taken."""

from __future__ import annotations

import pytest

from doubles.batches import batch
from unbland.application.batch.model import Counts, ItemState
from unbland.edges.cli.batch.progress import Progress


def test_a_look_that_takes_long_is_taken_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    """In a log every fifteen seconds, but of a batch that takes two to count every forty; with the rate meanwhile."""
    now = 0.0
    progress = Progress(lambda: now)
    told = []
    for second in range(100):
        now = float(second)
        if progress.is_due:
            told.append(second)
            states = {ItemState.DONE: 3 * second, ItemState.QUEUED: 300 - 3 * second}
            progress.look(batch(), Counts(states=states), took=0.1 if second < 30 else 2.0)

    assert told == [0, 15, 30, 70]
    assert capsys.readouterr().err.splitlines()[-1].startswith("210 of 0 · 3.0/s · 30 s left")
