"""The net before many patterns: what it leaves out never matches."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland import core
from unbland.core.language.late import late
from unbland.core.language.needs import begins_text, needs
from unbland.core.language.net import Net
from unbland.core.language.pieces import in_pieces, written

_ROOT = Path(__file__).parents[3]

#: Characters: lines of the eval set's data files are whole replies, and some patterns take long over them.
_LONGEST = 240

#: Every sign there is, without the halves of pairs, which no text holds.
_ALL_SIGNS = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a value of a module holds."""
    if isinstance(value, (re.Pattern, type(late("")))):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _inside(one)
    elif isinstance(getattr(value, "pattern", None), (re.Pattern, type(late("")))):
        yield from _inside(getattr(value, "pattern", None))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Every pattern that the core keeps, those behind a net and all the others."""
    names = [found.name for found in pkgutil.walk_packages(core.__path__, f"{core.__name__}.")]
    modules = [importlib.import_module(name) for name in names]
    return tuple(dict.fromkeys(one for module in modules for value in vars(module).values() for one in _inside(value)))


@cache
def _lines() -> tuple[str, ...]:
    """Lines of the eval set and of the examples: every eighth, as all of them would take a minute."""
    files = (file for folder in ("eval", "examples") for file in sorted((_ROOT / folder).rglob("*")) if file.is_file())
    lines = (line.strip()[:_LONGEST] for file in files for line in file.read_text("utf-8").splitlines())
    return tuple(dict.fromkeys(lines))[::8]


def test_every_pattern_of_ours_can_be_compiled_and_knows_its_flags() -> None:
    """Those that wait to be asked tell their flags unasked."""
    assert len(_patterns()) > 1_000
    assert [one.pattern for one in _patterns() if one.flags != re.compile(one.pattern, one.flags).flags] == []


def test_no_pattern_of_ours_matches_a_line_where_the_net_says_it_cannot() -> None:
    """All patterns of the core against lines of all sorts."""
    patterns, net = _patterns(), Net(_patterns())

    missed = [
        (pattern.pattern, line)
        for line in _lines()
        for number in set(range(len(patterns))).difference(net.caught(line))
        for pattern in (patterns[number],)
        if pattern.search(line)
    ]

    assert missed == []


def test_most_patterns_are_left_out_of_most_lines() -> None:
    """A net that catches everything would be of no use."""
    net, lines = Net(_patterns()), _lines()

    assert sum(len(net.caught(line)) for line in lines) < 0.5 * len(_patterns()) * len(lines)


_TEXTS = st.text(st.sampled_from("aAbkKsſıİiKéÉß019²_ -–@<{.,:’'\n\t\0Σς"), max_size=12)
_LEAVES = st.sampled_from(
    [
        *("a", "b", "k", "s", "i", "é", "0", "_", " ", "-", "@", "<", r"\.", ":", "’", "ab", "ik "),
        *(r"\d", r"\w", r"\W", r"\s", r"\S", ".", "[ab]", "[^a]", "[a-e]", "[-é ]", r"[\d@]", r"[\s-]", "[İσ]"),
        *(r"\b", r"\B", "^", "$"),
    ]
)
_REGEXES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        st.builds(
            lambda one, times: f"(?:{one}){times}", inner, st.sampled_from(["?", "*", "+", "{2}", "{0,3}?", "{1,2}+"])
        ),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?>{one})"),
        inner.map(lambda one: f"(?i:{one})"),
        inner.map(lambda one: f"({one})\\b"),
    ),
    max_leaves=8,
)


@given(regex=_REGEXES, flags=st.sampled_from([0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII]), text=_TEXTS)
def test_a_pattern_never_matches_a_text_that_holds_none_of_its_needs(regex: str, flags: int, text: str) -> None:
    """Whatever the pattern is made of."""
    pattern = re.compile(regex, flags)
    needed, net = needs(pattern), Net([pattern])

    if pattern.search(text):
        assert not needed or any(piece in in_pieces(text) for piece in needed)
        assert net.caught(text) == (0,)
        assert net.matches(text)
    assert net.matching(text) == ([0] if pattern.search(text) else [])


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_all_that_a_letter_matches_is_written_as_that_letter(letter: str) -> None:
    """Without regard to case, in all of Unicode."""
    assert {written(sign) for sign in re.findall(letter, _ALL_SIGNS, re.IGNORECASE)} == {letter}


@pytest.mark.parametrize(("kind", "as_pieces"), [(r"\d", {"0"}), (r"\s", {" "})])
def test_digits_and_white_space_are_written_alike(kind: str, as_pieces: set[str]) -> None:
    """All that a pattern takes for them."""
    assert {written(sign) for sign in re.findall(kind, _ALL_SIGNS)} == as_pieces


def test_a_sign_of_a_word_is_one_sign_and_no_blank_and_any_other_is_or_begins_with_one() -> None:
    """So a blank in pieces is where a pattern sees the end of a word."""
    assert all(len(written(sign)) == 1 and written(sign) != " " for sign in re.findall(r"\w", _ALL_SIGNS))
    assert all(written(sign)[0] == written(sign)[-1] == " " for sign in re.findall(r"\W", _ALL_SIGNS))


@given(_TEXTS)
def test_a_plain_text_is_written_as_it_would_be_beside_any_other_sign(text: str) -> None:
    """The short way for ASCII and the way for all texts are one."""
    plain = text.encode("ascii", "ignore").decode()

    assert f"{in_pieces(plain).rstrip()} é " == in_pieces(f"{plain} é")


@given(_TEXTS)
def test_a_text_is_written_sign_for_sign(text: str) -> None:
    """Whatever way is taken, with one blank for each row of them."""
    assert in_pieces(text) == f" {' '.join(''.join(map(written, text)).split())} "


@pytest.mark.parametrize(
    ("regex", "needed"),
    [
        (r"\bcat\b|\bdogs?\b", {" cat ", " dog ", " dogs "}),
        (r"(?:years?|yrs) of \w+ experience", {" experience"}),
        (r"\d{4} on[- ]site", {"0 on site"}),
        (r"(?=.*\bsalary\b).*", {" salary "}),
        (r"[\w.]+@\w+", {" @ "}),
        (r"\w+", set()),
        (r".*", set()),
    ],
)
def test_a_pattern_needs_the_rarest_pieces_it_has(regex: str, needed: set[str]) -> None:
    """Blanks tie a piece to the end of a word where the pattern does."""
    assert needs(re.compile(regex)) == needed


@pytest.mark.parametrize(
    ("regex", "flags", "there"), [("^a", 0, True), ("a", 0, False), ("^a", re.MULTILINE, False), ("^a|b", 0, False)]
)
def test_only_what_begins_a_text_is_looked_for_at_its_start_alone(regex: str, flags: int, there: object) -> None:
    """A pattern with another way in may match anywhere."""
    assert begins_text(re.compile(regex, flags)) is there


def test_an_empty_net_catches_nothing() -> None:
    """Nobody need ask first whether there are patterns."""
    assert Net([]).caught("a text") == ()
