"""A case of the eval set: a draft with its facts, what a true result holds, and what scripted models answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from unbland.core.document.model import Format
from unbland.core.evaluation.cases.reading import is_expression
from unbland.core.facts import NO_FACTS, CompanyFacts

#: A mistyped field would silently switch a check off.
_STRICT = {"extra": "forbid"}


class Absent(StrEnum):
    """What nobody says in a case, so that the result must not say it either."""

    PAY = "pay"
    REASON = "reason"
    BENEFITS = "benefits"
    DEGREE = "degree"
    VISA = "visa"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """The posting that comes in."""

    __pydantic_config__: ClassVar = _STRICT
    content: str
    format: Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What a true result holds; a pattern is a phrase, or a regular expression between two slashes.

    An item of a list of lists is found where one line says all of its patterns.
    """

    __pydantic_config__: ClassVar = _STRICT
    #: The statuses that are right.
    status: tuple[str, ...]
    must_have: tuple[tuple[str, ...], ...] = ()
    nice_to_have: tuple[tuple[str, ...], ...] = ()
    #: Whoever says this must say it with a "no" or a "not".
    negated: tuple[tuple[str, ...], ...] = ()
    #: Why the job is there: stated in the opening, where anybody says it.
    opening: tuple[str, ...] = ()
    #: Facts that the result must state.
    survive: tuple[str, ...] = ()
    absent: tuple[Absent, ...] = ()
    must_not_appear: tuple[str, ...] = ()
    #: What an instruction hidden in the draft would have a model say.
    injected: tuple[str, ...] = ()
    #: Fields of the facts that must, and must not, be among the questions.
    asked: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    #: Fields of the facts on which draft and facts disagree.
    conflicts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a pattern that is no regular expression, which would stop the run half way."""
        items = (
            *self.must_have,
            *self.nice_to_have,
            *self.negated,
            self.opening,
            self.survive,
            self.must_not_appear,
            self.injected,
        )
        for pattern in (pattern for item in items for pattern in item if is_expression(pattern)):
            try:
                re.compile(pattern[1:-1])
            except re.error as error:
                raise ValueError(
                    f"{pattern} is no regular expression ({error}); mend it or take the slashes off"
                ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a scripted model answers: whole, or as another's answer with changes.

    A line is written `text <- cite | cite`; a cite is a field of the facts or words of a draft line, and `{{cite}}`
    in the text stands for a slot.
    """

    __pydantic_config__: ClassVar = _STRICT
    #: The answer as it is, for those that are no posting.
    raw: str = ""
    #: The persona whose answer this one starts from.
    base: str = ""
    #: Lines of the base that hold one of these words are left out.
    without: tuple[str, ...] = ()
    #: Words of the base that are exchanged.
    swap: dict[str, str] = field(default_factory=dict)
    title: str = ""
    opening: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One draft with its facts, what a true result holds, and what scripted models answer."""

    __pydantic_config__: ClassVar = _STRICT
    id: str
    #: Cases made from one draft share a cluster, for statistics that must not count them twice.
    cluster: str
    trade: str
    jurisdiction: str
    tags: tuple[str, ...] = ()
    draft: CaseDraft
    facts: CompanyFacts = NO_FACTS
    gold: Gold
    #: Persona → its answer; `faithful` is the honest model.
    replies: dict[str, Reply]
