"""The draft itself as a posting: its own sections, order and words, without what no posting repeats."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.slots import addressed, is_rendered, stated
from unbland.core.document.labels import is_labelled
from unbland.core.document.model import BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.language.quantities import quantities, without_figures
from unbland.core.language.words import content_stems
from unbland.core.ledger.lexicon.letters import NOTE
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

#: Kinds of facts that nobody states in order to find them left out.
_OWED = frozenset({Kind.REQUIREMENT, Kind.REASON, Kind.GOAL, Kind.BENEFIT})


def as_posting(title: str, document: Document, ledger: Ledger) -> Posting:
    """The draft line by line, each in its own words; market figures and noise are left out.

    A label stays with its value (`Term: Full time`), and the title is not said again below itself.
    """
    draft = _Draft(ledger)
    sections = (
        part
        for section in document.sections
        for part in (_labelled if is_labelled(section, document) else _sections)(section, title, draft)
    )
    return Posting(title=title, sections=tuple(section for section in sections if section.lines))


def mute_parts(document: Document, ledger: Ledger) -> frozenset[DraftLine | Heading]:
    """The lines and headings of a draft that no posting repeats."""
    draft = _Draft(ledger)
    parts: list[DraftLine | Heading] = [s.heading for s in document.sections if s.heading is not None]
    return frozenset(part for part in [*parts, *document.lines] if draft.is_mute(part))


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


def is_letter(ledger: Ledger) -> bool:
    """Whether one colleague asks another in the draft to write the posting, which no applicant may read."""
    return any(s.from_draft and s.kind is Kind.BOILERPLATE and NOTE.search(s.text) for s in ledger.sources)


def may_stand(ledger: Ledger) -> bool:
    """Whether a draft is no letter, contradicts no fact, and has words and figures of all that it owes to the facts.

    That is what code renders, and what a company states of its reason, its goals, its demands and its offer.
    """
    if is_letter(ledger) or _contradicts_a_fact(ledger):
        return False
    drafted = [_content(source) for source in ledger.sources if source.from_draft]
    words = frozenset().union(*(its for its, _ in drafted))
    figures = frozenset().union(*(others for _, others in drafted))
    owed = (fact for fact in ledger.by_field.values() if is_rendered(fact) or fact.kind in _OWED)
    return all(content_stems(without_figures(stated(fact))) <= words and _content(fact)[1] <= figures for fact in owed)


def _contradicts_a_fact(ledger: Ledger) -> bool:
    return any(not ledger.by_id[source].from_draft for conflict in ledger.conflicts for source in conflict.sources)


def _content(source: Source) -> tuple[frozenset[str], frozenset[object]]:
    return content_stems(source.text), frozenset(quantity.values for quantity in quantities(source.text))


class _Draft:
    """The sources of a draft by their places."""

    def __init__(self, ledger: Ledger) -> None:
        self.sources = [source for source in ledger.sources if source.start is not None]
        self.by_id = ledger.by_id
        self._starts = [source.start or 0 for source in self.sources]

    def within(self, part: DraftLine | Heading) -> list[Source]:
        """The sources that lie in one line of the draft, or reach into it with the label before it."""
        first, last = (bisect_left(self._starts, place) for place in (part.start, part.end))
        reaching = first > 0 and (self.sources[first - 1].end or 0) > part.start
        return self.sources[first - reaching : last]

    def is_mute(self, part: DraftLine | Heading) -> bool:
        """Whether a line or heading is none that a posting repeats."""
        return is_order(part.text) or any(source.kind in MUTE_KINDS for source in self.within(part))

    def line(self, part: DraftLine | Heading) -> Line:
        """A line in its own words, with where its links go."""
        text, sources = part.text, self.within(part)
        for source in sources:
            text = addressed(text, source)
        form = Form.VERBATIM if text == part.text else Form.SLOT
        return Line(text=text, cites=tuple(source.id for source in sources), form=form)

    def section(self, heading: str, lines: Sequence[Line]) -> Section:
        """A section, of the kind that most of its lines speak of."""
        kinds = Counter(_kind(self.by_id[cite]) for line in lines for cite in line.cites)
        kind = kinds.most_common(1)[0][0] if kinds else SectionKind.OPENING
        return Section(kind=kind, heading=heading, lines=tuple(lines))


def _sections(section: DraftSection, title: str, draft: _Draft) -> Iterator[Section]:
    """One section of the draft; a paragraph behind a list has left its heading."""
    heading = section.heading
    name, lines = "", []
    if heading is not None and not draft.is_mute(heading):
        said = any(s.kind is not Kind.TITLE and (s.end or 0) <= heading.end for s in draft.within(heading))
        lines = [draft.line(heading)] if said else []
        name = "" if said or heading.text.casefold() == title.casefold() else heading.text
    for before, block in zip((None, *section.blocks), section.blocks, strict=False):
        if before is not None and before.kind is not block.kind is BlockKind.PARAGRAPH:
            yield draft.section(name, lines)
            name, lines = "", []
        lines += [draft.line(line) for line in block.lines if not line.header and not draft.is_mute(line)]
    yield draft.section(name, lines)


def _labelled(section: DraftSection, title: str, draft: _Draft) -> Iterator[Section]:
    """A section whose heading is the label of its first line."""
    label, first = section.heading.text if section.heading is not None else "", section.lines[0]
    for part in _sections(replace(section, heading=None), title, draft):
        lines = list(part.lines)
        if lines and lines[0].text.startswith(first.text):
            said = f"{label}: {lines[0].text}"
            lines[:1] = [] if first.text == title else [replace(lines[0], text=said, form=Form.SLOT)]
        yield replace(part, lines=tuple(lines))


def _kind(source: Source) -> SectionKind:
    """The section that a source speaks for."""
    return SectionKind.NICE if source.modality is Modality.PREFERRED else _SECTIONS[source.kind]
