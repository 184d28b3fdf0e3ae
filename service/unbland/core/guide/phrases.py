"""Phrases of all rules in one automaton: every text is walked once, however many rules there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

#: Written in one way before they are compared, each one character for one, so that places stay.
_FOLD = str.maketrans({"’": "'", "‘": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One phrase of one rule."""

    rule: str
    phrase: str
    #: What stands for it, if code may say so.
    replacement: str | None = None
    #: The phrase is innocent here, whatever shorter phrase of the rule it holds.
    leave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that was found at a half-open place of a text."""

    entry: Entry
    start: int
    end: int


def fold(text: str) -> str:
    """A text in the one writing that phrases are compared in, of the same length."""
    if text.isascii():
        return text.lower().replace("-", " ")
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLD)


class PhraseBook:
    """The phrases of many rules, found together."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Build the automaton; it does not change afterwards."""
        self._automaton = ahocorasick.Automaton()
        for entry in entries:
            key = fold(entry.phrase)
            self._automaton.add_word(key, (*self._automaton.get(key, ()), entry))
        self._automaton.make_automaton()

    def find(self, text: str, accepts: Callable[[Match], bool]) -> tuple[Match, ...]:
        """The whole-word matches that are accepted, without innocent ones; where two rules meet, the longest stands."""
        found = [match for match in self._whole_words(fold(text)) if accepts(match)]
        if not found:
            return ()
        left = [match for match in found if match.entry.leave]
        guilty = [match for match in found if not match.entry.leave and not _excused(match, left)]
        return tuple(_longest(guilty))

    def _whole_words(self, folded: str) -> Iterator[Match]:
        for last, entries in self._automaton.iter(folded):
            end = last + 1
            if end < len(folded) and folded[end].isalnum() and folded[last].isalnum():
                continue
            for entry in entries:
                start = end - len(entry.phrase)
                if start == 0 or not folded[start - 1].isalnum():
                    yield Match(entry=entry, start=start, end=end)


def _excused(match: Match, left: list[Match]) -> bool:
    """Whether a match stands inside an innocent phrase of its rule."""
    return any(
        other.entry.rule == match.entry.rule and other.start <= match.start and match.end <= other.end for other in left
    )


def _longest(matches: list[Match]) -> Iterator[Match]:
    """Matches that do not overlap, the leftmost and longest first."""
    end = 0
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.start >= end:
            yield match
            end = match.end
