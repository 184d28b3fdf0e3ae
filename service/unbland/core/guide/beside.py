"""Lines beside the point: they look specific, and tell nothing of the job.

Four sorts fill a posting that has nothing to say: things that stand in every building, shares of people who say
something, the size of the world, and figures put on what cannot be counted ("35 % more excellence"). Names in a row are
often such filling too, and sometimes a list of tools.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from unbland.core.language.dates import MONTHS
from unbland.core.language.digits import has_digit
from unbland.core.language.forms import any_of
from unbland.core.language.net import Net
from unbland.core.language.numbers import NUMBER_WORDS
from unbland.core.language.quantities import without_figures
from unbland.core.language.wordnet import lemmas
from unbland.core.language.words import STOP_WORDS, content_stems, stem, tokens, word_set

#: What stands in every building or at its door, as stems: two of them in a line, and no trade that handles them.
_FURNITURE = frozenset(
    stem(word)
    for word in word_set("""
    badge bench binder blind blinds bollard brass bone carpet ceiling chair chimney clock coat corridor curtain
    cushion cat dog door drawer envelope finger flagpole folder goldfish hallway heater hook hydrant kettle key
    lamp lanyard lawn locker letterbox maple mug noticeboard oak paper peg pen pencil pewter pigeon pin radiator
    rain rug seagull shelf shelves shoes sign sock sofa staircase stairs stapler steps stool sunny tape teeth tile
    tree wall window black blue brown green grey gray orange pink purple red white yellow lemon
    """)
)
_TWO = 2
_SIZE = re.compile(r"\b\d+(?:\.\d+)? ?(?:by \d+ )?(?:cm|mm|inch(?:es)?|feet|met(?:re|er)s?)\b", re.IGNORECASE)

#: A share of people who say something, and shares that are all or more than all.
_STATISTIC = any_of(r"""
    \d[\d.,]* ?(?:%|per ?cent) of (?:our |the |all )?(?:us|users|people|members|staff|employees|applicants|founders)
    \d[\d.,]* ?(?:%|per ?cent) of (?:our |the |all )?(?:colleagues|customers|drivers|agents|teams?|buyers|everyone)
    \d[\d.,]* ?(?:%|per ?cent) of (?:our |the |all )?(?:roles|goals|companies|those|everybody|targets)
    (?:\d+|nine|eight|seven|four|three|one|two|ten) (?:in|out of) (?:\d+|ten|five|four|one|two) (?:of|people)
    (?:\d+|nine|eight|seven|four|three|one|two|ten) (?:in|out of) (?:\d+|ten|five|four) (?:colleagues|employees)
    (?:\d+|nine|eight|seven|four|three|one|two|ten) (?:in|out of) (?:\d+|ten|five|four) (?:members|agents|our)
    (?:\d+|nine|eight|seven|four|three|one|two|ten) (?:in|out of) (?:\d+|ten|five|four) (?:say|would|recommend)
    \d[\d.,]* ?(?:%|per ?cent) (?:say|says|call|rate|rated|would|tell|describe|think|agree|feel|love|faster|better)
    \d+ out of \d+ (?!points)\w+  \d+ (?:in|of) \d+ (?:on|or (?:above|higher))
    score of (?:at least )?\d+ or (?:above|higher)  studies show  research shows  in a (?:recent )?(?:survey|study)
    rate us  scientists agree  we surveyed  on average .* average
    1[01]0 ?% (?:commitment|dedication|effort|transparent|yourself|passion|of)
