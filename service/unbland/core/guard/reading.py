"""A text as the checks see it: words, meanings, figures and clauses, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from unbland.core.language.quantities import Quantity, quantities
from unbland.core.language.synonyms import meaning
from unbland.core.language.words import Token, is_content, stem, tokens

#: Where one statement ends and the next begins. A comma inside a figure stands between digits and does not count.
_BREAK = re.compile(r"[.;:!?()\[\]]|[–—]|,(?!\d)")
_JOINTS = frozenset({"and", "but", "so", "because", "while", "or", "plus", "except", "excluding"})

#: Words that deny what their clause says.
_DENIALS = frozenset(
    "not no never none nobody nothing neither nor without cannot except excluding nowhere hardly".split()
)
#: Phrases with such a word that deny nothing.
_NO_DENIAL = re.compile(
    r"\bnot only\b|\bno later than\b|\bno (?:more|less|fewer) than\b|\bnot (?:more|less) than\b|\bwhether or not\b"
    r"|\bnot limited to\b|\bno matter\b|\bno\. ?\d",
    re.IGNORECASE,
)


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
    )


def _word(token: Token) -> Word:
    return Word(
        text=token.text,
        plain=token.text.lower(),
        stem=stem(token.text),
        meaning=meaning(token.text),
        content=is_content(token.text),
        start=token.start,
        end=token.end,
    )


def _clauses(text: str, words: tuple[Word, ...]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    begin = 0
    spared = [match.span() for match in _NO_DENIAL.finditer(text)]
    for place, word in enumerate(words):
        before = text[words[place - 1].end if place else 0 : word.start]
        if place > begin and (_BREAK.search(before) or word.plain in _JOINTS):
            found.append(_clause(words[begin:place], spared))
            begin = place
    return (*found, _clause(words[begin:], spared)) if words else ()


def _clause(words: tuple[Word, ...], spared: list[tuple[int, int]]) -> Clause:
    denied = any(
        (word.plain in _DENIALS or word.plain.endswith("n't"))
        and not any(start <= word.start < end for start, end in spared)
        for word in words
    )
    return Clause(words=words, denied=denied)
