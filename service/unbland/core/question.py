"""A question: a fact that no source has, how it is asked for, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A gap: a fact that the guide wants and no source has, how we ask for it, and why."""

    #: Where the answer goes in the facts: `hiring_reason`, `pay`, `company.about`.
    field: str
    ask: str
    why: str
