"""One posting of many, judged: what is wrong with it, how much that hurts, and what only its company can answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unbland.core.question import Question


class Hurt(StrEnum):
    """What makes a posting worth mending before others."""

    LAW = "law"
    UNLAWFUL = "unlawful wording"
    BROKEN = "broken text"
    PAY = "no pay"
    GENERIC = "generic"
    REASON = "no reason"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Risk:
    """What the posting law of a place wants and the posting does not have."""

    place: str
    want: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Whose posting it is, as the input has it; empty where it does not say."""

    #: The name it is known by in the input, and in all that comes out.
    key: str
    #: Where it stands in the input, for people: `jobs.csv, line 17`.
    place: str
    title: str = ""
    company: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triaged:
    """What triage knows of one posting."""

    labels: Labels
    #: ISO 639-1.
    language: str = ""
    #: Of the posting as it is, 0 to 100.
    score: int = 0
    #: Why it could not be read; then nothing else is known.
    error: str = ""
    risks: tuple[Risk, ...] = ()
    #: Wording that the law of most places forbids, in few words each.
    unlawful: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    has_pay: bool = True
    has_reason: bool = True
    #: How much of it any company could have written, 0 to 100; None where nobody could tell.
    generic: int | None = None
    #: Days since it was posted, where the input says when.
    age: int | None = None
    questions: tuple[Question, ...] = ()
    #: The harm, 0 to 100, and what each hurt adds to it.
    hurts: tuple[tuple[Hurt, int], ...] = ()
    harm: int = 0
    #: What it is told apart by from postings that say the same: 128 numbers; empty where it could not be read.
    signature: tuple[int, ...] = ()
