"""What is left of a line when a fact overrules one part of it: the other parts are sources of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.labels import label, tier
from unbland.core.ledger.lexicon.conditions import EXTRA
from unbland.core.ledger.model import Kind, Source

#: Where a line may be cut: a date or a sum behind `by`, `plus` or a comma is another statement than what is before it.
_JOINT = re.compile(
    r"[,;]\s+(?:(?:and|plus|with)\s+)?|\.\s+(?=[A-Z])|\s+(?:\+|[-–—]|plus|on top of|and|as well as|with|but)\s+"
    r"|\s+(?=\()"
    r"|\s+(?=(?:by|before|until|no later than)\s)",
    re.IGNORECASE,
)
_LEADING, _TRAILING = " ,;+–—-(", " ,;+–—-("

#: A longer line is no line of a posting, and every joint of it would be tried.
_LONGEST = 600

#: Fewer words of content than this, without a figure, are a scrap: `dental care` is none, `with us` is.
_WORDS = 2

#: What is left of these says more of the value that was overruled.
_ONE_MATTER = frozenset({Kind.SCHEDULE, Kind.LOCATION, Kind.REPORTING, Kind.TITLE, Kind.COMPANY})

#: Whether a source of the draft says otherwise than a fact.
Contradicts = Callable[[Source], bool]


def parted(source: Source, contradicts: Contradicts) -> tuple[Source, ...]:
    """The overruled part and the part that still stands, in order; the source alone where it cannot be parted."""
    if len(source.text) > _LONGEST:
        return (source,)
    for joint in _JOINT.finditer(source.text):
        start, end = joint.span()
        before, after = _part(source, 0, start), _part(source, end, len(source.text))
        first, second = contradicts(before), contradicts(after)
        if first is not second and _stands(after if first else before, source.kind):
            return (before, _labelled(after)) if first else (_labelled(before), after)
    return (source,)


def _part(source: Source, start: int, end: int) -> Source:
    """A stretch of a source; `start` and `end` become places in the source's text."""
    stretch = source.text[start:end]
    start += len(stretch) - len(stretch.lstrip(_LEADING))
    text = source.text[start:end].rstrip(_TRAILING)
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    return replace(source, text=text, start=start, end=start + len(text))


def _stands(rest: Source, kind: Kind) -> bool:
    """Whether what is left says something without the part that was overruled."""
    if len(content_stems(rest.text)) < _WORDS and not quantities(rest.text) and not EXTRA.search(rest.text):
        return False
    if kind is Kind.PAY:
        return EXTRA.search(rest.text) is not None
    if kind is Kind.REQUIREMENT:
        return weigh(rest.text).hard or bool(quantities(rest.text))
    return kind not in _ONE_MATTER or label(rest.text).kind not in {kind, Kind.BOILERPLATE, Kind.COMPANY, Kind.TITLE}


def _labelled(rest: Source) -> Source:
    """The part with the label of its own words; of pay, a requirement or a benefit it stays what it was a part of."""
    known = label(rest.text)
    if rest.kind not in _ONE_MATTER or known.kind is Kind.NOISE:
        return rest
    return replace(rest, kind=known.kind, modality=known.modality, tier=tier(known.kind))
