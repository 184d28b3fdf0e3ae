"""What the words of a line speak for: the weight of each kind's cues in it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from unbland.core.language.net import Net
from unbland.core.language.words import stem
from unbland.core.ledger.lexicon import CUES
from unbland.core.ledger.lexicon.cue import FAINT, ORDER, PLAIN, Cue, Shape
from unbland.core.ledger.lexicon.hard import HARD
from unbland.core.ledger.lexicon.job import DUTY_VERBS, NO_GERUNDS, NOUN_ENDINGS
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind
from unbland.core.ledger.orders import asks_for_secrets, is_order
from unbland.core.ledger.phrases import Phrases

_WORDS = tuple(cue for cue in CUES if isinstance(cue, Cue))
_SHAPES = tuple(cue for cue in CUES if isinstance(cue, Shape))
_PHRASES = Phrases([cue.phrases for cue in _WORDS])
_NET = Net([cue.pattern for cue in _SHAPES])
_HARD_LISTS = frozenset(number for number, cue in enumerate(_WORDS) if cue in HARD)
_HARD_SHAPES = tuple(cue for cue in HARD if isinstance(cue, Shape))

_VERBS = frozenset(DUTY_VERBS)
_VERB_STEMS = frozenset(stem(verb) for verb in _VERBS)

_FIRST_WORDS = re.compile(r"\W*(?:co-)?([A-Za-z]+)(?:[ -]([A-Za-z]+))?")

#: What may stand before the verb: an adverb, `to`, `and`, `will`.
_BEFORE_VERB = ("ly", "to", "and", "also", "will", "just")


#: A post that a licence is part of the name of, where it is sought or does something, a post that is required, and a
#: licence that the employer has: nobody is asked for more.
_POST_BY_NAME = re.compile(
    r"(?:\b(?:looking for|seeking|hiring|recruiting|searching for|need|for)"
    r" (?:an?|our|the|experienced|qualified|skilled|reliable)\b[^.;:]{0,80}?"
    r"|^(?:(?:in|under) this (?:role|position|post),? )?the )"
    r"\b(?:registered nurse|rn|journey(?:man|person)|chartered accountant|licensed \w+|certified \w+|qualified teacher"
    r"|class [12] (?:[\w+&/]+ ){0,2}drivers?)"
    rf"\b|^(?:[\w&/-]+ ){{0,3}}(?:{'|'.join(sorted(POSTS))})s? (?:is |are )?(?:required|needed) (?:for|at|based|in"
    rf"|to join|working)"
    r"\b|^(?:[\w&.'’-]+,? ){1,8}(?:is|are) (?:an?|the) (?:[\w-]+ ){0,3}(?:licensed|certified|registered|accredited)"
    r" (?:[\w-]+ ){0,3}(?:agency|bank|broker|business|charity|clinic|company|contractor|dealer|firm|insurer|lender"
    r"|nursery|operator|organi[sz]ation|practice|provider|school)\b",
    re.IGNORECASE,
)

#: `String` and `during` are none.
_SHORTEST_GERUND = 6


#: Characters: what a line speaks of it says at its start, and shapes read long lines slowly.
_READ = 600


class Evidence(NamedTuple):
    """What a line's words speak for, without its heading."""

    weights: dict[Kind, int]
    #: Whether it says what only a requirement says: a degree, a licence, years of experience, `must`.
    hard: bool


def weigh(text: str) -> Evidence:
    """The weight of each kind's cues in a line; a list of phrases counts once, however many of them are found."""
    weights, hard = _weighed(text)
    return Evidence(defaultdict(int, weights), hard)


@lru_cache(maxsize=4_096)
def _weighed(text: str) -> tuple[dict[Kind, int], bool]:
    """The same, kept, since postings share many lines; nobody changes it."""
    found = _without_posts(text, _lists_in(text))
    shapes = [_SHAPES[number] for number in _NET.matching(text[:_READ])]
    weights: dict[Kind, int] = {Kind.DUTY: duty_weight(text)}
    said: list[Cue | Shape] = [*(_WORDS[number] for number in found), *shapes]
    for cue in said:
        weights[cue.kind] = weights.get(cue.kind, 0) + cue.weight
    if is_order(text) or asks_for_secrets(text):
        weights[Kind.NOISE] = weights.get(Kind.NOISE, 0) + ORDER
    return weights, is_hard(found, shapes)


def _lists_in(text: str) -> set[int]:
    return {number for hit in _PHRASES.find(text) for number in hit.lists}


def _without_posts(text: str, found: set[int]) -> set[int]:
    """The lists that a text has phrases of, without what only the name of a post asks for."""
    named = None if _HARD_LISTS.isdisjoint(found) else _POST_BY_NAME.search(text)
    return found if named is None else (found - _HARD_LISTS) | _lists_in(text[named.end() :])


def is_hard(found: set[int], shapes: list[Shape]) -> bool:
    """Whether any cue is among those that nobody may overlook."""
    return not _HARD_LISTS.isdisjoint(found) or any(cue in _HARD_SHAPES for cue in shapes)


def duty_weight(text: str) -> int:
    """How much the first words speak for a duty: `Manage`, `Will manage`, `Managing`, and a little any other gerund."""
    found = _FIRST_WORDS.match(text.lower())
    if found is None:
        return 0
    first, second = found.groups("")
    if _is_verb(first) or (first.endswith(_BEFORE_VERB) and _is_verb(second)):
        return PLAIN
    return FAINT if first.endswith("ing") and len(first) > _SHORTEST_GERUND and first not in NO_GERUNDS else 0


def _is_verb(word: str) -> bool:
    """Whether a word is a verb of work in any form that tells what to do, and no noun of the same stem."""
    return word in _VERBS or (stem(word) in _VERB_STEMS and not word.endswith((*NOUN_ENDINGS, "ed")))
