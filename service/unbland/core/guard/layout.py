"""Where the words of a text stand: in which statement and clause, in which figure, and what small word governs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.guard.grammar import DETERMINERS, MARKERS, PARTIES
from unbland.core.guard.word import Word
from unbland.core.language.numbers import NUMBER_WORDS, ORDINALS
from unbland.core.language.quantities import Quantity
from unbland.core.language.units import BOUND_WORDS, CURRENCIES, PERIODS, SPANS, UNIT_NAMES
from unbland.core.language.words import is_content, word_set

#: Ends a statement; a dash does between spaces.
_STOP = re.compile(r"[.;:!?]|[–—]| - |/ ")
#: End with a full stop that ends no statement.
_ABBREVIATIONS = word_set("dr mr mrs ms st no vs prof sr jr eng max min approx")

#: Halves of the day, the same before a small letter.
_HALVES = frozenset({"a.m", "p.m"})
#: Parts of figures wherever they stand, which are judged as figures.
_FIGURES = (
    NUMBER_WORDS.keys()
    | ORDINALS.keys()
    | word_set(
        "am pm a.m p.m noon midday midnight olds percent cent pct dollars euros usd cad eur gbp times minimum maximum"
    )
)
#: Parts of figures inside one.
_INSIDE = BOUND_WORDS | CURRENCIES.keys() | PERIODS.keys() | UNIT_NAMES.keys() | SPANS.keys() | {"pounds", "kg"}

#: Begin a clause of their own.
_OPENERS = word_set("and or but because while if unless when who which so plus although though whose nor except")


def place(text: str, words: Sequence[Word]) -> None:
    """Say of each word which statement and clause it stands in; a bracket is a statement inside another."""
    spot = _Spot()
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        gap = text[before.end if before else 0 : word.start]
        word.comma = "," in gap and not (gap == "," and word.plain[0].isdigit())
        word.hyphened = gap == "-"
        spot.cross(gap)
        abbreviated = before is not None and _is_abbreviation(before, gap, word)
        is_time = gap == ":" and word.plain[0].isdigit()
        if _STOP.search(gap) and not abbreviated and not is_time:
            spot.next_statement()
        elif word.comma or (word.plain in _OPENERS and not word.figure):
            spot.next_clause()
        word.statement, word.clause, word.bracket = spot.statement, spot.clause, bool(spot.around)


def _is_abbreviation(before: Word, gap: str, word: Word) -> bool:
    """Whether the full stop between two words is of the first, and ends no statement."""
    if before.plain in _ABBREVIATIONS and gap.startswith(". "):
        return before.plain != "no" or word.text[0].isdigit()
    # "From 8 a.m. to 4 p.m. in winter": a full stop before a small letter.
    half = before.plain in _HALVES and gap == ". "
    return half and word.text[0].islower() and word.plain not in PARTIES


class _Spot:
    """Where a walk through a text has come to."""

    def __init__(self) -> None:
        self.statement = self.clause = 0
        self.around: list[int] = []
        self._latest = self._newest = 0

    def cross(self, gap: str) -> None:
        """Go in and out of the brackets of a gap between two words."""
        for sign in gap:
            if sign in "([":
                self.around.append(self.statement)
                self.next_statement()
            elif sign in ")]" and self.around:
                self.statement = self.around.pop()
                self.next_clause()

    def next_statement(self) -> None:
        self.statement = self._latest = self._latest + 1
        self.next_clause()

    def next_clause(self) -> None:
        self.clause = self._newest = self._newest + 1


def unmark_counted(words: Sequence[Word], figures: Sequence[Quantity]) -> None:
    """What stands within a figure is counted by it and no deed: "420 instrument sets a day"."""
    for word in words:
        if word.verb and any(figure.start < word.start < figure.end for figure in figures):
            word.verb = ""


def mark_figures(words: Sequence[Word], figures: Sequence[Quantity]) -> None:
    """Mark the words that are part of a figure; "paid" in "two paid days" is not."""
    spans = iter(sorted((figure.start, figure.end) for figure in figures))
    span = next(spans, None)
    for word in words:
        while span and span[1] <= word.start:
            span = next(spans, None)
        inside = span is not None and span[0] <= word.start
        word.figure = word.plain in _FIGURES or (inside and (word.plain in _INSIDE or not is_content(word.plain)))
        word.content = word.content and not word.figure


def govern(words: Sequence[Word]) -> None:
    """Give each word of content the small word that governs it."""
    marker, counted = "", False
    for at, word in enumerate(words):
        if at and (word.comma or word.statement != words[at - 1].statement):
            marker, counted = "", False
        if word.plain == "outside" and at and words[at - 1].plain in DETERMINERS:
            continue  # "an outside lab"
        if word.plain in MARKERS:
            if not _is_between_figures(words, at):
                marker = marker if counted and word.plain == "of" else MARKERS[word.plain]
        elif word.content or word.party:
            word.marker, marker, counted = marker, "", False
        elif word.figure:
            word.marker, counted = marker, True


def _is_between_figures(words: Sequence[Word], at: int) -> bool:
    """Whether it joins two numbers to one figure: "2 to 4"."""
    return 0 < at < len(words) - 1 and words[at - 1].figure and words[at + 1].figure


def share_markers(words: Sequence[Word]) -> None:
    """Give each word of content the small word that governs its phrase; lists and attributes share one."""
    last: Word | None = None
    for word in words:
        if not (word.content or word.party):
            continue
        goes_on = last is not None and last.statement == word.statement and not last.verb and not word.verb
        joined = word.marker in ("and", "or") or (not word.marker and not word.party)
        if last is not None and goes_on and joined:
            word.phrase = last.phrase
        else:
            word.phrase = "" if word.marker in ("and", "or") else word.marker
        last = word
