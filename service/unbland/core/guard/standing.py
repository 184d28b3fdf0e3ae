"""Standing: what each word of a text stands to, as far as form and neighbours tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from unbland.core.guard.grammar import BE, MARKERS
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity
from unbland.core.language.wordnet import irregular

#: How a word stands to another: what kind of tie, and the meaning of the other or the small word between.
Tie = tuple[str, str]
#: How a word is called in ties: by its meaning, or by that of the word it rests on.
Name = Callable[[Word], str]

#: The tie of a word to the figure before it.
COUNTED = "counted"
#: Join what stands side by side.
LISTS = frozenset({"and", "or", "but"})
#: Join clauses; what is the cause of what is judged by `causes`.
_JOINS = LISTS | {"because"}
#: Open a part of a sentence that tells when or on what condition the rest holds.
_OPENERS = frozenset({"before", "after", "if", "unless"})


def standing(words: Sequence[Word], figures: Sequence[Quantity], name: Name) -> Mapping[int, set[Tie]]:
    """Start of each word of content → its ties to others.

    Words that one list joins share their ties, so that a list in another order stands as it stood.
    """
    ties = _Ties(name)
    opened = dict(_opened(words))
    for word in words:
        if word.content:
            ties.add(word, "when", opened.get(word.start, ""))
    for figure in figures:
        for word in _counted(words, figure):
            ties.add(word, COUNTED, f"{figure.kind} {figure.low} {figure.high}")
    groups = list(grouped(words))
    for group in groups:
        hedge = next((word.hedge for word in group if word.hedge not in ("", "may")), "")
        for word in group:
            ties.add(word, "hedge", hedge)
    for before, group, after in zip([None, *groups], groups, [*groups[1:], None], strict=False):
        if not is_deed(group[0]):
            ties.of_attributes(group)
            ties.of_group(before, group)
            ties.of_deed(group, after)
    return ties.found


def is_deed(word: Word) -> bool:
    """Whether a word tells what is done; a participle before its noun ("paid parking") does not."""
    return word.verb == "verb" or (word.verb == "passive" and not word.attribute)


def is_participle(word: Word) -> bool:
    """Whether a word has the form of what was done to a thing."""
    return word.ended or irregular(word.form) != word.form


def grouped(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of content in groups: a deed by itself, and nouns with their attributes and all that one list joins."""
    group: list[Word] = []
    told = False
    for word in words:
        told = told or word.plain in BE
        if not word.content:
            continue
        last = group[-1] if group else None
        joined = last is not None and last.statement == word.statement and word.marker in LISTS | {""}
        if last is not None and joined and not told and not is_deed(last) and not is_deed(word):
            group.append(word)
            continue
        if group:
            yield group
        group, told = [word], False
    if group:
        yield group


def chained(group: Sequence[Word]) -> list[list[Word]]:
    """The members of a group: each a noun behind its attributes."""
    chains = [[group[0]]]
    for before, word in pairwise(group):
        if word.marker in LISTS or word.comma or word.clause != before.clause:
            chains.append([word])
        else:
            chains[-1].append(word)
    return chains


class _Ties:
    """The ties of a text as they are found."""

    def __init__(self, name: Name) -> None:
        self.found: dict[int, set[Tie]] = defaultdict(set)
        self._name = name

    def add(self, word: Word, tie: str, other: str) -> None:
        self.found[word.start].add((tie, other))

    def _join(self, word: Word, tie: str, other: Word) -> None:
        """Tie a word to another, and that one to it."""
        self.add(word, tie, self._name(other))
        self.add(other, f"{tie} by", self._name(word))

    def of_attributes(self, group: Sequence[Word]) -> None:
        """Tie attributes and their nouns; "pollen or latex allergy" is of both."""
        chains = chained(group)
        for chain in chains:
            for attribute in chain[:-1]:
                self.add(attribute, "of", self._name(chain[-1]))
                if chain is chains[-1]:
                    self.add(chain[-1], "of by", self._name(attribute))
        alone: list[Word] = []
        for chain in chains:
            for attribute in alone if len(chain) > 1 else ():
                self.add(attribute, "of", self._name(chain[-1]))
            alone = [*alone, chain[0]] if len(chain) == 1 else []

    def of_group(self, before: Sequence[Word] | None, group: Sequence[Word]) -> None:
        """Tie a group to the small word before it, and to the deed or noun before that."""
        first, last = group[0], before[-1] if before else None
        for word in group:
            if not word.bracket:
                self.add(word, "behind", "" if first.phrase in _JOINS else first.phrase)
        if last is None or last.statement != first.statement or last.clause != first.clause or first.comma:
            return
        for word in group:
            if is_deed(last):
                self._join(word, _role(last, first.marker), last)
            elif first.marker:
                self.add(word, f"behind {first.marker}", self._name(last))
                self.add(word, "of", self._name(last))  # "membership of CILIP", "CILIP membership"
        if first.marker and not is_deed(last):
            self.add(last, f"before {first.marker}", self._name(first))

    def of_deed(self, group: Sequence[Word], after: Sequence[Word] | None) -> None:
        """Tie a group to the deed right behind it."""
        deed = after[0] if after and not group[0].phrase else None
        if deed and is_deed(deed) and deed.statement == group[0].statement and not deed.marker and not deed.comma:
            for word in group:
                self._join(word, "does" if deed.verb == "verb" else "done to", deed)


def _role(deed: Word, marker: str) -> str:
    """How what stands behind a deed stands to it; behind a passive it does the deed "by" alone."""
    if not marker:
        return "done to" if deed.verb == "verb" else "with"
    return "does" if deed.verb == "passive" and marker == "by" else f"behind {marker}"


def _counted(words: Sequence[Word], figure: Quantity) -> Iterator[Word]:
    """What a figure counts: the words of content in it and right behind it."""
    for word in words[bisect_left(words, figure.start, key=attrgetter("start")) :]:
        if word.start >= figure.end and (word.figure or word.comma or not word.content or word.marker):
            return
        if word.content:
            yield word


def _opened(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Each deed whose subject stands right behind a small word for when or if, with that: "before the driver signs"."""
    for at, word in enumerate(words):
        opener = MARKERS.get(word.plain)
        if opener in _OPENERS:
            own = [other for other in words[at + 1 :] if other.statement == word.statement]
            subject = list(takewhile(lambda other: not is_deed(other), own))
            parties, nouns = any(w.party for w in subject), any(w.content or w.figure for w in subject)
            plain = not any(w.plain in MARKERS or w.comma for w in subject)
            if own[len(subject) :] and plain and parties is not nouns:
                yield own[len(subject)].start, opener


def mark_attributes(words: Sequence[Word]) -> None:
    """Mark each participle that stands right before its noun: "paid parking", but not "orders are packed boxes"."""
    for before, word, after in zip([None, *words], words, words[1:], strict=False):
        beside = after.content and after.start == word.end + 1 and not after.verb and after.clause == word.clause
        word.attribute = word.verb == "passive" and beside and not (before and before.plain in BE)
