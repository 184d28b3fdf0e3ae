"""What every text must hold that a pattern matches: a few pieces, of which one at least is there.

Text and pieces are written in one way before they are compared: small letters, `0` for every digit, and one blank
for any row of signs that are no part of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # how the parser names what it finds
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

#: Signs between words that are rare enough to tell something.
_RARE = "@<{"

#: Stands in a way for `\\b`: a blank where it turns out to follow a word or to stand before one.
_EDGE = "\b"

#: More ways than this to write one stretch are not followed: what is known so far is kept, and a new stretch begins.
_MOST_WAYS = 48

#: Pieces that are found in every line catch nothing: a pattern that needs no rarer ones is always tried.
_TOO_FREQUENT = 1.3

#: How much rarer each letter makes a piece, and each blank that ties it to the end of a word; rough, since it only
#: chooses between pieces.
_LETTER, _BLANK = 0.25, 0.5
_COMMON = frozenset(
    "the and of to in for with our your you we will are is this that as be have from or at by on an it not no".split()
)
_COMMON_WORD = 0.3

_Ways = frozenset[str]
_Items = Sequence[tuple[Any, Any]]
_NOTHING: _Ways = frozenset({""})
_GAP: _Ways = frozenset({" "})

_NAMES: dict[Any, _Ways] = {
    op.CATEGORY_DIGIT: frozenset({"0"}),
    op.CATEGORY_SPACE: _GAP,
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_STARTS = (op.AT_BEGINNING, op.AT_BEGINNING_STRING)
_ENDS = (op.AT_END, op.AT_END_STRING)

#: How the parser tells `\\W`.
_NO_WORD = (op.IN, [(op.CATEGORY, op.CATEGORY_NOT_WORD)])

#: A range of more signs than this is any sign.
_WIDEST_RANGE = 8


class _Signs(dict[int, str]):
    """Each sign as it is written in pieces, by its number; a sign is looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = written = _one(chr(code))
        return written


def _one(sign: str) -> str:
    if sign in _RARE:
        return f" {sign} "
    if sign.isdecimal():
        return "0"
    if not (sign.isalnum() or sign == "_"):
        return " "
    lower = sign.lower()
    return lower if len(lower) == 1 else sign


#: Letters that a pattern without regard to case takes for others, beside their capitals.
_SIGNS = _Signs({ord("İ"): "i", ord("ı"): "i", ord("ſ"): "s", ord("Σ"): "σ", ord("ς"): "σ"})
_ASCII = "".join(_one(chr(code)).strip(" ") or " " for code in range(128)).encode() + bytes(128)


@lru_cache(maxsize=256)
def in_pieces(text: str) -> str:
    """A text as it is written in pieces, with a blank before and behind it."""
    if text.isascii():
        plain = text.encode().translate(_ASCII).decode()
        for sign in _RARE:
            plain = plain.replace(sign, f" {sign} ")
    else:
        plain = text.translate(_SIGNS)
    return f" {' '.join(plain.split())} "


def pieces(pattern: re.Pattern[str]) -> frozenset[str]:
    """Of what a text must hold at least one, as `in_pieces` writes it; empty where nothing rare is needed."""
    if pattern.flags & re.ASCII:
        return frozenset()
    items = _parser.parse(pattern.pattern, pattern.flags)
    return _best(_walk(items, _NOTHING, caseless=bool(pattern.flags & re.IGNORECASE)).all()) or frozenset()


