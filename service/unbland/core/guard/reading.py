"""A text as the checks see it: words, figures and frequencies, read once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter

from unbland.core.guard import layout, reach, verbs
from unbland.core.guard.days import CALENDAR
from unbland.core.guard.grammar import DETERMINERS, MARKERS, PARTIES
from unbland.core.guard.phrases import merged
from unbland.core.guard.standing import Tie, mark_attributes, standing
from unbland.core.guard.turns import turns
from unbland.core.guard.word import Turn, Word
from unbland.core.guard.wording import unified
from unbland.core.language import wordnet
from unbland.core.language.quantities import Quantity, quantities
from unbland.core.language.synonyms import meaning
from unbland.core.language.thesaurus import JOINT
from unbland.core.language.units import UNIT_NAMES
from unbland.core.language.words import is_content, stem, tokens

#: Small words that say something all the same where they are no auxiliaries.
_WEIGHTY = frozenset({"own", "need", "needs"})


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A text, read."""

    text: str
    words: tuple[Word, ...]
    figures: tuple[Quantity, ...]
    #: How often something is: the word or words, and the span of time they name.
    turns: tuple[Turn, ...]

    @cached_property
    def content(self) -> frozenset[str]:
        """The meanings of the words that carry content."""
        return frozenset(word.meaning for word in self.words if word.content)

    @cached_property
    def stems(self) -> str:
        """Every word's stem in order, between spaces: a phrase is found by looking for its stems in here."""
        return f" {' '.join(word.stem for word in self.words if not word.figure)} "

    @cached_property
    def plain(self) -> str:
        """The same for the words as written, in lower case."""
        return f" {' '.join(word.plain for word in self.words if not word.figure)} "

    @cached_property
    def clauses(self) -> dict[int, tuple[Word, ...]]:
        """The words of each clause."""
        return _grouped(self.words, attrgetter("clause"))

    @cached_property
    def statements(self) -> dict[int, tuple[Word, ...]]:
        """The words of each statement."""
        return _grouped(self.words, attrgetter("statement"))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(word.end for word in self.words)

    def told_of(self) -> Iterator[tuple[Word, tuple[Word, ...]]]:
        """Each word that a "that", "which" or "who" goes on about, and the words of its statement behind that."""
        for before, that in pairwise(self.words):
            if that.plain in ("that", "which", "who") and not that.comma:
                yield before, tuple(word for word in self.statements[that.statement] if word.start > that.start)

    def word_at(self, place: int) -> Word | None:
        """The word at a place of the text, or the next."""
        number = bisect_right(self._ends, place)
        return self.words[number] if number < len(self.words) else None

    def clause_at(self, place: int) -> tuple[Word, ...]:
        """The words of the clause in which a place of the text is."""
        here = self.word_at(place)
        return () if here is None else self.clauses[here.clause]

    def statement_at(self, place: int) -> tuple[Word, ...]:
        """The words of the statement in which a place of the text is."""
        here = self.word_at(place)
        return () if here is None else self.statements[here.statement]

    @cached_property
    def standing(self) -> Mapping[int, set[Tie]]:
        """Start of each word of content → its ties to the others."""
        return standing(self.words, self.figures, attrgetter("meaning"))

    @cached_property
    def places(self) -> dict[int, int]:
        """Start of each word → its place among the words."""
        return {word.start: place for place, word in enumerate(self.words)}


def _grouped(words: Sequence[Word], number: Callable[[Word], int]) -> dict[int, tuple[Word, ...]]:
    found: dict[int, list[Word]] = {}
    for word in words:
        found.setdefault(number(word), []).append(word)
    return {key: tuple(group) for key, group in found.items()}


@lru_cache(maxsize=4_096)
def read(text: str) -> Reading:
    """Read a text; a source is read once for all lines that cite it."""
    whole = unified(text)
    figures = quantities(whole)
    words = tuple(_word(*part) for part in merged(whole, tokens(whole)))
    _weigh(whole, words)
    layout.mark_figures(words, figures)
    layout.place(whole, words)
    layout.govern(words)
    verbs.mark_verbs(words)
    layout.unmark_counted(words, figures)
    mark_attributes(words)
    reach.deny(words)
    reach.leave_open(words)
    layout.share_markers(words)
    return Reading(text=whole, words=words, figures=figures, turns=tuple(turns(words)))


def _word(text: str, plain: str, start: int, end: int) -> Word:
    """A word by itself: `text` as written, `plain` as it is read, in lower case."""
    bare, root, sense, content, possessive = _form(plain)
    return Word(
        text=text,
        plain=bare,
        stem=root,
        meaning=sense,
        content=content,
        party=PARTIES.get(bare, ""),
        form=text.split(maxsplit=1)[0].lower(),
        start=start,
        end=end,
        possessive=possessive,
    )


@lru_cache(maxsize=16_384)
def _form(plain: str) -> tuple[str, str, str, bool, bool]:
    """A word without its "'s", its stem and meaning, whether it carries content, and whether it had the "'s"."""
    plain = plain.replace("’", "'")
    bare = plain.removesuffix("'s").removesuffix("'")
    content = (is_content(bare) or bare in _WEIGHTY) and bare not in MARKERS
    if JOINT in bare:
        return bare, bare, bare, content, plain != bare
    name = CALENDAR.get(bare) or UNIT_NAMES.get(bare) or wordnet.irregular(bare)
    return bare, stem(bare), meaning(name), content, plain != bare


def _weigh(text: str, words: Sequence[Word]) -> None:
    """Tell the verbs "own" and "do" and the month of May from the small words that they look like."""
    for before, word in pairwise(words):
        if word.plain == "own" and before.plain in DETERMINERS:
            word.content = False
        # A capital within a sentence: the month.
        if word.text == "May" and text[before.end : word.start].strip() in ("", ",", "(", "-", "–"):
            word.plain, word.meaning, word.content = "may-month", "may-month", True
        heads = before.plain == "do" and before.text == "Do"  # "Do minor repairs yourself"
        does = (before.plain == "does" or heads) and word.content
        if does or (before.plain in ("do", "does") and word.plain in DETERMINERS - {"any"}):
            before.content = True
