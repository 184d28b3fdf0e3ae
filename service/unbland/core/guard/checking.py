"""The verdict on a line: every check in turn, each with its own evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from unbland.core.guard import (
    channels,
    citations,
    claims,
    figures,
    modality,
    names,
    novelty,
    polarity,
    relations,
    roles,
    scope,
    slots,
)
from unbland.core.guard.evidence import Case, case, cited
from unbland.core.guard.model import Outcome, Verdict, Violation, ViolationClass
from unbland.core.ledger.model import MUTE_KINDS, Ledger, Source
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
    scope.check_narrowing,
    relations.check,
    modality.check,
    claims.check,
    roles.check,
    novelty.check,
)

#: What a verifier may settle; everything else is a refusal.
SOFT = frozenset({ViolationClass.NOVELTY})

#: The longest line, and the longest source that a line may reword, in characters: twice a long bullet, and a long
#: paragraph. They also bound the work that one line can cost.
LINE_LIMIT, SOURCE_LIMIT = 800, 2_000


def check(line: Line, ledger: Ledger, *, section: SectionKind | None = None) -> Verdict:
    """Judge a line against the sources it cites; the section tells whether it is asked for or only liked."""
    sources = cited(line, ledger)
    found = [*modality.check_section(line, sources, section)]
    if not _is_verbatim(line, sources):
        found += _too_long(line, sources) or _all(case(line, ledger, section))
    if not found:
        return Verdict(outcome=Outcome.PASSED)
    soft = all(violation.class_ in SOFT for violation in found)
    return Verdict(outcome=Outcome.DOUBT if soft else Outcome.REFUSED, violations=tuple(dict.fromkeys(found)))


#: What a bullet may leave out before its verb; never before "not".
_YOU_WILL = re.compile(r"^you(?:['’]ll| will) (?!not\b|never\b)")


def _all(this: Case) -> list[Violation]:
    return [violation for one in CHECKS for violation in one(this)]


def _is_verbatim(line: Line, sources: Sequence[Source]) -> bool:
    """Whether the line is the words of its sources, one after the other, and none of them is mute or unknown."""
    if len(sources) < max(1, len(line.cites)) or any(source.kind in MUTE_KINDS for source in sources):
        return False
    whole, parts = _bare(line.text), [_bare(source.text) for source in sources]
    # "You will" before a duty's verb says to whom a posting speaks, and the whole posting speaks to that reader.
    return whole in parts or whole == " ".join(parts) or whole in [_YOU_WILL.sub("", part) for part in parts]


def _bare(text: str) -> str:
    """The words with the marks between sentences taken off, so that a full stop more or less is no matter."""
    return " ".join(part.rstrip(".;") for part in text.casefold().split())


def _too_long(line: Line, sources: Sequence[Source]) -> list[Violation]:
    details = [f"the line has {len(line.text)} characters; it may have {LINE_LIMIT}"] * (len(line.text) > LINE_LIMIT)
    details += [f"{source.id} is too long to reword" for source in sources if len(source.text) > SOURCE_LIMIT]
    return [Violation(class_=ViolationClass.CITATION, detail=detail) for detail in details]
