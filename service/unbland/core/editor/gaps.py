"""The gap-marked edit: where too little is known, the posting says what is missing instead of filling it."""

from __future__ import annotations

from collections.abc import Mapping

from unbland.core.posting import Form, Line, Posting, Section, SectionKind
from unbland.core.question import Question

#: Field that is asked for → the section that waits for its answer.
_SECTIONS: Mapping[str, SectionKind] = {
    "hiring_reason": SectionKind.OPENING,
    "goals": SectionKind.DO,
    "pay": SectionKind.OFFER,
    "benefits": SectionKind.OFFER,
    "company.about": SectionKind.ABOUT,
    "role.title": SectionKind.OPENING,
    "role.location": SectionKind.OPENING,
    "role.employment_type": SectionKind.OPENING,
    "role.schedule": SectionKind.OFFER,
    "process.deadline": SectionKind.APPLY,
}


def mark_gaps(posting: Posting, questions: tuple[Question, ...], headings: Mapping[SectionKind, str]) -> Posting:
    """The posting with each question in brackets where its answer belongs; the marks carry no claim."""
    marks: dict[SectionKind, tuple[Line, ...]] = {}
    for question in questions:
        kind = _SECTIONS[question.field]
        marks[kind] = (*marks.get(kind, ()), Line(text=f"[{question.ask}]", cites=(), form=Form.FREE))
    sections = list(posting.sections)
    for kind in SectionKind:
        if kind in marks:
            _insert(sections, kind, marks[kind], headings[kind])
    return Posting(title=posting.title, sections=tuple(sections))


def _insert(sections: list[Section], kind: SectionKind, marks: tuple[Line, ...], heading: str) -> None:
    """Put the marks first in the first section of their kind; make that section where there is none."""
    order = list(SectionKind)
    place = next((i for i, s in enumerate(sections) if s.kind is kind), None)
    if place is not None:
        found = sections[place]
        sections[place] = Section(kind=kind, heading=found.heading, lines=(*marks, *found.lines))
        return
    after = [i for i, s in enumerate(sections) if order.index(s.kind) < order.index(kind)]
    sections.insert(after[-1] + 1 if after else 0, Section(kind=kind, heading=heading, lines=marks))
