"""Spared: what stands in the reach of a denial and is not denied: what a condition supposes, a time, a whole."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.grammar import AUXILIARIES, BE
from unbland.core.guard.word import DENIED, MAYBE, Word


def spare(words: Sequence[Word]) -> None:
    """Leave open what denials reach and do not deny."""
    _suppose(words)
    _leave_times(words)
    _leave_wholes(words)


def _suppose(words: Sequence[Word]) -> None:
    """What a condition denies is not denied: "if you do not have a card"."""
    supposed = {
        word.clause
        for at, word in enumerate(words)
        if word.plain in ("if", "whether") and not (at and words[at - 1].plain == "even")
    }
    for word in words:
        if word.clause in supposed and word.denied:
            word.denied = MAYBE


def _leave_times(words: Sequence[Word]) -> None:
    """Since when nobody does a thing is not denied itself: "nobody since May", "since May, nobody"."""
    for at, word in enumerate(words):
        if word.plain != "since":
            continue
        rest = words[at + 1 :]
        stop = next((n for n, w in enumerate(rest) if w.comma or w.statement != word.statement), len(rest))
        own, after = rest[:stop], rest[stop : stop + 1]
        opens = bool(after) and after[0].comma and after[0].plain in ("nobody", "no", "none")
        for other in own:
            if other.denied == DENIED or opens:
                other.denied = MAYBE


def _leave_wholes(words: Sequence[Word]) -> None:
    """What none of is so is not denied itself: "none of our shops has closed"."""
    for none, of, after in zip(words, words[1:], words[2:], strict=False):
        if none.plain != "none" or of.plain != "of":
            continue
        for word in words[words.index(after) :]:
            if word.verb == "verb" or word.plain in BE | AUXILIARIES or word.statement != none.statement:
                break
            word.denied = MAYBE
