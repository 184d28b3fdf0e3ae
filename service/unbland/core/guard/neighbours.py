"""Neighbours: in which ways two words that a line puts side by side may stand in a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from unbland.core.guard.grammar import BE, PRONOUNS
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.words import stem, word_set

#: Between two nouns these say little more than that they belong together: "schedule of the ward", "ward schedule".
_WEAK = word_set("of in for from with to as about at which via per by")
#: Between a verb and what it is done to, or a noun and its attribute.
_NEAR = word_set("of in about for")
#: The same between two nouns.
_NEAR_NOUNS = _NEAR | {"with", "from"}
#: Between the name of a deed and what it is done to; and between a verb and that.
_NAMED_DEED, _VERBS_OWN = word_set("with on about"), word_set("to")
#: Who has what a small "with" tells: "patients with injuries" are treated for them.
_BEARERS = frozenset(map(stem, ("patients", "clients", "people", "customers", "children", "adults", "residents")))
#: Join what stands side by side.
LISTS = word_set("and or but")
#: Say how, when or where a thing is done, and may stand on either side of it.
_ADVERBS = word_set(
    "always still now also together again away back first alone well up down off out over yet onsite home written"
    " fulltime parttime"
)
#: Set phrases that begin so say how: "at our expense", "on your own".
_BEGIN_PHRASES = word_set("at on in by without")
#: Between two things: the one is not done without the other.
_ASKS = word_set("need needs require requires subject must")
#: Endings of what is done to a thing.
_DONE = ("ed", "en", "wn")
#: Stand for an owner named before.
_THEIRS = word_set("his her its their")
#: What a thing does, or what is done to it alike.
_OF_ITSELF = frozenset(map(stem, ("close", "open", "start", "begin", "end", "shut", "move")))
#: Characters: a label before a colon is no longer.
_LABEL = 40


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two neighbours of a line, and the two words of a source on which they may rest."""

    one: Word
    other: Word
    first: Word
    second: Word
    reading: Reading

    def belongs(self) -> bool:
        """Whether the source says the two of each other as the line does."""
        if self.first is self.second or self._is_adverbial() or _stood_for(self):
            return True
        if self.first.statement != self.second.statement:
            apart = abs(self.first.statement - self.second.statement)
            # "Corporate (T2) and personal (T1) returns": a word of the sentence may have two brackets behind it.
            aside = self.first.bracket != self.second.bracket and apart in (1, 2)
            return aside or self._is_label()
        return self._forwards() if self.first.start < self.second.start else self._backwards()

    def _is_adverbial(self) -> bool:
        """Whether one of them says how, and may stand on either side: "checks weekly", "works unsupervised"."""
        told = any(
            word.plain in _ADVERBS or word.is_adverb or word.form in _BEGIN_PHRASES for word in (self.one, self.other)
        )
        held = any(word.is_adverb for word in (self.first, self.second))
        pairs = ((self.one, self.first), (self.other, self.second))
        return told or held or any(mine.plain.startswith("un") and its.denied == DENIED for mine, its in pairs)

    def _is_label(self) -> bool:
        """Whether one stands before a colon at the head of the source: "Phlebotomy: a certificate"."""
        head = min(self.first, self.second, key=lambda word: word.start)
        near = abs(self.first.statement - self.second.statement) == 1
        return near and head.statement == 0 and 0 < self.reading.text.find(":") < _LABEL

    @cached_property
    def _path(self) -> list[Word]:
        """The words of content from the one to the other, the later included, brackets on the way left out."""
        start, end = sorted((self.first.start, self.second.start))
        last = max(self.first, self.second, key=lambda word: word.start)
        return [
            word
            for word in self.reading.words
            if start < word.start <= end and word.content and word.bracket == last.bracket
        ]

    def _forwards(self) -> bool:
        """The source has them in the line's order."""
        verbal = self.first.verb and self.second.phrase in _NEAR and not self.other.verb
        if verbal or self._is_named_deed() or (self.second.verb and _is_plain(_without_which(self._path))):
            return True
        if self._path == [self.second] and self.second.marker == "which":
            return True  # "specifications that engineers can estimate"
        if self.one.possessive and any(word.plain == "whose" for word in self._between()):
            return True  # "a tailor, whose seams you check": "the tailor's seams"
        if self.one.possessive:
            return all(word.marker in ("", "of") for word in self._path)
        nouns = not any(word.verb for word in (self.one, self.other, self.first, *self._path))
        if nouns and all(word.marker in LISTS | _NEAR_NOUNS | {""} for word in self._path):
            return True
        return _is_plain(self._path) or (self.other.verb == "passive" and self.second.verb == "passive")

    def _is_named_deed(self) -> bool:
        """Whether the source has what is done to it behind a small word that the line's verb does without.

        "Interviews with users" told as "interview users", "respond to letters" as "answer letters".
        """
        if not self.one.verb or self._path != [self.second] or self.second.comma:
            return False
        return self.second.marker in (_NAMED_DEED if not self.first.verb else _VERBS_OWN)

    def _backwards(self) -> bool:
        """The source has them the other way round: in the passive, as a compound, or behind "of" and the like."""
        if self._does_itself() or self._is_said_of() or self._is_told_in_clause():
            return True
        if "passive" in (self.other.verb, self.first.verb):
            return _is_plain(_without_which(self._path))
        broken = any(word.comma for word in self._between()) and self.first.clause != self.second.clause
        plain = _is_plain(self._path) and not broken
        if plain and (not any(word.verb for word in (self.second, *self._path)) or self._is_compound()):
            return True
        if self._asks_for():
            return True
        if self.other.verb == "verb" or (self.one.verb == "verb" and not plain):
            return False
        return self._is_governed()

    def _markers(self) -> list[str]:
        """What governs the words between them; "certification through ASCP" is by way of it."""
        through = self.one.text[0].isupper() and any(word.plain == "through" for word in self._between())
        return ["via" if through and word.marker == "during" else word.marker for word in self._path if word.marker]

    def _is_governed(self) -> bool:
        """Whether only small words as "of" stand between them, and a list: "experience with SAP or Sage"."""
        markers = self._markers()
        weak = not _WEAK.isdisjoint(markers) and not _is_parted(self._path)
        last = max((at for at, marker in enumerate(markers) if marker in _WEAK), default=-1)
        listed = all(marker in LISTS for marker in markers[last + 1 :])
        small = _WEAK if self.first.verb or self.second.verb or "with" in markers else _WEAK | LISTS
        return weak and listed and all(marker in small for marker in markers[: last + 1])

    def _is_compound(self) -> bool:
        """Whether a verb and what it is done to became a noun: "check cash" told as "cash checks"."""
        return bool(self.second.verb) and (self.other.plain.endswith("ing") or not self.other.verb)

    def _asks_for(self) -> bool:
        """Whether a thing asks for a deed: "overtime needs the manager's OK", who must OK it."""
        return not self.first.verb and any(word.plain in _ASKS for word in self._between())

    def _does_itself(self) -> bool:
        """Whether a thing does what is done to it: "the workshop closes", "we close the workshop"."""
        return self.one.stem in _OF_ITSELF and self._path == [self.first] and bool(self.first.verb)

    def _is_said_of(self) -> bool:
        """Whether a form of "be" stands before the later: "experience is welcome" told as "we welcome experience"."""
        at = self.reading.places[self.first.start]
        near = self.reading.words[max(0, at - 2) : at]
        return any(word.plain in BE and word.start > self.second.start for word in near)

    def _is_told_in_clause(self) -> bool:
        """Whether a clause behind its noun became an attribute, or its verb a main one.

        "The hour we promise" told as "the promised hour", "the teacher retires" as "the retiring teacher", "notices,
        which you check" as "check notices".
        """
        between = self._between()
        if not self.first.verb or self.first.statement != self.second.statement or any(w.verb for w in between):
            return False
        by_party = any(word.party for word in between)
        if self.one.verb == "verb":
            own = self.reading.words[self.reading.places[self.second.start] - 1 :][:1]
            return by_party and any(word.plain in ("which", "that", "whose") for word in (*own, *between))
        if self.one.form.endswith("ing"):
            return not by_party and not any(word.marker for word in self._path)
        return self.one.form.endswith(_DONE) and (by_party or any(word.plain in BE for word in between))

    def _between(self) -> Sequence[Word]:
        start, end = sorted((self.reading.places[self.first.start], self.reading.places[self.second.start]))
        return self.reading.words[start + 1 : end]


