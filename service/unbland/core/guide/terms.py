"""How long a job lasts, as far as it matters to what can be asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unbland.core.language.net import Net
from unbland.core.ledger.model import Kind, Source

_SHORT = re.compile(
    r"\b(?:intern(?:ship)?|temp(?:orary)?|seasonal|short[- ]term|freelance\w*|per project|by the project|task[- ]based"
    r"|(?:\d|two|three|four|five|six|couple of)[- ](?:months?|weeks?) (?:contract|internship|assignment|post|cover))\b",
    re.IGNORECASE,
)
#: Where the terms of a job stand.
_TERMS = frozenset({Kind.TITLE, Kind.SCHEDULE, Kind.PAY})

#: The same said in passing, so plainly that it can be said of nothing else.
_PLAINLY = re.compile(
    r"\bfreelance (?:opportunity|position|role|basis|work)\b|\bas (?:a|an independent) contractor,? you\b"
    r"|\b1099 contract\w*|\bclassified as an? (?:\w+ )?contractor\b|\bproject (?:availability|is scoped)\b"
    r"|\b(?:task|project)[- ]based (?:work|contract|role|position)\b",
    re.IGNORECASE,
)

_NET = Net((_SHORT, _PLAINLY))


def ends_soon(text: str, sources: Iterable[Source]) -> bool:
    """Whether a job of some months, or of single pieces of work, is its own goal: there is no year to look back on.

    The text is that of all sources, which is looked at first.
    """
    for source in sources if _NET.caught(text) else ():
        said = _NET.matching(source.text)
        if 1 in said or (0 in said and source.kind in _TERMS):
            return True
    return False
