"""Idle: new words that say nothing of their own, each way with what makes it so."""

from __future__ import annotations

import re

from unbland.core.guard import namings
from unbland.core.guard.days import FREQUENCIES
from unbland.core.guard.doers import doer
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, HEDGES, LEFT_OUT, YOU
from unbland.core.guard.tasks import is_task
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.measures import measured_in
from unbland.core.language.quantities import QuantityKind
from unbland.core.language.synonyms import GIVING, HARMLESS, LIGHT_STEMS, meaning
from unbland.core.language.thesaurus import JOINT
from unbland.core.language.words import STOP_WORDS, stem, word_set
from unbland.core.ledger.model import Kind

#: Words, and small ones of a source that say as much: "an outside lab" is an external one.
_SMALL_KIN = {
    "external": ("outside",), "internal": ("inside",), "single": ("one",), "entire": ("all", "whole"),
    "afterwards": ("after",), "thereafter": ("after",), "previously": ("before",), "remaining": ("other",),
    "higher": ("above",), "onwards": ("on",), "onward": ("on",),
}  # fmt: skip
#: Light verbs that are deeds of their own beside another.
_DEEDS = frozenset({"make", "give", "take", "join", "conduct", "perform", "undertake"})
#: Before the name of a deed these say only that it is done.
_DOING = frozenset({"carry", "perform", "conduct", "undertake"})
#: The same of a deed, behind a form of "be".
_MADE = frozenset({"made", "done", "performed", "held"})
#: Behind "in" this says no more than the figure that it sums up; `scope` tells it from "each".
_SUM = "total"
#: Stems of small words inside set phrases.
_SMALL = frozenset(map(stem, STOP_WORDS))
#: What a posting says of itself.
_HIRING = frozenset({"hiring", "sought", "seeking", "recruiting", "looking", "however", "deadline"})
#: What a source of a kind is about: said beside it, these add nothing.
_OF_KIND = {
    Kind.PAY: word_set("pay"),
    Kind.BENEFIT: word_set("benefits perk perks"),
    Kind.COMPANY: word_set("firm company"),
    Kind.LOCATION: word_set("based located"),
    Kind.SCHEDULE: word_set("rota roster hours"),
    Kind.PROCESS: word_set("process"),
}
#: Says that something is made good in time or costs nothing, and not that anybody is paid.
_IN_TIME = re.compile(r" (?:off|in lieu|toil|free|holidays?|leave|vacation|breaks?) ")
#: Verbs that before a length of time, or the moment where it begins, say only that it is so long.
_LASTING = frozenset({"spend", "spends", "spent", "run", "runs", "last", "lasts"})
#: What one completes; so many words of content behind it may name that.
_TRAININGS = frozenset(map(stem, ("apprenticeship", "training", "degree", "diploma", "course", "program", "studies")))
_NEAR = 3
#: Nouns of what one can or has; a requirement that has none may be told as experience with what it names.
_ABILITIES = frozenset(map(meaning, (
    "knowledge", "understanding", "ability", "exposure", "certificate", "degree", "licence", "registration", "skill",
    "training", "interest", "qualification", "diploma", "grasp", "command", "familiarity", "willingness",
)))  # fmt: skip


def _is_composed(case: Case, word: Word) -> bool:
    """Whether it is a set phrase of which the sources have every word that says something."""
    return JOINT in word.meaning and {*word.meaning.split(JOINT)} <= case.content | LIGHT_STEMS | _SMALL


def _is_frame(case: Case, word: Word) -> bool:
    """Whether it is a word that says nothing of its own in a posting, or only that something is offered."""
    offers = bool(word.verb) and word.meaning in GIVING and case.gives
    # What is given as time is not paid by that, nor is what is free.
    offers = offers and not (word.plain == "paid" and any(map(_IN_TIME.search, (r.plain for r in case.readings))))
    return offers or _is_judged(word) or word.plain in _HIRING | HARMLESS


def _is_judged(word: Word) -> bool:
    """Whether another check sees to the word: `claims` and `hedges`, `scope`, and `polarity` at last."""
    elsewhere = word.plain in FREQUENCIES or word.plain in HEDGES or word.plain in ("additional", "extra")
    return elsewhere or (word.stem in LEFT_OUT and word.denied == DENIED)


def _is_head(case: Case, word: Word) -> bool:
    """Whether it is the last word of the title, which may stand for the reader: "tellers", "the coordinator"."""
    heads = {words[-1].plain for reading in case.names if (words := [w for w in reading.words if w.content])}
    return word.plain in heads or word.plain.removesuffix("s") in heads


def _is_bare(case: Case, word: Word) -> bool:
    """Whether "experience" only says what a bare requirement means: "SAP or Sage" as "experience with SAP or Sage"."""
    timed = any(figure.kind is QuantityKind.DURATION for figure in case.figures)
    bare = all(source.kind is Kind.REQUIREMENT for source in case.sources)
    bare = bare and (timed or not case.content & _ABILITIES)
    return word.plain == "experience" and bare


def adds_deed(case: Case, word: Word) -> bool:
    """Whether a light verb is one of two deeds: "read and make drawings"."""
    words, at = case.claim.words, case.claim.places[word.start]
    sides = (words[max(0, at - 2) : at][::-1], words[at + 1 : at + 3])
    joined = any(len(side) > 1 and side[0].plain in ("and", "or") and side[1].verb for side in sides)
    return word.plain in _DEEDS and bool(word.verb) and joined


