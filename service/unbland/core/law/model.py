"""What a posting law is: who asks what of a posting, from when to when, who says so, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from unbland.core.ledger.model import Source


class Demand(StrEnum):
    """What a law asks of the posting itself."""

    PAY = "pay"
    #: No open end: "up to", "and up".
    CLOSED_RANGE = "closed-range"
    #: A range no wider than the law allows.
    NARROW_RANGE = "narrow-range"
    BENEFITS = "benefits"
    #: No open end to the benefits: "etc.", "and more".
    CLOSED_BENEFITS = "closed-benefits"
    #: Bonuses, commissions and what else is paid, where there is any.
    OTHER_PAY = "other-pay"
    #: That the job lives on tips too, where it does.
    TIPS = "tips"
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
    #: No question what an applicant earned before.
    NO_PAY_HISTORY = "no-pay-history"


#: Each demand as words that can follow "the posting needs".
WORDS: dict[Demand, str] = {
    Demand.PAY: "pay, as a figure or a range",
    Demand.CLOSED_RANGE: "both ends of a range, where it is one",
    Demand.NARROW_RANGE: "a pay range that is not too wide",
    Demand.BENEFITS: "a general description of the benefits",
    Demand.CLOSED_BENEFITS: 'benefits without "etc." or "and more"',
    Demand.OTHER_PAY: "bonuses, commissions and other pay, if there are any",
    Demand.TIPS: "that the job is tipped, if it is",
    Demand.DEADLINE: "the last day to apply, or that there is none",
    Demand.HOW_TO_APPLY: "how to apply",
    Demand.DUTIES: "what the job is",
    Demand.VACANCY: "whether there is a vacancy now",
    Demand.AI_STATEMENT: "that AI screens, assesses or selects applicants, if it does",
    Demand.NO_LOCAL_EXPERIENCE: "no call for Canadian experience",
    Demand.NEUTRAL_TITLE: "a title that names no sex",
    Demand.NO_PAY_HISTORY: "no question about earlier pay",
}


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

    #: ISO 3166 code, a city or county below one, `EU`, or `US/remote` for remote work without a state.
    place: str
    #: First day; None: not known.
    from_date: date | None
    #: Last day; None: open.
    until: date | None
    demands: tuple[Demand, ...]
    #: Whom it binds, to be read after "for".
    employers: str
    #: The smallest employer that it binds; None: not known.
    least_employees: int | None
    certainty: Certainty
    source: str
    #: When the entry was last held against its source.
    as_of: date
    #: The widest range, in the local currency a year.
    max_width: Decimal | None
    #: The widest range, as a share of its lower end.
    max_spread: Decimal | None
    #: Pay above this a year frees from the demands on the range.
    free_above: Decimal | None
    #: Whether a job paid by commission alone need give no figure, if it says so.
    commission_alone: bool
    #: Whether a link to pay and benefits is enough.
    link_is_enough: bool
    note: str

    @property
    def certain(self) -> bool:
        """Whether it is sure enough to say "missing" and not "ask"."""
        return self.certainty is not Certainty.C

    def in_force(self, day: date) -> bool:
        """Whether it binds on a day; a law of unknown date may."""
        begun = self.from_date is None or self.from_date <= day
        return begun and (self.until is None or day <= self.until)

    def binds(self, employees: int | None) -> bool:
        """Whether it may bind an employer of so many; who has fewer in all has fewer in the place, too."""
        return employees is None or self.least_employees is None or employees >= self.least_employees


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What decides whose law applies."""

    #: Places of the work, as a law names them.
    places: tuple[str, ...]
    day: date
    #: People the employer has; None: nobody says.
    employees: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A demand that a text does not meet."""

    law: PostingLaw
    demand: Demand
    #: What offends; None where something is missing.
    source: Source | None = None
