"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from unbland.core.language.late import late

_SHAPE = r"\b(?P<count>\d+) (years?|yrs)\b"


def _asked(pattern: re.Pattern[str], text: str) -> tuple[object, ...]:
    """What a pattern says of a text, by each way to ask."""
    one = pattern.search(text)
    return (
        one and (one.span(), one.groupdict()),
        bool(pattern.match(text)),
        bool(pattern.fullmatch(text)),
        pattern.findall(text),
        [found.span() for found in pattern.finditer(text)],
        pattern.split(text),
        pattern.sub("-", text),
        pattern.subn("-", text),
        pattern.groups,
        dict(pattern.groupindex),
    )


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE, re.DOTALL])
@pytest.mark.parametrize("text", ["", "3 years", "at least 3 YEARS,\nor 2 yrs", "three years"])
def test_it_answers_as_the_pattern_does(flags: int, text: str) -> None:
    """Whatever is asked, and asked again."""
    its, pattern = late(_SHAPE, flags), re.compile(_SHAPE, flags)

    assert _asked(its, text) == _asked(pattern, text) == _asked(its, text)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII | re.DOTALL])
def test_how_it_is_written_is_told_as_the_pattern_tells_it(flags: int) -> None:
    """A net goes by these alone."""
    its, pattern = late(_SHAPE, flags), re.compile(_SHAPE, flags)

    assert (its.pattern, its.flags) == (pattern.pattern, pattern.flags)


def test_it_is_not_compiled_before_it_is_asked() -> None:
    """What nobody asks costs nothing: not even a pattern that cannot be compiled."""
    its = late("(")

    assert its.pattern == "("
    with pytest.raises(re.error):
        its.search("a text")


def test_what_no_pattern_has_it_has_not() -> None:
    """It stands for a pattern and nothing else."""
    with pytest.raises(AttributeError):
        _ = late("a").seek  # type: ignore[attr-defined]
