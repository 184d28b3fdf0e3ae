"""The guard against labelled sentences: what it must catch at least, and what it may wrongly stop at most."""

from __future__ import annotations

import pytest

from labelled import tally

#: Part, share of unfaithful sentences that are caught at least, share of faithful ones that are stopped at most.
FLOORS = [("dev", 0.98, 0.05), ("held_out", 0.95, 0.08)]


@pytest.mark.parametrize(("part", "caught", "false_alarms"), FLOORS)
def test_untrue_sentences_are_caught_and_true_ones_pass(part: str, caught: float, false_alarms: float) -> None:
    """The shares hold on both parts; the table by class is shown where they do not."""
    measured = tally(part)

    assert measured.caught >= caught, str(measured)
    assert measured.false_alarms <= false_alarms, str(measured)


@pytest.mark.parametrize("label", ["number", "date", "negation", "slot", "citation", "link", "instruction"])
@pytest.mark.parametrize("part", ["dev", "held_out"])
def test_hard_facts_never_leak(part: str, label: str) -> None:
    """Not one wrong figure, date, denial, slot, source, link or order to a machine comes through."""
    measured = tally(part)

    assert measured.stopped[label] == measured.all[label], str(measured)


@pytest.mark.parametrize("part", ["dev", "held_out"])
def test_roles_are_rarely_turned_around(part: str) -> None:
    """Of ten sentences that change who does what to whom, at least eight are caught."""
    measured = tally(part)

    assert measured.stopped["role"] >= 0.8 * measured.all["role"], str(measured)
