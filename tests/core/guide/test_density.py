"""How much a text says for its length."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from unbland.core.guide.density import Density, density, names_in, says_nothing

_PLAIN = (
    "We bake rye bread for nine shops in Leeds",
    "You load the van at four and drive the northern round",
    "Two of our ovens are older than the drivers and need watching",
)


def _said(lines: Sequence[str], titles: Sequence[str] = (), stray: Sequence[str] = ()) -> Density:
    return density(lines, stray, names_in(lines, titles))


def test_a_text_that_repeats_itself_says_less_for_its_length() -> None:
    """The same lines once more are words without anything new."""
    assert _said(_PLAIN * 3).share < _said(_PLAIN).share / 2


def test_names_and_words_of_the_form_say_nothing() -> None:
    """Neither the job's name, nor one said again and again, nor what every posting is about."""
    stamped = ("Acme hires for Acme", "Work at Acme for Acme", "The salary at Acme is paid by Acme")
    assert _said(stamped).own == frozenset()
    assert _said(("The reason is that we need a welder",), ("Welder",)).own == frozenset()


def test_filler_and_praise_say_nothing() -> None:
    """Or a fix that takes them out would cost what they never told."""
    filled = ("You utilize the ovens", "Our dynamic bakery is currently looking for previous experience")
    assert not _said(filled).own & {"util", "dynam", "current", "previous"}


def test_a_long_text_is_not_held_against_a_short_one() -> None:
    """Different words grow more slowly than words do."""
    lines = [f"Line{number} tells of thing{number} with some more of the same words" for number in range(120)]
    whole, half = _said(lines), _said(lines[:60])
    assert whole.share >= half.share * 0.95


def test_words_in_no_list_are_not_known() -> None:
    """Gibberish is no English, and English is."""
    assert _said(("qwer asdf zxcv uiop", "hjkl vbnm wert sdfg")).known == 0
    assert _said(_PLAIN).known > 0.7


def test_lines_beside_the_job_say_nothing_and_too_many_of_them_are_padding() -> None:
    """Up to twice the words of the others they change nothing; more make the text long."""
    some, many = (["The moon is far and the nights are cold there"] * count for count in (6, 30))
    assert _said(_PLAIN, stray=some) == _said(_PLAIN)
    assert _said(_PLAIN, stray=many).own == _said(_PLAIN).own
    assert _said(_PLAIN, stray=many).share < _said(_PLAIN).share / 2


@pytest.mark.parametrize(
    "line",
    [
        "We are hiring because we need someone",
        "Account for what is to be accounted for",
        "The role requires what the position requires",
        "Our welder is a welder",
    ],
)
def test_a_line_in_a_circle_says_nothing(line: str) -> None:
    """It repeats itself, or names the job, or speaks of what every posting has."""
    assert says_nothing(line, frozenset({"welder"}))


@pytest.mark.parametrize(
    "line",
    ["", "Weekends off", "You weld pipes for dairies", "€2,400 a month", "Our welder of nine years retires in May"],
)
def test_a_line_that_tells_something_does_not(line: str) -> None:
    """However short it is; an empty line says neither something nor nothing."""
    assert not says_nothing(line, frozenset({"welder"}))
