"""What people type into a result is theirs, and is held against the sources all the same."""

from __future__ import annotations

import pytest

from unbland.application.chat.model import Wishes
from unbland.application.chat.showing import parts_of
from unbland.application.chat.typed import Held, authors, edited, held
from unbland.application.result import Rewrite
from unbland.application.review import Draft, look
from unbland.application.rewrite import Rewriter

_DRAFT = (
    "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Answer the phone in German\n\n"
    "Requirements\n- Fluent German\n\nPay: CAD 62,000 to 70,000 a year\n"
)


async def _made(draft: str = _DRAFT) -> Rewrite:
    return await Rewriter(chain=None, new_id=lambda: "", seconds=30).rewrite(Draft(content=draft))


async def _typed(old: str, new: str, draft: str = _DRAFT) -> Held:
    """The result with one text typed in place of another, wherever that stands."""
    made, looked = await _made(draft), look(Draft(content=draft))
    edits = {part: words.replace(old, new) for part, words in parts_of(made.posting).items() if old in words}
    wishes = Wishes(edits=edits, typed=authors(made.posting, Wishes(), edits, "U2"), edited_by="U2")
    return held(made.posting, wishes, looked.ledger, readable=not looked.partial)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("3 ferries", "5 ferries", "'5'"),
        ("Fluent German", "Fluent French", "'French'"),
        ("70,000", "90,000", "90,000"),
        ("Fluent German", "Fluent German is a plus", "'is a plus'"),
        ("Answer the phone", "Answer the phone\nHave unlimited holidays", "'unlimited'"),
        ("Ferry Clerk", "Senior Ferry Clerk", "'senior'"),
        ("Sell tickets", "https://x.example/apply\nSell tickets", "https://x.example/apply"),
    ],
)
async def test_a_typed_line_that_no_source_bears_out_is_told(old: str, new: str, named: str) -> None:
    """With whoever typed it and the figure or word that is in no source; it stands as typed, resting on none."""
    found = await _typed(old, new)
    (told,) = found.typed

    assert (told.by, named.lower() in told.why.lower()) == ("U2", True), told
    lines = {line.text: line.cites for line in found.posting.lines} | {found.posting.title: ()}
    assert lines[told.text] == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sell tickets for 3 ferries", "You sell tickets for three ferries."),
        ("Sell tickets for 3 ferries", "- Sell tickets for the 3 ferries"),
        ("CAD 62,000 to 70,000 a year", "From CAD 62,000 to CAD 70,000 a year"),
        ("Ferry Clerk", "Clerk, ferry"),
    ],
)
async def test_a_typed_line_that_sources_bear_out_rests_on_them(old: str, new: str) -> None:
    """Nothing is told of it, no must-have is missed, and every line has its sources."""
    found = await _typed(old, new)

    assert found.typed == ()
    assert found.taken_out == ()
    assert all(line.cites for line in found.posting.lines)


@pytest.mark.parametrize("gone", ["Fluent German", "CAD 62,000 to 70,000 a year"])
async def test_must_haves_and_pay_that_are_taken_out_are_told(gone: str) -> None:
    """In their sources' words; a duty is theirs to take out."""
    assert (await _typed(gone, "")).taken_out == (gone,)
    assert (await _typed("Sell tickets for 3 ferries", "")).taken_out == ()


async def test_a_text_that_the_guard_cannot_read_is_said_to_be_unchecked() -> None:
    """Of a German posting no line that was typed passes for checked."""
    german = "Fährmann\n\nWir suchen dich für unser Team am Hafen.\n\nAufgaben\n- Du verkaufst Karten für 3 Fähren\n"
    found = await _typed("3 Fähren", "5 Fähren", german)

    assert ["not in English" in told.why for told in found.typed] == [True]


async def test_a_line_keeps_whoever_typed_it_first() -> None:
    """A second person's edit of the same section makes only the new line theirs; what is gone is nobody's."""
    made = (await _made()).posting
    one = {"0": "Sell tickets for 5 ferries\nAnswer the phone in German"}
    first = Wishes(edits=one, typed=authors(made, Wishes(), one, "U1"), edited_by="U1")
    two = {"0": "Sell tickets for 5 ferries\nPaint the pier"}

    assert first.typed == {"Sell tickets for 5 ferries": "U1"}
    assert authors(made, first, two, "U2") == {"Sell tickets for 5 ferries": "U1", "Paint the pier": "U2"}
    assert authors(made, first, {"0": parts_of(made)["0"]}, "U2") == {}
    assert edited(made, {"0": parts_of(made)["0"]}) == made
