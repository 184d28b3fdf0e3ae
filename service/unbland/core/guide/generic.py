"""Genericness: whether a line could stand in any company's posting for such a job."""

from __future__ import annotations

import re
from functools import lru_cache

from unbland.core.guide.common import COMMON, COMMON_IN_TRADE, COMMON_NAMES
from unbland.core.language.digits import has_digit
from unbland.core.language.numbers import NUMBER_WORDS
from unbland.core.language.words import Token, is_content, stem, tokens

#: A line may hold this share of words from outside the common stock and still tell nobody anything; about one in six,
#: and no more than two: a long line gets specific by its second half.
OWN_SHARE = 0.17
OWN_MOST = 2

#: Words after which a capital is no sign of a name.
_STARTERS = frozenset(".:;!?•–—/\"“'")

#: Who a sentence is about: `ABC Corp is …`, `The Warehouse Associate will …`. A name there anchors nothing, since any
#: other name would do (the swap test).
_SUBJECT = re.compile(
    r"^(?:(?:At|As|Here at)\s+)?(?:(?:The|Our|An?)\s+)?(?:[A-Z][\w&.'’-]*,?\s+){1,5}"
    r"(?=(?:is|are|was|has|have|had|will|seeks?|offers?|needs?|wants?|we|you|prides?|provides?|may|should)\b)"
)

#: How often a thing is done is a figure too.
_HOW_OFTEN = re.compile(
    r"\b(?:every|each|once a|twice a)\s+(?:day|week|month|quarter|year|morning|night|shift|term|season)\b",
    re.IGNORECASE,
)

#: Shares that say no more than "all", and what follows a figure that measures time alone.
_ALL = frozenset({"100", "110", "200"})
_PERCENT = re.compile(r"\s?(?:%|per ?cent)")
_SPAN = re.compile(r"[\s-]*(?:days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE)

_NUMBERS = frozenset(NUMBER_WORDS) - {"one"}


@lru_cache(maxsize=8_192)
def is_generic(text: str, *, duty: bool = False, names: frozenset[str] = frozenset()) -> bool:
    """Whether a line has nothing of its own: no figure, no name, and hardly a word from outside the common stock.

    For a duty, the everyday nouns of the trades are part of the stock, and a span of time sets nothing apart: "in your
    first 90 days" stands before anything. `names` are stems of the job's and the company's names, which anchor nothing:
    any other would do (the swap test).
    """
    text = _SUBJECT.sub("", text)
    words = tuple(word for word in tokens(text) if not names or stem(word.text) not in names)
    if not words:
        return bool(names)
    if _anchored(text, words, timeless=duty) or _HOW_OFTEN.search(text):
        return False
    content = [stem(word.text) for word in words if is_content(word.text)]
    stock = COMMON_IN_TRADE if duty else COMMON
    own = sum(word not in stock for word in content)
    return own <= min(OWN_SHARE * len(content), OWN_MOST)


def has_anchor(text: str) -> bool:
    """Whether a text holds a figure or a name."""
    return _anchored(text, tokens(text), timeless=False)


def _anchored(text: str, words: tuple[Token, ...], *, timeless: bool) -> bool:
    """Whether the words hold a figure or a name; in a line in title case, capitals name nothing."""
    title_case = 2 * sum(word.text[0].isupper() for word in words) > len(words)
    return any(_is_figure(text, word, timeless=timeless) or (not title_case and _is_name(text, word)) for word in words)


def _is_figure(text: str, word: Token, *, timeless: bool) -> bool:
    """Whether a word is a figure that says something: neither "100 %" nor, where time says nothing, "90 days"."""
    if not (has_digit(word.text) or word.text.lower() in _NUMBERS):
        return False
    after = text[word.end : word.end + 12]
    return not (word.text in _ALL and _PERCENT.match(after)) and not (timeless and _SPAN.match(after))


def _is_name(text: str, word: Token) -> bool:
    """Whether a capital inside a sentence marks a name that is not everybody's."""
    if not word.text[0].isupper() or word.text in COMMON_NAMES:
        return False
    before = text[: word.start].rstrip()
    return bool(before) and before[-1] not in _STARTERS
