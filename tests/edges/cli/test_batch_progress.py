"""How far a batch is, told now and then: the longer a look takes, the seldomer it is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doubles.batches import batch
from unbland.application.batch.model import Counts, ItemState, Limits
from unbland.application.ports import Usage
from unbland.edges.cli.batch.progress import Progress, to_raise


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


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(tokens=900), "--max-tokens …"),
        (Limits(cost=0.0001, price=(1, 1)), "--max-cost …"),
        (Limits(tokens=900, cost=40, price=(1, 1)), "--max-tokens …"),
        (Limits(tokens=9000, cost=0.0001, price=(1, 1)), "--max-cost …"),
        (Limits(tokens=900, cost=0.0001, price=(1, 1)), "--max-cost … --max-tokens …"),
        (Limits(tokens=9000), "--max-tokens …"),  # by the file: what comes next would pass it
    ],
)
def test_b30_the_budget_that_is_spent_is_the_one_to_raise(limits: Limits, says: str) -> None:
    """Whoever raises the other one is stopped again at once."""
    assert to_raise(replace(batch(limits=limits), spent=Usage(calls=1, input_tokens=800, output_tokens=200))) == says
