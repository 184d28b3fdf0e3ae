"""What one breath says of two matters: pay and what else is offered, an offer and its price, a superior and work."""

from __future__ import annotations

import re

from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.model import Kind

#: Words for pay without a figure, then something else. What one clause says of both ("salary and bonus depend on …")
#: stays together, and `and` parts them right behind the pay alone: not in "pay that reflects skill and impact".
_HOLLOW_PAY = re.compile(
    r"(?P<first>(?:we (?:offer|pay) (?:a |an )?)?(?:competitive|attractive|great|good|excellent) (?:\w+ )?"
    r"(?:pay|salary|wages?|base|compensation)\b(?:(?!\b(?:will|is|are|includ\w+)\b)[^,;\d]){0,60}?)"
    r"(?:[,;]|(?<=pay)(?: and| \+| plus)|(?<=salary| wages|. base|sation|ackage)(?: and| \+| plus))\s+"
    r"(?P<rest>(?!.*\b(?:will|is|are|can|may|depend\w*|includ\w+|based on|commensurate|in line with)\b)\S.*)",
    re.IGNORECASE,
)

#: A range of money with its period at the start, then what is no money and says nothing of the range.
_AMOUNT = r"[$£€] ?\d[\d,.]*k?"
_RANGE_AND_MORE = re.compile(
    rf"(?P<first>(?:(?:we (?:offer|pay)|you(?:['’]ll| will)? (?:get|earn)) )?{_AMOUNT}(?: ?(?:-|–|—|to) ?{_AMOUNT})?"
    r"(?: gross)? ?(?:an?|per|/) ?(?:hour|hr|week|month|year|yr))[,;] (?:and )?"
    r"(?P<rest>(?!.*(?:[$£€]|\b(?:depend\w*|according|based on|bonus\w*|commission|overtime|tips|negotiable|reviewed"
    r"|paid)\b)|which\b)\S.*)",
    re.IGNORECASE,
)

#: A range behind the label of all that is offered, then the rest of the list: `We offer: €75,000-€95,000 + equity, …`.
_LISTED_PAY = re.compile(
    rf"(?P<first>(?:(?:what )?we (?:offer|pay|provide)|(?:what )?you(?:['’]ll| will)? get|our offer|offer|package|perks"
    rf"|compensation|pay and benefits|benefits)\s?[:–—-] ?{_AMOUNT} ?(?:-|–|—|to) ?[$£€]? ?\d[\d,.]*k?"
    r"(?: gross)?(?: ?(?:an?|per|/) ?\w+)?(?: ?\+ ?[^,;]{3,40})?)[,;] (?:and )?"
    r"(?P<rest>(?!(?:depend\w*|according|based on|negotiable|paid|reviewed|which|plus)\b)\S.*)",
    re.IGNORECASE,
)

#: The same in a line that stands below such a label: `€48-58k, 25 days off`.
_UNLABELLED_PAY = re.compile(
    r"(?P<first>[$£€] ?\d{2,3}(?:k|,\d{3})? ?(?:-|–|—|to) ?[$£€]? ?\d{2,3}(?:k|,\d{3})(?: gross)?)[,;] (?:and )?"
    r"(?P<rest>(?!(?:depend\w*|according|based on|negotiable|paid|reviewed|which|plus)\b)\S.*)",
    re.IGNORECASE,
)

#: To whom one reports, before a list of what to do: `Reporting to the head chef, you will:`.
REPORTING = re.compile(
    r"(?P<first>report(?:ing|s)(?: directly)? (?:in)?to [^,;:]{3,60}), "
    r"(?P<rest>(?:you|the|this|your)\b(?: [\w'’]+){0,7}:?)$",
    re.IGNORECASE,
)

_SIDES = re.compile(r"[^\s;][^;]*")

#: Kinds that may hide a demand behind a semicolon.
_OFFERS = frozenset({Kind.PAY, Kind.BENEFIT})


def offer_apart(text: str, kind: Kind) -> tuple[tuple[int, int], ...]:
    """Half-open spans of `Competitive pay` and `a meal every shift`, or of an offer of this kind and what it demands.

    The whole of any other line; and who one reports to apart from the list that it leads to.
    """
    if kind in _OFFERS and ";" in text and len(spans := _demand_apart(text)) > 1:
        return spans
    unlabelled = (_UNLABELLED_PAY,) if kind is Kind.BENEFIT else ()
    patterns = (_HOLLOW_PAY, _RANGE_AND_MORE, _LISTED_PAY, REPORTING, *unlabelled)
    found = next((found for pattern in patterns if (found := pattern.match(text))), None)
    return ((0, found.end("first")), (found.start("rest"), len(text))) if found else ((0, len(text)),)


def _demand_apart(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of `Crane ticket required` and `we train at £15 an hour`."""
    spans = tuple((part.start(), part.end()) for part in _SIDES.finditer(text))
    asked = {weigh(text[start:end]).hard for start, end in spans}
    return spans if asked == {True, False} else ((0, len(text)),)
