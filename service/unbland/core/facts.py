"""What the company states beside the draft: the facts, each optional (DESIGN 6.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from unbland.core.codes import CURRENCIES, PLACES, unknown_part

#: A mistyped field must be an error that names it, or a fact would be lost without a word.
_STRICT = {"extra": "forbid", "str_strip_whitespace": True}

#: ISO 3166-1 (`CA`), ISO 3166-2 (`CA-ON`), or a city below one (`US-NY/new-york-city`).
_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?(/[a-z0-9]+(-[a-z0-9]+)*)?")

#: Powers of ten between which a pay lies; beyond them `1e999999` would be written out digit by digit.
_DECIMALS, _DIGITS = 4, 12


class EmploymentType(StrEnum):
    """How the person is employed."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"


class Workplace(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Period(StrEnum):
    """What one payment of the stated pay covers."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


class Vacancy(StrEnum):
    """Whether there is a job to fill now (Ontario asks postings to say so)."""

    EXISTING = "existing"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who hires."""

    __pydantic_config__: ClassVar = _STRICT
    name: str = ""
    #: What the company does and what sets it apart, a sentence each.
    about: tuple[str, ...] = ()
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """The job itself, as the company files it."""

    __pydantic_config__: ClassVar = _STRICT
    title: str = ""
    team: str = ""
    reports_to: str = ""
    employment_type: EmploymentType | None = None
    workplace: Workplace | None = None
    location: str = ""
    #: Whose posting law applies: `CA-ON`, `GB`, `US-NY/new-york-city`.
    jurisdictions: tuple[str, ...] = ()
    schedule: str = ""
    travel: str = ""
    start_date: str = ""

    def __post_init__(self) -> None:
        """Refuse a place that is no ISO 3166 code, since no law would be found for it."""
        for number, place in enumerate(self.jurisdictions):
            if not _PLACE.fullmatch(place):
                raise ValueError(f"jurisdictions[{number}] is no ISO 3166 code; {PLACES}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What the job pays, in units of `currency` for each `period`."""

    __pydantic_config__: ClassVar = _STRICT
    min: Decimal | None = None
    max: Decimal | None = None
    #: ISO 4217, three capitals.
    currency: str = ""
    period: Period | None = None
    #: Bonus, commission, shares: a phrase each.
    extras: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a range that ends below its start, a negative pay, and a currency that is no ISO code."""
        if any(end is not None and (not end.is_finite() or end <= 0) for end in (self.min, self.max)):
            raise ValueError("min and max must be above zero")
        if any(end is not None and not -_DECIMALS <= end.adjusted() <= _DIGITS for end in (self.min, self.max)):
            raise ValueError("min or max is no pay that anybody gets; write the figure in full")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}; swap them or mend one")
        if self.currency and not re.fullmatch("[A-Z]{3}", self.currency):
            raise ValueError("currency is no ISO 4217 code; write CAD, USD or EUR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """How the hiring runs."""

    __pydantic_config__: ClassVar = _STRICT
    deadline: date | None = None
    how_to_apply: str = ""
    vacancy: Vacancy | None = None
    ai_screening: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFacts:
    """All that the company states beside the draft; an empty field is a fact nobody has given."""

    __pydantic_config__: ClassVar = _STRICT
    company: Company = field(default_factory=Company)
    role: Role = field(default_factory=Role)
    hiring_reason: str = ""
    goals: tuple[str, ...] = ()
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    pay: Pay = field(default_factory=Pay)
    benefits: tuple[str, ...] = ()
    process: Process = field(default_factory=Process)
    #: Statements that must stand word for word (equal opportunity, licences, notices).
    legal: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


NO_FACTS = CompanyFacts()

#: The name of every field of the facts: a blank under another name is a mistake, not a blank.
_NAMES = frozenset(f.name for part in (CompanyFacts, Company, Role, Pay, Process) for f in fields(part))


def given(value: object) -> object:
    """Facts as they come in without what was left blank: an empty field, or none at all, is what nobody has stated."""
    return {} if value is None else _given(value, depth=3)


def _given(value: object, depth: int) -> object:
    if depth and isinstance(value, dict):
        return {n: _given(item, depth - 1) for n, item in value.items() if n not in _NAMES or not _blank(item)}
    if isinstance(value, list):
        return [item for item in value if not _blank(item)]
    return value


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def known(facts: CompanyFacts) -> CompanyFacts:
    """The same facts; raises ValueError for codes of no country and no currency.

    For facts as they come in: those that were kept before a code went are still read.
    """
    if facts.pay.currency and facts.pay.currency not in CURRENCIES:
        raise ValueError("pay.currency: no ISO 4217 code in use; write CAD, USD or EUR")
    for number, place in enumerate(facts.role.jurisdictions):
        if unknown := unknown_part(place):
            raise ValueError(f"role.jurisdictions[{number}]: no {unknown} has this code; {PLACES}")
    return facts


def answered(facts: CompanyFacts, answers: CompanyFacts) -> CompanyFacts:
    """Facts with answers put to them: an answer takes the place of a single value, and is added to a list.

    Raises ValueError where both together cannot be, such as a pay that ends below its start.
    """
    return replace(facts, **_put_all(facts, answers))


def _put_all(old: _Part, new: _Part) -> dict[str, Any]:
    return {member.name: _put(getattr(old, member.name), getattr(new, member.name)) for member in fields(old)}


def _put(old: object, new: object) -> object:
    if isinstance(old, _Part) and isinstance(new, _Part):
        return replace(old, **_put_all(old, new))
    if isinstance(old, tuple) and isinstance(new, tuple):
        return old + tuple(item for item in new if item not in old)
    return old if new in (None, "") else new


#: What facts are made of.
_Part = CompanyFacts | Company | Role | Pay | Process
