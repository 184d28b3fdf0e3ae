"""How the gates read text: folded until only what is said is left, so that form never hides or makes a difference."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from unbland.core.document.model import Format

_DASHES_AND_QUOTES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’ʼ", "'") | dict.fromkeys("“”", '"'))

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_SMALL)} | {
    word: str(10 * value) for value, word in enumerate(_TENS, 3)
}
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_NUMBER_WORDS)})\b")
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "billion": 1_000_000_000}
#: A lone "m" may be metres; it is millions only after a currency sign.
_SCALED = re.compile(r"(\d+(?:\.\d+)?)\s?(k|thousand|million|billion)\b|(?<=[$£€])(\d+(?:\.\d+)?)\s?(m)\b")

_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1>|<(\w+)\b[^>]*(?:display:\s*none|font-size:\s*0)[^>]*>.*?</\2>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:p|li|br|div|td|tr|th|h\d|ul|ol|table)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)

_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = r"(?:[$£€]|\b(?:cad|usd|aud|nzd|gbp|eur)\b)\s?"
_UNITS = {"%": "%", "percent": "%", "per cent": "%", "hr": "hour", "yr": "year"} | {
    unit: unit for unit in ("year", "month", "week", "day", "hour", "minute")
}
_QUANTITY = re.compile(
    rf"(?P<between>between\s)?(?P<money>{_MONEY})?(?<![\w.])(?P<low>{_NUMBER})\+?"
    rf"(?:\s?(?(between)and|(?:-|to))\s?(?P<money2>{_MONEY})?(?P<high>{_NUMBER})\+?)?"
    rf"(?:(?P<money3>\s?(?:cad|usd|aud|nzd|gbp|eur)\b)|[\s-]?(?P<unit>{'|'.join(_UNITS)})s?(?!\w))?"
)


class Figure(NamedTuple):
    """A number and what it counts; the unit is empty where none is named."""

    value: Decimal
    unit: str


def visible(content: str, fmt: Format) -> str:
    """The draft's text as a reader sees it; a rough reading of its own, apart from the product's."""
    if fmt is not Format.HTML:
        return content
    markup = content if "<" in content else unescape(content)
    seen = _BLOCK.sub("\n", _UNSEEN.sub("", markup))
    return unescape(_TAG.sub("", seen))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """One case, one kind of dash, quote and space; numbers as plain digits. Every gate asks it of the same lines."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES_AND_QUOTES)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = _NUMBER_WORD.sub(lambda match: _NUMBER_WORDS[match[1]], text)
    text = _SCALED.sub(_scaled, text)
    return " ".join(text.split())


def squash(text: str) -> str:
    """Letters and digits alone: what must be equal where words were to stand as they were."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def is_expression(pattern: str) -> bool:
    """Whether a pattern is a regular expression, between two slashes, and not a phrase."""
    return len(pattern) > 1 and pattern[0] == pattern[-1] == "/"


def says(pattern: str, folded: str) -> bool:
    """Whether a folded text holds a phrase as whole words, or a `/regular expression/`."""
    if is_expression(pattern):
        return re.search(pattern[1:-1], folded, re.IGNORECASE) is not None
    return re.search(rf"(?<!\w){re.escape(fold(pattern))}(?!\w)", folded) is not None


def figures(text: str) -> frozenset[Figure]:
    """Every number of a text with its unit; both ends of a range carry the range's unit."""
    found: set[Figure] = set()
    for match in _QUANTITY.finditer(fold(text)):
        money = match["money"] or match["money2"] or match["money3"]
        unit = "money" if money else _UNITS.get(match["unit"] or "", "")
        found |= {Figure(Decimal(end), unit) for end in (match["low"], match["high"]) if end}
    return frozenset(found)


def words(text: str) -> list[str]:
    """The words of a folded text."""
    return re.findall(r"[^\W_]+(?:['+#][^\W_]*)*", fold(text))


def _scaled(match: re.Match[str]) -> str:
    number, scale = (match[1], match[2]) if match[1] else (match[3], match[4])
    return f"{(Decimal(number) * _SCALES[scale]).normalize():f}"
