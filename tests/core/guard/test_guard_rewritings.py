"""The table of rewritings: the letters of a row never keep it from a text that it would change."""

from __future__ import annotations

import re

import pytest

from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part
from unbland.core.guard.rewritings import ROWS
from unbland.core.guard.wording import _outline, unified
from unbland.core.language.quantities import quantities


def _texts() -> set[str]:
    trades = sets.guard_set()[Part.DEV]
    lines = {row[0] for trade in trades for rows in trade.lines.values() for row in rows}
    return lines | {source.text for trade in trades for source in trade.sources}


def test_a_row_is_tried_on_every_text_that_it_would_change() -> None:
    """Whatever the pattern finds, in any case, has one of the row's signs."""
    texts = [text.replace("’", "'") for text in _texts()]
    outlines = [_outline(text) for text in texts]
    missed = [
        (signs, text)
        for signs, pattern, _ in ROWS
        for compiled in [re.compile(pattern, re.IGNORECASE)]
        for text, outline in zip(texts, outlines, strict=True)
        if not any(sign in outline for sign in signs.split("|")) and compiled.search(text)
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You CAN'T and WON’T drive", "You can not and will not drive"),
        ("Half an hour, twice a ſhift", "30 minutes, 2 times a ſhift"),
        ("ſhan't pay", "shall not pay"),
        ("one weekend in four", "1 in four weekends"),
        ("three quarters of the fee", "75% of the fee"),
        ("30 hpw, from 0800 to 1630", "30 hours per week, from 08:00 to 16:30"),
        ("Levels II to IV", "Levels 2 to 4"),
        ("7 out of ten", "70%"),
    ],
)
def test_a_text_is_brought_to_one_form(text: str, expected: str) -> None:
    """The rows apply one after the other, also to capitals and to letters that only look alike."""
    assert unified(text) == expected


@pytest.mark.parametrize(
    "text", ["the fırſt year", "5 auguſt 2026", "£5\u212a a year", "ſix in ten", "at mıdnight", "10 ſek"]
)
def test_letters_that_look_alike_are_read_as_the_plain_ones(text: str) -> None:
    """A long s or a dotless i in a figure neither stops the guard nor changes what it reads."""
    plain = text.replace("ı", "i").replace("ſ", "s").replace("\u212a", "K")

    assert [figure.values for figure in quantities(unified(text))] == [
        figure.values for figure in quantities(unified(plain))
    ]
