"""The guard's page says what the guard says, and owns up to what it lets through."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import ledger, line
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind, Modality, Source, Tier

PAGE = (Path(__file__).parents[3] / "docs" / "guard.md").read_text("utf-8")
#: How the page names a source that its kind alone does not describe.
NAMES = {
    "required": (Kind.REQUIREMENT, Modality.REQUIRED, Tier.GUARDED),
    "preferred": (Kind.REQUIREMENT, Modality.PREFERRED, Tier.GUARDED),
    "slot": (Kind.PAY, Modality.NONE, Tier.SLOT),
}


def _rows(heading: str) -> list[list[str]]:
    """The first table under a heading, without its head."""
    table = PAGE.partition(f"## {heading}\n")[2].partition("\n| ")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def _verdict(source: str, text: str) -> Verdict:
    name, _, said = source.partition(": ")
    kind, modality, tier = NAMES[name] if name in NAMES else (Kind(name), Modality.NONE, Tier.GUARDED)
    return guard.check(line(text, "D1"), ledger(Source(id="D1", text=said, kind=kind, modality=modality, tier=tier)))


@pytest.mark.parametrize("row", _rows("What it refuses"), ids=lambda row: row[3])
def test_the_page_quotes_the_guard(row: list[str]) -> None:
    """Each example is stopped for the class and in the words that the page gives."""
    class_, _, source, text, says = row
    verdict = _verdict(source, text)

    assert (class_, says) in [(violation.class_.value, violation.detail) for violation in verdict.violations]
    assert verdict.outcome is (Outcome.DOUBT if class_ == "novelty" else Outcome.REFUSED)


@pytest.mark.parametrize("row", _rows("What it cannot see"), ids=lambda row: row[2])
def test_the_page_names_leaks_that_are_there(row: list[str]) -> None:
    """Each known leak passes; one that is closed must leave the page."""
    _, source, text = row

    assert _verdict(source, text).outcome is Outcome.PASSED
