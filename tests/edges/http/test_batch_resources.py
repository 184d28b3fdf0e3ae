"""What a client gets of a batch as an event: its id says all that changes."""

from __future__ import annotations

from dataclasses import replace

from doubles.batches import batch
from unbland.application.batch.model import BatchState, Counts, Halt, ItemState
from unbland.edges.http.batch_resources import batch_event


def test_b38_a_halt_for_another_reason_is_another_event() -> None:
    """Though nothing was done in between: who comes back after a raised budget hears of the quota."""
    going = replace(batch(), state=BatchState.IN_PROGRESS)
    counts = Counts(states={ItemState.DONE: 3, ItemState.QUEUED: 4})
    told = [batch_event(replace(going, halted=why), counts) for why in (None, Halt.BUDGET, Halt.QUOTA)]

    assert [event.event for event in told] == ["progress", "halted", "halted"]
    assert len({event.id for event in told}) == 3
