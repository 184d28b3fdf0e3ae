"""Words by which a posting makes a claim that can be false: what no input says, no result may say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from unbland.core.evaluation.cases.case import Absent

#: A regular expression for each term, by what it claims. A term counts as said only where the input has that very
#: term; a synonym is a new claim ("PTO" for "vacation" is not ours to make).
CLAIMS: Mapping[Absent, tuple[str, ...]] = {
    Absent.PAY: (
        r"[$£€]\s?\d",
        r"\b(cad|usd|aud|gbp|eur)\s?\d",
        r"\bcompetitive (pay|salary|base|compensation)",
        r"\bovertime\b",
        r"\btips\b",
    ),
    Absent.REASON: (
        r"\bgrow(n|ing|th)?\b",
        r"\bexpan(d|ds|ding|sion)\b",
        r"\breplac(e|es|ing|ement)\b",
        r"\bretir(e|es|ed|ing)\b",
        r"\b(left|leaves|leaving)\b",
        r"\bmeet demand\b",
        r"\bnewly created\b",
        r"\bdoubled\b",
        r"\bnew (contract|client|market|site)\b",
    ),
    Absent.BENEFITS: (
        r"\b(health|dental|vision|medical|life) (insurance|plan|cover)",
        r"\binsurance\b",
        r"\b(vacation|pto|paid time off|paid leave|holidays?)\b",
        r"\b(pension|401\(k\)|rrsp|retirement)\b",
        r"\b(sign-on|signing|yearly|annual|performance) bonus",
        r"\b(equity|stock options?|shares)\b",
        r"\bflexible (hours|schedule|working)\b",
        r"\bunlimited\b",
    ),
    Absent.DEGREE: (
        r"\b(bachelor|master)('?s)?\b",
        r"\b(degree|diploma|mba|phd|doctorate)\b",
    ),
    Absent.VISA: (r"\b(visas?|work permits?|sponsor(s|ed|ship)?)\b",),
    Absent.TRAVEL: (r"\btravel(s|ling|ing)?\b",),
}

#: Praise that only a source may give.
PRAISE = (
    r"\baward-winning\b",
    r"\bworld-class\b",
    r"\b(industry|market) leader\b",
    r"\bmost (loved|trusted|innovative|beautiful|exciting)\b",
    r"\b(exciting|vibrant|innovative|dynamic|renowned)\b",
)


def made(term: str, folded: str) -> bool:
    """Whether a folded text makes the claim of a term."""
    return re.search(term, folded) is not None
