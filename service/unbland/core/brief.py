"""The brief: what a writer gets, and what has to be asked before anybody can write well."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.guide.model import Finding
from unbland.core.ledger.model import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A gap: a fact that the guide wants and no source has, how we ask for it, and why."""

    #: Where the answer goes in the facts: `hiring_reason`, `pay`, `company.about`.
    field: str
    ask: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that an engine may rest on."""

    title: str
    ledger: Ledger
    #: What the guide says of the draft; `Finding.source` names the source.
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    #: Whether there is enough to write with; otherwise the edit marks its gaps.
    enough: bool
