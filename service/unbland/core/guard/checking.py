"""The verdict on a line: every check in turn, each with its own evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from unbland.core.guard import (
    added,
    additions,
    alternatives,
    applicants,
    awaited,
    bare,
    bindings,
    bonds,
    borne,
    cases,
    causes,
    channels,
    citations,
    claims,
    companions,
    conditions,
    crossings,
    deeds,
    delegating,
    exchanges,
    figures,
    given,
    hedges,
    helping,
    limits,
    links,
    mixtures,
    modality,
    moments,
    names,
    narrowing,
    novelty,
    opposites,
    partners,
    polarity,
    portions,
    qualifiers,
    readers,
    roles,
    scope,
    shares,
    shifted,
    signs,
    sites,
    sizes,
    slots,
    strays,
    tenses,
    ties,
    unions,
    unsure,
    wholes,
    worth,
)
from unbland.core.guard.evidence import Case
from unbland.core.guard.gathering import cited, gather
from unbland.core.guard.model import Outcome, Verdict, Violation, ViolationClass
from unbland.core.ledger.model import MUTE_KINDS, Ledger, Source
from unbland.core.posting import Line, SectionKind

#: Adding a check is adding one entry here; the order is the order of the violations.
CHECKS: tuple[Callable[[Case], Iterator[Violation]], ...] = (
    citations.check,
    slots.check,
    channels.check,
    signs.check,
    figures.check,
    bindings.check_swaps,
    bindings.check_strangers,
    mixtures.check,
    shares.check_parts,
    shares.check_multiples,
    shares.check_inner,
    shares.check_each,
    shares.check_for_each,
    bindings.check_hosts,
    shares.check_wholes,
    added.check,
    added.check_beside,
    portions.check_one,
    portions.check_some,
    portions.check_per,
    portions.check_beyond,
    portions.check_order,
    portions.check_heads,
    portions.check_ranks,
    ties.check,
    ties.check_joints,
    ties.check_starts,
    ties.check_reach,
    ties.check_moved,
    ties.check_both,
    moments.check,
    moments.check_parts,
    moments.check_ranges,
    moments.check_offsets,
    moments.check_days,
    awaited.check,
    awaited.check_opened,
    tenses.check,
    tenses.check_now,
    partners.check,
    partners.check_ladder,
    names.check,
    polarity.check,
    opposites.check,
    opposites.check_that,
    bare.check,
    bare.check_some,
    scope.check,
    wholes.check,
    additions.check,
    worth.check,
    worth.check_said,
    worth.check_rates,
    worth.check_cases,
    borne.check,
    borne.check_lent,
    cases.check,
    cases.check_within,
    cases.check_which,
    given.check_on_top,
    given.check_steps,
    given.check_counts,
    given.check_asked,
    alternatives.check,
    bonds.check,
    limits.check,
    limits.check_terms,
    limits.check_debut,
    qualifiers.check,
    applicants.check,
    applicants.check_those,
    narrowing.check,
    causes.check,
    links.check,
    crossings.check,
    companions.check,
    exchanges.check,
    conditions.check,
    conditions.check_otherwise,
    conditions.check_turned,
    unions.check,
    modality.check,
    hedges.check,
    unsure.check,
    claims.check,
    roles.check,
    readers.check,
    helping.check,
    strays.check,
    sites.check,
    shifted.check,
    deeds.check,
    delegating.check,
    delegating.check_subjects,
    novelty.check,
)

#: What a verifier may settle; everything else is a refusal.
SOFT = frozenset({ViolationClass.NOVELTY})

#: What a bullet may leave out before its verb; never before "not".
_YOU_WILL = re.compile(r"^you(?:['’]ll| will) (?!not\b|never\b)")


def check(line: Line, ledger: Ledger, *, section: SectionKind | None = None) -> Verdict:
    """Judge a line against the sources it cites; the section tells whether it is asked for or only liked."""
    sources = cited(line, ledger)
    found = [*modality.check_section(line, sources, section)]
    if not _is_verbatim(line, sources):
        found += [*sizes.check(line, sources)] or _all(gather(line, ledger, section))
    if not found:
        return Verdict(outcome=Outcome.PASSED)
    soft = all(violation.class_ in SOFT for violation in found)
    return Verdict(outcome=Outcome.DOUBT if soft else Outcome.REFUSED, violations=tuple(dict.fromkeys(found)))


def _all(this: Case) -> list[Violation]:
    return [violation for one in CHECKS for violation in one(this)]


def _is_verbatim(line: Line, sources: Sequence[Source]) -> bool:
    """Whether the line is the words of its sources, one after the other, and none of them is mute or unknown."""
    if len(sources) < max(1, len(line.cites)) or any(source.kind in MUTE_KINDS for source in sources):
        return False
    whole, parts = _bare(line.text), [_bare(source.text) for source in sources]
    joined = {joint.join(parts) for joint in (" ", ". ", "; ")}
    # "You will" before a duty's verb says to whom a posting speaks, and the whole posting speaks to that reader.
    return whole in parts or whole in joined or whole in [_YOU_WILL.sub("", part) for part in parts]


def _bare(text: str) -> str:
    """The words without the mark at their end; one within may part a "no" from what it denies."""
    return " ".join(text.casefold().split()).rstrip(".;")
