"""How often something is, as a text says it: `weekly`, `each week`, `a week`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unbland.core.guard.days import FREQUENCIES, TURNS
from unbland.core.guard.word import Turn, Word
from unbland.core.language.synonyms import meaning

#: Before a span of time: one of it, and each of it.
_A = frozenset({"a", "an"})
_EVERY = _A | {"per", "each", "every"}
#: Before a noun these tell its kind.
_KINDS = frozenset({"night", "day", "shift", "season", "term"})
#: Before "a week" these make it a length of time.
_HOW_LONG = frozenset({"for", "within", "after", "over", "under", "least", "half", "than", "of", "takes"})
#: Words: what "a week" counts stands within so many before it.
_NEAR = 6


def turns(words: Sequence[Word]) -> Iterator[Turn]:
    """Each frequency of a text; "for a week" says how long, and "a night shift" is a kind of shift."""
    for at, word in enumerate(words):
        if word.plain in FREQUENCIES and not _is_name(words, at):
            yield Turn(text=word.text, span=FREQUENCIES[word.plain], start=word.start, end=word.end)
        elif word.plain in TURNS and at and _is_turn(words, at):
            before = words[at - 1]
            yield Turn(text=f"{before.plain} {word.plain}", span=word.plain, start=before.start, end=word.end)


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether it only names a kind of leave: "annual leave"."""
    return words[at].plain == "annual" and any(word.meaning == meaning("leave") for word in words[at + 1 : at + 2])


def _is_turn(words: Sequence[Word], at: int) -> bool:
    """Whether "a", "each" or the like before a span of time says how often: behind something counted, or several."""
    before, first = words[at - 1].plain, words[at - 2] if at > 1 else None
    if before not in _A:
        return before in _EVERY
    if first is None or first.plain in _HOW_LONG or _is_kind(words, at):
        return False
    if first.content and not first.plain.endswith("s") and any(word.plain == "to" for word in words[at - 3 : at - 2]):
        return False  # "to swap a shift" says what is swapped
    near = words[max(0, at - 1 - _NEAR) : at - 1]
    counted = any(word.figure and word.clause == words[at].clause for word in near)
    return counted or first.plain.endswith("s") or first.plain in ("once", "time")


def _is_kind(words: Sequence[Word], at: int) -> bool:
    """Whether "a night" goes on: "a night supplement" is a kind of supplement."""
    after = words[at + 1 : at + 2]
    return words[at].plain in _KINDS and any(word.content and word.start == words[at].end + 1 for word in after)
