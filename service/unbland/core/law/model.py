"""What a posting law is: who asks what of a posting, since when, who says so, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from unbland.core.ledger.model import Source


class Demand(StrEnum):
    """What a law asks of the posting itself."""

    #: A pay figure or range.
    PAY = "pay"
    #: No open end: "up to", "and up".
    CLOSED_RANGE = "closed-range"
    #: A range no wider than the law allows.
    NARROW_RANGE = "narrow-range"
    #: A general description of benefits and of other pay.
    BENEFITS = "benefits"
    #: The date by which to apply, or that there is none.
    DEADLINE = "deadline"
    HOW_TO_APPLY = "how-to-apply"
    #: What the job is, where a description exists.
    DUTIES = "duties"
    #: Whether there is a job to fill now.
    VACANCY = "vacancy"
    #: That AI screens, assesses or selects, where it does.
    AI_STATEMENT = "ai-statement"
    #: No call for experience gained in Canada.
    NO_LOCAL_EXPERIENCE = "no-local-experience"
    #: A title that names no sex.
    NEUTRAL_TITLE = "neutral-title"


class Certainty(StrEnum):
    """How sure an entry is."""

    #: Statute or regulator's text, or two legal sources that agree.
    A = "A"
    #: One good source, or an open detail.
    B = "B"
    #: Conflicting, thin or only proposed: a person must check.
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingLaw:
    """What one law asks of postings for work in one place."""

    #: ISO 3166 code, a city below one, or `EU`.
    place: str
    #: None: the date is not known.
    from_date: date | None
    demands: tuple[Demand, ...]
    #: Whom it binds.
    employers: str
    certainty: Certainty
    source: str
    #: The widest range, in the local currency a year.
    max_width: Decimal | None = None
    #: The widest range, as a share of its lower end.
    max_spread: Decimal | None = None
    #: Pay above this a year frees from the demands on pay.
    free_above: Decimal | None = None
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it binds on a day; a law of unknown date may."""
        return self.from_date is None or self.from_date <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A demand that a text does not meet."""

    law: PostingLaw
    demand: Demand
    #: What offends; None where something is missing.
    source: Source | None = None

    @property
    def place(self) -> str:
        """Whose law it is."""
        return self.law.place

    @property
    def certain(self) -> bool:
        """Whether the entry is sure enough to say "missing" and not "ask"."""
        return self.law.certainty is not Certainty.C
