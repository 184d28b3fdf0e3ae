"""What every text must hold that a pattern matches: a few pieces, of which one at least is there.

A pattern is followed from part to part. Wherever anything may stand, or too much to write out, what is known so far is
one need and the next stretch begins; of all needs the rarest is kept. What is not understood is taken for anything, so
that a need never asks for more than the pattern does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # the names that the parser gives to parts
from re import _parser  # type: ignore[attr-defined]  # no other way to see a pattern's parts
from typing import Any

from unbland.core.language.pieces import in_a_row, written
from unbland.core.language.ways import (
    BLANK,
    EDGE,
    MOST_WAYS,
    NOTHING,
    Walked,
    Ways,
    broken,
    either,
    extended,
    finished,
    rarest_of,
)

#: A range of more signs than this is any sign.
_WIDEST_RANGE = 8

_ASCII = 127

#: The parts of a pattern, as the parser names them; it tells no types.
_Value = Any
_Parts = Sequence[tuple[int, _Value]]

_CATEGORIES: dict[int, Ways] = {op.CATEGORY_DIGIT: frozenset({"0"}), op.CATEGORY_SPACE: BLANK}
_NO_WORD = (op.IN, [(op.CATEGORY, op.CATEGORY_NOT_WORD)])
_STARTS = (op.AT_BEGINNING, op.AT_BEGINNING_STRING)
_ENDS = (op.AT_END, op.AT_END_STRING)


def needs(pattern: re.Pattern[str]) -> frozenset[str]:
    """Pieces of which a text must hold one, as `in_pieces` writes it; empty where nothing rare is needed."""
    if pattern.flags & re.ASCII:
        return frozenset()
    walk = _Walk(caseless=bool(pattern.flags & re.IGNORECASE))
    return rarest_of(walk.along(_parts_of(pattern), NOTHING).all()) or frozenset()


def begins_text(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern can match at the start of a text only."""
    parts = _parts_of(pattern)
    return not pattern.flags & re.MULTILINE and parts[:1] == [(op.AT, op.AT_BEGINNING)]


