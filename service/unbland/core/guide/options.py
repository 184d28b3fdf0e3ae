"""What a reviewer may choose: whose law applies and on which day, and which rules stay silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from unbland.core import law
from unbland.core.law import AS_OF, Circumstances, Mention
from unbland.core.ledger.model import Source


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
    #: Places that the text or the facts name; None: not looked for yet. Found once for a draft and handed on to its
    #: rewrites, or their scores could not be compared.
    named: tuple[Mention, ...] | None = None

    def at(self, places: tuple[str, ...]) -> ReviewOptions:
        """The same for work in these places as well."""
        return replace(self, places=tuple(dict.fromkeys((*self.places, *places))))

    def settled(self, sources: Sequence[Source]) -> ReviewOptions:
        """The same with the places that the sources name; who was told the places looks for none."""
        if self.named is not None:
            return self
        return replace(self, named=() if self.places else law.whereabouts(sources))

    @property
    def where(self) -> Circumstances:
        """What decides whose law applies."""
        named = (mention.place for mention in self.named or ())
        return Circumstances(places=(*self.places, *named), day=self.as_of, employees=self.employees)


DEFAULT_OPTIONS = ReviewOptions()
