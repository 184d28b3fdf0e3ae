"""The draft itself as a posting: its own sections, order and words, without what no posting repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.slots import addressed, is_rendered, stated
from unbland.core.document.model import Document, DraftLine, DraftSection
from unbland.core.language.quantities import quantities, without_figures
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import MUTE_KINDS, Kind, Ledger, Modality, Source
from unbland.core.ledger.orders import is_order
from unbland.core.posting import Form, Line, Posting, Section, SectionKind

#: Source kind → the section of a posting that it speaks for.
_SECTIONS: Mapping[Kind, SectionKind] = {
    Kind.TITLE: SectionKind.OPENING,
    Kind.REASON: SectionKind.OPENING,
    Kind.LOCATION: SectionKind.OPENING,
    Kind.REPORTING: SectionKind.OPENING,
    Kind.GOAL: SectionKind.DO,
    Kind.DUTY: SectionKind.DO,
    Kind.REQUIREMENT: SectionKind.MUST,
    Kind.PAY: SectionKind.OFFER,
    Kind.BENEFIT: SectionKind.OFFER,
    Kind.SCHEDULE: SectionKind.OFFER,
    Kind.COMPANY: SectionKind.ABOUT,
    Kind.BOILERPLATE: SectionKind.ABOUT,
    Kind.PROCESS: SectionKind.APPLY,
    Kind.CONTACT: SectionKind.APPLY,
    Kind.LEGAL: SectionKind.APPLY,
}


def as_posting(title: str, document: Document, ledger: Ledger) -> Posting:
    """The draft line by line, each in its own words; market figures and noise are left out."""
    sections = (_section(section, ledger) for section in document.sections)
    return Posting(title=title, sections=tuple(section for section in sections if section.lines))


def told(ledger: Ledger) -> dict[str, Aside]:
    """The facts that a draft left as it is tells in words of its own."""
    drafted = [(source, _content(source)) for source in ledger.sources if source.from_draft]
    found: dict[str, Aside] = {}
    for fact in (source for source in ledger.sources if not source.from_draft):
        words, figures = _content(fact)
        twin = next((source for source, (its, others) in drafted if words <= its and figures <= others), None)
        if twin is not None:
            found[fact.id] = Aside(fate=Fate.MERGED, reason=f"{twin.id} says the same")
    return found


def may_stand(ledger: Ledger) -> bool:
    """Whether a draft contradicts no fact, and has the words and figures of each that code renders."""
    if any(not ledger.by_id[source].from_draft for conflict in ledger.conflicts for source in conflict.sources):
        return False
    drafted = [_content(source) for source in ledger.sources if source.from_draft]
    words = frozenset().union(*(its for its, _ in drafted))
    figures = frozenset().union(*(others for _, others in drafted))
    rendered = (fact for fact in ledger.by_field.values() if is_rendered(fact))
    return all(
        content_stems(without_figures(stated(fact))) <= words and _content(fact)[1] <= figures for fact in rendered
    )


def _content(source: Source) -> tuple[frozenset[str], frozenset[object]]:
    return content_stems(source.text), frozenset(quantity.values for quantity in quantities(source.text))


def _section(section: DraftSection, ledger: Ledger) -> Section:
    """One section of the draft, named for what most of its lines speak of."""
    lines, kinds = [], Counter[SectionKind]()
    for line in section.lines:
        sources = _within(line, ledger)
        if any(source.kind in MUTE_KINDS for source in sources):
            continue
        text = line.text
        for source in sources:
            text = addressed(text, source)
        form = Form.VERBATIM if text == line.text else Form.SLOT
        lines.append(Line(text=text, cites=tuple(s.id for s in sources), form=form))
        kinds.update(_kind(source) for source in sources)
    kind = kinds.most_common(1)[0][0] if kinds else SectionKind.OPENING
    heading = section.heading.text if section.heading and not is_order(section.heading.text) else ""
    return Section(kind=kind, heading=heading, lines=tuple(lines))


def _within(line: DraftLine, ledger: Ledger) -> tuple[Source, ...]:
    """The sources that lie in one line of the draft."""
    return tuple(s for s in ledger.sources if s.start is not None and line.start <= s.start < line.end)


def _kind(source: Source) -> SectionKind:
    """The section that a source speaks for."""
    return SectionKind.NICE if source.modality is Modality.PREFERRED else _SECTIONS[source.kind]
