"""After a model wrote: the guard's verdicts, and the editor's words for what it refused or the model lost."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from unbland.core import guard
from unbland.core.assembly.accounting import Aside, RefusedLine, UnusedLine
from unbland.core.assembly.kept import hollowed, worth_reading
from unbland.core.assembly.slots import addressed, is_rendered
from unbland.core.brief import Brief
from unbland.core.editor import mended
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.guard.slots import SLOT
from unbland.core.ledger.model import Kind, Ledger, Modality, Source
from unbland.core.posting import Form, Line, Posting, SectionKind

#: Where a source's own words stand when a writer failed it; the other kinds belong to code, or to nobody.
HOMES: Mapping[Kind, SectionKind] = {
    Kind.REASON: SectionKind.OPENING,
    Kind.GOAL: SectionKind.DO,
    Kind.DUTY: SectionKind.DO,
    Kind.REQUIREMENT: SectionKind.MUST,
    Kind.BENEFIT: SectionKind.OFFER,
    Kind.COMPANY: SectionKind.ABOUT,
}

#: Kinds that a writer may word anew but not leave out.
_KEPT = (Kind.REASON, Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT, Kind.BENEFIT)

#: Why a line that was not refused is not used.
_CODES = "code writes this itself"
_DROPPED = "what it rests on was dropped"
_HOLLOW = "says too little of a must-have, which stands in its own words"

Lines = Mapping[SectionKind, tuple[Line, ...]]


def is_copy(posting: Posting, brief: Brief) -> bool:
    """Whether a writer gave the whole draft back word for word, with what the guide has something against.

    The title may stand among the lines or above them.
    """
    drafted = {_said(source.text): source.kind for source in brief.ledger.sources if source.from_draft}
    body = {text for text, kind in drafted.items() if kind is not Kind.TITLE}
    lines = {_said(line.text) for line in posting.lines if not SLOT.search(line.text)}
    return body <= lines <= drafted.keys() and any(finding.source for finding in brief.findings)


def _said(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


class Claim(NamedTuple):
    """What a line says on which sources: in other capitals, or in another section, it is the same claim."""

    words: str
    cites: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A line as a writer wrote it, and what is to become of it."""

    section: SectionKind
    line: Line
    verdict: Verdict

    @property
    def claim(self) -> Claim:
        """What the line says."""
        return Claim(words=" ".join(self.line.text.casefold().split()), cites=frozenset(self.line.cites))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A writer's lines in their order, each with its verdict."""

    rulings: tuple[Ruling, ...]
    #: The lines that rest on nothing but what code renders: no fault of the writer's, and nothing to judge.
    codes_own: tuple[Line, ...] = ()

    @property
    def doubts(self) -> tuple[Ruling, ...]:
        """The lines that a verifier may settle; refused as they stand."""
        return tuple(ruling for ruling in self.rulings if ruling.verdict.outcome is Outcome.DOUBT)

    @property
    def refused(self) -> tuple[RefusedLine, ...]:
        """The lines that may not be published."""
        return tuple(
            RefusedLine(text=ruling.line.text, cites=ruling.line.cites, violations=ruling.verdict.violations)
            for ruling in self.rulings
            if ruling.verdict.outcome is not Outcome.PASSED
        )

    def passed(self, ledger: Ledger) -> Lines:
        """The lines that may be published, by section, as they will stand there."""
        passed: dict[SectionKind, tuple[Line, ...]] = {}
        for ruling in self.rulings:
            if ruling.verdict.outcome is Outcome.PASSED:
                passed[ruling.section] = (*passed.get(ruling.section, ()), _published(ruling.line, ledger))
        return passed

    def settled(self, claims: AbstractSet[Claim]) -> Judged:
        """The same with the doubts about these claims settled; a refusal is never overruled."""
        rulings = tuple(
            _verified(ruling) if ruling.claim in claims and ruling.verdict.outcome is Outcome.DOUBT else ruling
            for ruling in self.rulings
        )
        return replace(self, rulings=rulings)

    def then(self, again: Judged) -> Judged:
        """These lines, and those that were written after them."""
        return Judged(rulings=self.rulings + again.rulings, codes_own=self.codes_own + again.codes_own)

    def unused(self, lines: Lines, ledger: Ledger, aside: Mapping[str, Aside]) -> tuple[UnusedLine, ...]:
        """The lines that were not refused and are not among these, each with why."""
        kept = set(_flat(lines))
        passed = (ruling.line for ruling in self.rulings if ruling.verdict.outcome is Outcome.PASSED)
        lost = [line for line in passed if _published(line, ledger) not in kept]
        left = [(line, _CODES) for line in self.codes_own]
        left += [(line, _HOLLOW if worth_reading((line,), ledger, aside) else _DROPPED) for line in lost]
        return tuple(UnusedLine(text=line.text, cites=line.cites, reason=why) for line, why in left)


