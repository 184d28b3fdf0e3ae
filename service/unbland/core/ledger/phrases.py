"""Many word lists, found in one pass over a text, whole words only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick

#: One sign for one, so that places stay the same: capital İ would grow in lower case, hyphens and dashes part
#: words, a curly apostrophe is an apostrophe.
_FOLD = str.maketrans({"İ": "i", "’": "'", "‘": "'", **dict.fromkeys("-‐‑‒–—/\u00a0\t\n", " ")})


#: Characters: no text ends in more of `.`, `!` and blanks.
_STOPS = 3

_ASCII_FOLD = bytes(range(256)).lower().translate(bytes.maketrans(b"-/\t\n", b"    "))


class Hit(NamedTuple):
    """A phrase in the text: its half-open place and the lists that hold it, by number."""

    start: int
    end: int
    lists: tuple[int, ...]


class Phrases:
    """Word lists made ready for finding.

    A phrase that ends with `*` also matches longer words; one that begins with `^` matches at the very start only,
    one that ends with `$` at the very end, or before the stop there.
    Where one phrase lies inside another, only the longer counts: `as required` hides `required`.
    """

    __slots__ = ("_automaton",)

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        holders: dict[str, dict[int, str]] = defaultdict(dict)
        for number, phrases in enumerate(lists):
            for phrase in phrases:
                holders[fold(phrase.strip("^*$"))][number] = phrase
        self._automaton = ahocorasick.Automaton()
        for key, by_list in holders.items():
            plain = not any(phrase.startswith("^") or phrase.endswith(("*", "$")) for phrase in by_list.values())
            self._automaton.add_word(key, (len(key), tuple(by_list.items()), tuple(by_list) if plain else ()))
        self._automaton.make_automaton()

    def find(self, text: str) -> tuple[Hit, ...]:
        """The phrases of a text in order, without those inside a longer one."""
        folded = fold(text)
        hits = []
        for last, (length, by_list, plain) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if start and folded[start - 1].isalnum():
                continue
            after = folded[end : end + 1]
            if plain:
                if not after.isalnum():
                    hits.append(Hit(start, end, plain))
                continue
            rest = folded[end : end + _STOPS + 1]
            lists = tuple([number for number, phrase in by_list if _fits(phrase, at_start=start == 0, rest=rest)])
            if lists:
                hits.append(Hit(start, end, lists))
        return _outermost(hits)


def fold(text: str) -> str:
    """The text in lower case with plain apostrophes and spaces for dashes, each character in its place."""
    if text.isascii():
        return text.encode().translate(_ASCII_FOLD).decode()
    return text.translate(_FOLD).lower()


def _fits(phrase: str, *, at_start: bool, rest: str) -> bool:
    """Whether a phrase may match here, at the start of the text or not, before these characters."""
    if phrase.startswith("^") and not at_start:
        return False
    if phrase.endswith("$"):
        return len(rest) <= _STOPS and not rest.strip(" .!;")
    return phrase.endswith("*") or not rest[:1].isalnum()


def _outermost(hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits that lie in no other."""
    if len(hits) <= 1:
        return tuple(hits)
    kept: list[Hit] = []
    reach = 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if hit.end > reach:
            kept.append(hit)
            reach = hit.end
    return tuple(kept)
