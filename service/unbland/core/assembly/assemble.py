"""The posting in the guide's order, from the lines an engine wrote and the lines that code owns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from unbland.core.assembly.composition import Composition
from unbland.core.assembly.slots import slot_lines
from unbland.core.brief import Brief
from unbland.core.posting import Line, Posting, Section, SectionKind, words_of

#: Plain headings in the reader's words; the guide's outline in the second of its source documents.
HEADINGS: Mapping[SectionKind, str] = {
    SectionKind.OPENING: "",
    SectionKind.DO: "What you will do",
    SectionKind.MUST: "What you bring",
    SectionKind.NICE: "Nice to have",
    SectionKind.OFFER: "What you get",
    SectionKind.ABOUT: "About us",
    SectionKind.APPLY: "How to apply",
}

#: Sections in which pay and terms stand before what a writer adds.
_CODE_FIRST = frozenset({SectionKind.OFFER})


def assemble(brief: Brief, composition: Composition) -> Posting:
    """The whole posting; a section without a line is left out, and no line stands twice."""
    open_ids = frozenset(source.id for source in brief.ledger.sources if source.id not in composition.aside)
    lines: dict[str, Line] = {}
    homes: dict[str, SectionKind] = {}
    for kind in SectionKind:
        written = composition.lines.get(kind, ())
        owned = slot_lines(brief.ledger, kind, open_ids)
        for line in (*owned, *written) if kind in _CODE_FIRST else (*written, *owned):
            key = words_of(line.text)
            if key:
                homes.setdefault(key, kind)
                lines[key] = _resting_on_both(lines.get(key, line), line)
    sections = (
        Section(
            kind=kind, heading=_heading(kind, brief), lines=tuple(lines[key] for key in homes if homes[key] is kind)
        )
        for kind in SectionKind
    )
    return Posting(title=brief.title, sections=tuple(section for section in sections if section.lines))


def _resting_on_both(first: Line, again: Line) -> Line:
    """The line that stands, with the sources of its repetition."""
    return replace(first, cites=tuple(dict.fromkeys((*first.cites, *again.cites))))


def _heading(kind: SectionKind, brief: Brief) -> str:
    """The heading of a section; the company's own name where a fact gives it."""
    name = brief.ledger.by_field.get("company.name")
    return f"About {name.text}" if kind is SectionKind.ABOUT and name is not None else HEADINGS[kind]
