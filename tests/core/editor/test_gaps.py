"""The gap-marked edit."""

from __future__ import annotations

from builders import line, posting
from unbland.core.assembly.assemble import HEADINGS
from unbland.core.brief import GAPS
from unbland.core.editor.gaps import mark_gaps
from unbland.core.posting import Form, SectionKind

_QUESTIONS = tuple(question for _, question in GAPS)


def test_every_question_stands_where_its_answer_belongs() -> None:
    """Each gap of the guide is marked in its section, in the guide's order, and no mark cites a source."""
    marked = mark_gaps(posting(do=(line("Treat burns.", "D1"),)), _QUESTIONS, HEADINGS)

    kinds = [section.kind for section in marked.sections]
    assert kinds == [SectionKind.OPENING, SectionKind.DO, SectionKind.OFFER, SectionKind.ABOUT]
    marks = [each for each in marked.lines if each.text.startswith("[")]
    assert len(marks) == len(_QUESTIONS)
    assert all(mark.form is Form.FREE and mark.cites == () for mark in marks)


def test_a_mark_comes_first_in_a_section_that_is_there() -> None:
    """The section keeps its own heading and lines."""
    marked = mark_gaps(posting(do=(line("Treat burns.", "D1"),)), _QUESTIONS, HEADINGS)
    section = next(each for each in marked.sections if each.kind is SectionKind.DO)

    assert section.heading == "Do"
    assert section.lines[-1].text == "Treat burns."


def test_no_question_changes_nothing() -> None:
    """Without gaps the posting is the same."""
    whole = posting(do=(line("Treat burns.", "D1"),))

    assert mark_gaps(whole, (), HEADINGS) == whole
