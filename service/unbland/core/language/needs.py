"""What every text must hold that a pattern matches: a few pieces, of which one at least is there.

A pattern is followed from part to part. Wherever anything may stand, or too much to write out, what is known so far is
one need and the next stretch begins; of all needs the rarest is kept. What is not understood is taken for anything, so
that a need never asks for more than the pattern does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]  # the names that the parser gives to parts
from re import _parser  # type: ignore[attr-defined]  # no other way to see a pattern's parts
from typing import Any, NamedTuple

from unbland.core.language.pieces import TOO_FREQUENT, frequency, written

#: Stands for `\b`: a blank, where a sign of a word stands before it or comes behind it.
_EDGE = "\b"

#: More ways than this to write one stretch are not followed.
_MOST_WAYS = 48

#: A range of more signs than this is any sign.
_WIDEST_RANGE = 8

_ASCII = 127

#: How a stretch may read.
_Ways = frozenset[str]
_NOTHING: _Ways = frozenset({""})
_BLANK: _Ways = frozenset({" "})

#: The parts of a pattern, as the parser names them; it tells no types.
_Value = Any
_Parts = Sequence[tuple[int, _Value]]

_CATEGORIES: dict[int, _Ways] = {op.CATEGORY_DIGIT: frozenset({"0"}), op.CATEGORY_SPACE: _BLANK}
_NO_WORD = (op.IN, [(op.CATEGORY, op.CATEGORY_NOT_WORD)])
_STARTS = (op.AT_BEGINNING, op.AT_BEGINNING_STRING)
_ENDS = (op.AT_END, op.AT_END_STRING)


def needs(pattern: re.Pattern[str]) -> frozenset[str]:
    """Pieces of which a text must hold one, as `in_pieces` writes it; empty where nothing rare is needed."""
    if pattern.flags & re.ASCII:
        return frozenset()
    walk = _Walk(caseless=bool(pattern.flags & re.IGNORECASE))
    return _rarest(walk.along(_parser.parse(pattern.pattern, pattern.flags), _NOTHING).all()) or frozenset()


def begins_text(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern can match at the start of a text only."""
    parts = list(_parser.parse(pattern.pattern, pattern.flags))
    return not pattern.flags & re.MULTILINE and parts[:1] == [(op.AT, op.AT_BEGINNING)]


