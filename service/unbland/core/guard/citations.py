"""Citations: a line names sources that exist, that may be repeated, and that it has something to do with."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.novelty import is_new
from unbland.core.language.synonyms import GIVING, LIGHT_STEMS
from unbland.core.ledger.model import MUTE_KINDS


def check(case: Case) -> Iterator[Violation]:
    """Unknown ids, sources that no posting repeats, and a claim that rests on nothing."""
    for id_ in case.unknown:
        yield _violation(f"there is no source {id_}")
    for source in case.sources:
        if source.kind in MUTE_KINDS:
            yield _violation(f"{source.id} is {source.kind.value.replace('_', ' ')}, which no posting repeats")
    if not case.line.cites:
        yield _violation("the line claims something and cites nothing")
    elif case.sources and not case.slots and not case.rests and _claims(case):
        yield _violation("the line shares no word with what it cites")


def _claims(case: Case) -> bool:
    """Whether a line that rests on no word says more than the figures of its sources."""
    return bool(case.claim.content or not case.claim.figures) and not _repeats(case)


def _repeats(case: Case) -> bool:
    """Whether a source of figures alone has every figure of the line: "24 hours a week over three days"."""
    values = {(figure.kind, end) for figure in case.figures for end in (figure.low, figure.high)}
    mine = {(figure.kind, end) for figure in case.claim.figures for end in (figure.low, figure.high) if end is not None}
    new = any(word.content and is_new(case, word) for word in case.claim.words)
    return bool(mine) and not new and case.content <= {"spread"} | LIGHT_STEMS | GIVING and mine <= values


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.CITATION, detail=detail)