def _stood_for(pair: Pair) -> bool:
    """Whether a pronoun beside the later word stands for the earlier: "them", "his or her"."""
    last = max(pair.first, pair.second, key=lambda word: word.start)
    at = pair.reading.places[last.start]
    return any(word.plain in PRONOUNS | _THEIRS for word in pair.reading.words[max(0, at - 1) : at + 2])


def _without_which(path: Sequence[Word]) -> list[Word]:
    return [word for word in path if word.marker != "which"]


def _is_parted(path: Sequence[Word]) -> bool:
    """Whether commas part what stands on the way, and not only the nouns of one list."""
    return any(word.comma for word in path) and not _is_list(path)


def _is_list(path: Sequence[Word]) -> bool:
    """Whether commas part only the nouns of one list, up to its end: "growers of citrus, grapes and almonds"."""
    return path[-1].marker in LISTS and not any(word.verb or (word.comma and word.marker) for word in path)


def _is_plain(path: Sequence[Word]) -> bool:
    """Whether only attributes and members of one list stand on the way."""
    joined = bool(path) and path[-1].verb == "passive" and path[-1].marker in LISTS  # "supplied and laundered by us"
    for word in path[:-1]:
        if not joined and word.verb in ("verb", "passive") and word.marker not in LISTS and not word.comma:
            return False
    borne = [False, *(word.stem in _BEARERS for word in path)]
    return all(
        word.marker in LISTS | _NEAR | {""} or word.comma or (told and word.marker == "with")
        for told, word in zip(borne, path, strict=False)
    )
