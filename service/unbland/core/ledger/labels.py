"""What a line speaks of: the kind for which most of its words and its heading speak."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from unbland.core.language.digits import has_digit
from unbland.core.language.wordnet import verbness
from unbland.core.language.words import content_stems
from unbland.core.ledger.evidence import duty_weight, weigh
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, is_of_job, split_label
from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, FIRM, PLAIN, STRONG, SURE
from unbland.core.ledger.modality import modality
from unbland.core.ledger.model import SLOT_KINDS, Kind, Modality, Tier
from unbland.core.ledger.rows import are_names, is_a_name, names_place
from unbland.core.ledger.titles import is_short


class Label(NamedTuple):
    """What a line speaks of, and whether that is a deal-breaker."""

    kind: Kind
    modality: Modality


#: Which kind wins where two weigh the same: what must not be lost or reworded first, small talk last.
_ORDER = (
    Kind.NOISE, Kind.MARKET_STAT, Kind.LEGAL, Kind.PAY, Kind.CONTACT, Kind.PROCESS, Kind.REPORTING, Kind.REQUIREMENT,
    Kind.GOAL, Kind.REASON, Kind.TITLE, Kind.DUTY, Kind.BENEFIT, Kind.SCHEDULE, Kind.LOCATION, Kind.COMPANY,
    Kind.BOILERPLATE,
)  # fmt: skip

#: Kinds that go on from line to line.
_GOING_ON = frozenset({Kind.DUTY, Kind.REQUIREMENT, Kind.BENEFIT, Kind.PROCESS, Kind.REASON})

#: Fewer words of content than this are a button, a name or a cry.
_A_STATEMENT = 3

#: Words: no line of an address has more.
_ADDRESS_WORDS = 9

#: Words: a shorter line with capitals may be an order (`Apply Now`).
_NAME_WORDS = 3

#: Sections on the work: without a figure, "average salaries" is what somebody works with.
_OF_WORK = frozenset({Kind.DUTY, Kind.REQUIREMENT})

#: What a bullet that begins with a verb of work may name: `Explain health insurance`, `Regain the star we lost`.
_NAMED_BY_WORK = (Kind.BENEFIT, Kind.PAY, Kind.MARKET_STAT, Kind.REASON)

#: `Board up windows`, `Iron the shirts`.
_VERB_AND_OBJECT = re.compile(
    r"([A-Z]?[a-z]+)(?<!s) (?:up|out|down|off|over|the|an?|our|your|their|its|all|each|every|any)\b(?! of\b)"
)

#: `Lock up the shop at six on Sundays` is a deed, `Cover the late shift` and `Work the weekend` are hours.
_DEED_AT_A_TIME = re.compile(rf"(?!(?i:work|cover|do|start|finish|take|share|join)\b){_VERB_AND_OBJECT.pattern}")

#: `You bring the software through its certification`, in a list of work: no demand, whatever it names.
_YOU_DO = re.compile(
    r"you (?:also )?(?!(?:have|hold|are|know|speak|understand|need|must|can|could|should|would|will|may|might|possess"
    r"|require|like|love|enjoy|want|feel|think|thrive|demonstrate|communicate|come|get|receive|earn|report"
    r"|do not|don['’]t"
    r"|never|\w+ed)\b)(?:bring (?:the|our|this|it|them|all|each)\b.{3,60}?\b(?:through|into|in|to|up|back"
    r"|together|home|out)\b|(?!bring\b)[a-z]{3,}\b)",
    re.IGNORECASE,
)

#: What stands over somebody's name and post, which look like a town and its state.
_OF_SOMEBODY = frozenset({Kind.CONTACT, Kind.REPORTING})

#: A span of time and nothing beside it.
_SPAN = re.compile(r"\d+(?:\s*(?:-|–|to)\s*\d+)?\s*(?:years?|months?|weeks?)\W*", re.IGNORECASE)

#: `ICE fees.`, between other benefits.
_SHORT = re.compile(r"[\w'’&-]+(?: [\w'’&-]+){0,3}\.")

#: A statement of law speaks to whoever reads it, or of the employer; work (`Check right-to-work papers`) does not.
_TO_READER = re.compile(r"\b(?:you|your|we|us|our|applicants?|candidates?|employer)\b", re.IGNORECASE)

#: Kinds in which a must-have would be lost.
_LOSING = frozenset({Kind.NOISE, Kind.BOILERPLATE, Kind.COMPANY})


def label(text: str, heading: HeadingClass = NO_HEADING, *, before: Kind | None = None, bullet: bool = False) -> Label:
    """What a line under a heading speaks of; its own label is nearer than the heading above it.

    A line for which nothing speaks goes with the line `before` it: what it says may not be lost.
    """
    own, value = split_label(text)
    nearest = _nearest(heading, own, value, bullet=bullet)
    evidence = weigh(text)
    speaking = {kind for kind, weight in evidence.weights.items() if weight > 0}
    _place_under(nearest, evidence.weights, text, value, bullet=bullet)
    kind = _heaviest(evidence.weights)
    if before in _GOING_ON and nearest.weight == FAINT and not speaking:
        kind = before  # the heading was left, and the line before went on to something else
    if kind is Kind.BOILERPLATE:
        kind = _of_few_words(text, nearest, before, evidence.weights, bullet=bullet)
    # Only what is surely no employer's word may swallow a degree or a `must`.
    if evidence.hard and kind in _LOSING and evidence.weights[kind] < CERTAIN:
        kind = Kind.REQUIREMENT
    return Label(kind, modality(text, nearest.modality) if kind is Kind.REQUIREMENT else Modality.NONE)


def _nearest(heading: HeadingClass, own: HeadingClass, value: str, *, bullet: bool) -> HeadingClass:
    """The label that stands nearest to a value: its own, but not `Safeguarding:` before what is done."""
    at_work = bullet and own.kind is Kind.LEGAL and heading.kind is Kind.DUTY and _is_command(value)
    return heading if own.kind is None or at_work else own


def _of_few_words(
    text: str, nearest: HeadingClass, before: Kind | None, weights: Mapping[Kind, int], *, bullet: bool
) -> Kind:
    """What a line is of for which little speaks, if it says something, or how one applies."""
    kind, loud = Kind.BOILERPLATE, weights[Kind.BOILERPLATE]
    in_a_row = bullet or (before is Kind.BENEFIT and _SHORT.fullmatch(text) is not None)
    if loud <= PLAIN and _tells(text, bullet=in_a_row):
        kind = _kept(text, nearest, before, of_us=weights[Kind.COMPANY] > 0, bullet=bullet)
    if kind is Kind.BOILERPLATE and weights[Kind.CONTACT] > 0 and loud < CERTAIN:
        kind = Kind.CONTACT  # `If this sounds like you, write to …`: nobody could apply without it
    return kind


def _tells(text: str, *, bullet: bool) -> bool:
    """Whether a line says enough that dropping it could lose a fact; a point of a list does with one word."""
    return says_something(text) or (bullet and bool(content_stems(text)))


def _kept(text: str, nearest: HeadingClass, before: Kind | None, *, of_us: bool, bullet: bool) -> Kind:
    """What a line is of that says something, and for which nothing speaks loudly."""
    if before is Kind.CONTACT and has_digit(text) and len(text.split()) <= _ADDRESS_WORDS:
        return before  # the rest of an address, line by line
    if before is not None and before in _kinds_before(text, of_us=of_us):
        return before
    return Kind.DUTY if bullet and is_of_job(nearest) else Kind.COMPANY


def _kinds_before(text: str, *, of_us: bool) -> frozenset[Kind]:
    """The kinds that go on in a line which says none of its own; a figure is no second reason, nor we a demand."""
    return _GOING_ON - ({Kind.REASON} if has_digit(text) else set()) - ({Kind.REQUIREMENT} if of_us else set())


def _place_under(nearest: HeadingClass, weights: dict[Kind, int], text: str, value: str, *, bullet: bool) -> None:
    """Add what stands above a line to what its words speak for; what work only names is no offer, and no statistic."""
    _place_names(nearest, weights, text, bullet=bullet)
    if nearest.kind is Kind.TITLE:
        weights[Kind.TITLE] += max(SURE, nearest.weight) if is_short(value) else 0
    elif nearest.kind is not None:
        weights[nearest.kind] += nearest.weight
    if bullet and nearest.kind is Kind.REQUIREMENT:
        weights[Kind.REQUIREMENT] += STRONG  # a list of demands seldom holds anything else
    if (nearest.kind is None or nearest.weight == FAINT) and weights[Kind.PAY] >= SURE:
        # Pay told in one sentence with what else is given stays pay: `It's £15 an hour, and you get 28 days off`.
        weights[Kind.BENEFIT] = min(weights[Kind.BENEFIT], weights[Kind.PAY])
    if nearest.kind is Kind.SCHEDULE and _SPAN.fullmatch(value):
        weights[Kind.REQUIREMENT] = 0  # `Project duration: 20 years` asks nobody for experience
    if nearest.kind in _OF_WORK and not has_digit(text):
        weights[Kind.MARKET_STAT] = 0
    if nearest.kind is Kind.DUTY and _YOU_DO.match(value):
        weights[Kind.DUTY] += FIRM
    if bullet and nearest.kind is Kind.DUTY and _is_command(value):
        _name_by_work(weights, text, value)


def _place_names(nearest: HeadingClass, weights: dict[Kind, int], text: str, *, bullet: bool) -> None:
    """Names in a row are a place where the last is one, and no benefit where nothing stands over them."""
    if nearest.kind in _OF_SOMEBODY:
        weights[Kind.LOCATION] = 0  # `Contact: Mona Falk, Warehouse Lead`
    elif names_place(text):
        others = any(weight > 0 for kind, weight in weights.items() if kind is not Kind.LOCATION)
        weights[Kind.LOCATION] += FIRM if others else SURE  # no list asks for a town
    if nearest.kind is None and not bullet:
        weights[Kind.BENEFIT] *= not are_names(text)  # `Riverbank Dental, Kilkenny`
        weights[Kind.DUTY] *= not _is_long_name(text)  # `Mount Carrow Alpine Resort`


def _is_command(text: str) -> bool:
    """Whether a text says what to do: it begins with a verb of work, or with any verb and what is done."""
    found = _VERB_AND_OBJECT.match(text)
    return duty_weight(text) == PLAIN or (found is not None and verbness(found[1].lower()) != "-")


def _is_long_name(text: str) -> bool:
    return is_a_name(text) and not text.isupper() and len(text.split()) >= _NAME_WORDS


def _name_by_work(weights: dict[Kind, int], text: str, value: str) -> None:
    """Take away what a bullet of work only names: `Explain health insurance`."""
    weights.update(dict.fromkeys(_NAMED_BY_WORK, 0))
    weights[Kind.SCHEDULE] *= _DEED_AT_A_TIME.match(value) is None
    weights[Kind.LEGAL] = weights[Kind.LEGAL] if _TO_READER.search(text) else 0


def says_something(text: str) -> bool:
    """Whether a line has enough words, or a figure, that dropping it could lose a fact."""
    enough = len(content_stems(text)) >= _A_STATEMENT or has_digit(text)
    return enough and not text.rstrip().endswith(("?", ":"))


def tier(kind: Kind) -> Tier:
    """Who may word a source of this kind anew."""
    if kind in SLOT_KINDS:
        return Tier.SLOT
    return Tier.FREE if kind is Kind.BOILERPLATE else Tier.GUARDED


def _heaviest(weights: Mapping[Kind, int]) -> Kind:
    """The kind with the largest weight; where nothing speaks for any, the line says nothing of this job."""
    most = max(weights.values(), default=0)
    return next(kind for kind in _ORDER if weights.get(kind) == most) if most > 0 else Kind.BOILERPLATE