@lru_cache(maxsize=1)
def _parts_of(pattern: re.Pattern[str]) -> list[tuple[int, _Value]]:
    """The parts of a pattern, kept while both questions are asked of it."""
    return list(_parser.parse(pattern.pattern, pattern.flags))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """A walk along the parts of a pattern."""

    caseless: bool

    def along(self, parts: _Parts, ways: Ways) -> Walked:
        """Follow parts that stand one behind the other."""
        needed, unbroken, place = list[Ways](), True, 0
        while place < len(parts):
            name, value = parts[place]
            place += 1
            if name == op.BRANCH:
                step = self._branch(value[1], ways, list(parts[place : place + 1]))
            elif name == op.LITERAL and (row := self._row(parts, place - 1)):
                place += len(row) - 1
                step = extended(ways, frozenset({in_a_row(row)}))
            else:
                step = _FOLLOWED.get(name, _Walk.sign)(self, (name, value), ways)
            ways, unbroken = step.ways, unbroken and step.unbroken
            needed += step.needs
        return Walked(ways, tuple(needed), unbroken)

    def _row(self, parts: _Parts, place: int) -> str:
        """The signs in a row from a place on that read one way each; to follow them one by one takes twice as long."""
        row = ""
        while place < len(parts) and parts[place][0] == op.LITERAL and (sign := self._known(parts[place][1])):
            row, place = row + sign, place + 1
        return row

    def _known(self, code: int) -> str:
        """A sign that reads one way; nothing for a letter that may stand for others where case does not count."""
        sign = chr(code)
        return "" if self.caseless and code > _ASCII and written(sign).isalnum() else sign

    def sign(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """One sign, or a part that is not understood."""
        if part == _NO_WORD:  # whatever it is, a blank stands before what comes next
            return Walked(BLANK, extended(ways, BLANK).all(), unbroken=False)
        signs = self._signs(*part)
        return extended(ways, signs) if signs else broken(ways)

    def _signs(self, name: int, value: _Value) -> Ways:
        """The signs that may stand at one place; empty where they are too many."""
        if name == op.LITERAL:
            known = self._known(value)
            return frozenset({written(known)}) if known else frozenset()
        if name == op.RANGE:
            codes = range(value[0], value[1] + 1)
            few = len(codes) <= _WIDEST_RANGE or (value[0], value[1]) == (ord("0"), ord("9"))
            return self._any_of((op.LITERAL, code) for code in codes) if few else frozenset()
        if name == op.IN and value[0][0] != op.NEGATE:
            return self._any_of(value)
        return _CATEGORIES.get(value, frozenset()) if name == op.CATEGORY else frozenset()

    def _any_of(self, parts: Iterable[tuple[int, _Value]]) -> Ways:
        found = [self._signs(name, value) for name, value in parts]
        return frozenset[str]().union(*found) if all(found) else frozenset()

    def _branch(self, choices: Sequence[_Parts], ways: Ways, after: _Parts) -> Walked:
        """Follow each choice; where all are written out the ways go on, else each needs something of its own."""
        edge = [part for part in after if part[0] == op.AT]
        walked = [self.along([*choice, *edge], ways) for choice in choices]
        together = frozenset[str]().union(*(one.ways for one in walked))
        if all(one.unbroken for one in walked) and len(together) <= MOST_WAYS:
            return Walked(together)
        rarest = [rarest_of(one.all()) for one in walked]
        one_of = frozenset[str]().union(*(need for need in rarest if need))
        return Walked(NOTHING, (finished(ways), one_of) if all(rarest) else (finished(ways),), unbroken=False)

    def repeat(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """Follow what stands there several times, or perhaps not at all."""
        least, most, inner = part[1]
        parts = list(inner)
        if len(parts) == 1 and self._signs(*parts[0]) == BLANK:
            once = extended(ways, BLANK)
            return once if least else either(ways, once)
        if parts == [_NO_WORD] and not least and all(way.endswith(" ") for way in ways):
            return Walked(BLANK, (finished(ways),), unbroken=False)
        once = self.along(parts, ways)
        if least == 0:
            return either(ways, once) if most == 1 else broken(ways)
        if most == 1 or not once.unbroken:
            return once
        return Walked(self.along(parts, NOTHING).ways, once.all(), unbroken=False)

    def group(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """A group, which may say anew whether case counts."""
        _, added, _, inner = part[1]
        if added & re.ASCII:
            return broken(ways)
        return _Walk(caseless=self.caseless or bool(added & re.IGNORECASE)).along(inner, ways)

    def atomic(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """What is followed in one way only."""
        return self.along(part[1], ways)

    def ahead(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """What stands around must be there too."""
        around = rarest_of(self.along(part[1][1], NOTHING).all())
        return Walked(ways, (around,) if around else ())

    def not_ahead(self, _: tuple[int, _Value], ways: Ways) -> Walked:
        """What must not be there tells nothing."""
        return Walked(ways)

    def place(self, part: tuple[int, _Value], ways: Ways) -> Walked:
        """A place between two signs."""
        if part[1] in _STARTS:
            return Walked(frozenset(way or " " for way in ways))
        if part[1] in _ENDS:
            return Walked(frozenset(way + EDGE if way and way[-1] not in (" ", EDGE) else way for way in ways))
        if part[1] == op.AT_BOUNDARY:
            return Walked(frozenset(way if way.endswith(EDGE) else way + EDGE for way in ways))
        return Walked(ways)


#: How a part of each name is followed; any other is a sign.
_FOLLOWED: dict[int, Callable[[_Walk, tuple[int, _Value], Ways], Walked]] = {
    op.AT: _Walk.place,
    op.SUBPATTERN: _Walk.group,
    op.ATOMIC_GROUP: _Walk.atomic,
    op.ASSERT: _Walk.ahead,
    op.ASSERT_NOT: _Walk.not_ahead,
    **dict.fromkeys((op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT), _Walk.repeat),
}
