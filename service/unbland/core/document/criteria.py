"""Tables of criteria: columns whose header says how much is wanted what stands, or is ticked, below it.

A table that is nothing but lists side by side (`Duties | Requirements`) is read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from unbland.core.document.rows import Row
from unbland.core.document.traced import Traced, joined

_WHAT = r"(?: (?:criteri(?:a|on)|skills?|requirements?|qualifications?|experience|attributes?|qualities))?\??"
_MUST = re.compile(
    r"(?:essentials?|required|requirements?|must|must[- ]haves?|mandatory|minimum|necessary|needed)" + _WHAT,
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:desirables?|desired|preferred|nice|nice[- ]to[- ]haves?|optional|advantage(?:ous)?|bonus|ideal)" + _WHAT,
    re.IGNORECASE,
)

#: A list of something else beside those of criteria; what heads values (`Place | Pay`) heads a row of them.
_LIST = re.compile(
    r"(?:(?:key|main|your|our|job) )?(?:responsibilities|duties|tasks|accountabilities|benefits|perks)"
    r"|what (?:you(?:['’]ll| will) do|we offer)",
    re.IGNORECASE,
)

#: What ticks a criterion, and what denies it.
_TICK = re.compile(r"[x×y✓✔☑✅●•*]|yes", re.IGNORECASE)
#: `A/I`: how a criterion is assessed, by letters that only a key explains.
_LETTERS = re.compile(r"[A-Z]{1,2}(?: ?[/,&+] ?[A-Z]{1,2})*")

_DENIAL = re.compile(r"[-–—✗✘❌]|no?|n/?a", re.IGNORECASE)

#: What is said of a criterion in a table that ticks only what is required.
_UNTICKED = "not required"

#: A category of criteria stands below any other heading.
_LOWEST = 6


class Cell(NamedTuple):
    """One cell of a table row: its column from 1, and its text."""

    column: int
    text: Traced


def columns_of(cells: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> Mapping[int, str]:
    """The names of the columns that say how much is wanted, by column; empty where the row is no header of such."""
    named = {column: text.text for column, text in cells if _is_degree(text.text)}
    lists = {column: text.text for column, text in cells if _LIST.fullmatch(text.text)}
    if len(named) + len(lists) == len(cells) > 1:
        named |= lists
    header = len(named) == len(cells) or cells[0].column not in named
    if not named or not below or not header:
        return {}
    # `Driving licence | Essential` is a criterion where others like it stand below.
    twice = any(column in named and _is_degree(text.text) for row in below for column, text in row)
    return {} if twice else named


def criteria(row: Row, cells: Sequence[Cell], columns: Mapping[int, str]) -> Iterator[Row]:
    """The criteria of one row: each worded cell below its column's name, or the row's words below the ticked one's."""
    worded = [cell for cell in cells if cell.column in columns and not _is_sign(cell.text.text)]
    beside = [cell.text for cell in cells if cell.column not in columns and not _is_sign(cell.text.text)]
    beside = [text for text in beside if not _LETTERS.fullmatch(text.text)] or beside
    if worded:
        for text in beside:
            yield replace(row, text=text, heading=_LOWEST, cell=None)
        for column, text in worded:
            yield replace(row, text=text, column=columns[column])
        return
    ticked = [columns[c] for c, text in cells if c in columns and _TICK.fullmatch(text.text)]
    must = next((name for name in ticked if _MUST.fullmatch(name)), None)
    unticked = "" if any(_WISH.fullmatch(name) for name in columns.values()) else _UNTICKED
    if beside:
        yield replace(row, text=joined(beside, " | "), column=must or next(iter(ticked), unticked))


def _is_degree(text: str) -> bool:
    return _MUST.fullmatch(text) is not None or _WISH.fullmatch(text) is not None


def _is_sign(text: str) -> bool:
    return _TICK.fullmatch(text) is not None or _DENIAL.fullmatch(text) is not None
