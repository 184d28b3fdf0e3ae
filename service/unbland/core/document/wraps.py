"""Hard-wrapped text: which line breaks are no more than the edge of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unbland.core.document.rows import Row
from unbland.core.document.signs import sign_length
from unbland.core.document.traced import Traced, joined
from unbland.core.language.commonness import is_counted
from unbland.core.language.words import stem

#: No page is wrapped outside of these columns; shorter lines are lists, longer ones are not wrapped at all.
NARROWEST, _WIDEST = 40, 132

#: So many lines that run on in the next show that a draft is wrapped.
_ENOUGH = 2

#: Columns: the widest line need not be among those that show the width.
_SLACK = 3

#: Columns by which lines that are wrapped at one edge differ: the longest of usual words.
_RAGGED = 16

#: A shorter line that a small letter goes on with is no item of a list where all around it is wrapped.
_WORDS = 5

_STOPS = (".", "!", "?", ":")

#: A word that a line breaks off in, and its rest; `pre- and post-natal` is none.
_BROKEN = re.compile(r"([A-Za-z]{2,})-$")
_REST = re.compile(r"(?!(?:and|or|to|und)\b)[a-z]{2,}")

#: Letters: of halves, `re` and `con` are no words.
_A_WORD = 4

#: No line of its own begins with these: a page that was copied has broken at a link or at bold words.
_TAILS = (",", ";", ":", ")", ". ")

#: No line of its own ends with these: the year follows.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

#: Nor with these.
_OPEN_ENDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "to",
        "for",
        "with",
        "at",
        "by",
        "on",
        "from",
        "as",
        "our",
        "your",
        "their",
        "its",
    ]
)


def wrap_width(rows: Sequence[Row]) -> int:
    """The column a draft is wrapped at, 0 where it is not; one line far beyond all others shows none."""
    running = sorted(a.width for a, b in pairwise(rows) if runs_on(a, b) and a.width <= _WIDEST)
    pairs = reversed([*pairwise(running)])
    alike = (wide for narrow, wide in pairs if wide - narrow <= _RAGGED)
    return next(alike, running[-1]) if len(running) >= _ENOUGH else 0


def continues(before: Row, row: Row, width: int) -> bool:
    """Whether `row` is the rest of the line `before`: it runs on, or its first word had no room there."""
    if not row.soft or row.gap:
        return False
    if row.text.text.startswith(_TAILS) or is_broken(before.text, row.text):
        return True
    full = (
        width > 0 and before.width <= width + _SLACK and width < before.width + 1 + len(row.text.text.split(None, 1)[0])
    )
    return full or runs_on(before, row) or (width > 0 and _is_cut_short(before, row))


def is_broken(before: Traced, after: Traced) -> bool:
    """Whether a word is broken at the end of a line, with a hyphen: `volun-` / `teers`."""
    return _BROKEN.search(before.text) is not None and _REST.match(after.text) is not None


def rejoined(rows: Sequence[Traced]) -> Traced:
    """Rows as one text; of a word that was broken in two, the hyphen goes where the word is written without."""
    whole = rows[0]
    for row in rows[1:]:
        if not is_broken(whole, row):
            whole = joined([whole, row], "\n")
            continue
        halves = [_BROKEN.search(whole.text)[1].lower(), _REST.match(row.text)[0]]  # type: ignore[index]
        whole = joined([whole if _has_hyphen(*halves) else whole.part(0, -1), row])
    return whole


def _has_hyphen(first: str, second: str) -> bool:
    """Whether two halves are words by themselves (`full-time`), or make none that postings know."""
    both = len(first) >= _A_WORD and is_counted(stem(first)) and is_counted(stem(second))
    return both or not (is_counted(stem(first + second)) or (first + second).capitalize() in _MONTHS)


def _is_cut_short(before: Row, row: Row) -> bool:
    """Whether a sentence breaks off long before the edge of the page, and goes on with a small letter."""
    text = before.text.text
    return row.text.text[0].islower() and len(text.split()) >= _WORDS and not text.endswith((*_STOPS, ";", ","))


def runs_on(before: Row, row: Row) -> bool:
    """Whether a line by itself shows that the next is the rest of it: it is long, and breaks off."""
    text = before.text.text
    if not row.soft or row.gap or before.width < NARROWEST or text.endswith(_STOPS):
        return False
    return row.text.text[0].islower() or is_open(text) or _goes_on_in_a_year(text, row.text.text)


def is_open(text: str) -> bool:
    """Whether a line ends where no sentence and no item does."""
    return text.endswith(",") or text.rsplit(None, 1)[-1] in _OPEN_ENDS


def _goes_on_in_a_year(text: str, following: str) -> bool:
    return text.endswith(_MONTHS) and following[:4].isdecimal()


def small_lists_apart(rows: Sequence[Row]) -> list[Row]:
    """The rows, where those of a list that is written in small letters (`must drive`, `dbs paid by us`) are lines.

    Such rows stand behind a colon or a blank line, and half of them break off where there was room for the next word.
    """
    runs: list[list[Row]] = []
    for row in rows:
        if not runs or row.gap or not row.soft or runs[-1][-1].text.text.endswith(":"):
            runs.append([])
        runs[-1].append(row)
    return [row for run in runs for row in _apart(run)]


def _apart(run: Sequence[Row]) -> Sequence[Row]:
    signs = [row.text.text[sign_length(row.text.text) :][:1] for row in run]
    small = any(map(str.islower, signs)) and not any(map(str.isupper, signs))
    if len(run) <= _ENOUGH or not small or any(is_open(row.text.text) for row in run[:-1]):
        return run
    return [replace(row, soft=False) for row in run] if _break_off(run) else run


def _break_off(run: Sequence[Row]) -> bool:
    """Whether at least half of the rows end where there was room for the first word of the next."""
    edge = max(row.width for row in run)
    roomy = [a.width + 1 + len(b.text.text.split(None, 1)[0]) <= edge for a, b in pairwise(run)]
    return 2 * sum(roomy) >= len(roomy)