def judge(posting: Posting, ledger: Ledger) -> Judged:
    """The guard's verdict on each line; lines that rest on what code renders are left to code."""
    return Judged(
        rulings=tuple(
            Ruling(section=section.kind, line=line, verdict=guard.check(line, ledger, section=section.kind))
            for section in posting.sections
            for line in section.lines
            if not _is_codes_own(line, ledger)
        ),
        codes_own=tuple(line for line in posting.lines if _is_codes_own(line, ledger)),
    )


def make_whole(lines: Lines, refused: tuple[RefusedLine, ...], brief: Brief, aside: Mapping[str, Aside]) -> Lines:
    """The lines, with every source that may not be lost as the editor words it.

    Those are the sources whose lines were refused, the must-haves that no line carries, and what nobody may leave
    out for style: wishes, benefits, goals, and the reason.
    """
    whole = _without_the_hollow(lines, brief.ledger, aside)
    wanted = _wanted(whole, refused, brief.ledger) - aside.keys()
    for source in brief.ledger.sources:
        home = _home(source)
        if source.id in wanted and home is not None:
            whole[home] = (*whole.get(home, ()), *mended(source, brief))
    return whole


def _without_the_hollow(
    lines: Lines, ledger: Ledger, aside: Mapping[str, Aside]
) -> dict[SectionKind, tuple[Line, ...]]:
    """The lines without those that rest on what was dropped, or only mention one of the must-haves they rest on.

    What else such a line said comes back in its sources' own words, as everything that no line carries does.
    """
    kept = {kind: worth_reading(group, ledger, aside) for kind, group in lines.items()}
    unsaid = {source.id for source in _unsaid(_flat(kept), ledger)}
    return {kind: tuple(line for line in group if unsaid.isdisjoint(line.cites)) for kind, group in kept.items()}


def _unsaid(lines: tuple[Line, ...], ledger: Ledger) -> tuple[Source, ...]:
    """The must-haves that no line carries whole."""
    return (*guard.uncovered(lines, ledger), *hollowed(lines, ledger))


def _flat(lines: Lines) -> tuple[Line, ...]:
    return tuple(line for group in lines.values() for line in group)


def _wanted(lines: Lines, refused: tuple[RefusedLine, ...], ledger: Ledger) -> set[str]:
    """The ids of the sources that no line carries as it should."""
    flat = _flat(lines)
    cited = {cite for line in flat for cite in line.cites}
    failed = {cite for line in refused for cite in line.cites}
    kept = {source.id for source in ledger.of(*_KEPT)}
    return ((failed | kept) - cited) | {source.id for source in _unsaid(flat, ledger)}


def _is_codes_own(line: Line, ledger: Ledger) -> bool:
    """Whether a line rests on nothing but what code has its own lines for: slots, schedules, bare names."""
    sources = [ledger.by_id[cite] for cite in line.cites if cite in ledger.by_id]
    return bool(sources) and len(sources) == len(line.cites) and all(is_rendered(s) for s in sources)


def filled(line: Line, ledger: Ledger) -> Line:
    """The line with its slots rendered, each a source that it cites."""
    return replace(line, text=SLOT.sub(lambda slot: ledger.by_id[slot[1]].text.rstrip("."), line.text))


def _published(line: Line, ledger: Ledger) -> Line:
    """The line with its slots rendered, and the addresses that its sources only stand for."""
    line = filled(line, ledger)
    text = line.text
    for cite in line.cites:
        text = addressed(text, ledger.by_id[cite])
    return replace(line, text=text)


def _verified(ruling: Ruling) -> Ruling:
    line = replace(ruling.line, form=Form.VERIFIED)
    return replace(ruling, line=line, verdict=Verdict(outcome=Outcome.PASSED))


def _home(source: Source) -> SectionKind | None:
    """The section of a source's own words."""
    if source.kind is Kind.REQUIREMENT and source.modality is Modality.PREFERRED:
        return SectionKind.NICE
    return HOMES.get(source.kind)
