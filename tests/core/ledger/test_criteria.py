"""Tables of criteria: the header of a column says how much what stands or is ticked below it is wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind, Modality

MUST, WISH = Modality.REQUIRED, Modality.PREFERRED


def _html(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows) + "</table>"


def _markdown(*rows: tuple[str, ...]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


@pytest.mark.parametrize("write", [_html, _markdown])
@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (
            [("Essential", "Desirable"), ("Counterbalance licence", "First aid"), ("", "Reach truck")],
            [("Counterbalance licence", MUST), ("First aid", WISH), ("Reach truck", WISH)],
        ),
        (
            [("Criteria", "Essential", "Desirable"), ("ACCA", "x", ""), ("Anaplan", "", "✓"), ("SQL", "yes", "yes")],
            [("ACCA", MUST), ("Anaplan", WISH), ("SQL", MUST)],
        ),
        (
            [("", "Must have", "Nice to have"), ("Training", "City & Guilds", "IRTEC"), ("Tools", "Own set", "-")],
            [("City & Guilds", MUST), ("IRTEC", WISH), ("Own set", MUST)],
        ),
        ([("Skill", "Required?"), ("Go", "yes"), ("Rust", "no")], [("Go", MUST), ("Rust", WISH)]),
        ([("Skill", "Preferred", "Shown by"), ("Go", "x", "Test")], [("Go | Test", WISH)]),
    ],
)
def test_a_cell_has_the_modality_of_its_column(
    write: Callable[..., str], rows: list[tuple[str, ...]], asked: list[tuple[str, Modality]]
) -> None:
    """The header is no line, and neither is a tick."""
    text = f"# Porter\n\n## Person specification\n\n{write(*rows)}\n"
    sources = build(read(text, Format.MARKDOWN), NO_FACTS).sources
    assert [(s.text, s.modality) for s in sources if s.kind is Kind.REQUIREMENT] == asked
    assert len(sources) == len(asked) + 1  # the title


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([("Place", "Oslo"), ("Pay", "$50 an hour")], ["Place: Oslo", "Pay: $50 an hour"]),
        ([("Essential", "Driving licence"), ("Hours", "40")], ["Essential: Driving licence", "Hours: 40"]),
        ([("Driving licence", "Essential"), ("SQL", "Desirable")], ["Driving licence: Essential", "SQL: Desirable"]),
    ],
)
def test_other_tables_are_read_row_by_row(rows: list[tuple[str, ...]], lines: list[str]) -> None:
    """A table of two columns has a label and a value in each row."""
    assert [line.text for line in read(_html(*rows)).lines] == lines


@pytest.mark.parametrize("write", [_html, _markdown])
def test_lists_side_by_side_are_read_by_their_headers(write: Callable[..., str]) -> None:
    """A duty in the left column is no heading over the demand at its right."""
    table = write(("Responsibilities", "Requirements"), ("Log tickets", "Any degree"), ("Call back leads", "30 wpm"))
    sources = build(read(f"# Clerk\n\n{table}\n", Format.MARKDOWN), NO_FACTS).sources
    assert [(s.text, s.kind) for s in sources[1:]] == [
        ("Log tickets", Kind.DUTY),
        ("Any degree", Kind.REQUIREMENT),
        ("Call back leads", Kind.DUTY),
        ("30 wpm", Kind.REQUIREMENT),
    ]


def test_a_header_of_values_heads_no_lists() -> None:
    """What stands in one row of such a table belongs together."""
    rows = [("Location", "Benefits"), ("Oslo", "Free lunch"), ("Bergen", "Free ferry")]
    assert [line.text for line in read(_html(*rows)).lines][1:] == ["Oslo: Free lunch", "Bergen: Free ferry"]


_TABBED = """Porter

Person Specification
Criteria|Essential|Desirable|How assessed
Qualifications
Own transport|✓||A
First aid certificate||✓|A/I
What we look for in a porter
Knows the lifting rules|✓||I
Key: A = application, I = interview

Interviews are on 4 May.
""".replace("|", "\t")


def test_cells_parted_by_tabs_are_a_table_of_criteria() -> None:
    """As a word processor copies it: the tick says which, a category is no criterion, and the letters of a key go."""
    sources = build(read(_TABBED), NO_FACTS).sources
    assert [(s.text, s.modality) for s in sources if s.kind is Kind.REQUIREMENT] == [
        ("Own transport", MUST),
        ("First aid certificate", WISH),
        ("Knows the lifting rules", MUST),
    ]
    assert sources[-1].text == "Interviews are on 4 May."


@pytest.mark.parametrize(
    "text", ["Porter\n\nPay:\t£12\tan hour\nEssential\tvan\n", "Porter\n\nSkill\tLevel\tYears\nGo\tx\t3\n"]
)
def test_other_tabs_part_no_criteria(text: str) -> None:
    """Without a header that says how much is wanted, tabs are blanks."""
    assert all(not line.column for line in read(text).lines)
