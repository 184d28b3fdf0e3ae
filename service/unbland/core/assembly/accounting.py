"""The accounting: what became of every source, and which lines were refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unbland.core.guard.model import Violation
from unbland.core.ledger.model import Kind


class Fate(StrEnum):
    """What became of a source."""

    USED = "used"
    #: Another source says the same, and that one is used.
    MERGED = "merged"
    #: Stands word for word.
    PROTECTED = "protected"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFate:
    """One source and what became of it."""

    id: str
    text: str
    kind: Kind
    fate: Fate
    #: Why, in words a recruiter accepts; empty where the source is simply used.
    reason: str
    #: Places in `Posting.lines` that rest on it, from 0.
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line that an engine wrote and the guard did not let through."""

    text: str
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounting:
    """Every source once, in the ledger's order, and every refused line."""

    sources: tuple[SourceFate, ...]
    refused_lines: tuple[RefusedLine, ...]
