"""Narrowing: what makes a word of a source mean fewer stays with it: attributes, what hangs behind it, "only"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, YOU
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.roles import EMPLOYER
from unbland.core.guard.staff import is_reader
from unbland.core.guard.standing import LISTS, chained, grouped, is_deed
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.quantities import QuantityKind
from unbland.core.language.synonyms import HARMLESS, LIGHT_STEMS
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: What is asked for, offered, paid or agreed, and why: a reader takes each word of it at its word.
_STAKES = frozenset({Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY, Kind.LEGAL, Kind.REASON, Kind.PROCESS})

_ONLY = word_set("only solely exclusively")
#: With these a line bounds what it says in another way.
_BOUNDED = word_set("not no never nobody none unless except until without must")
#: The same wherever they stand.
_ALONE = _ONLY | word_set("alone just")
#: Open what tells which of them are meant.
_WHICH = word_set("who which that whose")
#: Before a noun these do not tell which of its kind is meant.
_IDLE = word_set(
    "now today currently hence still long running level good already overall total whole entire"
    " proven demonstrated demonstrable previous prior"
)
#: Names of the two sides → the words with which a posting says them too: "the employee's premium", "your own premium".
_PARTIES = {"employee": {"own"}, "employees": {"own"}, "employer": {"we", "us", "our"}}
#: Characters: the words that an acronym stands for take no more.
_SPELLED_OUT = 60


def check(case: Case) -> Iterator[Violation]:
    """An attribute, a tail, a "who" clause or an "only" that the line leaves out of what it takes over."""
    for number, source in enumerate(case.sources):
        lost = _Lost(case, number)
        at_stake = source.kind in _STAKES
        yield from lost.attributes(at_stake=at_stake)
        yield from lost.tails() if at_stake else ()
        yield from lost.who()
        yield from lost.only()


class _Lost:
    """What a line leaves out of one source."""

    def __init__(self, case: Case, number: int) -> None:
        self._case = case
        self._reading: Reading = case.readings[number]
        self._taken = case.taken[number]
        self._short = [
            rest.word.start
            for word, rest in case.resting()
            if rest.reading == number and rest.akin and word.text[:2].isupper()
        ]

    def attributes(self, *, at_stake: bool) -> Iterator[Violation]:
        """An attribute of a thing that the line has: "paid leave"; elsewhere where others are excepted behind it."""
        for group in grouped(self._reading.words):
            for chain in chained(group):
                for attribute, noun in pairwise(chain):
                    beside = attribute.bracket == noun.bracket and noun.start <= attribute.end + 1
                    narrows = not (
                        attribute.denied or attribute.verb == "ing" or noun.verb or self._is_done(attribute, noun)
                    )
                    kept = self._keeps(noun) if at_stake else noun.start in self._taken and self._excepts(noun)
                    if beside and narrows and kept and self._loses(attribute) and not self._has_another(noun):
                        yield _scope(f"the cited source says {attribute.text!r} of {noun.text!r}, the line does not")

    def _is_done(self, attribute: Word, deed: Word) -> bool:
        """Whether so many years of a deed are told without "experience": "you have led a team for two years"."""
        timed = any(figure.kind is QuantityKind.DURATION for figure in self._case.claim.figures)
        return (
            attribute.plain == "experience"
            and deed.plain.endswith("ing")
            and timed
            and " have " in self._case.claim.plain
        )

    def tails(self) -> Iterator[Violation]:
        """All that hangs behind a thing that the line has: "cleaning tanks using acids"."""
        content = [word for word in self._reading.words if word.content]
        for at, (noun, first) in enumerate(pairwise(content)):
            hangs = (first.marker and first.marker not in LISTS | {"because"}) or first.verb == "ing"
            beside = first.clause == noun.clause and first.bracket == noun.bracket and not first.comma
            if not (hangs and beside and self._keeps(noun)) or is_deed(noun) or is_deed(first):
                continue
            tail = [word for word in content[at + 1 :] if word.clause == first.clause]
            after = next((word for word in content if word.start > tail[-1].start), None)
            named = after is not None and after.bracket and after.start in self._taken  # "a therapist (OT)"
            if not named and not self._keeps_figure(noun.end, tail[-1].end) and self._is_gone(tail):
                yield self._without(noun, tail)

    def who(self) -> Iterator[Violation]:
        """What tells which of them are meant: "operators who have a licence"."""
        words = self._reading.words
        for noun, word in pairwise(words):
            if word.plain in _WHICH and not word.comma and noun.content and self._keeps(noun):
                tail = [w for w in self._reading.clauses[word.clause] if w.content and w.start > word.start]
                deeds = [w.start for w in tail if is_deed(w)]
                own = [w for w in tail if not deeds[1:] or w.start < deeds[1]]
                if self._is_gone([w for w in own if w.meaning not in LIGHT_STEMS], denied=True):
                    yield self._without(noun, own)

    def only(self) -> Iterator[Violation]:
        """An "only" before what the line has: "only the auditor"."""
        words = self._reading.words
        for at, word in enumerate(words):
            if word.plain not in _ONLY or word.hyphened or (at and words[at - 1].plain == "not"):
                continue
            own = [w for w in words if w.statement == word.statement and (w.content or w.figure)]
            behind = next((w for w in own if w.start > word.start and not w.comma), own[-1] if own else None)
            if (
                behind
                and not self._is_bounded(behind)
                and (self._keeps_figure(behind.start, behind.end) or behind.start in self._taken)
            ):
                yield _scope(f"the cited source says {word.text!r} of {behind.text!r}, the line does not")

    def _is_bounded(self, told: Word) -> bool:
        """Whether the line bounds what it tells of a word of the source in another way."""
        if any(word.plain in _ALONE for word in self._case.claim.words):
            return True
        clauses = {word.clause for word, rest in self._case.resting() if rest.word is told}
        own = [word for word in self._case.claim.words if word.clause in clauses or not clauses]
        return any(word.plain in _BOUNDED for word in own)

    def _keeps(self, noun: Word) -> bool:
        return noun.start in self._taken and noun.meaning not in LIGHT_STEMS

    def _excepts(self, noun: Word) -> bool:
        """Whether the source denies something in a clause behind a noun of which the line has nothing."""
        behind = [w for w in self._reading.statements[noun.statement] if w.clause > noun.clause and w.content]
        clauses = {w.clause for w in behind if w.denied == DENIED}
        return bool(clauses) and not any(w.clause in clauses and w.start in self._taken for w in behind)

    def _has_another(self, noun: Word) -> bool:
        """Whether the line has a word of its own before a noun, which `novelty` sees."""
        words, rests = self._case.claim.words, self._case.rests
        told = (pair for pair in pairwise(words) if pair[1].start in rests and rests[pair[1].start].word is noun)
        return any(before.content and before.start not in rests for before, _ in told)

    def _loses(self, word: Word) -> bool:
        """Whether the line has nothing of a word that tells which of a kind is meant."""
        if word.start in self._taken or word.meaning in self._case.said | LIGHT_STEMS or word.plain in HARMLESS | _IDLE:
            return False
        words = self._case.claim.words
        if any(other.plain in _PARTIES.get(word.plain, ()) for other in words):
            return False
        if word.meaning in EMPLOYER | self._case.named and any(w.plain in ("our", "we", "us") for w in words):
            return False  # "the museum shop" is "our shop"
        acts = any(one.party == YOU and other.verb for one, other in pairwise(words))
        if acts and word.plain in ("employee", "employee's"):
            return False  # "the employee contribution" is what you pay
        if is_reader(self._case, self._reading, word):
            return False
        spelled = any(0 <= word.start - start < _SPELLED_OUT for start in self._short)
        return not spelled and not word.is_adverb

    def _is_gone(self, tail: Sequence[Word], *, denied: bool = False) -> bool:
        """Whether the line has no word and no figure of a tail; `polarity` judges one that is denied."""
        told = any(word.plain in BE or (word.denied and not denied) for word in tail)
        gone = bool(tail) and not told and all(map(self._loses, tail))
        return gone and not self._keeps_figure(tail[0].start, tail[-1].end)

    def _keeps_figure(self, start: int, end: int) -> bool:
        """Whether the line has a figure that stands between two places."""
        told = {(figure.low, figure.high) for figure in self._case.claim.figures}
        return any((one.low, one.high) in told for one in self._reading.figures if one.end > start and one.start < end)

    def _without(self, noun: Word, tail: Sequence[Word]) -> Violation:
        told = self._reading.text[noun.end : tail[-1].end].strip()
        return _scope(f"the cited source says {noun.text!r} {told!r}, and the line leaves that out")


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
