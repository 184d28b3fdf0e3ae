"""One posting of an applicant tracking system: named parts, and what its typed fields state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from unbland.core.ats.shape import Path
from unbland.core.facts import EmploymentType, Pay, Workplace
from unbland.core.posting import SectionKind


class AtsFormat(StrEnum):
    """The documents that are read and written back, by the name that a caller gives."""

    GREENHOUSE = "ats:greenhouse"
    GREENHOUSE_HARVEST = "ats:greenhouse-harvest"
    LEVER = "ats:lever"
    LEVER_DATA = "ats:lever-data"
    ASHBY = "ats:ashby"
    ASHBY_BOARD = "ats:ashby-board"
    SMARTRECRUITERS = "ats:smartrecruiters"
    WORKABLE = "ats:workable"
    RECRUITEE = "ats:recruitee"
    PERSONIO = "ats:personio"
    JSONLD = "jsonld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of a posting's text as the vendor keeps it."""

    #: What the vendor calls it: `jobAd.sections.qualifications.text`.
    key: str
    #: Where it stands in the vendor's document.
    path: Path = ()
    #: The heading that the vendor shows over it.
    heading: str = ""
    html: str
    #: Whether the vendor takes another text for it, and it is about this job, not the company at large.
    editable: bool = True
    #: The sections of a rewritten posting that go here.
    holds: frozenset[SectionKind] = field(default=frozenset(SectionKind))
    #: Whether it is list elements without a list around them.
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AtsPosting:
    """What is known of a posting; an empty field is nothing that the vendor's document states."""

    title: str = ""
    company: str = ""
    location: str = ""
    #: Where the location lies, by its ISO 3166 code.
    country: str = ""
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    #: One for each range that is shown: a posting for three cities may have three.
    pay: tuple[Pay, ...] = ()
    posted: date | None = None
    closes: date | None = None
    #: In the order in which a reader meets them.
    parts: tuple[Part, ...] = ()
    #: Whether the vendor shows the pay beside the editable parts, so that a reader would meet it twice.
    shows_pay: bool = False
    #: Whether it may get lists that it did not have.
    grows: bool = False

    @property
    def editable(self) -> tuple[Part, ...]:
        """The parts that may change."""
        return tuple(part for part in self.parts if part.editable)


class Bodies(NamedTuple):
    """The new text of a posting."""

    #: The key of a part → its HTML; what is not named stays.
    html: Mapping[str, str]
    #: Lists for which there was no part: heading and HTML.
    added: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """How the documents of one vendor's interface are read and written."""

    #: Whether a value has this shape.
    fits: Callable[[object], bool]
    read: Callable[[object], AtsPosting]
    #: The same value with other bodies; every other field stays as it is.
    write: Callable[[object, AtsPosting, Bodies], object]
