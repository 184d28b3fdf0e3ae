"""Rows of a form, `Label: fact`: each is a row by itself, and so is each of several on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from unbland.core.document.rows import Row
from unbland.core.document.titles import begins_with_label, is_labelled

#: So many rows with a label each are a form; of two, the second may be the rest of a sentence ("or by mail to: …").
_FACTS = 3

#: `Class code: 4417      Status: Exempt`: what parts two facts on one line, and the label behind it.
_APART = re.compile(r"(?<![:\s])(?:[ \u00a0]{3,}|\t+)(?=[A-Z][\w/&.'’-]*(?: [\w/&.'’-]+){0,3}:[ \t]*\S)")


def facts_apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where those of a run that each begin with a label (`where: Leeds`) are no wrapped sentence."""
    for labelled, run in groupby(rows, key=is_labelled):
        facts = [*run]
        apart = labelled and len(facts) >= _FACTS
        yield from (replace(row, soft=False) for row in facts) if apart else facts


def one_fact_a_row(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where one that holds several facts with wide gaps between is as many rows."""
    for row in rows:
        text = row.text.text
        gaps = list(_APART.finditer(text)) if ":" in text and not row.cell and begins_with_label(text) else []
        if not gaps:
            yield row
            continue
        starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
        yield replace(row, text=row.text.part(0, ends[0]).stripped())
        for start, end in zip(starts[1:], ends[1:], strict=True):
            yield replace(row, text=row.text.part(start, end).stripped(), bullet=False, gap=False, soft=False)
