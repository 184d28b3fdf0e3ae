"""What the guide says about a text: principles and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Principle(StrEnum):
    """The guide, as principles (DESIGN 2); every rule, prompt and part of the score cites one."""

    REASON = "reason"
    SPECIFIC = "specific"
    GOALS = "goals"
    CONCISE = "concise"
    ACTIVE = "active"
    REQUIREMENTS = "requirements"
    PAY = "pay"
    BENEFITS = "benefits"
    ABOUT = "about"
    RESPECT = "respect"
    ORDER = "order"
    LAW = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says about a span: why it is there and what to do."""

    #: The rule's id, `specific.generic-duty`.
    rule: str
    principle: Principle
    #: Half-open offsets into the text that was reviewed; both 0 where something is missing.
    start: int
    end: int
    #: The words that are meant; empty where something is missing.
    text: str
    message: str
    #: What to do, for a person.
    suggestion: str = ""
    #: What an editor may put in place of `text` without a thought; None where that needs a mind.
    replacement: str | None = None
    #: The source it is about; empty where it is about the whole.
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What mending all that one rule found would add to the total, at least: what is put there says something, too."""

    rule: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """0 to 100, from code alone, with a part of 0 to 100 for each principle that applies."""

    total: int
    parts: dict[str, int]
    #: What each rule's findings cost, the most first; mending two rules may add less than both, or more.
    gains: tuple[Gain, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Findings and score of one text."""

    findings: tuple[Finding, ...]
    score: Score
    #: The text's language, ISO 639-1; `und` where nobody could tell.
    language: str = "en"
    #: Whether only some rules could speak of it: layout, pay and law, as for every language but English.
    partial: bool = False
