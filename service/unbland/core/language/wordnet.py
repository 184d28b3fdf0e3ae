"""What WordNet knows of a word: which word it is a form of, whether it may be a verb, and what else means the same.

The table beside this file is made by `docs/words/build_table.py`; `wordnet.LICENSE` is WordNet's licence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

#: Endings of regular forms and what stands for them in the word itself.
_ENDINGS = (
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)
#: A word is not cut below this, in letters: "sing" is no form of "s".
_SHORTEST = 2
#: A verb made by "-ise" is longer than this: "size" is none.
_MADE = 6


class Entry(NamedTuple):
    """One row of the table."""

    #: `v` mostly a verb, `b` at times, `n` rarely, `-` never.
    verbness: str
    #: Numbers of the meanings that another word of the table shares.
    meanings: frozenset[str]


_NOTHING, _MADE_VERB = Entry("-", frozenset()), Entry("v", frozenset())


@cache
def _table() -> tuple[dict[str, Entry], dict[str, str]]:
    """The words, and the irregular forms with their words."""
    text = files(__package__).joinpath("wordnet.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    entries = {word: Entry(mark, frozenset(rest.split())) for word, mark, rest in rows if mark != "="}
    return entries, {form: word for form, mark, word in rows if mark == "="}


@lru_cache(maxsize=16_384)
def lemmas(word: str) -> tuple[str, ...]:
    """The words that this one, in lower case, may be a form of, itself first; empty where the table has none."""
    entries, irregular = _table()
    found = [word] if word in entries or _is_made(word) else []
    if word in irregular:
        found.append(irregular[word])
    found += [lemma for lemma in _regular(word) if lemma in entries or _is_made(lemma)]
    return tuple(dict.fromkeys(found))


def _is_made(word: str) -> bool:
    """Whether a word that the table lacks has the ending by which verbs are made: "deputise"."""
    return word.endswith(("ise", "ize")) and len(word) > _MADE and word[-4] not in "aeiouw"


def _regular(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield base + instead
            if not instead and base[-1] == base[-2]:
                yield base[:-1]


#: Forms that are words of their own as often as not: a leaf left, a saw, the ground.
_OWN = frozenset(
    {"left", "saw", "ground", "found", "wound", "bore", "lay", "fell", "bound", "rose", "lit", "data", "media"}
)


def irregular(word: str) -> str:
    """The word that an irregular form is a form of; any other word as it is."""
    if word.endswith("men") and len(word) > len("women"):
        return f"{word[:-3]}man"
    return word if word in _OWN else _table()[1].get(word, word)


@lru_cache(maxsize=16_384)
def meanings(word: str) -> frozenset[str]:
    """The meanings of a word in any of its forms."""
    entries, _ = _table()
    return frozenset[str]().union(*(entries[lemma].meanings for lemma in lemmas(word) if lemma in entries))


@lru_cache(maxsize=16_384)
def verbness(word: str) -> str:
    """Whether the word, in any of its forms, is a verb: `v` mostly, `b` at times, `n` rarely, `-` never."""
    entries, _ = _table()
    marks = {entries.get(lemma, _MADE_VERB if _is_made(lemma) else _NOTHING).verbness for lemma in lemmas(word)}
    return next((mark for mark in "vbn" if mark in marks), "-")


def same(one: str, other: str) -> bool:
    """Whether the words, in lower case, may mean the same."""
    return not meanings(one).isdisjoint(meanings(other))
