"""How far the small words of a text reach: what is denied in it, and what is left open."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.grammar import AUXILIARIES, BE, HEDGES, LEFT_OUT, MARKERS, NEGATORS, NOT_NEGATORS
from unbland.core.guard.spared import spare
from unbland.core.guard.word import DENIED, MAYBE, SAID, Word
from unbland.core.language import wordnet
from unbland.core.language.synonyms import meaning
from unbland.core.language.words import stem, word_set

#: Say that a thing is undone, not that it is not done; and words that only begin alike.
_UNDONE = word_set("load pack lock do cover fold wrap plug box veil der it ion")

#: Words that WordNet's table has not.
_UNKNOWN = frozenset({"paid", "successful"})

#: Words: a list that goes on after a comma is not looked through further.
_AHEAD = 12


def deny(words: Sequence[Word]) -> None:
    """Mark what is denied: from a denial to the end of its clause, and on through a list that ends with "or"."""
    for at, word in enumerate(words):
        if not _negates(words, at):
            continue
        end = at + 2 if word.plain == "non" else _reach(words, at)
        still = word.plain == "nor" or (
            word.plain in ("not", "never") and at + 1 < len(words) and words[at + 1].plain == "even"
        )
        for other in words[at + 1 : end]:
            if still:
                other.denied = DENIED  # "no Sundays, not even in May"
            else:
                _turn(other)
        whole = word.plain in ("not", "never", "hardly")
        # "Tulips are not", "vision is not included".
        alone = all(w.stem in LEFT_OUT for w in words[at + 1 : end] if w.content or w.figure)
        clauses = _subject_clauses(words, at)
        for other in words[:at]:
            if other.clause in clauses and not other.denied and (whole or other.verb == "verb"):
                other.denied = DENIED if alone and other.content and word.plain == "not" else MAYBE
    spare(words)
    for word in words:
        _undo(word)


def _subject_clauses(words: Sequence[Word], at: int) -> set[int]:
    """The clause of a denial, and those before it that only list its subjects: "auto and flood cover are not"."""
    clauses = {words[at].clause}
    for word, before in zip(words[at:0:-1], words[at - 1 :: -1], strict=False):
        if word.clause == before.clause:
            continue
        own = [other for other in words if other.clause == before.clause]
        finite = any(other.verb or other.plain in BE | AUXILIARIES for other in own)
        if word.plain not in ("and", "or") or before.statement != word.statement or finite:
            break
        clauses.add(before.clause)
    return clauses


def _turn(word: Word) -> None:
    word.denied = SAID if word.denied == DENIED else DENIED


def _negates(words: Sequence[Word], at: int) -> bool:
    word, after = words[at], words[at + 1].plain if at + 1 < len(words) else ""
    return word.plain in NEGATORS and not word.figure and (word.plain, after) not in NOT_NEGATORS


def _reach(words: Sequence[Word], at: int) -> int:
    """Where a denial ends."""
    end = at + 1
    while end < len(words) and words[end].statement == words[at].statement:
        if _ends_at(words, at, end):
            break
        end += 1
    return end


def _ends_at(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a denial reaches no further than before this word."""
    opens = end == at + 1 and words[at].plain == "never"  # "never while it runs"
    if _breaks_off(words, end) and not opens and not _tells_who(words, at, end):
        return True
    # "For each month without absence you get …".
    turns = words[at].plain == "without" and words[end].party and end > at + 1 and not words[end - 1].party
    return bool(turns) or _has_another_subject(words, at, end)


