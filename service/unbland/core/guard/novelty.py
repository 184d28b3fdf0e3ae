"""Novelty: words that no cited source has and that no reviewed list lets an editor add."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.days import FREQUENCIES
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import HEDGES, LEFT_OUT, NEGATORS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.slots import FRAME_MEANINGS
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.measures import measured_in
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.synonyms import GIVING, HARMLESS, LIGHT_STEMS, meaning
from unbland.core.language.thesaurus import JOINT
from unbland.core.language.units import SPAN_SCALES, SPANS
from unbland.core.language.words import STOP_WORDS, stem, word_set
from unbland.core.ledger.model import Kind

#: New words that say how much a requirement weighs, or that something is so; `modality` and `scope` judge them.
_WEIGH = frozenset(
    {
        "prefer",
        "ideal",
        "asset",
        "advantag",
        "nice",
        "desir",
        "welcom",
        "bonus",
        "must",
        "essenti",
        "requir",
        "plus",
        "mandatori",
    }
)
#: The same, which say nothing else of anything.
_WELCOME = frozenset({"helpful", "useful", "handy", "beneficial"})
#: Words, and small ones of a source that say as much: "an outside lab" is an external one.
_SMALL_KIN = {"external": ("outside",), "internal": ("inside",), "single": ("one",), "entire": ("all", "whole")}
#: Behind "in" this says no more than the figure that it sums up; `scope` tells it from "each".
_SUM = "total"
#: Words of the stem of a light one that say more than it.
HEAVY = frozenset({"personal", "personally", "personnel", "workable", "needy", "knowing", "knowledgeable"})
#: Harmless as verbs: "a third shift starts"; as nouns they say when.
_OPENING = frozenset({"start", "starts", "begin", "begins"})
#: The same only before a time: "starting at 6:30".
_GOING_ON = frozenset({"starting", "beginning"})
#: Behind these a source says when something starts.
_FROM = ("from", "after", "once")
_WHEN = frozenset({"on", "after", "from", "once", "at"})
#: Stems of small words inside set phrases.
_SMALL = frozenset(map(stem, STOP_WORDS))
#: What a posting says of itself.
_HIRING = frozenset({"hiring", "sought", "seeking", "recruiting", "looking", "however", "deadline"})
#: What a source of a kind is about: said beside it, these add nothing.
_OF_KIND = {
    Kind.PAY: word_set("pay"),
    Kind.BENEFIT: word_set("benefits perk perks"),
    Kind.COMPANY: word_set("firm company"),
}
#: Percent: what is more than this is paid more than once.
_WHOLE = 100
#: What one completes; so many words of content behind it may name that.
_TRAININGS = frozenset(map(stem, ("apprenticeship", "training", "degree", "diploma", "course", "program", "studies")))
_NEAR = 3
#: Nouns of what one can or has; a requirement that has none may be told as experience with what it names.
_ABILITIES = frozenset(map(meaning, (
    "knowledge", "understanding", "ability", "exposure", "certificate", "degree", "licence", "registration", "skill",
    "training", "interest", "qualification", "diploma", "grasp", "command", "familiarity", "willingness",
)))  # fmt: skip


def check(case: Case) -> Iterator[Violation]:
    """New words: a doubt, whatever they are about."""
    new = [word for word in case.claim.words if word.content and is_new(case, word)]
    if new:
        words = ", ".join(repr(word.text) for word in new)
        yield Violation(class_=ViolationClass.NOVELTY, detail=f"no cited source has {words}")


def is_new(case: Case, word: Word) -> bool:
    """Whether no source carries the word and it says something all the same."""
    if word.start in case.rests or case.is_named(word) or word.figure or word.plain in _WELCOME | NEGATORS:
        return False
    if word.plain in _OPENING | _GOING_ON:
        told = _says_when(case.claim, word) and _says_from_when(case)
        return not told and not (word.verb and word.plain in _OPENING)
    if any(says_nothing(case, word) for says_nothing in _SAYING_NOTHING):
        return False
    if word.plain in SPANS:
        return SPANS[word.plain] not in _spans(case)
    weigh = _WEIGH if case.asks and not word.plain.endswith("ing") else frozenset[str]()
    light = word.meaning in LIGHT_STEMS | weigh | (FRAME_MEANINGS if case.slots else frozenset())
    asked = word.plain == "bring" and not case.asks and any(one.kind is Kind.BENEFIT for one in case.sources)
    return word.plain in HEAVY or asked or not light


def _says_when(reading: Reading, word: Word) -> bool:
    """Whether a small word for when stands right behind it: "dental and vision start on day 61"."""
    place = reading.places[word.start]
    return any(other.plain in _WHEN for other in reading.words[place + 1 : place + 2])


def _says_from_when(case: Case) -> bool:
    return any(f" {told} " in f" {reading.text.lower()} " for reading in case.readings for told in _FROM)


def _is_composed(case: Case, word: Word) -> bool:
    """Whether it is a set phrase of which the sources have every word that says something."""
    return JOINT in word.meaning and {*word.meaning.split(JOINT)} <= case.content | LIGHT_STEMS | _SMALL


def _is_frame(case: Case, word: Word) -> bool:
    """Whether it is a word that says nothing of its own in a posting, or only that something is offered."""
    offers = bool(word.verb) and word.meaning in GIVING and case.gives
    judged = word.plain in FREQUENCIES or word.plain in HEDGES  # by `claims` and by `hedges`
    judged = judged or word.plain in ("additional", "extra")  # by `scope`
    judged = judged or (word.stem in LEFT_OUT and word.denied == DENIED)  # by `polarity`
    return offers or judged or word.plain in _HIRING | HARMLESS


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


def _is_counted(case: Case, word: Word) -> bool:
    """Whether it only names what figures of the source are, or a small word of the source says as much."""
    if word.plain == _SUM:
        return " in total " in case.claim.plain and bool(case.figures)
    if word.plain == "hours":
        return any(figure.kind is QuantityKind.TIME for figure in case.figures)
    kin = _SMALL_KIN.get(word.plain, ())
    return any(f" {small} " in reading.plain for small in kin for reading in case.readings)


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
    return any(word.plain in _OF_KIND.get(kind, ()) for kind in cited)


def _is_overtime(case: Case, word: Word) -> bool:
    """Whether "overtime" only names what a source pays more for: "time and a half over 40 hours"."""
    more = any(one.kind is QuantityKind.PERCENT and (one.low or 0) > _WHOLE for one in case.figures)
    beyond = any(one.unit == "hour" and one.bound is Bound.AT_LEAST for one in case.figures)
    told = any(one.unit == "hour" for one in case.claim.figures)
    return word.plain == "overtime" and more and beyond and told


#: Ways in which a new word may say nothing of its own.
_SAYING_NOTHING = (
    _is_counted,
    _is_done,
    _is_of_kind,
    _is_overtime,
    _is_composed,
    _is_measure,
    _is_frame,
    _is_head,
    _is_bare,
)


def _spans(case: Case) -> set[str]:
    spans = {span for figure in case.figures for span in _whole(figure)}
    return spans | {SPANS.get(word.plain, "") for reading in case.readings for word in reading.words}


def _whole(figure: Quantity) -> Iterator[str]:
    """The spans of time that a figure is a whole number of: 12 months may be told as a year."""
    yield figure.period
    base, scale = SPAN_SCALES.get(figure.unit, ("", 1))
    length = figure.low if figure.low is not None else figure.high
    for span, (its_base, its_scale) in SPAN_SCALES.items():
        if base == its_base and length is not None and length * scale % its_scale == 0:
            yield span
