"""What the guard says about a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class ViolationClass(StrEnum):
    """What a line does that its sources do not carry."""

    CITATION = "citation"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ENTITY = "entity"
    LINK = "link"
    NEGATION = "negation"
    MODALITY = "modality"
    REQUIREMENT = "requirement"
    BENEFIT = "benefit"
    PAY = "pay"
    REASON = "reason"
    SCOPE = "scope"
    ROLE = "role"
    SENIORITY = "seniority"
    PUFFERY = "puffery"
    LEGAL = "legal"
    INSTRUCTION = "instruction"
    #: Words that no cited source has: a doubt, not a refusal.
    NOVELTY = "novelty"
    #: A slot that was reworded instead of left to code.
    SLOT = "slot"


class Outcome(StrEnum):
    """The verdict on a line."""

    PASSED = "passed"
    REFUSED = "refused"
    #: A verifier may settle it; without one it is a refusal.
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that a line says and its sources do not."""

    #: The wire calls `class_` `class` (DESIGN 6.2), a word that Python keeps for itself.
    __pydantic_config__: ClassVar = {"alias_generator": lambda name: name.rstrip("_"), "serialize_by_alias": True}
    class_: ViolationClass
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the guard says about one line."""

    outcome: Outcome
    violations: tuple[Violation, ...] = ()
