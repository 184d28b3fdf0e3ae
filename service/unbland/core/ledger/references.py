"""The number of a vacancy: nothing to a reader, unless the way in asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.ledger.labels import tier
from unbland.core.ledger.model import Kind, Source

#: `… quoting the reference number`, `put the job code in the subject`; one that gives its number itself needs no other.
_ASKED_FOR = re.compile(
    r"\b(?:quot(?:e|ing)|stat(?:e|ing)|mention(?:ing)?|cit(?:e|ing)|indicat(?:e|ing)|put)\b[^.;]{0,30}\b"
    r"(?:ref(?:erence)?|(?:vacancy|job|post|announcement) (?:ref(?:erence)?|numbers?|no|code|id))\b(?!\W{0,3}[A-Z]*\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:(?:our|job|vacancy|post|position|announcement|advert) )?(?:ref(?:erence)?|number|no|code|id)\b\.?"
    r"(?: ?(?:no|number|code|id)\b\.?)?\s*[:#]\s*\S*\d",
    re.IGNORECASE,
)
_WAY_IN = frozenset({Kind.PROCESS, Kind.CONTACT})


def with_reference(sources: Sequence[Source]) -> Iterator[Source]:
    """The sources, where the number that applicants must quote is a part of the way in."""
    asked = any(source.kind in _WAY_IN and _ASKED_FOR.search(source.text) for source in sources)
    for source in sources:
        kept = asked and source.kind is Kind.NOISE and _NUMBER.match(source.text) is not None
        yield replace(source, kind=Kind.PROCESS, tier=tier(Kind.PROCESS)) if kept else source
