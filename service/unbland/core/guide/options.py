"""What a reviewer may choose: whose law applies and on which day, and which rules stay silent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from unbland.core.law import AS_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOptions:
    """How one text is to be reviewed."""

    #: Places whose posting law applies: ISO 3166 codes, or a city below one.
    places: tuple[str, ...] = ()
    #: The day whose law applies; unless told otherwise the day on which the data was last checked, so that the same
    #: text has the same score at any time.
    as_of: date = AS_OF
    #: People the employer has; None where nobody says, and then every law may bind.
    employees: int | None = None
    #: Ids of rules, and names of principles, that say nothing and cost nothing.
    off: frozenset[str] = frozenset()

    def at(self, places: tuple[str, ...]) -> ReviewOptions:
        """The same for work in these places as well."""
        return replace(self, places=tuple(dict.fromkeys((*self.places, *places))))


DEFAULT_OPTIONS = ReviewOptions()
