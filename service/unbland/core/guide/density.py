"""How much a text says for its length: its different words of content, without names and without the words of the form.

A posting that repeats a line, a name or a magic phrase, or talks about reasons and goals without telling any, has few
such words for its length, whatever rules it keeps; so none of that raises a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from unbland.core.language.commonness import is_counted
from unbland.core.language.trades import everyday_somewhere
from unbland.core.language.wordnet import lemmas
from unbland.core.language.words import STOP_WORDS, is_content, sign_before, stem, stems_in_order, tokens
from unbland.core.ledger.model import Source

#: Words with which a posting speaks of itself and not of a job: what the guide asks for, and what it calls it; and the
#: words of fillers and of praise ("in order to", "utilize", "dynamic"), which a fix takes out: that must cost nothing.
_FORM_WORDS = """
order basis purpose manner variety regard fashion event paragraph described detail hire hired hiring reason because
cause goal achieve achieved achievement accomplish accomplished outcome pay salary range paid benefit requirement
require required must have nice role job position vacancy candidate apply application posting advert specific concrete
clear clearly named name explained explain explanation measurable measure number figure result difference different
differ unique need needed want someone somebody exist fill filled seat person people post company deal breaker skill
task duty essential list listed minimum maximum target metric key fair transparent honest challenge problem solve
solved describe described thing good best better work working get got offer include included know known say said
happen happened come why what make made do done real really true important matter exactly own understand time year
month week day section heading read reader
utilize utilise utilization leverage spearhead facilitate commence ascertain endeavour endeavor expedite possess
incumbent ideal successful previous prior proven current currently timely ongoing numerous subsequent subsequently
pertaining dynamic passionate enthusiastic motivated vibrant prestigious premier renowned unparalleled unrivalled
unrivaled unmatched groundbreaking revolutionary
"""
_FORM = frozenset(stem(word) for word in _FORM_WORDS.split())

#: A capitalised word in so many lines that never stands in small letters is a name that the text is about.
_NAMED_IN = 3

#: A share of the words that only hollow texts stay below: of 2,574 real postings about one in 150 does; of the
#: committed ranked postings, each that repeats itself or circles about its own form.
ENOUGH = 0.24

#: Words beyond which a text repeats its words because it is long; different words then grow more slowly (Heaps' law,
#: with the exponent that the counted postings show).
_LONG, _GROWTH = 400, 0.7


#: So many words beside the job, or so many for each word about it, are a story about the company; more are padding.
_STORY, _STRAYS = 120, 2

#: Words of content from which a line states something; and the share of them that repeats others of the same line,
#: from which it goes in a circle. Of 42,435 lines of real postings one in 140 says nothing by this, mostly scraps of
#: headings.
_A_STATEMENT = 2
_CIRCLE = 0.33

#: An amount of money is said with few words.
_MONEY = frozenset("$£€₹¥")


class _Line(NamedTuple):
    """What one line adds."""

    words: int
    content: tuple[str, ...]
    #: Capitalised words inside the line, in small letters.
    named: frozenset[str]
    #: Words in small letters.
    small: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """What a text says for its length."""

    words: int
    #: Stems of the different words of content that are no names and no words of the form.
    own: frozenset[str]
    #: Share of the different words in small letters that some word list has.
    known: float
    #: Stems of the names that the text is about: the job's, and any that stands in several lines.
    names: frozenset[str]

    @property
    def share(self) -> float:
        """Different words of content for each word, from 0; a long text is not held against a short one."""
        long = max(self.words, 1)
        words = long if long <= _LONG else _LONG * (long / _LONG) ** _GROWTH
        return len(self.own) / words


def names_in(lines: Sequence[str], titles: Iterable[str]) -> frozenset[str]:
    """Stems of the names that a text is about: the words of its title, and what stands in several lines as a name.

    The same line said again names nothing anew.
    """
    read = [_line(line) for line in dict.fromkeys(lines)]
    named = Counter(word for line in read for word in line.named)
    small = frozenset[str]().union(*(line.small for line in read))
    often = (word for word, count in named.items() if count >= _NAMED_IN and word not in small)
    titled = (token.text for title in titles for token in tokens(title) if is_content(token.text))
    return frozenset(stem(word) for word in (*often, *titled))


def density(lines: Sequence[str], stray: Sequence[str], names: frozenset[str]) -> Density:
    """What these lines of a text say for their length; lines that stray from its job say nothing and may make it long.

    Every posting strays a little: that counts once it is more than `_STRAYS` times what its other lines have.
    """
    read = [_line(line) for line in lines]
    small = frozenset[str]().union(*(line.small for line in read))
    words = sum(line.words for line in read)
    strayed = sum(_line(line).words for line in stray)
    return Density(
        names=names,
        words=words + max(0, strayed - max(_STORY, _STRAYS * words)),
        own=frozenset(word for line in read for word in line.content) - names - _FORM,
        known=sum(map(_is_known, small)) / len(small) if small else 1.0,
    )


def stems_of(sources: Iterable[Source]) -> frozenset[str]:
    """The stems of the words of content in these lines."""
    return frozenset(word for source in sources for word in _line(source.text).content)


def places_in(sources: Iterable[Source]) -> frozenset[str]:
    """The stems of the words that stand in these lines as names only, such as the place of work."""
    lines = [_line(source.text) for source in sources]
    small = frozenset[str]().union(*(line.small for line in lines))
    return frozenset(stem(word) for line in lines for word in line.named - small)


def is_gibberish(text: str) -> bool:
    """Whether a line has words in small letters and no word list has one of them."""
    small = _line(text).small
    return bool(small) and not any(map(_is_known, small))


def capitals_of(sources: Iterable[Source]) -> float:
    """The share of the words inside a line that begin with a capital, in the middle one of these lines; 0 for none."""
    lines = (_inside(source.text) for source in sources)
    shares = [sum(map(_is_capital, inside)) / len(inside) for inside in lines if len(inside) > 1]
    return median(shares) if shares else 0.0


def _inside(text: str) -> list[str]:
    """The words of a line that begin no sentence, list or quotation."""
    return [word.text for word in tokens(text)[1:] if sign_before(text, word.start) not in ".:!?•–—(\"“'"]


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital and goes on in small letters."""
    return word[0].isupper() and word[1:].islower()


def is_form(word: str) -> bool:
    """Whether a stem is one with which a posting speaks of itself."""
    return word in _FORM


def says_nothing(text: str, names: frozenset[str]) -> bool:
    """Whether a line holds only names and words of the form, or says a thing by itself: "own your ownership"."""
    content = _line(text).content
    if not content:
        return False
    again = len(content) - len(set(content))
    if len(content) >= _A_STATEMENT and again >= _CIRCLE * len(content):
        return True
    return all(word in names or word in _FORM for word in content) and not any(char in _MONEY for char in text)


@lru_cache(maxsize=16_384)
def _is_known(word: str) -> bool:
    """Whether postings or the dictionary have a word, which is in small letters."""
    return is_counted(stem(word)) or bool(lemmas(word)) or word in everyday_somewhere()


@lru_cache(maxsize=8_192)
def _line(text: str) -> _Line:
    """One line, read once."""
    words = tokens(text)
    return _Line(
        words=len(words),
        content=tuple(stems_in_order(words)),
        named=frozenset([word.text.lower() for word in words[1:] if word.text[0].isupper()]),
        small=frozenset([word.text for word in words if word.text[0].islower()]) - STOP_WORDS,
    )
