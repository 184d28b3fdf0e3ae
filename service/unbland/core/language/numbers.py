"""Numbers in digits and in words, with their value."""

from __future__ import annotations

import re
from decimal import Decimal

from unbland.core.language.words import folded

UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
POWERS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

#: The words that a number is written with; `dozen` multiplies like `hundred`.
NUMBER_WORDS = {**UNITS, **TEENS, **TENS, "dozen": 12, "hundred": 100, **POWERS}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

_SMALL = f"(?:(?:{'|'.join(TENS)})(?:[-\\s](?:{'|'.join(UNITS)}))?|{'|'.join(TEENS)}|{'|'.join(UNITS)})\\b"
_HUNDREDS = rf"(?:(?:a|{_SMALL})[-\s](?:hundred|dozen)\b(?:\s(?:and\s)?{_SMALL})?|{_SMALL})"
IN_WORDS = rf"(?:(?:a|{_HUNDREDS})[-\s](?:{'|'.join(POWERS)})\b(?:\s(?:and\s)?{_HUNDREDS})?|{_HUNDREDS})"

#: `62,000`, `62 000`, `6,20,000`, `62000.50`, `85'000`, `2.950,50`; a thousands mark has exactly three digits after it.
IN_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3})*,\d{2}(?![\d,])|\d+(?:\.\d+)?)"
)

#: "13,50": the comma marks the cents.
_CONTINENTAL_CENTS = re.compile(r"^\d{1,3}(?:\.\d{3})*,\d{2}$")


def value(text: str) -> Decimal:
    """The value of a number as `IN_DIGITS` or `IN_WORDS` find it."""
    if _CONTINENTAL_CENTS.search(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if text[0].isdigit():
        return Decimal(re.sub(r"[, \u00a0\u202f'’]", "", text))
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", folded(text)):
        if word in POWERS:
            total, current = total + max(current, 1) * POWERS[word], 0
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * NUMBER_WORDS[word]
        else:
            current += NUMBER_WORDS.get(word, 0)
    return Decimal(total + current)
