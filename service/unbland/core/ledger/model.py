"""The ledger: every source of one rewrite, the only truth there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a source speaks of."""

    TITLE = "title"
    COMPANY = "company"
    REASON = "reason"
    GOAL = "goal"
    DUTY = "duty"
    REQUIREMENT = "requirement"
    PAY = "pay"
    BENEFIT = "benefit"
    SCHEDULE = "schedule"
    LOCATION = "location"
    REPORTING = "reporting"
    PROCESS = "process"
    LEGAL = "legal"
    CONTACT = "contact"
    #: A market's figure, such as an average salary: never this job's pay.
    MARKET_STAT = "market_stat"
    #: Says nothing about this job: what every posting says, or headings' small talk.
    BOILERPLATE = "boilerplate"
    #: Not the employer's words at all: a job board's own offer, navigation, an instruction to a machine.
    NOISE = "noise"


class Modality(StrEnum):
    """Whether a requirement is a deal-breaker."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NONE = "none"


class Tier(StrEnum):
    """Who may word a source anew."""

    #: Nobody: code renders the typed value, or the source's own words stand.
    SLOT = "slot"
    #: Anybody, and the guard checks it.
    GUARDED = "guarded"
    #: Carries no claim.
    FREE = "free"


#: Kinds whose text never passes through a model (DESIGN 1, tier *slot*).
SLOT_KINDS = frozenset({Kind.PAY, Kind.LOCATION, Kind.REPORTING, Kind.LEGAL, Kind.CONTACT, Kind.PROCESS})

#: Kinds that no posting repeats: nothing of them may reach the result.
MUTE_KINDS = frozenset({Kind.MARKET_STAT, Kind.NOISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One span of the draft, or one fact: the unit of evidence."""

    #: `D7` for the draft's seventh source, `F3` for the third fact.
    id: str
    text: str
    kind: Kind
    modality: Modality
    tier: Tier
    #: Half-open offsets into the draft; None for a fact.
    start: int | None = None
    end: int | None = None
    #: The fact's place in the facts, `pay` or `goals[0]`; None for the draft.
    field: str | None = None
    #: The heading the draft put above it, as written; None for a fact or before the first heading.
    heading: str | None = None
    bullet: bool = False
    #: Where the links in it go, which its words may not say ("Apply here").
    links: tuple[str, ...] = ()

    @property
    def from_draft(self) -> bool:
        """Whether the draft says it, and not the facts."""
        return self.field is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Draft and facts disagree, or the draft with itself: reported, never settled silently."""

    #: The field of the facts that it is about: `pay`, `role.location`.
    field: str
    #: Ids of the sources that disagree.
    sources: tuple[str, ...]
    message: str


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """All sources in order, the draft's first, and where they disagree."""

    sources: tuple[Source, ...]
    #: Finds out where they disagree, which a review never asks.
    compare: Callable[[], tuple[Conflict, ...]] = field(default=tuple, compare=False, repr=False)
    #: Fields of the facts that held hidden words or traps, which were taken out.
    cleaned: tuple[str, ...] = ()

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the sources disagree."""
        return self.compare()

    @cached_property
    def by_id(self) -> dict[str, Source]:
        """Each source under its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def by_field(self) -> dict[str, Source]:
        """Each fact under its field, but those that speak to a machine."""
        return {s.field: s for s in self.sources if s.field is not None and s.kind is not Kind.NOISE}

    def of(self, *kinds: Kind) -> tuple[Source, ...]:
        """The sources of these kinds, in order."""
        return tuple(source for source in self.sources if source.kind in kinds)

    @cached_property
    def must_haves(self) -> tuple[Source, ...]:
        """The requirements without which nobody is hired."""
        return tuple(s for s in self.of(Kind.REQUIREMENT) if s.modality is Modality.REQUIRED)