def begins_text(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern can match at the start of a text only."""
    items = _parser.parse(pattern.pattern, pattern.flags)
    return not pattern.flags & re.MULTILINE and list(items)[:1] == [(op.AT, op.AT_BEGINNING)]


class _Walked(NamedTuple):
    """What is known after a stretch of a pattern."""

    #: How the text may read up to here, since the last place that may hold anything.
    ways: _Ways
    #: Each a set of pieces of which the text holds one.
    needs: tuple[_Ways, ...] = ()
    #: Whether nothing on the way may hold anything, so that `ways` goes on from the start.
    unbroken: bool = True

    def all(self) -> tuple[_Ways, ...]:
        """What the text must hold if the pattern ends here."""
        return (*self.needs, _finished(self.ways))


def _walk(items: _Items, ways: _Ways, *, caseless: bool) -> _Walked:
    """Follow the parts of a pattern, one after the other."""
    needs: tuple[_Ways, ...] = ()
    unbroken = True
    for place, (name, value) in enumerate(items):
        if name is op.BRANCH:
            step = _branch(value[1], ways, items[place + 1 : place + 2], caseless=caseless)
        else:
            step = _step(name, value, ways, caseless=caseless)
        ways, needs, unbroken = step.ways, needs + step.needs, unbroken and step.unbroken
    return _Walked(ways, needs, unbroken)


def _step(name: Any, value: Any, ways: _Ways, *, caseless: bool) -> _Walked:
    """Follow one part."""
    if name is op.AT:
        return _Walked(_at(value, ways))
    if name is op.SUBPATTERN:
        _, added, _, inner = value
        return _broken(ways) if added & re.ASCII else _walk(inner, ways, caseless=caseless or bool(added & re.I))
    if name is op.ATOMIC_GROUP:
        return _walk(value, ways, caseless=caseless)
    if name is op.ASSERT_NOT:
        return _Walked(ways)
    if name is op.ASSERT:
        ahead = _best(_walk(value[1], _NOTHING, caseless=caseless).all())
        return _Walked(ways, (ahead,) if ahead else ())
    if name in _REPEATS:
        return _repeat(value, ways, caseless=caseless)
    if (name, value) == _NO_WORD:
        # Whatever it is, a blank stands before what is next.
        return _Walked(_GAP, (_finished(_extended(ways, _GAP).ways),), unbroken=False)
    signs = _signs(name, value, caseless=caseless)
    return _extended(ways, signs) if signs else _broken(ways)


def _broken(ways: _Ways) -> _Walked:
    """Anything may stand here: a new stretch begins."""
    return _Walked(_NOTHING, (_finished(ways),), unbroken=False)


def _signs(name: Any, value: Any, *, caseless: bool) -> _Ways:
    """The signs that may stand at one place, as pieces write them; empty where they are too many."""
    if name is op.LITERAL:
        sign = _SIGNS[value]
        return frozenset() if caseless and value > ord("\x7f") and sign != " " else frozenset({sign})
    if name is op.RANGE:
        codes = range(value[0], value[1] + 1)
        few = len(codes) <= _WIDEST_RANGE or all(chr(code).isdecimal() for code in codes[:16])
        return _each(((op.LITERAL, code) for code in codes), caseless=caseless) if few else frozenset()
    if name is op.CATEGORY:
        return _NAMES.get(value, frozenset())
    if name is op.IN and value[0][0] is not op.NEGATE:
        return _each(value, caseless=caseless)
    return frozenset()


def _each(parts: Iterable[tuple[Any, Any]], *, caseless: bool) -> _Ways:
    """The signs of all parts of a set; empty where one of them is any sign."""
    found = [_signs(name, value, caseless=caseless) for name, value in parts]
    return frozenset().union(*found) if all(found) else frozenset()


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


def _at(where: Any, ways: _Ways) -> _Ways:
    """Every way with a place between two signs behind it."""
    if where in _STARTS:
        return frozenset(way or " " for way in ways)
    if where in _ENDS:
        return frozenset(way if way.endswith(("", _EDGE, " ")[1:]) or not way else way + _EDGE for way in ways)
    if where is op.AT_BOUNDARY:
        return frozenset(way if way.endswith(_EDGE) else way + _EDGE for way in ways)
    return ways


def _finished(ways: _Ways) -> _Ways:
    """The ways as pieces; an edge behind a word is a blank."""
    return frozenset(
        way if not way.endswith(_EDGE) else way[:-1] + " " * (not way[:-1].endswith(" ") and len(way) > 1)
        for way in ways
    )


def _branch(choices: Sequence[_Items], ways: _Ways, after: _Items, *, caseless: bool) -> _Walked:
    """Follow each choice; where all are written out the ways go on, else each needs something of its own."""
    edge = [item for item in after if item[0] is op.AT]
    walked = [_walk([*choice, *edge], ways, caseless=caseless) for choice in choices]
    together = frozenset().union(*(one.ways for one in walked))
    if all(one.unbroken for one in walked) and len(together) <= _MOST_WAYS:
        needs = [need for one in walked for need in one.needs] if len(walked) == 1 else []
        return _Walked(together, tuple(needs))
    best = [_best(one.all()) for one in walked]
    one_of = (frozenset().union(*(need for need in best if need)),) if all(best) else ()
    return _Walked(_NOTHING, (_finished(ways), *one_of), unbroken=False)


def _repeat(value: Any, ways: _Ways, *, caseless: bool) -> _Walked:
    """Follow what stands there several times, or perhaps not at all."""
    least, most, inner = value
    if len(inner) == 1 and _signs(*inner[0], caseless=caseless) == _GAP:
        return _extended(ways, _GAP) if least else _either(ways, _extended(ways, _GAP))
    if list(inner) == [_NO_WORD] and not least and all(way.endswith(" ") for way in ways):
        return _Walked(_GAP, (_finished(ways),), unbroken=False)
    once = _walk(inner, ways, caseless=caseless)
    if least == 0:
        return _either(ways, once) if most == 1 else _broken(ways)
    if least == most == 1 or not once.unbroken:
        return once
    last = _walk(inner, _NOTHING, caseless=caseless)
    return _Walked(last.ways, (*once.needs, _finished(once.ways)), unbroken=False)


def _either(without: _Ways, once: _Walked) -> _Walked:
    """The ways with and without what may be left out."""
    together = without | once.ways
    return _Walked(together) if once.unbroken and len(together) <= _MOST_WAYS else _broken(without)


def _best(needs: Iterable[_Ways]) -> _Ways | None:
    """The pieces that are the rarest in text; None where none are rare enough."""
    known = [(_frequency(need), need) for need in needs]
    rarest = min(known, key=lambda pair: pair[0], default=None)
    return rarest[1] if rarest is not None and rarest[0] < _TOO_FREQUENT else None


def _frequency(need: _Ways) -> float:
    """About how many of these pieces a line holds."""
    return sum(_one_frequency(piece) for piece in need)


def _one_frequency(piece: str) -> float:
    core = piece.strip()
    if core in _COMMON:
        return _COMMON_WORD
    return _LETTER ** len(core) * _BLANK ** (len(piece) - len(core)) if core else _TOO_FREQUENT
