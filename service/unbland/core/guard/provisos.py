"""Provisos: small words that bind in any kind of source: "where trained to do so", "after the assessor course"."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.grammar import BE
from unbland.core.guard.word import Word
from unbland.core.language.words import stem, word_set

_OPENERS = frozenset({"where", "after"})
#: What one must have passed before one is let do something.
_TRAININGS = frozenset(map(stem, word_set("course training probation induction exam certification assessment")))
#: Behind "as", what must come about first: "as they become free".
_COMES_UP = word_set("become becomes available allow allows permit permits needed required")
#: Endings of participles; and some that behind "where" bind nothing that a reader would ask for.
_DONE = ("ed", "en", "ised")
_WHERE_NEEDED = word_set("needed required indicated")
#: Say that one thing comes after another; the words with which a line says so; and with a "when" the contrary.
_LATER = word_set("after once")
_ORDERED = _LATER | word_set(
    "following from then complete completed completing pass passed passing finish finished finishing until since later"
    " than beyond over upon behind more take takes"
)
#: Words before a time that says which of them are meant, between a subject and its verb; so many words behind it tell.
_WHEN = word_set("after before between from")
_NEAR = 8
_STARTS = word_set("start starts begin begins join joining arrive")


def is_proviso(words: Sequence[Word], place: int) -> bool:
    """Whether the word at a place tells in which case alone one is let do something."""
    if words[place].plain == "as":
        return any(
            word.plain in _COMES_UP for word in words[place + 1 : place + 4] if word.clause == words[place].clause
        )
    return words[place].plain in _OPENERS and (_is_case(words, place) or _is_trained(words, place))


def _is_case(words: Sequence[Word], place: int) -> bool:
    """Whether a participle behind "where" says in which case alone something is done: "where trained to do so"."""
    after = words[place + 1 : place + 2]
    return words[place].plain == "where" and any(
        word.form.endswith(_DONE) and word.content and word.form not in _WHERE_NEEDED for word in after
    )


def _is_trained(words: Sequence[Word], place: int) -> bool:
    """Whether an "after" tells what one must have passed to be let do it: "after the assessor course"."""
    behind = [word for word in words[place + 1 : place + 5] if word.content and word.clause == words[place].clause]
    return words[place].plain == "after" and any(word.stem in _TRAININGS for word in behind)


def keeps_order(line: Sequence[Word], bond: Word) -> bool:
    """Whether a line says of what comes after something that it comes after it."""
    if bond.plain not in _LATER:
        return True
    told = {word.plain for word in line}
    return bool(told & _ORDERED) or ("when" in told and not told & _STARTS)


def parts_subject(words: Sequence[Word], place: int) -> bool:
    """Whether a time between a subject and its verb tells which are meant: "calls after 22:00 are answered"."""
    if words[place].plain not in _WHEN or words[place].figure or not place or not words[place - 1].content:
        return False
    after = words[place + 1 : place + 1 + _NEAR]
    verb = next((word for word in after if not word.figure), None)
    timed = bool(after) and after[0].figure and words[place - 1].clause == words[place].clause
    return timed and verb is not None and (verb.plain in BE or verb.verb == "verb") and not verb.comma


def adds_only(words: Sequence[Word], place: int) -> bool:
    """Whether "only" goes on with what was said, and binds what stands behind it: "and only at night"."""
    return words[place].plain == "only" and place > 0 and words[place - 1].plain in ("and", "but")
