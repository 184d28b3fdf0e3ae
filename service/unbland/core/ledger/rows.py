"""Names in a row on a line of their own: the employer, and the place where the work is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.ledger.lexicon.places import REGIONS

#: `Murrumbidgee Institute, Wagga Wagga NSW`: names in a row, and no word that a heading begins or joins with.
_NAME = r"[A-ZÀ-Ý(][\w.'’&)-]*(?: (?:of|de|la|[A-ZÀ-Ý(][\w.'’&)-]*))*"
_A_NAME = re.compile(_NAME)
_NAMES = re.compile(
    r"(?i:(?!(?:the|a|an|our|your|my|we|you|what|who|why|how|where|when|about)\b)(?!.*\b(?:and|or)\b))"
    rf"{_NAME}(?:(?:,| [-–—|·]) ?{_NAME}){{1,3}}"
)

#: Letters of a region's code, which stands in capitals; words of a region's name.
_LONGEST_CODE = 3
_REGION_WORDS = 3
_WORD = re.compile(r"[\w.'’-]+")


def is_a_name(text: str) -> bool:
    """Whether a text is one name: `University of Firth`, `Omaha`."""
    return _A_NAME.fullmatch(text) is not None


def are_names(text: str) -> bool:
    """Whether a text is nothing but names in a row, parted by commas, dashes, dots or bars."""
    return _NAMES.fullmatch(text.rstrip(".")) is not None


def names_place(text: str) -> bool:
    """Whether names in a row end with a country or a state: `Prairie Line Carriers · Omaha, NE`."""
    return are_names(text.replace(" & ", " ")) and _end_in_place(_WORD.findall(text.partition("(")[0]))


def _end_in_place(words: Sequence[str]) -> bool:
    code = bool(words) and len(words[-1]) <= _LONGEST_CODE and not words[-1].isupper()
    ends = {" ".join(words[-count:]).lower() for count in range(1, _REGION_WORDS + 1)}
    return not code and not ends.isdisjoint(REGIONS)
