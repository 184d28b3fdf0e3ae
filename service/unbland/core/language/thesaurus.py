"""What an editor of postings may put for what: reviewed groups of words, for a word that is replaced.

The groups stand in `thesaurus.txt` beside this file, one a line. A word may be in several, one for each sense; groups
do not join through a word that they share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from unbland.core.language.words import is_content, stem

#: Joins the words of a phrase in the groups, and the stems of one that was found in a text.
JOINT = "_"

#: Prepositions that belong to what follows: "report to", "work with"; particles ("carry on") are none.
_BEHIND = frozenset({"to", "with", "for", "of", "at", "from", "about", "into", "by"})


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Stem, or stems of a phrase → the numbers of its groups."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_lines()):
        for entry in group.split():
            found[JOINT.join(_stems(entry))].add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _lines() -> list[str]:
    text = files(__package__).joinpath("thesaurus.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _stems(entry: str) -> tuple[str, ...]:
    """The stems of an entry without a "be" before it and without the preposition behind it."""
    words = entry.removeprefix("be_").split(JOINT)
    while len(words) > 1 and words[-1] in _BEHIND:
        words = words[:-1]
    return tuple(map(stem, words))


def groups(stems: str) -> frozenset[int]:
    """The groups of a word or phrase, by its stem or its stems joined with `_`."""
    return _groups().get(stems, frozenset())


def phrases() -> Iterator[tuple[str, ...]]:
    """The stems of each phrase of several words that begins with a word of content."""
    for group in _lines():
        for entry in group.split():
            stems = _stems(entry)
            if len(stems) > 1 and is_content(entry.removeprefix("be_").split(JOINT)[0]):
                yield stems
