"""Deeds: which verbs a text uses, who does what to whom, as far as form and neighbours tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unbland.core.guard.reading import Clause, Reading, Word
from unbland.core.language.words import stem, word_set

#: Verbs that give power over people or things; a noun of the same stem ("manager", "shift lead") grants none of it.
AUTHORITY = frozenset(
    map(
        stem,
        word_set(
            """
            manage lead supervise oversee direct own run govern command coordinate orchestrate
            approve authorize decide delegate assign allocate hire recruit dismiss set define appoint promote discipline
            train mentor coach teach instruct guide report represent negotiate sign audit enforce
            """
        ),
    )
)
#: Verbs that may turn around between two parties.
_RELATIONS = AUTHORITY | frozenset(
    map(
        stem,
        word_set(
            """
            help assist support serve answer refer review check order plan meet visit call tell give pay show ask brief
            advise sell buy supply deliver sign send write test assess treat care inform update consult invite
            interview onboard cover relieve replace join follow
            """
        ),
    )
)
#: Verbs that make a deed smaller; without them it is the reader's own.
LOWERING = frozenset(map(stem, word_set("help assist support contribute participate shadow learn observe aid")))

_READER = frozenset({"you", "candidate", "applicant", "incumbent", "hire"})
_US = frozenset({"we", "us", "company", "firm"})
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "get", "gets"})
#: Before these a word is a noun: "your order", "each visit", "weekly report".
_NOUN_AFTER = word_set(
    "a an the this that these those your our my their his her its each every all any no one two three four five six"
    " in of for with by on at from during through per own new weekly daily monthly annual full first second last"
)
_FRONT = word_set("in on at by for each every during once after before within from since as if when with")
#: Endings of the one who does it, or of the doing as a thing.
_NOUN_ENDINGS = ("er", "ers", "or", "ors", "er's", "ant", "ants", "ship", "ment", "ments", "ion", "ions", "ance")
#: Nouns that look like these verbs even without an article.
_HEAD_NOUNS = frozenset({"lead", "report"})
YOU, _WE = "<you>", "<we>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One verb of a clause with who does it and whom or what it is done to."""

    verb: str
    text: str
    doer: frozenset[str]
    rest: frozenset[str]


def granted_verbs(reading: Reading) -> Iterator[Word]:
    """The verbs of a source, and the deeds that it tells as a thing: "Leading, …", "management of …"."""
    for clause in reading.clauses:
        for place, word in enumerate(clause.words):
            after = clause.words[place + 1].plain if place + 1 < len(clause.words) else ""
            opens = word.plain.endswith("ing") and place == 0
            named = word.plain.endswith(("ment", "ion")) and after == "of"
            if is_verb(clause.words, place) or (word.stem in _RELATIONS | LOWERING and (opens or named)):
                yield word


def verbs(reading: Reading) -> Iterator[Word]:
    """The words of these verbs that are used as one."""
    for clause in reading.clauses:
        yield from (word for place, word in enumerate(clause.words) if is_verb(clause.words, place))


def is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word is used as one of these verbs, as far as its form and its neighbours tell."""
    word, before = words[place], words[place - 1].plain if place else ""
    if not _may_be_verb(word):
        return False
    if place and _may_be_verb(words[place - 1]) and (place == 1 or words[place - 2].plain not in _NOUN_AFTER):
        return False  # "negotiate orders": the second is what the first is done to
    if word.plain.endswith("ing"):
        # "training in wound care" is a thing, "training six cooks" is a deed.
        return place + 1 < len(words) and words[place + 1].plain not in _FRONT
    if word.plain in _HEAD_NOUNS and place and words[place - 1].content:
        # "the shift lead", "the weekly report"; but "two nurses lead the round".
        return place + 1 < len(words) and before.endswith("s")
    return before not in _NOUN_AFTER


def _may_be_verb(word: Word) -> bool:
    """Whether it has the stem of such a verb and is no "manager", "assistant" or "management" of it."""
    noun = word.plain.endswith(_NOUN_ENDINGS) and not word.stem.endswith(("er", "or"))
    return word.stem in _RELATIONS | LOWERING and not noun


def deeds(clause: Clause) -> Iterator[Deed]:
    """The deeds that a clause tells; an -ing form names no doer, and after "help" the doer is whoever is helped."""
    for place, word in enumerate(clause.words):
        if word.stem in _RELATIONS and not word.plain.endswith("ing") and is_verb(clause.words, place):
            left, right = clause.words[:place], clause.words[place + 1 :]
            passive = bool(left) and left[-1].plain in _BE and word.plain.endswith(("ed", "n", "t"))
            doer, rest = (_agents(right), _parties(left)) if passive else (_doers(left), _parties(right))
            yield Deed(verb=word.stem, text=word.text, doer=doer, rest=rest)
            if word.stem in LOWERING:
                return


def _doers(left: tuple[Word, ...]) -> frozenset[str]:
    """Who does what follows: `you` where nobody stands; nobody known where only "Each week" stands before."""
    parties = _parties(left)
    if parties & {YOU, _WE}:
        return parties & {YOU, _WE}
    if not parties:
        return frozenset({YOU})
    return frozenset() if left[0].plain in _FRONT or left[-1].plain == "to" else parties


def _agents(right: tuple[Word, ...]) -> frozenset[str]:
    """Who did what is told in the passive: whoever stands after `by`."""
    by = next((place for place, word in enumerate(right) if word.plain == "by"), len(right))
    return _parties(right[by + 1 :])


def _parties(words: tuple[Word, ...]) -> frozenset[str]:
    """Who and what stands there: `you` and `we` under one name each, others by their meaning."""
    return frozenset(
        YOU if word.plain in _READER else _WE if word.plain in _US else word.meaning
        for word in words
        if word.content or word.plain in _READER or word.plain in _US
    )
