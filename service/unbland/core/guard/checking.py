"""The verdict on a line: every check in turn, each with its own evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from unbland.core.guard import (
    channels,
    citations,
    claims,
    figures,
    modality,
    names,
    novelty,
    polarity,
    roles,
    scope,
    slots,
)
from unbland.core.guard.evidence import Case, case
from unbland.core.guard.model import Outcome, Verdict, Violation, ViolationClass
from unbland.core.ledger.model import MUTE_KINDS, Ledger
from unbland.core.posting import Line, SectionKind

#: Adding a check is adding one entry here; the order is the order of the violations.
CHECKS: tuple[Callable[[Case], Iterator[Violation]], ...] = (
    citations.check,
    slots.check,
    channels.check,
    figures.check,
    figures.check_swaps,
    figures.check_shares,
    names.check,
    polarity.check,
    scope.check,
    scope.check_worth,
    scope.check_joints,
    scope.check_alternatives,
    modality.check,
    claims.check,
    roles.check,
    novelty.check,
)

#: What a verifier may settle; everything else is a refusal.
SOFT = frozenset({ViolationClass.NOVELTY})


def check(line: Line, ledger: Ledger, *, section: SectionKind | None = None) -> Verdict:
    """Judge a line against the sources it cites; the section tells whether it is asked for or only liked."""
    this = case(line, ledger, section)
    found = tuple(modality.check_section(this))
    if not found and _is_verbatim(this):
        return Verdict(outcome=Outcome.PASSED)
    found = tuple(dict.fromkeys((*found, *(violation for one in CHECKS for violation in one(this)))))
    if not found:
        return Verdict(outcome=Outcome.PASSED)
    soft = all(violation.class_ in SOFT for violation in found)
    return Verdict(outcome=Outcome.DOUBT if soft else Outcome.REFUSED, violations=found)


def _is_verbatim(this: Case) -> bool:
    """Whether the line is the words of its sources, one after the other, and none of them is mute."""
    if this.slots or this.unknown or not this.sources or any(source.kind in MUTE_KINDS for source in this.sources):
        return False
    whole, parts = _bare(this.line.text), [_bare(reading.text) for reading in this.readings]
    return whole in parts or whole == " ".join(parts)


def _bare(text: str) -> str:
    """The words with the marks between sentences taken off, so that a full stop more or less is no matter."""
    return " ".join(part.rstrip(".;") for part in text.split())