def _tells_who(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether what nobody does stands behind a "who": "there is nobody at night who can change a mould"."""
    last = max(at, end - _AHEAD)
    return (
        words[at].plain == "nobody" and words[end].plain in ("who", "that") and not any(w.verb for w in words[last:end])
    )


def _breaks_off(words: Sequence[Word], end: int) -> bool:
    """Whether a new clause begins here that is not the next member of a denied list."""
    word = words[end]
    if word.clause == words[end - 1].clause or word.plain in ("or", "nor"):
        return False
    if word.plain == "and" and words[end - 1].marker == "between":
        return False
    if word.plain == "and" and not word.comma and _goes_on(words, end):
        return False  # "not bothered by cold and damp"
    if word.plain == "and" and _is_excluded(words, end):
        return False  # "excluding fuel, tobacco and gift cards"
    listed = _ends_with_or(words, end) or _is_excluded(words, end)
    return not word.comma or word.plain in MARKERS or _is_finite(words, end) or not listed


def _is_excluded(words: Sequence[Word], end: int) -> bool:
    """Whether an "excluding" stands right before the list that this "and" ends."""
    before = [word for word in words[:end] if word.statement == words[end].statement]
    opened = next((at for at in range(len(before) - 1, -1, -1) if before[at].plain in ("excluding", "except")), None)
    own = [] if opened is None else before[opened + 1 :]
    return (
        opened is not None
        and not _is_finite(words, end)
        and not any(w.plain in BE or w.marker not in ("", "and", "except") for w in own[1:])
    )


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether "and" only adds one more to what a small word governs: "by cold and damp"."""
    own = [word for word in words if word.clause == words[end].clause and (word.content or word.party)]
    return bool(words[end - 1].marker == "by" and len(own) == 1 and not own[0].party and not _is_finite(words, end))


def _has_another_subject(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a second verb begins here: "days you have not used roll over"."""
    word = words[end]
    if word.verb != "verb" or words[at].plain not in ("not", "never") or word.plain in AUXILIARIES:
        return False
    first = any(other.verb or other.text.endswith("ed") for other in words[at + 1 : end])
    return first and words[end - 1].plain not in ("or", "to")


def _ends_with_or(words: Sequence[Word], at: int) -> bool:
    near = (word for word in words[at : at + _AHEAD] if word.statement == words[at].statement)
    return any(word.plain in ("or", "nor") and not word.figure for word in near)


def _is_finite(words: Sequence[Word], at: int) -> bool:
    """Whether the clause that begins here has a subject or a verb of its own."""
    own = (word for word in words[at : at + _AHEAD] if word.clause == words[at].clause)
    return any(word.plain in BE | AUXILIARIES or word.party or word.figure for word in own)


def _undo(word: Word) -> None:
    """Read "unsupervised" as "supervised", denied."""
    base = word.plain.removeprefix("un")
    if (
        not word.content
        or base == word.plain
        or not base.endswith(("ed", "able", "aid", "ful"))
        or stem(base) in _UNDONE
    ):
        return
    if wordnet.lemmas(base) or base in _UNKNOWN:
        word.meaning = meaning(wordnet.irregular(base))
        if word.attribute:
            word.denied = DENIED  # "you can not carry over unused days"
        else:
            _turn(word)


def leave_open(words: Sequence[Word]) -> None:
    """Mark what a hedge leaves open: "may" its clause, "usually" the next word of content or figure."""
    for at, word in enumerate(words):
        hedge = "" if word.figure else HEDGES.get(word.plain, "")
        if hedge == "may" and _says_that_it_can_be(words, at):
            for other in words[:at]:
                other.hedge = other.hedge or ("may" if other.clause == word.clause else "")
        if hedge:
            _hedge_ahead(words, at, hedge)
        if word.plain in ("possibly", "occasionally", "sometimes", "usually"):
            _hedge_beside(words, at)


def _hedge_ahead(words: Sequence[Word], at: int, hedge: str) -> None:
    """Mark what stands behind a hedge, as far as it reaches."""
    for other in words[at + 1 :]:
        if other.statement != words[at].statement or (hedge == "may" and other.clause != words[at].clause):
            break
        other.hedge = hedge
        if hedge != "may" and (other.content or other.figure):
            _repeat(words, other)
            break


def _says_that_it_can_be(words: Sequence[Word], at: int) -> bool:
    """Whether a clause only says that something can be: "an extension is possible" is read so."""
    behind = [word for word in words[at + 1 :] if word.clause == words[at].clause]
    return [word.plain for word in behind] == ["be"]


def _hedge_beside(words: Sequence[Word], at: int) -> None:
    """Mark what a hedge at an end of a statement leaves open: "without damage, where possible"."""
    here = words[at]
    own = [word for word in words if word.statement == here.statement]
    if any(word.content or word.figure for word in words[at + 1 :] if word.clause == here.clause):
        return
    alone = not any(word.content and word is not here for word in own if word.clause == here.clause)
    beside = here.clause + (1 if own[0] is here else -1)
    for word in own:
        if word.clause == here.clause or (alone and word.clause == beside):
            word.hedge = HEDGES[here.plain]


def _repeat(words: Sequence[Word], hedged: Word) -> None:
    """What holds for "day 3" holds for "day 7" of the same list."""
    for other in words:
        if other.marker == "and" and other.statement == hedged.statement and other.meaning == hedged.meaning:
            other.hedge = hedged.hedge
