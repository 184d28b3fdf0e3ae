"""What a caller may choose for a review, checked field by field; the same from a file, a request and a command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from unbland.core.codes import PLACES, unknown_part
from unbland.core.facts import Role
from unbland.core.guide import ReviewOptions, checked
from unbland.core.law import AS_OF
from unbland.errors import UnknownRule


def _rule(name: str) -> str:
    try:
        return checked(name)
    except UnknownRule as error:
        raise ValueError(str(error).removesuffix(".")) from None


def stated(value: object) -> object:
    """A list without what nobody has stated: null in it, or in its place."""
    if value is None:
        return ()
    return [each for each in value if each is not None] if isinstance(value, list) else value


#: The id of a rule, or the name of a principle.
RuleName = Annotated[str, AfterValidator(_rule)]

RuleNames = Annotated[tuple[RuleName, ...], BeforeValidator(stated)]
Texts = Annotated[tuple[str, ...], BeforeValidator(stated)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How postings are to be reviewed."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "use_attribute_docstrings": True}
    off: RuleNames = ()
    """Ids of rules, and names of principles, that say nothing and cost nothing."""
    jurisdictions: Texts = ()
    """Places whose posting law applies, beside those that the facts name: `CA-ON`, `GB`, `US-NY/new-york-city`."""
    as_of: date | None = None
    """The day whose law applies; left out, the day on which the law data was last checked."""
    employees: Annotated[int, Field(ge=0)] | None = None
    """People the employer has; left out, every law may bind."""

    def __post_init__(self) -> None:
        """Refuse a place that is no ISO 3166 code, in the words in which the facts refuse it."""
        Role(jurisdictions=self.jurisdictions)
        if unknown := next(filter(None, map(unknown_part, self.jurisdictions)), ""):
            raise ValueError(f"jurisdictions: a code is of no {unknown}; {PLACES}")

    @property
    def options(self) -> ReviewOptions:
        """The same as the review takes it."""
        return ReviewOptions(
            places=self.jurisdictions,
            as_of=self.as_of or AS_OF,
            employees=self.employees,
            off=frozenset(self.off),
        )
