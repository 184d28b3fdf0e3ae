"""Ways to write the same, brought to one before anything is compared: contractions, fractions, turns, set phrases."""

from __future__ import annotations

import re
from functools import lru_cache

import ahocorasick

from unbland.core.guard.phrasings import NUMBER
from unbland.core.guard.rewritings import ROWS
from unbland.core.language.late import late
from unbland.core.language.numbers import TEENS, TENS, UNITS
from unbland.core.language.words import folded

#: What each row looks for, and what is read instead.
_REWRITES = tuple((late(pattern, re.IGNORECASE), instead) for _, pattern, instead in ROWS)


def _woven() -> ahocorasick.Automaton:
    """The signs of all rows, each with the numbers of the rows that are tried where a text has it."""
    automaton = ahocorasick.Automaton()
    for number, row in enumerate(ROWS):
        for sign in row[0].split("|"):
            automaton.add_word(sign, (*automaton.get(sign, ()), number))
    automaton.make_automaton()
    return automaton


_SIGNS = _woven()

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
_NUMERAL = "I{1,3}|IV|VI{0,2}|V"
_RANKS = "phases?|levels?|grades?|class|certificate|cert|part|type|tier|stage|category|band"
#: "Phase II to IV": a grade is compared as a number.
_GRADE = re.compile(
    rf"\b(?P<what>{_RANKS}) (?P<first>{_NUMERAL})(?:(?P<joint> (?:to|or|and) |[-–])(?P<last>{_NUMERAL}))?\b",
    re.IGNORECASE,
)
_RANK_SIGNS = tuple(
    f"{rank} {letter}"
    for plural in _RANKS.split("|")
    for rank in {plural.replace("s?", ""), plural.replace("?", "")}
    for letter in "iv"
)
_TURNS = "week|day|month|year|hour|saturday|sunday|friday|night|evening|shift"
#: Three in four, seven out of ten: a share where both are plain numbers and nothing is counted between them.
_SHARE = re.compile(
    rf"\b({NUMBER}) (?:in|out of) (every |each )?({NUMBER})\b(?! (?:{_TURNS})(?:end)?s?\b)", re.IGNORECASE
)
_NUMBERS = {**UNITS, **TEENS, **TENS, "hundred": 100, "a hundred": 100, "every hundred": 100, "twenty-five": 25}

#: Hyphens that do not break, and the minus, as the hyphen.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2212", "-"))
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4_096)
def unified(text: str) -> str:
    """The text on one line with straight quotes and each of these ways brought to one."""
    text = " ".join(text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").translate(_DASHES).split())
    outline = _outline(text)
    rows = _rows(outline)
    while rows:
        number = min(rows)
        pattern, instead = _REWRITES[number]
        text, changes = pattern.subn(instead, text)
        outline = _outline(text) if changes else outline
        rows = {row for row in (_rows(outline) if changes else rows) if row > number}
    if " in " in outline or " out of " in outline:
        text = _SHARE.sub(_share, text)
    return _GRADE.sub(_grade, text) if any(sign in outline for sign in _RANK_SIGNS) else text


def _rows(outline: str) -> set[int]:
    """The numbers of the rows of which a text has a sign."""
    return {number for _, numbers in _SIGNS.iter(outline) for number in numbers}


def _outline(text: str) -> str:
    """The text in lower case with `0` for any digit, in which the signs of a row are looked for."""
    return _DIGIT.sub("0", folded(text))


def _grade(match: re.Match[str]) -> str:
    numerals = [match["first"], match["last"] or "I"]
    if any(numeral not in _ROMAN for numeral in numerals):
        return match.group()
    last = f"{match['joint']}{_ROMAN[match['last']]}" if match["last"] else ""
    return f"{match['what']} {_ROMAN[match['first']]}{last}"


def _share(match: re.Match[str]) -> str:
    part, whole = (_value(match[group]) for group in (1, 3))
    if not whole or part >= whole or whole > 100:  # noqa: PLR2004 - a share of more than a hundred is a count
        return match.group()
    return f"{100 * part / whole:.3g}%"


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[folded(text)]
