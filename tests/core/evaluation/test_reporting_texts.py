"""What of a draft stayed, and what of a line is the writer's own."""

from __future__ import annotations

import pytest

from unbland.core.evaluation.reporting.texts import pieces, placed

DRAFT = """Ferry Clerk
• Selling tickets at the desk. Selling tickets on board.
- A friendly face

Selling tickets at the desk.
"""
SOURCES = {
    "F1": "Ferry Clerk",
    "D1": "Selling tickets at the desk.",
    "D2": "Selling tickets on board.",
    "D3": "A friendly face",
    "D4": "Selling tickets at the desk.",
}


def _left(cited: set[str], posting: str = "") -> list[str]:
    lines = placed(DRAFT, SOURCES).marked(frozenset(cited), posting)
    return [stretch.text for line in lines for stretch in line if stretch.left_out]


def test_a_draft_is_parted_where_what_is_cited_begins_and_ends() -> None:
    """Within a line, too; a bullet goes with the word behind it."""
    (title, tickets, *_) = placed(DRAFT, SOURCES).marked(frozenset({"D1"}), "")

    assert [(part.text, part.sources, part.left_out) for part in tickets] == [
        ("• Selling tickets at the desk.", ("D1",), False),
        ("Selling tickets on board.", (), True),
    ]
    assert [part.sources for part in title] == [()]


@pytest.mark.parametrize(
    ("cited", "posting", "left"),
    [
        ({"D1", "D2", "D3", "D4"}, "", ["Ferry Clerk"]),
        ({"D1", "D2", "D3", "D4"}, "Clerk on a ferry", []),
        ({"D2", "D3", "D4"}, "", ["Ferry Clerk", "• Selling tickets at the desk."]),
        ({"D1", "D2", "D3"}, "A ferry clerk.", ["Selling tickets at the desk."]),
    ],
)
def test_left_out_is_what_no_line_rests_on_and_the_posting_does_not_say(
    cited: set[str], posting: str, left: list[str]
) -> None:
    """A title that stands over the posting is not lost; of two equal lines each has its own place."""
    assert _left(cited, posting) == left


def test_a_source_that_is_not_in_the_draft_marks_nothing() -> None:
    """Facts, empty sources, and sources that a reader of the draft does not see so."""
    found = placed(DRAFT, {"F1": "Ferry Clerk", "D1": "–", "D2": "", "D3": "not there", "D4": "friendly"})

    assert set(found.places) == {"D4"}
    assert placed("", SOURCES).places == {}


@pytest.mark.parametrize(
    ("text", "sources", "own"),
    [
        ("You will sell tickets.", ["Sell tickets"], ["You will"]),
        ("Sell tickets", ["Sell tickets."], []),
        ("Tickets you sell", ["Sell tickets"], ["Tickets you"]),
        ("Pay: EUR 30,000", [], ["Pay: EUR 30,000"]),
        ("", ["Sell tickets"], []),
    ],
)
def test_the_writers_own_words_are_told_apart(text: str, sources: list[str], own: list[str]) -> None:
    """By order as well: signs and capitals make no difference."""
    found = pieces(text, sources)

    assert [piece.text for piece in found if piece.own] == own
    assert " ".join(piece.text for piece in found) == text


def test_a_line_as_long_as_a_book_is_left_as_it_is() -> None:
    """Nobody reads it word by word, and the comparison would take minutes."""
    book = "word " * 5_000

    assert pieces(book, [book]) == pieces(book, [f"other {book}"])
    assert not pieces(book, [book])[0].own
