"""Builds the ledger: every line of the draft and every fact as a source, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from unbland.core.document.model import BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.facts import CompanyFacts
from unbland.core.ledger.conflicts import conflicts
from unbland.core.ledger.echoes import Echoes
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class
from unbland.core.ledger.labels import Label, label, tier
from unbland.core.ledger.model import Kind, Ledger, Modality, Source
from unbland.core.ledger.places import place
from unbland.core.ledger.splits import parts
from unbland.core.ledger.statements import Statement, statements
from unbland.core.ledger.titles import title_of


def build(document: Document, facts: CompanyFacts) -> Ledger:
    """The ledger of one draft and its facts; total: any document gives one."""
    stated = tuple(_fact(number, statement) for number, statement in enumerate(statements(facts), start=1))
    drafted = tuple(_number(_draft(document, Echoes(stated))))
    return Ledger(sources=drafted + stated, conflicts=conflicts(drafted, stated))


def _fact(number: int, statement: Statement) -> Source:
    """One fact as a source."""
    known = label(statement.text) if statement.kind is None else Label(statement.kind, statement.modality)
    return Source(
        id=f"F{number}",
        text=statement.text,
        kind=known.kind,
        modality=known.modality,
        tier=tier(known.kind),
        field=statement.field,
    )


def _number(sources: Iterator[Source]) -> Iterator[Source]:
    """The draft's sources with their ids, in order."""
    return (replace(source, id=f"D{number}") for number, source in enumerate(sources, start=1))


class _Place(NamedTuple):
    """Where a line stands: under which heading, and what that says of it."""

    heading: Heading | None
    says: HeadingClass


def _draft(document: Document, echoes: Echoes) -> Iterator[Source]:
    """The sources of the draft, still without ids."""
    title = title_of(document)
    for section, says in _classed(document.sections):
        if section.heading is not None and section.heading is title:
            yield _source(title.text, (title.start, title.end), Label(Kind.TITLE, Modality.NONE))
        for line, line_says in _lines(section, says):
            if line is title:
                yield _source(line.text, (line.start, line.end), Label(Kind.TITLE, Modality.NONE))
            else:
                yield from _line_sources(document, line, _Place(section.heading, line_says), echoes)


def _classed(sections: Sequence[DraftSection]) -> Iterator[tuple[DraftSection, HeadingClass]]:
    """Each section with what its heading says; one that says nothing inherits from the heading it is below."""
    above: list[tuple[int, HeadingClass]] = []
    for section in sections:
        if section.heading is None:
            yield section, NO_HEADING
            continue
        level = section.heading.level
        above = [(upper, says) for upper, says in above if upper < level]
        own = heading_class(section.heading.text)
        inherited = above[-1][1] if above else NO_HEADING
        says = own if own.kind is not None else inherited
        above.append((level, says))
        yield section, says


def _lines(section: DraftSection, says: HeadingClass) -> Iterator[tuple[DraftLine, HeadingClass]]:
    """The lines of a section; a list that a line leads to ("You will need:") goes by that line."""
    lead = NO_HEADING
    for block in section.blocks:
        here = lead if lead.kind is not None and block.kind is BlockKind.LIST else says
        for line in block.lines:
            yield line, here
        last = block.lines[-1].text if block.lines else ""
        lead = heading_class(last.rstrip(": ")) if last.rstrip().endswith(":") else NO_HEADING


def _line_sources(document: Document, line: DraftLine, at: _Place, echoes: Echoes) -> Iterator[Source]:
    """One line as one source, or as several where it holds a deal-breaker and a preference."""
    whole = label(line.text, at.says)
    spans = parts(line.text, at.says.modality) if whole.kind is Kind.REQUIREMENT else ((0, len(line.text)),)
    for start, end in spans:
        text = line.text[start:end]
        known = whole if len(spans) == 1 else Label(whole.kind, label(text, at.says).modality)
        fact = echoes.of(text)
        if fact is not None and fact.kind is not known.kind:
            known = Label(fact.kind, fact.modality)
        where = place(document.source, line, start, end) if len(spans) > 1 else (line.start, line.end)
        source = _source(text, where, known)
        yield replace(source, heading=at.heading.text if at.heading else None, bullet=line.bullet)


def _source(text: str, where: tuple[int, int], known: Label) -> Source:
    """One source of the draft, without its id."""
    start, end = where
    return Source(
        id="", text=text, kind=known.kind, modality=known.modality, tier=tier(known.kind), start=start, end=end
    )
