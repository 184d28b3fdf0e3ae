"""What each line of a posting speaks of, over many trades."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.labels import label
from unbland.core.ledger.model import Kind, Modality

_MODALITIES = {"!": Modality.REQUIRED, "?": Modality.PREFERRED}


class Row(NamedTuple):
    """One line under a heading, and what it speaks of."""

    heading: str
    line: str
    kind: Kind
    modality: Modality


def _rows() -> Iterator[Row]:
    for group in yaml.safe_load(Path(__file__).with_name("lines.yaml").read_text("utf-8")):
        heading = group.pop("heading")
        for kind, lines in group.items():
            for line in lines:
                modality = _MODALITIES.get(line[0], Modality.NONE)
                yield Row(heading, line if modality is Modality.NONE else line[2:], Kind(kind), modality)


ROWS = tuple(_rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}: {row.line}")
def test_a_line_is_of_its_kind(row: Row) -> None:
    """A line has the kind and the modality that a recruiter would give it."""
    assert label(row.line, heading_class(row.heading)) == (row.kind, row.modality)


def test_the_table_is_wide() -> None:
    """The table keeps every kind but the title, which no line alone can tell, and stays large."""
    assert {row.kind for row in ROWS} == set(Kind) - {Kind.TITLE}
    assert len(ROWS) >= 150


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Explain benefits such as health insurance and pensions to staff", Kind.DUTY),
        ("Set prices: from $40 to $90 an hour per guide", Kind.DUTY),
        ("Benchmark our average salary of $52,000 with the market each spring", Kind.DUTY),
        ("Health insurance from day one", Kind.BENEFIT),
        ("Pay: $40 to $45 an hour", Kind.PAY),
        ("Reports to the head of payroll", Kind.REPORTING),
        ("Safeguarding: attend case conferences and write reports", Kind.DUTY),
        ("Equal opportunities: we welcome everybody, and you may ask for a larger print", Kind.LEGAL),
        ("Board up windows on the call-out rota (one week in five, £30 a night standby)", Kind.DUTY),
        ("Lock up the shop at six on Saturdays", Kind.DUTY),
        ("Cover the late shift on Fridays from 2 pm to 10 pm", Kind.SCHEDULE),
        ("Perform other duties as assigned", Kind.BOILERPLATE),
    ],
)
def test_what_work_only_names_is_no_offer(line: str, kind: Kind) -> None:
    """A bullet among duties that begins with a verb of work offers nothing, whatever it names."""
    assert label(line, heading_class("Duties"), bullet=True).kind is kind


def test_a_town_at_the_end_of_a_list_of_demands_is_the_place_of_work() -> None:
    """Nobody asks for a town; a certificate of a state is asked for all the same."""
    demands = heading_class("Requirements")
    assert label("Newark, NJ", demands, bullet=True).kind is Kind.LOCATION
    assert label("Class A CDL, New Jersey", demands, bullet=True).kind is Kind.REQUIREMENT


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Responsibilities", "Check right-to-work documents of new starters", Kind.DUTY),
        ("Duties", "Milk 320 cows at 4.30am and 2.30pm", Kind.DUTY),
        ("Responsibilities", "Train 40 managers in equal opportunity", Kind.DUTY),
        ("Responsibilities", "Ask for a reasonable accommodation if you need one", Kind.LEGAL),
        ("Requirements", "Authorized to work in Canada without sponsorship", Kind.REQUIREMENT),
        ("Requirements", "Right to work in Ireland", Kind.REQUIREMENT),
        ("Requirements", "We do not sponsor visas", Kind.LEGAL),
    ],
)
def test_law_in_a_list_of_work_or_demands(heading: str, line: str, kind: Kind) -> None:
    """Work on papers is work, and the right to work is a must-have; what speaks to the reader is a statement."""
    assert label(line, heading_class(heading), bullet=True).kind is kind
