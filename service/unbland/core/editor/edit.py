"""What the editor writes: the sources worth reading, mended, each in the section it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from unbland.core import guard
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.aside import GENERIC_DUTY
from unbland.core.assembly.composition import Composition
from unbland.core.assembly.slots import addressed, is_rendered
from unbland.core.brief import Brief
from unbland.core.editor.called import called
from unbland.core.editor.wording import mend, split, verb_first, wish
from unbland.core.guard.model import Outcome
from unbland.core.guide import generic
from unbland.core.guide.calls import is_call
from unbland.core.guide.third_person import as_order
from unbland.core.ledger.model import Kind, Modality, Source
from unbland.core.posting import Form, Line, SectionKind

#: With fewer lines than this a section says too little to stand, and generic lines come back.
SPARE = 3

#: What the person does begins with its verb.
_DONE = frozenset({Kind.DUTY, Kind.GOAL})

#: What may call for applicants.
_CALLING = frozenset({Kind.COMPANY, Kind.REASON})

#: The reason is one statement (principle `reason`); a second sentence may explain it.
MAX_REASONS = 2

#: The company comes last and short (principle `about`).
MAX_ABOUT = 3
#: Words: so many may be more sentences, of a few words each (`23 people.`).
_SHORT_ABOUT = 30

_THEY = re.compile(r"they\b", re.IGNORECASE)

_LONG_ABOUT = Aside(fate=Fate.DROPPED, reason="the company comes last and short; the sentences that say most stay")
_PRETENDED = Aside(fate=Fate.DROPPED, reason="hollow: it gives no reason that could be checked, and another line does")
_SECOND_REASON = Aside(fate=Fate.DROPPED, reason="one statement says why the job is there; the first stays")


def edit(brief: Brief, aside: Mapping[str, Aside]) -> Composition:
    """The edited draft, section by section; every line is a source's own words or passed the guard."""
    desk = _Desk(brief=brief, aside=dict(aside))
    if brief.enough:
        desk.bring_back(SPARE)
    desk.keep(_checkable(desk.open(Kind.REASON), brief), Kind.REASON, _PRETENDED)
    reasons = desk.keep(desk.open(Kind.REASON)[:MAX_REASONS], Kind.REASON, _SECOND_REASON)
    company = desk.open(Kind.COMPANY)
    said = _named_before(reasons, company, brief)
    calls = tuple(source for source in company if is_call(source.text) and source not in said)[: 1 - len(said)]
    about = _telling(tuple(source for source in company if source not in (*said, *calls)))
    desk.keep((*said, *calls, *about), Kind.COMPANY, _LONG_ABOUT)
    needed = desk.open(Kind.REQUIREMENT)
    duties = (*desk.open(Kind.GOAL), *desk.open(Kind.DUTY))
    lines = {
        SectionKind.OPENING: desk.lines((*said, *reasons, *calls)),
        SectionKind.DO: desk.lines(duties),
        SectionKind.MUST: desk.lines(s for s in needed if s.modality is not Modality.PREFERRED),
        SectionKind.NICE: desk.lines(s for s in needed if s.modality is Modality.PREFERRED),
        SectionKind.OFFER: desk.lines(desk.open(Kind.BENEFIT)),
        SectionKind.ABOUT: desk.lines(about),
    }
    return Composition(lines=lines, aside=desk.aside)


