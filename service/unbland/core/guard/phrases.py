"""Set phrases of several words that say what one word says; both sides of a comparison are read with that word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from unbland.core.language import thesaurus, wordnet
from unbland.core.language.numbers import TEENS, TENS, UNITS
from unbland.core.language.words import Token, stem, word_set

#: One word, and after the colon the phrases that say it in any posting, whatever stands around them.
_TABLE = """
approve: sign off on, sign off, give the okay, give the green light
approval: go ahead, green light
perform: carry out
participate: take part in, take part
attend: sit in on
cover: fill in for, stand in for, step in for
collect: pick up
calculate: work out
handle: deal with, take care with
ensure: make sure, see to it, see to
track: keep track of
monitor: keep an eye on, keep watch over
investigate: look into
review: go over
assemble: put together
return: send back, bring back, give back, hand back
repay: pay back
contact: get in touch with, get in touch
help: lend a hand, give a hand, help out, lend a hand with, pitch in
complete: fill out
submit: hand in, turn in
happen: take place
hire: take on
retire: go into retirement
begin: get under way, kick off
finish: wrap up
remove: take out of, get rid of
choose: pick out
train: bring up to speed, show the ropes
free: cost you nothing, costs you nothing, cost nothing, costs nothing
free: free of charge, at no cost, at no charge, for free, without charge
paid: at our expense, at our cost, on us, at the company expense, at the company cost
plus: on top of, on top, in addition to, in addition, as well as, over and above, besides
with: along with, together with, in company with
before: in advance, ahead of time, ahead of, prior to, in advance of, in the run up to
because: due to, owing to, thanks to, on account of, because of, as a result of
via: by means of, by way of
near: close to, next to
instead: instead of, rather than, in place of, in lieu of
except: other than
rollover: roll over, carry over, carry forward, roll forward
preferred: it helps if, it would help if, it helps, would help
pto: paid time off
then: at that time, at that point
including: such as, for example, for instance, to name a few
during: in the course of
alone: without assistance, without help, without aid, unassisted, unaided
alone: on your own, by yourself, single handed, single handedly, on own
oncall: on call, on standby
fulltime: full time
parttime: part time
home: from home, at home
onsite: on site, in person, face to face
written: in writing, on paper
around: up to about
usual: as usual
usually: as a rule
shift: on shift
current: up to date
about: to do with
consecutive: in a row, in succession
always: at all times
able: be able to, able to, capable of
willing: be willing to, willing to, prepared to, happy to, ready to
immediately: at once, right away, straight away, straightaway, without delay
subject: depend on, dependent on, conditional on, contingent on
contribute: put in, chip in
especially: above all, in particular
according: according to, in line with, in accordance with, in keeping with
firstly: first of all
from: out of
choice: your choice, as you choose, of your choice, whichever you prefer, up to you
over: more than, upward of, in excess of
under: less than, fewer than
nights: night shift, night shifts
"""

#: No verb stands behind them.
_BEFORE_NOUNS = word_set("of for")
#: End a verb of two words, and begin what stands behind a noun.
_SMALL_WORDS = word_set("in on over")

#: Several things right behind "your own", which are no times.
_OWNED = re.compile(r" ([a-z]{3,}s)\b", re.IGNORECASE)
_TIMES = word_set("nights days weekends evenings mornings sundays saturdays mondays always sometimes shifts times")

#: Behind an "up" that bounds a figure.
_BOUND = re.compile(rf" to (?:[$£€]?\d|(?:{'|'.join((*UNITS, *TEENS, *TENS))})\b)")

_Phrase = tuple[tuple[str, ...], str]


def _rows() -> Iterator[_Phrase]:
    for line in _TABLE.strip().splitlines():
        word, _, phrases = line.partition(": ")
        for phrase in phrases.split(", "):
            yield tuple(stem(part) for part in phrase.split()), word


@cache
def _by_first() -> dict[str, tuple[_Phrase, ...]]:
    """Phrases under the stem of their first word, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for phrase, word in _rows():
        found.setdefault(phrase[0], []).append((phrase, word))
    for phrase in thesaurus.phrases():
        found.setdefault(phrase[0], []).append((phrase, thesaurus.JOINT.join(phrase)))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def merged(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str, int, int]]:
    """Each word as written, the word it is read as, and its half-open place; a set phrase is one word."""
    stems = [_stem(token.text.lower()) for token in tokens]
    place, known = 0, _by_first()
    while place < len(tokens):
        size, word = _match(stems, place) if stems[place] in known else (1, "")
        if size > 1 and _is_none(text, tokens[max(0, place - 1) : place + size], stems[place:], (size, word)):
            size, word = 1, ""
        first, last = tokens[place], tokens[place + size - 1]
        written = first.text if size == 1 else _written(text, tokens[place : place + size])
        yield written, word or first.text.lower(), first.start, last.end
        place += size


def _written(text: str, tokens: Sequence[Token]) -> str:
    """A set phrase as it is written, with one blank or hyphen between its words."""
    first, last = tokens[0], tokens[-1]
    hyphened = last.start - first.end == 1 and text[first.end] == "-"
    return ("-" if hyphened else " ").join(token.text for token in tokens)


def _is_none(text: str, tokens: Sequence[Token], stems: Sequence[str], found: tuple[int, str]) -> bool:
    """Whether what looks like a phrase is none here; the tokens are its own, and the one before it."""
    size, word = found
    before, last = tokens[0], tokens[-1]
    if word == "alone" and _owns(text, last, stems[size:]):
        return True
    noun = thesaurus.JOINT in word and len(tokens) > size and _is_noun(before, last)
    return noun or _is_bound(text, last) or _begins_longer(stems, size - 1, size)


def _owns(text: str, last: Token, behind: Sequence[str]) -> bool:
    """Whether "your own" goes on to what is owned: "questions on your own tests", but not "on your own most nights"."""
    after = _OWNED.match(text, last.end) if last.text == "own" and behind else None
    return after is not None and after[1].lower() not in _TIMES


def _is_bound(text: str, last: Token) -> bool:
    """Whether the "up" that ends a phrase begins a bound: "build up to eight"."""
    return last.text == "up" and _BOUND.match(text, last.end) is not None


def _is_noun(before: Token, last: Token) -> bool:
    """Whether what seems a verb with its small word is a noun before one: "recording of results in the log"."""
    return before.text.lower() in _BEFORE_NOUNS and last.text in _SMALL_WORDS


def _begins_longer(stems: Sequence[str], last: int, size: int) -> bool:
    """Whether the last word of a phrase begins a longer one: "call in addition to" is no "call in"."""
    return stems[last] in _by_first() and _match(stems, last)[0] > size


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """The stem of the word that this may be an irregular form of."""
    return stem(wordnet.irregular(word))


def _match(stems: Sequence[str], place: int) -> tuple[int, str]:
    for phrase, word in _by_first()[stems[place]]:
        if tuple(stems[place : place + len(phrase)]) == phrase:
            return len(phrase), word
    return 1, ""
