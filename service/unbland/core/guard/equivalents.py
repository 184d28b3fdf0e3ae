"""Equivalents: which words of the cited sources may stand behind a word of a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, pairwise

from unbland.core.guard import acronyms
from unbland.core.guard.grammar import AUTHORITY
from unbland.core.guard.lexicon import CLAIMS
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.synonyms import standing_for
from unbland.core.language.thesaurus import JOINT, groups
from unbland.core.language.words import stem

#: Words that claim something or give power: nothing else stands for them, whatever a dictionary says.
_NEVER_AKIN = AUTHORITY | frozenset(
    phrase.strip() for group in CLAIMS for phrase in group.stems if " " not in phrase.strip()
)

#: The words of one claim; of these one may stand for the other: "expanded" for "expansion".
_SAME_CLAIM = [frozenset(phrase.strip() for phrase in group.stems if " " not in phrase.strip()) for group in CLAIMS]

#: Power over a machine is none over people: what one operates, one runs.
_OPERATE = frozenset(map(stem, ("operate", "run")))

#: Who assists, supports; an assistant is somebody else.
_ASSIST = frozenset(map(stem, ("assist", "support")))

#: Both are power over the same, and as much of it.
_OVERSEE = frozenset(map(stem, ("supervise", "oversee")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a word of a line rests on: a word of a reading."""

    #: The place of the reading among those of the cited sources.
    reading: int
    word: Word
    #: Whether it is another word with the same meaning, or an acronym.
    akin: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: a word of another reading may begin at the same place."""
        return self.reading, self.word.start

    @property
    def clause(self) -> tuple[int, int]:
        """The clause it stands in."""
        return self.reading, self.word.clause

    @property
    def statement(self) -> tuple[int, int]:
        """The statement it stands in."""
        return self.reading, self.word.statement


@dataclass(frozen=True, kw_only=True)
class Equivalents:
    """The words of a line's sources, to be found by a word of the line."""

    claim: Reading
    readings: tuple[Reading, ...]

    @cached_property
    def index(self) -> Mapping[str, tuple[Rest, ...]]:
        """Meaning → the words of the sources that have it, parties included."""
        found: dict[str, list[Rest]] = defaultdict(list)
        for number, reading in enumerate(self.readings):
            for word in reading.words:
                if word.content or word.party:
                    found[word.party or word.meaning].append(Rest(reading=number, word=word))
        return {key: tuple(rests) for key, rests in found.items()}

    def of(self, word: Word) -> tuple[Rest, ...]:
        """The same word, else what it is short for, what it helps to spell out, a synonym, or a part of a phrase."""
        exact = self.index.get(word.party or word.meaning, ())
        if exact and acronyms.is_in_capitals(word):
            return (*exact, *self._short_for(word))
        if word.party or any(rest.word.stem == word.stem for rest in exact):
            return exact
        if exact:
            return (*exact, *self._akin(word))  # "cover" of a source that pays for an insurance
        found = self._short_for(word) or self._spelled_out(word) or self._akin(word) or self._head(word)
        return found or self._compound(word)

    def _compound(self, word: Word) -> tuple[Rest, ...]:
        """Two words of a source that the line writes as one, or the other way round: "field trips"."""
        at = self.claim.places[word.start]
        near = self.claim.words[max(0, at - 1) : at + 2]
        joined = {stem(one.plain + other.plain) for one, other in pairwise(near)}
        return tuple(
            Rest(reading=number, word=other, akin=True)
            for number, reading in enumerate(self.readings)
            for one, other in pairwise(reading.words)
            if other.stem in joined or stem(one.plain + other.plain) == word.stem
        )

    def _short_for(self, word: Word) -> tuple[Rest, ...]:
        """The first of the words that an acronym or a cut word stands for: `WWCC`, `UE5`, `Cert`."""
        letters, begins = acronyms.letters_of(word), word.text[0].isupper() or word.text[:2].isupper()
        return tuple(
            Rest(reading=number, word=full, akin=True)
            for number, reading in enumerate(self.readings if begins else ())
            for place, full in enumerate(reading.words)
            # The small words of a name may have no letter in its acronym, so there may be twice as many words.
            if acronyms.stands_for(word, letters, reading.words[place : place + 2 * len(letters)])
            or acronyms.is_cut(word, full)
        )

    @cached_property
    def _acronyms(self) -> tuple[tuple[str, Rest], ...]:
        """The words of the sources that are acronyms, with their letters."""
        return tuple(
            (letters, Rest(reading=number, word=short, akin=True))
            for number, reading in enumerate(self.readings)
            for short in reading.words
            if (letters := acronyms.acronym(short))
        )

    def _spelled_out(self, word: Word) -> tuple[Rest, ...]:
        """The acronym of a source that this word and its neighbours spell out: "operating room" for "OR"."""
        words, place = self.claim.words, self.claim.places[word.start]
        spelled = (
            rest for letters, rest in self._acronyms if letters.lower() in acronyms.initials(words, place, len(letters))
        )
        return tuple(islice(spelled, 1))

    def _akin(self, word: Word) -> tuple[Rest, ...]:
        """Words that mean the same, of those that the line does not use itself: a word is replaced, not added."""
        return tuple(
            Rest(reading=rest.reading, word=rest.word, akin=True)
            for key, rests in self.index.items()
            if key not in self.claim.content
            for rest in rests
            if _are_akin(word.plain, word.stem, rest.word.plain, rest.word.stem)
        )

    def _head(self, word: Word) -> tuple[Rest, ...]:
        """The first word of a set phrase where the source has that alone, or the other way round."""
        head, joint, _ = word.meaning.partition(JOINT)
        if joint:
            return self.index.get(standing_for(head), ())
        return tuple(
            Rest(reading=number, word=other)
            for number, reading in enumerate(self.readings)
            for other in reading.words
            if " " in other.text and _is_part(word, other)
        )


def _is_part(word: Word, other: Word) -> bool:
    """Whether a word is part of a set phrase, and no word of power: "parking" of "free parking"."""
    phrase = other.text.split()
    if stem(phrase[0]) == word.stem or (phrase[-1] == word.plain and " " in word.text):
        return True
    return JOINT in other.meaning and word.stem not in AUTHORITY and word.stem in map(stem, phrase)


@lru_cache(maxsize=65_536)
def _are_akin(one: str, its_stem: str, other: str, others_stem: str) -> bool:
    """Whether the one may stand for the other: in a reviewed group, or by a meaning that WordNet gives both."""
    stems = {its_stem, others_stem}
    if stems in (_OPERATE, _ASSIST, _OVERSEE):
        return True
    if not stems & AUTHORITY and not groups(its_stem).isdisjoint(groups(others_stem)):
        return True
    if _adverb(one) == other or _adverb(other) == one:
        return True
    claimed = stems & _NEVER_AKIN and not any(stems <= claim for claim in _SAME_CLAIM)
    return not claimed and wordnet.same(one, other)


def _adverb(word: str) -> str:
    """The adverb that an adjective becomes: "temporary" and "temporarily"."""
    if word.endswith("y"):
        return f"{word[:-1]}ily"
    return f"{word[:-1]}y" if word.endswith("le") else f"{word}ally" if word.endswith("ic") else f"{word}ly"