def _is_spoken(case: Case, word: Word) -> bool:
    """Whether it only says that one has what is asked for in a language, or does what the source names."""
    after = [other for other in case.claim.words[case.claim.places[word.start] + 1 :] if other.content][:_NEAR]
    rests = [case.rests[other.start] for other in after if other.start in case.rests]
    if word.plain in ("speak", "speaks", "spoke", "speaking", "speaker", "speakers"):
        return case.asks and any(rest.word.text[0].isupper() for rest in rests)
    return word.form in _DOING and bool(word.verb) and _are_tasks(case, rests)


def _are_tasks(case: Case, rests: list[Rest]) -> bool:
    """Whether one of the words names a task, and none of them what another does."""
    if any(_is_by_another(case, rest) for rest in rests):
        return False
    return any(rest.word.verb in ("", "ing") and is_task(case.readings[rest.reading], rest.word) for rest in rests)


def _is_counted(case: Case, word: Word) -> bool:
    """Whether it only names what figures of the source are, or a small word of the source says as much."""
    if word.plain == _SUM:
        return " in total " in case.claim.plain and bool(case.figures)
    if word.plain == "hours":
        return any(figure.kind is QuantityKind.TIME for figure in case.figures)
    after = next(iter(case.claim.words[case.claim.places[word.start] + 1 :]), None)
    if word.form in _LASTING and after is not None and _tells_when(case, after):
        return True
    if word.plain == "spread" and after is not None and (after.figure or after.plain == "over"):
        return True
    if word.plain in ("cost", "costs") and case.gives and after is not None and after.figure:
        return any(figure.kind is QuantityKind.MONEY for figure in case.figures)
    kin = _SMALL_KIN.get(word.plain, ())
    return any(f" {small} " in reading.plain for small in kin for reading in case.readings)


def _tells_when(case: Case, after: Word) -> bool:
    """Whether a verb only leads to how long or from when: "you spend three days", "the season runs from April"."""
    if after.plain in ("from", "until", "till"):
        return True
    lengths = (QuantityKind.DURATION, QuantityKind.TIME)
    return after.figure and any(f.kind in lengths and f.start <= after.start < f.end for f in case.claim.figures)


def _is_done(case: Case, word: Word) -> bool:
    """Whether it only says that one has what is asked for: "you have completed an apprenticeship"."""
    after = case.claim.words[case.claim.places[word.start] + 1 :]
    thing = next((other for other in after if other.content and not other.attribute), None)
    near = [other for other in after if other.content][:_NEAR]
    papers = any(other.stem in _TRAININGS and other.start in case.rests for other in near)
    return word.plain == "completed" and case.asks and thing is not None and papers


def _is_measure(case: Case, word: Word) -> bool:
    """Whether a source measures in kilograms and the like what the line measures so; `figures` judges how much."""
    base = measured_in(word.meaning)
    return bool(base) and any(measured_in(noun) == base for figure in case.figures for noun in figure.unit.split())


def _is_of_kind(case: Case, word: Word) -> bool:
    """Whether it only names what all that the line rests on is about: "pay" of pay, "perks" of benefits."""
    cited = {case.sources[rest.reading].kind for rest in case.rests.values()} or {one.kind for one in case.sources}
    return any(word.plain in _OF_KIND.get(kind, ()) or word.form in _OF_KIND.get(kind, ()) for kind in cited)


def _is_done_to(case: Case, word: Word) -> bool:
    """Whether it only says that what the source says to be done is done: "a check is made" as "carry out a check"."""
    after = [other for other in case.claim.words[case.claim.places[word.start] + 1 :] if other.content][: _NEAR + 1]
    rests = [case.rests[one.start] for one in after if one.start in case.rests]
    mine = doer(case.claim, case.claim.places[word.start]) == {YOU}
    if mine and not any(case.sources[rest.reading].kind is Kind.DUTY for rest in rests):
        return False  # "a drug test is made" says not by whom
    return word.form in _DOING and any(_is_made(case, rest) for rest in rests)


def _is_made(case: Case, rest: Rest) -> bool:
    """Whether a source says "is made" or the like right behind a word, and not by whom."""
    reading = case.readings[rest.reading]
    behind = [word.plain for word in reading.words[reading.places[rest.word.start] + 1 :][:2]]
    return len(behind) > 1 and behind[0] in BE and behind[1] in _MADE and not _is_by_another(case, rest)


def _is_by_another(case: Case, rest: Rest) -> bool:
    """Whether a source says of a deed that somebody else does it: "is made by the trainer"."""
    reading = case.readings[rest.reading]
    behind = [word.plain for word in reading.words[reading.places[rest.word.start] + 1 :][:4]]
    return behind[:1] != [] and behind[0] in BE and behind[2:3] == ["by"] and behind[3:] != ["you"]


#: Ways in which a new word may say nothing of its own.
_WAYS = (
    _is_counted,
    namings.is_people,
    namings.is_welcome,
    _is_spoken,
    namings.is_answering,
    namings.is_rising,
    namings.is_field,
    namings.is_function,
    namings.is_measuring,
    _is_done_to,
    _is_done,
    _is_of_kind,
    namings.is_salary,
    namings.is_overtime,
    _is_composed,
    _is_measure,
    _is_frame,
    _is_head,
    _is_bare,
)


def says_nothing(case: Case, word: Word) -> bool:
    """Whether a new word says nothing of its own, in one of these ways."""
    return any(way(case, word) for way in _WAYS)