""")

#: The size of the world, which is the same for every employer.
_WORLD = any_of(r"""
    inhabitants  billion people  population \d[\d,]*  \d+ continents  (?:\d+ )?time zones  attention span  goldfish
    nobel  the earth(?:'s)?  world's \d[\d,]*  world market  companies worldwide  \d+ bc  mount \w+ is
    (?:was|were) first (?:planted|mentioned|built|invented)
""")

_TOLD = Net((_STATISTIC, _WORLD))

#: What everybody does in any building.
_IDLE = re.compile(r"(?:walk|stand|sit|enter|open|close|use|hang|go|come|look|wait|pass|greet)\b", re.IGNORECASE)

#: What every employer wants more of and none can count, and how more of it is asked for: a figure on it is made up.
#: What counts anything, or says where, makes it no truer.
_UNCOUNTED = word_set("""
    achievement alignment capability challenge collaboration culture deliverable effectiveness efficiency engagement
    everything excellence expectation goal growth impact improvement initiative innovation kpi kpis milestone mission
    objective outcome output passion performance pillar potential priority process productivity progress quality result
    results risk satisfaction solution stakeholder stakeholders success synergy synergies teamwork transformation value
    vision wellbeing wellness workstream workstreams
    achieve boost deliver enhance exceed improve increase maximise maximize optimise optimize
""")
_ANYHOW = word_set("""
    champion cut decrease demonstrate drive ensure grow hit lead lower own raise reach reduce reduction support
    transform unlock win across align area business company cross department departments dimension flagship flexibility
    function functional gain key level measurable metric month months organisation organization overall percent proven
    quarter quarters rate record strategic total track week weeks year years day days hour hours
""")
_SAYABLE = _UNCOUNTED | _ANYHOW

#: Times of the year stand for a date.
_DATES = frozenset(MONTHS) | word_set("q1 q2 q3 q4 spring summer autumn fall winter easter christmas")
_TIMES = frozenset(map(stem, _DATES))
_NO_THINGS = STOP_WORDS | _DATES | frozenset(NUMBER_WORDS)

#: Where a thing stands today, from which somebody counted it.
BASELINE = re.compile(
    r"\bfrom\b.*\bto\b|\b(?:now|today|currently|at present|last year|was|were|instead of|up from|down from)\b",
    re.IGNORECASE,
)

#: Figures from which a line may be a heap of them; shares of its words that are figures, or figures and capitals.
_FIGURES, _HALF, _MOST = 3, 0.5, 0.75

#: Names from which a line is a list of them, and the form of one: a capital or a figure, three words at most.
_NAMES = 5
_NAME = re.compile(r"[A-Z0-9][\w.+/&-]*(?: [\w.+/&-]+){0,2}")
_COMMA = re.compile(r",|;| and ")


class Beside(StrEnum):
    """What a line speaks of instead of the job."""

    FURNITURE = "furniture"
    STATISTIC = "statistic"
    WORLD = "world"
    NAMES = "names"
    UNCOUNTED = "uncounted"
    SERIES = "series"
    REASONS = "reasons"


@lru_cache(maxsize=8_192)
def beside(text: str, handled: frozenset[str] = frozenset()) -> Beside | None:
    """What a line tells instead of the job; `handled` are stems of what the trade handles, such as a joiner's doors."""
    things = (content_stems(text) & _FURNITURE) - handled
    if things and len(things) + (_SIZE.search(text) is not None) + (_IDLE.match(text) is not None) >= _TWO:
        return Beside.FURNITURE
    for number in _TOLD.matching(text):
        return (Beside.STATISTIC, Beside.WORLD)[number]
    if _is_uncounted(text):
        return Beside.UNCOUNTED
    return Beside.NAMES if _is_list_of_names(text) or _is_heap(text) else None


def _is_uncounted(text: str) -> bool:
    """Whether a line puts a figure on what nobody counts, and does not say where that stands today."""
    if not has_digit(text):
        return False
    words = {word.text.lower() for word in tokens(text) if word.text[0].isalpha()} - _NO_THINGS
    said = all(map(_is_sayable, words)) and any(not _UNCOUNTED.isdisjoint((word, *lemmas(word))) for word in words)
    return said and not BASELINE.search(text)


@lru_cache(maxsize=8_192)
def _is_sayable(word: str) -> bool:
    """Whether every employer could say a word."""
    return not _SAYABLE.isdisjoint((word, *lemmas(word)))


def unfigured(text: str) -> frozenset[str]:
    """The stems of what a line says beside its figures and its dates."""
    return content_stems(without_figures(text)) - _TIMES


def _is_heap(text: str) -> bool:
    """Whether a line heaps up figures and capitals without a word that joins them."""
    if not has_digit(text):
        return False
    words = [token.text for token in tokens(text)]
    figures = sum(word[0].isdigit() for word in words)
    if len(words) < _NAMES or any(word.lower() in STOP_WORDS for word in words):
        return figures >= _FIGURES and figures >= _HALF * len(words)
    return figures > 1 and sum(word[0].isdigit() or word[0].isupper() for word in words) >= _MOST * len(words)


def _is_list_of_names(text: str) -> bool:
    if text.count(",") + text.count(";") + text.count(" and ") < _NAMES - 1:
        return False
    parts = [part.strip(" .") for part in _COMMA.split(text) if part.strip(" .")]
    return len(parts) >= _NAMES and sum(_NAME.fullmatch(part) is not None for part in parts) >= _NAMES
