"""A text as the checks see it: words, meanings, figures and clauses, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from unbland.core.guard.days import FREQUENCIES, TURNS
from unbland.core.language.numbers import NUMBER_WORDS, ORDINALS
from unbland.core.language.quantities import Quantity, quantities
from unbland.core.language.synonyms import meaning
from unbland.core.language.units import UNIT_NAMES
from unbland.core.language.words import Token, is_content, stem, tokens, word_set

#: Where one statement ends and the next begins. A comma inside a figure stands between digits and does not count.
_BREAK = re.compile(r"[.;:!?()\[\]]|[–—]|,(?!\d)")
_ABBREVIATIONS = frozenset({"dr", "mr", "mrs", "ms", "st", "no", "vs", "prof", "sr", "jr", "eng"})
_JOINTS = frozenset({"and", "but", "so", "because", "while", "or", "plus", "except", "excluding"})

#: Words that deny what their clause says.
_DENIALS = word_set("not no never none nobody nothing neither nor without cannot except excluding nowhere hardly")
#: Phrases with such a word that deny nothing.
_NO_DENIAL = re.compile(
    r"\bnot only\b|\bno later than\b|\bno (?:more|less|fewer) than\b|\bnot (?:more|less) than\b|\bwhether or not\b"
    r"|\bnot limited to\b|\bno matter\b|\bno\. ?\d",
    re.IGNORECASE,
)


_EVERY = frozenset({"a", "an", "per", "each", "every"})
_A = frozenset({"a", "an"})
_KINDS = frozenset({"night", "day", "shift", "season", "term"})
#: Before "a week" these make it a length of time.
_HOW_LONG = frozenset({"for", "in", "within", "after", "over", "under", "least", "half", "than", "of", "takes"})

#: Parts of figures, which are judged as figures.
_FIGURES = NUMBER_WORDS.keys() | ORDINALS.keys() | {"am", "pm", "a.m", "p.m", "noon", "midday", "midnight", "olds"}
_FIGURES |= {"percent", "cent", "pct", "dollars", "euros", "usd", "cad", "eur", "gbp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word with all that is asked of it."""

    text: str
    #: In lower case, with a straight apostrophe.
    plain: str
    stem: str
    #: The stem that stands for it and its synonyms.
    meaning: str
    content: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words between two breaks or joints."""

    words: tuple[Word, ...]
    denied: bool

    @property
    def content(self) -> frozenset[str]:
        """The meanings of the words that carry content."""
        return frozenset(word.meaning for word in self.words if word.content)


class Turn(NamedTuple):
    """How often something is, with its half-open place."""

    text: str
    span: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, read."""

    text: str
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    figures: tuple[Quantity, ...]
    #: The meanings of the words that carry content.
    content: frozenset[str]
    #: Every word's stem in order, between spaces: a phrase is found by looking for its stems in here.
    stems: str
    #: The same for the words as written, in lower case.
    plain: str
    #: How often something is: the word or words, and the span of time they name.
    turns: tuple[Turn, ...]


@lru_cache(maxsize=4_096)
def read(text: str) -> Reading:
    """Read a text; a source is read once for all lines that cite it."""
    folded = " ".join(text.replace("’", "'").split())
    words = tuple(map(_word, tokens(folded)))
    return Reading(
        text=folded,
        words=words,
        clauses=_clauses(folded, words),
        figures=quantities(folded),
        content=frozenset(word.meaning for word in words if word.content),
        stems=f" {' '.join(word.stem for word in words)} ",
        plain=f" {' '.join(word.plain for word in words)} ",
        turns=tuple(_turns(words)),
    )


def _word(token: Token) -> Word:
    plain = token.text.lower()
    return Word(
        text=token.text,
        plain=plain,
        stem=stem(plain),
        meaning=meaning(UNIT_NAMES.get(plain, plain)),
        content=is_content(plain) and plain not in _FIGURES,
        start=token.start,
        end=token.end,
    )


def _turns(words: tuple[Word, ...]) -> Iterator[Turn]:
    """`weekly`, `each week`, `a week`; but "for a week" says how long."""
    for place, word in enumerate(words):
        if word.plain in FREQUENCIES:
            yield Turn(word.text, FREQUENCIES[word.plain], word.start, word.end)
        span = word.plain
        before, first = (words[at].plain if at >= 0 else "" for at in (place - 1, place - 2))
        if span in TURNS and before in _EVERY and not (before in _A and (first in _HOW_LONG or _is_kind(words, place))):
            yield Turn(f"{before} {span}", span, words[place - 1].start, word.end)


def _is_kind(words: tuple[Word, ...], place: int) -> bool:
    """Whether "a night" goes on: "a night supplement" is a kind of supplement."""
    after = words[place + 1 : place + 2]
    return words[place].plain in _KINDS and any(word.content and word.start == words[place].end + 1 for word in after)


def _clauses(text: str, words: tuple[Word, ...]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    begin = 0
    spared = [match.span() for match in _NO_DENIAL.finditer(text)]
    for place, word in enumerate(words):
        last = words[place - 1]
        if place > begin and (word.plain in _JOINTS or _breaks(text[last.end : word.start], last.plain)):
            found.append(_clause(words[begin:place], spared, found))
            begin = place
    return (*found, _clause(words[begin:], spared, found)) if words else ()


def _breaks(gap: str, before: str) -> bool:
    return bool(_BREAK.search(gap)) and not (gap.startswith(". ") and before in _ABBREVIATIONS)


def _clause(words: tuple[Word, ...], spared: list[tuple[int, int]], earlier: list[Clause]) -> Clause:
    """One clause; "or" goes on with what is denied before it: "no evenings or Sundays"."""
    denied = words[0].plain in ("or", "nor") and bool(earlier) and earlier[-1].denied
    denied = denied or any(
        (word.plain in _DENIALS or word.plain.endswith("n't"))
        and not any(start <= word.start < end for start, end in spared)
        for word in words
    )
    return Clause(words=words, denied=denied)
