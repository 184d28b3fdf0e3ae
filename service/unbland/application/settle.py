"""After a model wrote: the guard's verdicts, the sources' own words for what it refused, and what was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbland.core import guard
from unbland.core.assembly.accounting import Aside, RefusedLine
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier
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

Lines = Mapping[SectionKind, tuple[Line, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A writer's lines, parted by the guard."""

    passed: Lines
    refused: tuple[RefusedLine, ...]


def judge(posting: Posting, ledger: Ledger) -> Judged:
    """What the guard lets through; lines of nothing but slots are left to code, which renders every slot itself."""
    passed: dict[SectionKind, tuple[Line, ...]] = {}
    refused: list[RefusedLine] = []
    for section in posting.sections:
        for line in section.lines:
            if _is_codes_own(line, ledger):
                continue
            verdict = guard.check(line, ledger)
            if verdict.outcome is Outcome.PASSED:
                passed[section.kind] = (*passed.get(section.kind, ()), line)
            else:
                refused.append(RefusedLine(text=line.text, cites=line.cites, violations=verdict.violations))
    return Judged(passed=passed, refused=tuple(refused))


def make_whole(lines: Lines, refused: tuple[RefusedLine, ...], ledger: Ledger, aside: Mapping[str, Aside]) -> Lines:
    """The lines, with the own words of the sources whose lines were refused, and of every must-have not carried."""
    whole = dict(lines)
    cited = {cite for group in lines.values() for line in group for cite in line.cites}
    failed = {cite for line in refused for cite in line.cites} - cited
    flat = tuple(line for group in lines.values() for line in group)
    lost = {source.id for source in guard.uncovered(flat, ledger)}
    for source in ledger.sources:
        if source.id in (failed | lost) - aside.keys() and (home := _home(source)) is not None:
            own = Line(text=source.text, cites=(source.id,), form=Form.VERBATIM)
            whole[home] = (*whole.get(home, ()), own)
    return whole


def _is_codes_own(line: Line, ledger: Ledger) -> bool:
    """Whether a line rests on slots alone, so that code has its own line for it."""
    sources = [ledger.by_id[cite] for cite in line.cites if cite in ledger.by_id]
    return bool(sources) and len(sources) == len(line.cites) and all(s.tier is Tier.SLOT for s in sources)


def _home(source: Source) -> SectionKind | None:
    """The section of a source's own words."""
    if source.kind is Kind.REQUIREMENT and source.modality is Modality.PREFERRED:
        return SectionKind.NICE
    return HOMES.get(source.kind)
