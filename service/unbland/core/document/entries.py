"""Rows to entries: each row is told apart as heading, bullet or plain text, and what belongs together is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from unbland.core.document.cuts import cut
from unbland.core.document.entry import Entry, Role
from unbland.core.document.form import facts_apart, one_fact_a_row
from unbland.core.document.led import with_led_items
from unbland.core.document.names import is_name
from unbland.core.document.quoted import unquoted
from unbland.core.document.rows import Row
from unbland.core.document.runs import with_letters, with_pictures
from unbland.core.document.signs import sign_length
from unbland.core.document.tabbed import with_tabbed_criteria
from unbland.core.document.tables import with_table_lines
from unbland.core.document.titles import (
    ends_sentence,
    fact_end,
    holds_two,
    is_heading,
    is_marked_heading,
    is_shouted,
    label_end,
)
from unbland.core.document.traced import Traced
from unbland.core.document.wraps import continues, rejoined, small_lists_apart, wrap_width

#: From here on code points are pictures, before there are signs that only ever stand for a bullet.
_FIRST_PICTOGRAPH = 0x2600

#: Word processors use these for the second depth of a list.
_SUB_BULLETS = "oO◦"

#: Characters: a longer line over a list introduces it and names nothing.
_LONGEST_LEAD = 60

#: Characters: from here on a line is a paragraph that a name can stand over.
_PARAGRAPH = 120

#: A short line with a figure is a fact ("Up to $50/hr"), not a name.
_FIGURE = re.compile(r"\d")

_WORD = re.compile(r"[^\W_]")

#: `Responsible to: Head of Faculty`, right below another line: a fact, whatever list comes next.
_VALUE = re.compile(r"(?:[A-Z][\w'’/-]*)(?: [\w'’/&-]+){0,3}: \w[^:]*$")


def entries(rows: Sequence[Row]) -> list[Entry]:
    """The entries of a draft, in order; rows without a letter or digit only part what is around them."""
    rows = [*one_fact_a_row(unquoted(rows))]
    rows = with_led_items([*with_tabbed_criteria(with_table_lines([*with_pictures(rows)]))])
    rows = small_lists_apart([*with_letters(rows)])
    apart = [*facts_apart(rows)]
    rows = rows if wrap_width(apart) else apart  # where all else is wrapped, they may be, too
    builder = _Entries(wrap_width(rows), shouted=is_shouted(rows))
    parted = False
    for row, after in zip_longest(rows, rows[1:]):
        if _WORD.search(row.text.text):
            builder.add(replace(row, gap=True) if parted else row, after)
            parted = False
        else:
            parted = True
    return [part for entry in builder.finished() for part in cut(entry)]


class _Entries:
    """The entries so far, and what the next row needs to know of the rows before."""

    def __init__(self, width: int, *, shouted: bool) -> None:
        self.entries: list[Entry] = []
        #: The rows of each entry, which are put together once all are known.
        self._texts: list[list[Traced]] = []
        self._width, self._is_heading = width, partial(is_heading, shouted=shouted)
        self._before: Row | None = None
        #: The indents of the open bullets, outermost first.
        self._indents: list[int] = []
        #: Whether the rows that Markdown counts to the list item above have left it.
        self._left = False

    def add(self, row: Row, after: Row | None) -> None:
        """Take in the next row; `after` is the one behind it."""
        signed = sign_length(row.text.text)
        if row.cell:
            self._push(Role.TABLE, row.text, row)
        elif is_marked_heading(row):
            self._heading(row.text.part(signed), row)
        elif (row.depth or row.bullet) and not self._is_lazy(row):
            self._listed(row, signed)
        elif signed:
            self._signed(row, signed)
        elif self._continues(row):
            self._join(row)
        elif not label_end(row) and (self._is_heading(row) or _leads(row, after)):
            self._heading(row.text, row)
        else:
            self._plain(row)
        self._before = row

    def _is_lazy(self, row: Row) -> bool:
        """Whether a row that Markdown counts to the list item above is the heading of what follows, or follows one."""
        self._left = not row.bullet and row.soft and (self._left or self._is_heading(row) or label_end(row) > 0)
        return self._left

    def _continues(self, row: Row) -> bool:
        if self._before is None or not self.entries or self.entries[-1].role is Role.HEADING:
            return False
        if label_end(row) or is_name(row.text.text):
            return False
        hangs = bool(self._indents) and row.soft and not row.gap and row.indent > self._indents[-1]
        return hangs or continues(self._before, row, self._width)

    def _in_facts(self, row: Row) -> bool:
        """Whether the line before was "Label: fact" too, so that a label no posting knows is one here."""
        return bool(self.entries) and self.entries[-1].labelled and not row.gap

    def _heading(self, text: Traced, row: Row) -> None:
        self._indents = []
        self._push(Role.HEADING, text, row, row.heading)

    def _listed(self, row: Row, signed: int) -> None:
        last = self.entries[-1] if self.entries else None
        level = max(row.depth - 1, 0)
        if row.bullet or signed or last is None or last.role is not Role.BULLET or last.level != level:
            digit = row.text.text[:1].isdigit()
            nested = bool(signed) and not row.bullet
            self._push(Role.BULLET, row.text if digit else row.text.part(signed), row, level + nested)
        else:
            self._join(row)

    def _signed(self, row: Row, signed: int) -> None:
        rest = replace(row, text=row.text.part(signed), bold=max(0, row.bold - signed))
        pictured = ord(row.text.text[0]) >= _FIRST_PICTOGRAPH
        if is_name(rest.text.text) or (pictured and self._is_heading(rest)):
            self._heading(rest.text, row)
            return
        if pictured and not self.entries:  # `🚀 We're hiring: a welder`, over all
            self._plain(rest)
            return
        # A second-depth sign counts as one more column, since pasted lists lose their indents first.
        indent = row.indent + (row.text.text[0] in _SUB_BULLETS)
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        self._push(Role.BULLET, rest.text, row, len(self._indents) - 1)

    def _plain(self, row: Row) -> None:
        self._indents = []
        end = label_end(row) or (self._in_facts(row) and fact_end(row))
        if end:
            self._push(Role.HEADING, row.text.part(0, end), row)
        rest = row.text.part(end).stripped()
        self._append(Entry(role=Role.PLAIN, text=rest, gap=row.gap and not end, labelled=bool(end)))

    def _push(self, role: Role, text: Traced, row: Row, level: int = 0) -> None:
        entry = Entry(role=role, text=text, level=level, gap=row.gap, column=row.column, header=row.header)
        self._append(entry)

    def _append(self, entry: Entry) -> None:
        self.entries.append(entry)
        self._texts.append([entry.text])

    def _join(self, row: Row) -> None:
        self._texts[-1].append(row.text)

    def finished(self) -> Iterator[Entry]:
        """The entries with all their rows."""
        for entry, texts in zip(self.entries, self._texts, strict=True):
            yield replace(entry, text=rejoined(texts)) if len(texts) > 1 else entry


def _may_lead(text: str) -> bool:
    """Whether a line is short, and neither a sentence nor two values."""
    return len(text) <= _LONGEST_LEAD and not ends_sentence(text) and not holds_two(text)


def _leads(row: Row, after: Row | None) -> bool:
    """Whether a short line that is no sentence stands right over a list, or alone over a paragraph."""
    text = row.text.text
    if after is None or not _may_lead(text):
        return False
    if not row.gap and _VALUE.match(text):
        return False
    signed = sign_length(after.text.text)
    if after.bullet or signed:
        return not is_heading(replace(after, text=after.text.part(signed)))  # `II. THE JOB` begins no list
    return row.gap and after.gap and len(after.text) >= _PARAGRAPH and _heads_paragraph(text)


def _heads_paragraph(text: str) -> bool:
    return " " in text and text[0].isupper() and not _FIGURE.search(text)
