"""Agents: by whom a deed is done, as far as its text names somebody behind "by"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from unbland.core.guard.grammar import MARKERS
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.words import stem, word_set

#: Nouns without an article for those who do something: "signed off by management".
_BODIES = frozenset(map(stem, word_set(
    "management staff production engineering sales marketing finance accounting accounts payroll hr it legal security"
    " reception council government parliament law people police maintenance dispatch purchasing"
)))  # fmt: skip
#: Begin a clause in which nobody is named any more as the one by whom something is done.
_BREAKS = word_set("though although but while when if unless because who which whose so")


def agent(words: Sequence[Word], place: int) -> frozenset[str]:
    """Whoever stands after "by", with the words beside the name."""
    behind = takewhile(lambda word: not _is_over(words[place], word), words[place + 1 :])
    first = next((word for word in behind if word.marker == "by" and _can_name(word)), None)
    if first is None or _is_means(words, first):
        return frozenset()  # "controlled by camera"
    return frozenset(word.party or word.meaning for word in (first, *_beside(behind)))


def _beside(behind: Iterable[Word]) -> Iterator[Word]:
    """The words behind a name that belong to it, or name others beside it."""
    parted = False
    for word in behind:
        if _leads_away(word):
            return
        parted = parted or word.comma
        if not _can_name(word):
            continue
        if not _goes_on(word, parted=parted):
            return
        yield word
        parted = False


def _can_name(word: Word) -> bool:
    """Whether a word may name whoever does something, and is not denied."""
    return (word.content or bool(word.party)) and word.denied != DENIED


def _leads_away(word: Word) -> bool:
    """Whether what follows tells something else: "by two therapists in 2011", "supported by the clerk, you sign"."""
    return MARKERS.get(word.plain, "of") not in ("of", "and", "or", "by") or (bool(word.party) and word.comma)


def _goes_on(word: Word, *, parted: bool) -> bool:
    """Whether a word goes on with a name before it; behind a comma, "and" begins something new."""
    if parted and word.marker in ("and", "or"):
        return False
    return word.marker in ("by", "", "of", "and", "or") or word.comma


def _is_means(words: Sequence[Word], word: Word) -> bool:
    """Whether a bare noun behind "by" says with what a thing is done: "by camera", "by phone"."""
    if _names_somebody(word):
        return False
    at = next(place for place, other in enumerate(words) if other is word)
    alone = all(after.clause != word.clause or not after.content for after in words[at + 1 : at + 2])
    return alone and words[at - 1].plain == "by" and word.text.islower()


def _names_somebody(word: Word) -> bool:
    """Whether a word without an article names somebody all the same: "by management", "by trainers"."""
    return bool(word.party) or word.names_doer or word.stem in _BODIES or word.plain.endswith("s")


def _is_over(deed: Word, word: Word) -> bool:
    """Whether nobody is named any more by whom a deed is done."""
    return word.statement != deed.statement or word.verb in ("verb", "passive") or word.plain in _BREAKS
