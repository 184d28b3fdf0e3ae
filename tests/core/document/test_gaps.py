"""Walls of text in which two spaces stand for the bullets that were lost, as old exports of job boards have them."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.document.model import BlockKind

LEAD = "Our client runs eleven ferries between the islands and looks for a clerk to sell tickets at the pier all year. "
LAST = " You will work at the pier in all weathers. The office closes in January."


def _read(text: str) -> tuple[list[str], list[str]]:
    """The points of its lists, and the lines of its paragraphs."""
    blocks = [block for section in read(text).sections for block in section.blocks]
    points = [line.text for block in blocks if block.kind is BlockKind.LIST for line in block.lines]
    return points, [line.text for block in blocks if block.kind is BlockKind.PARAGRAPH for line in block.lines]


def test_each_point_of_a_list_that_a_colon_leads_to_is_one() -> None:
    """The sentences before it and the text behind it are none."""
    wall = (
        f"{LEAD}{LEAD}The job will involve:  Selling tickets for two ferries  Counting the till at 18:00."
        f"  Greeting 80 guests a day{LAST}"
    )
    points, told = _read(wall)

    assert points == ["Selling tickets for two ferries", "Counting the till at 18:00.", "Greeting 80 guests a day"]
    assert told[-3:] == [
        "The job will involve:",
        "You will work at the pier in all weathers.",
        "The office closes in January.",
    ]


def test_each_point_behind_the_name_of_a_section_is_one() -> None:
    """As `Essential skills:` stands in the middle of the text."""
    points, _ = _read(
        f"{LEAD}{LEAD}{LEAD} Essential skills:  PHP  MySQL or MSSQL  CSS Desirable skills:  XML  AJAX  Go"
    )

    assert points == ["PHP", "MySQL or MSSQL", "CSS", "XML", "AJAX", "Go"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} {LEAD} {LEAD} You sell tickets.  You count the till.  You greet guests.",
        f"{LEAD}{LEAD}{LEAD}Hours: Monday  Friday, and the pay is ****  **** a year.",
        "Duties:  Sell tickets  Count the till",
        f"{LEAD}\n{LEAD}\nThe pier has:  Two ticket halls  One tower",
    ],
    ids=["typed with two spaces", "a lost dash", "short", "with its line breaks"],
)
def test_two_spaces_that_part_nothing_are_white_space(text: str) -> None:
    """Some type two behind each stop, and where line breaks are kept nothing was lost."""
    assert _read(text)[0] == []


def test_what_is_several_sentences_is_a_paragraph() -> None:
    """It stood between lists, and is no point of one."""
    note = (
        "Please note that we keep your papers for a year. We show them to nobody. We burn them in our own stove, " * 2
    )
    points, told = _read(f"{LEAD}{LEAD}You bring:  A cap  A whistle  {note.strip(', ')}  A lamp")

    assert points == ["A cap", "A whistle", "A lamp"]
    assert "We show them to nobody." in told


def test_a_list_may_lead_to_the_next_without_a_stop() -> None:
    """And a sentence behind a point that no stop ends is no part of it."""
    points, told = _read(
        f"{LEAD}{LEAD}You will:  Sell tickets  Count the till The ideal candidate will have:  A boat licence You must"
        " live on the island  A bicycle"
    )

    assert points == ["Sell tickets", "Count the till", "A boat licence", "A bicycle"]
    assert told[-2:] == ["The ideal candidate will have:", "You must live on the island"]


def test_deeds_behind_a_colon_are_points_without_any_gap() -> None:
    """Each begins with what is done, and a capital in the middle of a line."""
    points, told = _read(
        f"{LEAD}{LEAD}Your duties will include: Selling tickets for two ferries Counting the till with a Banking clerk"
        " Greeting guests You will live on the island."
    )

    assert points == ["Selling tickets for two ferries", "Counting the till with a Banking clerk", "Greeting guests"]
    assert told[-2:] == ["Your duties will include:", "You will live on the island."]


def test_names_of_sections_that_touch_leave_no_empty_line() -> None:
    """`Key Duties:` stands over nothing that another name does not begin."""
    points, told = _read(
        "For the islands. Key Duties:  Berth Design, Builds, Moorings and Support  Manage the entire harbour"
        "  Pier Security  3rd Party Ferry Management Key Skills Required:  Extensive rope splicing skills"
    )

    assert all([*points, *told])
    assert any("Manage the entire harbour" in line for line in (*points, *told))
