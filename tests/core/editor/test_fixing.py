"""Which findings can be fixed in the text itself, and why the others are left."""

from __future__ import annotations

import pytest

from unbland.application.review import Draft, Looked, look
from unbland.core.document.model import Format
from unbland.core.editor.changes import changed
from unbland.core.editor.fixing import Plan, Why, plan


def _planned(text: str, fmt: Format = Format.MARKDOWN) -> tuple[Looked, Plan]:
    looked = look(Draft(content=text, format=fmt))
    return looked, plan(looked.document, looked.ledger, looked.findings)


@pytest.mark.parametrize(
    ("fmt", "text", "becomes"),
    [
        (Format.MARKDOWN, "# Nurse\n\n- Managing 12 beds\n", "# Nurse\n\n- Manage 12 beds\n"),
        (Format.MARKDOWN, "# Nurse\n\n- **Managing** 12 beds\n", "# Nurse\n\n- **Manage** 12 beds\n"),
        (
            Format.MARKDOWN,
            "# Nurse\n\nYou call all twelve clinics each morning by eight in order\nto plan 12 shifts.\n",
            "# Nurse\n\nYou call all twelve clinics each morning by eight to\nplan 12 shifts.\n",
        ),
        (
            Format.HTML,
            "<h1>Nurse</h1><ul><li class=a>You call <b>in order to</b> plan 12 shifts</li></ul>",
            "<h1>Nurse</h1><ul><li class=a>You call <b>to</b> plan 12 shifts</li></ul>",
        ),
        (
            Format.HTML,
            "<h1>Nurse</h1><p>Ward &amp; clinic: you call in order to plan 12 shifts.</p>",
            "<h1>Nurse</h1><p>Ward &amp; clinic: you call to plan 12 shifts.</p>",
        ),
    ],
)
def test_the_words_go_and_all_else_stays(fmt: Format, text: str, becomes: str) -> None:
    """Markup around the words is not touched, nor what stands elsewhere in the line."""
    _, made = _planned(text, fmt)
    assert changed(text, made.changes) == becomes


@pytest.mark.parametrize(
    ("text", "fmt", "why"),
    [
        ("<p>You call in <b>order</b> to plan 12 shifts.</p>", Format.HTML, Why.MARKUP),
        ("<p>You call in&#32;order to plan 12 shifts.</p>", Format.HTML, Why.MARKUP),
        ("# Nurse\n\nYou call in **order** to plan 12 shifts.\n", Format.MARKDOWN, Why.MARKUP),
        ("# Nurse\n\nWe want people who are enthusiastic about our 12 beds.\n", Format.MARKDOWN, Why.SENTENCE),
        ("# Nurse\n\n- A wide variety of 12 wards\n", Format.MARKDOWN, Why.GUARD),
    ],
)
def test_what_is_left_says_why(text: str, fmt: Format, why: Why) -> None:
    """Tags or entities between the words, a sentence that needs them, or a line that would say something else."""
    _, made = _planned(text, fmt)
    assert ([left.why for left in made.left], made.fixes) == ([why], ())


def test_of_two_that_overlap_the_longer_is_made() -> None:
    """The other is looked at again when the text is read anew."""
    _, made = _planned("# Clerk\n\n- Liaising with 12 shops\n")
    assert [left.finding.text for left in made.left if left.why is Why.OVERLAP] == ["Liaising"]
    assert [fix.finding.text for fix in made.fixes] == ["Liaising with"]


def test_the_second_of_two_same_phrases_is_the_second() -> None:
    """A phrase that stands twice in a line with markup is found in its place."""
    text = "# Clerk\n\n- Call *in order to* sell 3 maps, and mail in order to sell 4\n"
    _, made = _planned(text)
    assert changed(text, made.changes) == "# Clerk\n\n- Call *to* sell 3 maps, and mail to sell 4\n"
