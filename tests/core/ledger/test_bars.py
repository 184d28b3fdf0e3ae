"""Rows of values between bars, as they stand below a title."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind


def _said(row: str) -> list[tuple[str, Kind]]:
    document = read(f"# Nurse\n\n{row}\n\nWe run a clinic by the lake with two vets.\n")
    ledger = build(document, NO_FACTS)
    assert all(
        s.text in document.source[s.start : s.end] for s in ledger.sources if s.start is not None and s.end is not None
    )
    return [(source.text, source.kind) for source in ledger.sources[1:-1]]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "Fenwick LLP | Halifax, NS | Full-time, hybrid",
            [("Fenwick LLP", Kind.COMPANY), ("Halifax, NS", Kind.LOCATION), ("Full-time, hybrid", Kind.SCHEDULE)],
        ),
        (
            "University of Firth | Department of Botany | Minneapolis, MN | Posted 11/19/2026",
            [
                ("University of Firth", Kind.COMPANY),
                ("Department of Botany", Kind.COMPANY),
                ("Minneapolis, MN", Kind.LOCATION),
                ("Posted 11/19/2026", Kind.NOISE),
            ],
        ),
        (
            "📍 Guelph, ON | 💵 $28–$36/hour | 🕐 4 x 10h shifts",
            [("Guelph, ON", Kind.LOCATION), ("$28–$36/hour", Kind.PAY), ("4 x 10h shifts", Kind.SCHEDULE)],
        ),
        (
            "Oakfield Vets, Bristol | 30 hours per week | £12.85 per hour",
            [
                ("Oakfield Vets, Bristol", Kind.LOCATION),
                ("30 hours per week", Kind.SCHEDULE),
                ("£12.85 per hour", Kind.PAY),
            ],
        ),
        (
            "Ghent, Belgium · 36–40 hours · starts 1 February",
            [("Ghent, Belgium", Kind.LOCATION), ("36–40 hours", Kind.SCHEDULE), ("starts 1 February", Kind.SCHEDULE)],
        ),
    ],
)
def test_each_value_of_a_row_speaks_for_itself(row: str, said: list[tuple[str, Kind]]) -> None:
    """The place is no part of the pay."""
    assert _said(row) == said


def test_a_title_may_begin_a_row_and_a_sentence_end_it() -> None:
    """An advertisement on one line: what stands before the sentence is short."""
    row = (
        "Java Developer | Remote (Poland) | B2B 22,000–27,000 PLN/month | Our client replaces its claims portal in May"
    )
    ledger = build(read(f"{row} and needs two developers for twelve months.\n\nYou write Java.\n"), NO_FACTS)

    assert [source.kind for source in ledger.sources][:3] == [Kind.TITLE, Kind.LOCATION, Kind.PAY]


@pytest.mark.parametrize(
    "row", ["Excel | Word | Sage", "Bayline Erectors · Oakland, CA", "A clinic | a shop | a kennel"]
)
def test_other_rows_stay_whole(row: str) -> None:
    """A list of something else, or a firm and its place."""
    assert [text for text, _ in _said(row)] == [row]
