"""Roles: who does what to whom; authority that no source gives, and a doer and a done-to that changed places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Clause, Reading, Word
from unbland.core.language.words import stem, word_set

#: Verbs that give power over people or things; a noun of the same stem ("manager", "shift lead") grants none of it.
_AUTHORITY = frozenset(
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
_RELATIONS = _AUTHORITY | frozenset(
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
_LOWERING = frozenset(map(stem, word_set("help assist support contribute participate shadow learn observe aid")))

_TOGETHER = frozenset({"together", "jointly", "alongside"})

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
_YOU, _WE = "<you>", "<we>"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """One verb of a clause with who does it and whom or what it is done to."""

    verb: str
    text: str
    doer: frozenset[str]
    rest: frozenset[str]


def check(case: Case) -> Iterator[Violation]:
    """New authority, a help that became a deed, and roles that turned around."""
    verbs = [word for reading in case.readings for word in _granted(reading)]
    granted = {word.stem for word in verbs} | {word.meaning for word in verbs}
    mine = [*_verbs(case.claim)]
    for word in mine:
        if word.stem in _AUTHORITY | _LOWERING and word.stem not in granted and word.meaning not in granted:
            yield _violation(f"no cited source says that anybody should {word.text.lower()!r} here")
    theirs = [deed for reading in case.readings for clause in reading.clauses for deed in _deeds(clause)]
    for clause in case.claim.clauses:
        for deed in _deeds(clause):
            same = [other for other in theirs if other.verb == deed.verb]
            if same and all(_turned(deed, other) for other in same):
                yield _violation(f"the cited source has another one {deed.text.lower()!r} here")
    for reading in case.readings:
        yield from _shared_deeds(case.claim, reading)
    owned = {pair for reading in case.readings for pair in _owned(reading)}
    for whose, what in _owned(case.claim):
        other = "your" if whose == "our" else "our"
        if (whose, what) not in owned and (other, what) in owned:
            yield _violation(f"the cited source says {other!r} of what the line calls {whose!r}")


def _owned(reading: Reading) -> Iterator[tuple[str, str]]:
    """What is ours and what is the reader's."""
    for word, after in pairwise(reading.words):
        if word.plain in ("our", "your"):
            yield word.plain, after.meaning


def _shared_deeds(claim: Reading, source: Reading) -> Iterator[Violation]:
    """A deed that the source shares with somebody and the line gives to the reader alone."""
    told = {word.plain for word in claim.words}
    for clause in source.clauses:
        alone = 3 * len(clause.content & claim.content) < len(clause.content)
        helped = next((word for at, word in enumerate(clause.words) if _lowers(clause.words, at)), None)
        if helped and not alone and not any(word.stem in _LOWERING for word in claim.words):
            yield _violation(f"the cited source says {helped.text!r}, and the line leaves it out")
        beside = next((word.text for word in clause.words if word.plain in _TOGETHER), None)
        if beside and not alone and not told & (_TOGETHER | {"with"}):
            yield _violation(f"the cited source says {beside!r}, and the line leaves it out")


def _lowers(words: tuple[Word, ...], place: int) -> bool:
    return words[place].stem in _LOWERING and _is_verb(words, place)


def _verbs(reading: Reading) -> Iterator[Word]:
    """The words of these verbs that are used as one."""
    for clause in reading.clauses:
        yield from (word for place, word in enumerate(clause.words) if _is_verb(clause.words, place))


def _granted(reading: Reading) -> Iterator[Word]:
    """The verbs of a source, and the deeds that it tells as a thing: "Leading, …", "management of …"."""
    for clause in reading.clauses:
        for place, word in enumerate(clause.words):
            after = clause.words[place + 1].plain if place + 1 < len(clause.words) else ""
            opens = word.plain.endswith("ing") and place == 0
            named = word.plain.endswith(("ment", "ion")) and after == "of"
            if _is_verb(clause.words, place) or (word.stem in _RELATIONS | _LOWERING and (opens or named)):
                yield word


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
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
    return word.stem in _RELATIONS | _LOWERING and not noun


def _deeds(clause: Clause) -> Iterator[_Deed]:
    """The deeds that a clause tells; an -ing form names no doer, and after "help" the doer is whoever is helped."""
    for place, word in enumerate(clause.words):
        if word.stem in _RELATIONS and not word.plain.endswith("ing") and _is_verb(clause.words, place):
            left, right = clause.words[:place], clause.words[place + 1 :]
            passive = bool(left) and left[-1].plain in _BE and word.plain.endswith(("ed", "n", "t"))
            doer, rest = (_agents(right), _parties(left)) if passive else (_doers(left), _parties(right))
            yield _Deed(verb=word.stem, text=word.text, doer=doer, rest=rest)
            if word.stem in _LOWERING:
                return


def _doers(left: tuple[Word, ...]) -> frozenset[str]:
    """Who does what follows: `you` where nobody stands; nobody known where only "Each week" stands before."""
    parties = _parties(left)
    if parties & {_YOU, _WE}:
        return parties & {_YOU, _WE}
    if not parties:
        return frozenset({_YOU})
    return frozenset() if left[0].plain in _FRONT or left[-1].plain == "to" else parties


def _agents(right: tuple[Word, ...]) -> frozenset[str]:
    """Who did what is told in the passive: whoever stands after `by`."""
    by = next((place for place, word in enumerate(right) if word.plain == "by"), len(right))
    return _parties(right[by + 1 :])


def _parties(words: tuple[Word, ...]) -> frozenset[str]:
    """Who and what stands there: `you` and `we` under one name each, others by their meaning."""
    return frozenset(
        _YOU if word.plain in _READER else _WE if word.plain in _US else word.meaning
        for word in words
        if word.content or word.plain in _READER or word.plain in _US
    )


def _turned(deed: _Deed, other: _Deed) -> bool:
    """Whether the doer here is not the one there but one of those it is done to, or one that is named nowhere."""
    if not deed.doer or not other.doer or deed.doer & other.doer:
        return False
    return bool(deed.doer & other.rest) or other.doer == {_YOU} or deed.doer == {_YOU}


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