class _Walked(NamedTuple):
    """What is known after some parts."""

    #: How the text may read up to here, since the last place that may hold anything.
    ways: _Ways
    needs: tuple[_Ways, ...] = ()
    #: Whether `ways` goes on from the ways before, as nothing between may hold anything.
    unbroken: bool = True

    def all(self) -> tuple[_Ways, ...]:
        """What the text needs if the pattern ends here."""
        return (*self.needs, _finished(self.ways))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """A walk along the parts of a pattern."""

    caseless: bool

    def along(self, parts: _Parts, ways: _Ways) -> _Walked:
        """Follow parts that stand one behind the other."""
        known = _Walked(ways)
        for place, (name, value) in enumerate(parts):
            if name == op.BRANCH:
                step = self._branch(value[1], known.ways, list(parts[place + 1 : place + 2]))
            else:
                step = self._follow(name)((name, value), known.ways)
            known = _Walked(step.ways, known.needs + step.needs, known.unbroken and step.unbroken)
        return known

    def _follow(self, name: int) -> Callable[[tuple[int, _Value], _Ways], _Walked]:
        """How a part of this name is followed."""
        by_name = {
            op.AT: self._place,
            op.SUBPATTERN: self._group,
            op.ATOMIC_GROUP: self._atomic,
            op.ASSERT: self._ahead,
            op.ASSERT_NOT: self._not_ahead,
            **dict.fromkeys((op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT), self._repeat),
        }
        return by_name.get(name, self._sign)

    def _sign(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        """One sign, or a part that is not understood."""
        if part == _NO_WORD:  # whatever it is, a blank stands before what comes next
            return _Walked(_BLANK, _extended(ways, _BLANK).all(), unbroken=False)
        signs = self._signs(*part)
        return _extended(ways, signs) if signs else _broken(ways)

    def _signs(self, name: int, value: _Value) -> _Ways:
        """The signs that may stand at one place; empty where they are too many."""
        if name == op.LITERAL:
            sign = written(chr(value))
            return frozenset() if self.caseless and value > _ASCII and sign.isalnum() else frozenset({sign})
        if name == op.RANGE:
            codes = range(value[0], value[1] + 1)
            few = len(codes) <= _WIDEST_RANGE or (value[0], value[1]) == (ord("0"), ord("9"))
            return self._any_of((op.LITERAL, code) for code in codes) if few else frozenset()
        if name == op.IN and value[0][0] != op.NEGATE:
            return self._any_of(value)
        return _CATEGORIES.get(value, frozenset()) if name == op.CATEGORY else frozenset()

    def _any_of(self, parts: Iterable[tuple[int, _Value]]) -> _Ways:
        found = [self._signs(name, value) for name, value in parts]
        return frozenset[str]().union(*found) if all(found) else frozenset()

    def _branch(self, choices: Sequence[_Parts], ways: _Ways, after: _Parts) -> _Walked:
        """Follow each choice; where all are written out the ways go on, else each needs something of its own."""
        edge = [part for part in after if part[0] == op.AT]
        walked = [self.along([*choice, *edge], ways) for choice in choices]
        together = frozenset[str]().union(*(one.ways for one in walked))
        if all(one.unbroken for one in walked) and len(together) <= _MOST_WAYS:
            return _Walked(together)
        rarest = [_rarest(one.all()) for one in walked]
        one_of = frozenset[str]().union(*(need for need in rarest if need))
        return _Walked(_NOTHING, (_finished(ways), one_of) if all(rarest) else (_finished(ways),), unbroken=False)

    def _repeat(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        """Follow what stands there several times, or perhaps not at all."""
        least, most, inner = part[1]
        parts = list(inner)
        if len(parts) == 1 and self._signs(*parts[0]) == _BLANK:
            once = _extended(ways, _BLANK)
            return once if least else _either(ways, once)
        if parts == [_NO_WORD] and not least and all(way.endswith(" ") for way in ways):
            return _Walked(_BLANK, (_finished(ways),), unbroken=False)
        once = self.along(parts, ways)
        if least == 0:
            return _either(ways, once) if most == 1 else _broken(ways)
        if most == 1 or not once.unbroken:
            return once
        return _Walked(self.along(parts, _NOTHING).ways, once.all(), unbroken=False)

    def _group(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        _, added, _, inner = part[1]
        if added & re.ASCII:
            return _broken(ways)
        return _Walk(caseless=self.caseless or bool(added & re.IGNORECASE)).along(inner, ways)

    def _atomic(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        return self.along(part[1], ways)

    def _ahead(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        """What stands around must be there too."""
        around = _rarest(self.along(part[1][1], _NOTHING).all())
        return _Walked(ways, (around,) if around else ())

    def _not_ahead(self, _: tuple[int, _Value], ways: _Ways) -> _Walked:
        return _Walked(ways)

    def _place(self, part: tuple[int, _Value], ways: _Ways) -> _Walked:
        """A place between two signs."""
        if part[1] in _STARTS:
            return _Walked(frozenset(way or " " for way in ways))
        if part[1] in _ENDS:
            return _Walked(frozenset(way + _EDGE if way and way[-1] not in (" ", _EDGE) else way for way in ways))
        if part[1] == op.AT_BOUNDARY:
            return _Walked(frozenset(way if way.endswith(_EDGE) else way + _EDGE for way in ways))
        return _Walked(ways)


def _broken(ways: _Ways) -> _Walked:
    """Anything may stand here: a new stretch begins."""
    return _Walked(_NOTHING, (_finished(ways),), unbroken=False)


def _either(without: _Ways, once: _Walked) -> _Walked:
    """The ways with and without what may be left out."""
    together = without | once.ways
    return _Walked(together) if once.unbroken and len(together) <= _MOST_WAYS else _broken(without)


def _extended(ways: _Ways, signs: _Ways) -> _Walked:
    """Every way with every sign behind it."""
    longer = frozenset(way for known in ways for sign in signs if (way := _plus(known, sign)) is not None)
    return _Walked(longer) if len(longer) <= _MOST_WAYS else _Walked(signs, (_finished(ways),), unbroken=False)


def _plus(way: str, sign: str) -> str | None:
    """A way with one sign behind it; None where an edge forbids that."""
    gap = sign.startswith(" ")
    if not way.endswith(_EDGE):
        return way + (sign[1:] if gap and way.endswith(" ") else sign)
    before = way[:-1]
    if not before:
        return sign if gap else f" {sign}"
    return before + sign if before.endswith(" ") is not gap else None


def _finished(ways: _Ways) -> _Ways:
    """The ways as pieces; an edge behind a word is a blank."""
    return frozenset(way.replace(f" {_EDGE}", " ").replace(_EDGE, " " if len(way) > 1 else "") for way in ways)


def _rarest(known: Iterable[_Ways]) -> _Ways | None:
    """The pieces that are the rarest in text; None where none are rare enough."""
    rarest = min(known, key=frequency)
    return rarest if frequency(rarest) < TOO_FREQUENT else None
