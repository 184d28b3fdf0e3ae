"""Genericness: whether a line could stand in any company's posting for such a job."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from unbland.core.guide.common import COMMON, COMMON_IN_TRADE, COMMON_NAMES
from unbland.core.language.commonness import common_pairs, surprise
from unbland.core.language.digits import has_digit
from unbland.core.language.net import Net
from unbland.core.language.numbers import NUMBER_WORDS
from unbland.core.language.trades import everyday
from unbland.core.language.words import STOP_WORDS, Token, sign_before, stem, stems_in_order, tokens

#: What speaks for a line being generic (above zero) and against it. Fitted by logistic regression on 809 lines of real
#: postings that a careful reader had labelled (461 generic, 348 specific). Two were set by hand: a figure weighs more
#: than fitted (-2.05), so that "Manage 40 accounts" is spared, and experience with a thing was not in the fit.
_START = 1.02
_OWN = -3.36
_BITS, _MEAN_BITS = -0.23, 5
_PAIRS = 0.93
_FIGURE, _NAME = -2.4, -0.86
_DUTY = 0.42
_LEARNT = -0.6

#: Above this a line is generic: seven in eight of the labelled lines there are, and half of the generic ones lie there,
#: since to call a specific line generic costs more than to miss a generic one. Duties share their words most, so they
#: need more; a reason is one sentence among many and must tell something, so it needs less.
GENERIC, GENERIC_DUTY, GENERIC_REASON = 1.0, 1.2, 0.4

#: Above this 19 in 20 of the labelled lines are generic.
SURELY, SURELY_SKILL = 1.7, 1.4

#: Words after which a capital is no sign of a name.
_STARTERS = frozenset(".:;!?•–—/\"“'")

#: Experience with a thing is asked of some and not of others, however common the thing.
_EXPERIENCE = re.compile(r"\b(?:experience (?:with|in|of|as)|background in|training in|qualified in)\b", re.IGNORECASE)

#: Who a sentence is about: `ABC Corp is …`, `The Warehouse Associate will …`. A name there anchors nothing, since any
#: other name would do (the swap test).
_SUBJECT = re.compile(
    r"^(?:(?:At|As|Here at)\s+)?(?:(?:The|Our|An?)\s+)?(?:[A-Z][\w&.'’-]*,?\s+){1,5}"
    r"(?=(?:is|are|was|has|have|had|will|seeks?|offers?|needs?|wants?|we|you|prides?|provides?|may|should)\b)"
)

#: How often a thing is done is a figure too.
_HOW_OFTEN = re.compile(
    r"\b(?:every|each|once a|twice a)\s+(?:day|week|month|quarter|year|morning|night|shift|term|season)\b"
    r"|\bone (?:[\w-]+ ){1,4}(?:a|per) (?:week|month|quarter|term|season)\b",
    re.IGNORECASE,
)

_SAID = Net((_HOW_OFTEN, _EXPERIENCE))

#: Shares that say no more than "all", and what follows a figure that measures time alone.
_ALL = frozenset({"100", "110", "200"})
_PERCENT = re.compile(r"\s?(?:%|per ?cent)")
_SPAN = re.compile(r"[\s-]*(?:days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE)

#: Share of the words after the first that begin with a capital, from which a line is written like a title.
_TITLE_CASE = 0.7

#: Letters of an abbreviation that is no word in capitals.
_SHORTEST = 3

_NUMBERS = frozenset(NUMBER_WORDS) - {"one"}

#: Words that are kept: those of several hundred postings.
_WORDS_KEPT = 16_384


def is_generic(
    text: str, *, duty: bool = False, bar: float = GENERIC, names: frozenset[str] = frozenset(), trade: str = ""
) -> bool:
    """Whether a line could stand in any company's posting: its words are common, alone and in pairs, and name nothing.

    For a duty, what the trade handles every day is common too, and a span of time sets nothing apart: "in your first 90
    days" stands before anything. `bar` is what the odds must pass. `names` are stems of the job's and the company's
    names, which anchor nothing: any other would do (the swap test).
    """
    return _odds(text, duty=duty, names=names, trade=trade) > bar


@lru_cache(maxsize=8_192)
def _odds(text: str, *, duty: bool, names: frozenset[str], trade: str) -> float:
    """The odds that a line is generic, as a logarithm; kept, since they are held against more than one bar."""
    text = _SUBJECT.sub("", text)
    words = tokens(text)
    if names:
        words = tuple([word for word in words if stem(word.text) not in names])
    if not words:
        return math.inf if names else -math.inf
    said = _SAID.matching(text)
    return -math.inf if 0 in said else _genericness(text, words, duty=duty, trade=trade, learnt=1 in said)


def _genericness(text: str, words: tuple[Token, ...], *, duty: bool, trade: str, learnt: bool) -> float:
    """The sum of what speaks for and against, as the logarithm of the odds."""
    stems = stems_in_order(words)
    if not stems:
        return _START + _DUTY * duty
    stock = _stock(trade) if trade else (COMMON_IN_TRADE if duty else COMMON)
    own = sum([word not in stock for word in stems]) / len(stems)
    bits = sum([surprise(word, trade) for word in stems]) / len(stems)
    pairs = common_pairs(stems) / max(1, len(stems) - 1)
    figure, name = _anchors(text, words, timeless=duty)
    odds = _START + _OWN * own + _BITS * (bits - _MEAN_BITS) + _PAIRS * pairs + _DUTY * duty
    return odds + _FIGURE * figure + _NAME * name + _LEARNT * learnt


@cache
def _stock(trade: str) -> frozenset[str]:
    """What is common in a trade that is known."""
    return COMMON | everyday(trade)


def has_anchor(text: str) -> bool:
    """Whether a text holds a figure or a name."""
    return any(_anchors(text, tokens(text), timeless=False))


def _anchors(text: str, words: tuple[Token, ...], *, timeless: bool) -> tuple[bool, bool]:
    """Whether the words hold a figure, and a name; in a line in title case, capitals name nothing."""
    after = words[1:] or words
    title_case = sum([word.text[0].isupper() for word in after]) >= _TITLE_CASE * len(after)
    figure = any(_says_something(text, word, timeless=timeless) for word in words if _is_figure(word.text))
    if len(words) > _SHORTEST and text.isupper():
        return figure, False  # a line that shouts is in capitals throughout
    named = not title_case and any(_is_name(text, word) for word in words if word.text[0].isupper())
    return figure or any(_is_short(word.text) for word in words), named


@lru_cache(maxsize=_WORDS_KEPT)
def _is_short(word: str) -> bool:
    """Whether a word is a trade's or a body's name in capitals, which says which: LGU, IREX; "YOU" is shouted."""
    shouted = word.lower() in STOP_WORDS
    return len(word) >= _SHORTEST and word.isupper() and word.isalpha() and not shouted and word not in COMMON_NAMES


@lru_cache(maxsize=_WORDS_KEPT)
def _is_figure(word: str) -> bool:
    """Whether a word is a figure, in digits or written out."""
    return has_digit(word) or word.lower() in _NUMBERS


def _says_something(text: str, word: Token, *, timeless: bool) -> bool:
    """Whether a figure says something: neither "100 %" nor, where time says nothing, "90 days"."""
    after = text[word.end : word.end + 12]
    return not (word.text in _ALL and _PERCENT.match(after)) and not (timeless and _SPAN.match(after))


def _is_name(text: str, word: Token) -> bool:
    """Whether a word with a capital, inside a sentence, is a name that is not everybody's."""
    if word.text in COMMON_NAMES or (word.text.isupper() and word.text.lower() in STOP_WORDS):
        return False
    before = sign_before(text, word.start)
    return bool(before) and before not in _STARTERS