@dataclass(slots=True, kw_only=True)
class _Desk:
    """The sources of one edit, and the growing pile of what was set aside."""

    brief: Brief
    aside: dict[str, Aside]

    def open(self, *kinds: Kind) -> tuple[Source, ...]:
        """The sources of these kinds that are not set aside, facts before the draft; a bare name is no sentence."""
        found = [s for s in self.brief.ledger.of(*kinds) if s.id not in self.aside and not is_rendered(s)]
        return tuple(sorted(found, key=lambda s: s.from_draft))

    def keep(self, kept: tuple[Source, ...], kind: Kind, reason: Aside) -> tuple[Source, ...]:
        """These of a kind; the others are set aside for this reason."""
        self.aside |= {source.id: reason for source in self.open(kind) if source not in kept}
        return kept

    def bring_back(self, spare: int) -> None:
        """Take generic duties back from the pile, in their order, until there are `spare` lines of what to do."""
        wanted = spare - len(self.open(Kind.GOAL)) - len(self.open(Kind.DUTY))
        generic = [i for i, aside in self.aside.items() if aside is GENERIC_DUTY]
        for source_id in generic[: max(wanted, 0)]:
            del self.aside[source_id]

    def lines(self, sources: Iterable[Source]) -> tuple[Line, ...]:
        """The mended lines of these sources."""
        return tuple(line for source in sources for line in mended(source, self.brief))


def _named_before(reasons: tuple[Source, ...], company: tuple[Source, ...], brief: Brief) -> tuple[Source, ...]:
    """The sentence on the company that names who `They have just won …` is about."""
    if not reasons or _THEY.match(reasons[0].text) is None:
        return ()
    at = brief.ledger.sources.index(reasons[0])
    return tuple(source for source in company if source == brief.ledger.sources[at - 1])


def _checkable(reasons: tuple[Source, ...], brief: Brief) -> tuple[Source, ...]:
    """The reasons without `Due to growth we are looking for a cook`, where another one names something."""
    titles = [source.text for source in brief.ledger.of(Kind.TITLE)]
    return tuple(source for source in reasons if not _only_calls(source.text, titles)) or reasons


def _only_calls(text: str, titles: Iterable[str]) -> bool:
    """Whether a reason is a call for applicants that names nothing but the job."""
    named = is_call(text)
    for title in titles:
        text = text.replace(title, "")
    return named and not generic.has_anchor(text)


def _telling(company: tuple[Source, ...]) -> tuple[Source, ...]:
    """What says most of the company, in order: its first sentence, facts, then what names something."""
    best = sorted(company[1:], key=lambda source: (source.from_draft, not generic.has_anchor(source.text)))
    chosen, words = set[str](), 0
    for source in (*company[:1], *best):
        words += len(source.text.split())
        if len(chosen) < MAX_ABOUT or words <= _SHORT_ABOUT:
            chosen.add(source.id)
    return tuple(source for source in company if source.id in chosen)


def mended(source: Source, brief: Brief) -> tuple[Line, ...]:
    """One source as lines of a posting, mended; its own words where the guard would refuse one of them."""
    text = _plain(source, brief)
    texts = _duties(text, source, brief) if source.kind in _DONE else (text,)
    section = SectionKind.NICE if source.modality is Modality.PREFERRED else None
    if section is not None:
        texts = (wish(text),)
    lines = tuple(Line(text=text, cites=(source.id,), form=Form.WRITTEN) for text in texts)
    if texts == (source.text,) or not all(_passes(line, brief, section) for line in lines):
        lines = (Line(text=source.text, cites=(source.id,), form=Form.VERBATIM),)
    last = addressed(lines[-1].text, source)
    return lines if last == lines[-1].text else (*lines[:-1], replace(lines[-1], text=last, form=Form.SLOT))


def _plain(source: Source, brief: Brief) -> str:
    """What a source says, with what the guide offers in the place of its words, and without praise of applicants."""
    findings = (finding for finding in brief.findings if finding.source == source.id)
    text = mend(source.text, findings, offers=source.kind is Kind.BENEFIT)
    return called(text) if source.kind in _CALLING else text


def _duties(text: str, source: Source, brief: Brief) -> tuple[str, ...]:
    """A duty or a result as one line or several, each beginning with its verb."""
    told = as_order(text) if brief.told_of_another else text
    parts = split(verb_first(told, bullet=source.bullet))
    return parts if len(parts) == 1 else tuple(verb_first(part, bullet=True) for part in parts)


def _passes(line: Line, brief: Brief, section: SectionKind | None) -> bool:
    return guard.check(line, brief.ledger, section=section).outcome is Outcome.PASSED
