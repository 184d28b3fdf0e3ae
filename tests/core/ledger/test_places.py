"""Where a part of a line stands in the draft as it came in."""

from __future__ import annotations

import pytest

from unbland.core.document.model import DraftLine
from unbland.core.ledger.places import place


@pytest.mark.parametrize(
    ("markup", "text", "part", "where"),
    [
        ("a degree, French", "a degree, French", "French", "French"),
        ("<b>a</b> degree, <i>French</i>", "a degree, French", "French", "French"),
        ("R&amp;D work, French", "R&D work, French", "R&D work", "R&amp;D work"),
        ("[a](b.org/French) degree, French", "a degree, French", "French", "French"),
        ("**a**  degree,\n  French", "a degree, French", "degree", "degree"),
        ("no such words here", "a degree, French", "French", "no such words here"),
    ],
)
def test_a_part_is_followed_through_the_markup(markup: str, text: str, part: str, where: str) -> None:
    """Tags, link targets and entities are passed over; what cannot be followed has the place of the whole line."""
    source = f"- {markup}\n"
    line = DraftLine(text=text, start=2, end=2 + len(markup))
    start, end = place(source, line, text.index(part), text.index(part) + len(part))
    assert source[start:end] == where
