"""JSON and YAML, as strictly as facts need it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland.core.strict_json import Unreadable, json_value
from unbland.edges.strict import yaml_value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"a": 1, "a": 2}', "a field stands twice"),
        ('{"a": NaN}', "NaN and Infinity are no numbers"),
        ("[" * 100_000, "nested too deep"),
        ('{"a": ' + "9" * 5_000 + "}", "a number is too long"),
        ('{"a":\n x}', "no JSON at line 2, column 2"),
        (b"\xff\xfe{", "no JSON"),
        (b'"\xff"', "no UTF-8 text"),
        ("", "no JSON at line 1, column 1"),
    ],
)
def test_json_refuses(text: str | bytes, says: str) -> None:
    """What would be lost, guessed or endless is refused with the reason."""
    with pytest.raises(Unreadable, match=says):
        json_value(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1\na: 2", "a field stands twice"),
        ("b: {a: 1, a: 2}", "a field stands twice"),
        ("a: &x [1]\nb: *x", "line 2 uses an alias"),
        ("a: !!python/object:os.system x", "line 1 uses a tag"),
        ("[" * 100_000, "nested too deep"),
        ("a: [", "no YAML at line 2"),
        ("? [a]\n: b", "line 1 begins with no field name"),
        ("a: 1\n---\nb: 2", "more than one YAML document"),
        ("a: \x00", "characters that no text has"),
        ("\ta: 1", "no YAML at line 1"),
        (
            "b: [A bonus of £1,500 a year]",
            "line 1 has a comma between two digits, where YAML parts the text; put it in quotes",
        ),
        ("b: [x,\n  1,5 days off]", "line 2 has a comma between two digits"),
        ("pay: {min: 62,000}", "line 1 has a comma between two digits"),
    ],
)
def test_yaml_refuses(text: str, says: str) -> None:
    """The same of YAML, whose aliases can also make a line into gigabytes."""
    with pytest.raises(Unreadable, match=says):
        yaml_value(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing yet", None),
        ("a: NO", {"a": "NO"}),
        ("a: 2026-12-01", {"a": "2026-12-01"}),
        ("a: 1e3\nb: 010", {"a": "1e3", "b": "010"}),
        ("a:\nb: ~\nc: null\nd: 'null'", {"a": None, "b": None, "c": None, "d": "null"}),
        ("a: [x, {b: c}]", {"a": ["x", {"b": "c"}]}),
        ("a: [Grade 1, 2 years]\nb: 1\n2: 3", {"a": ["Grade 1", "2 years"], "b": "1", "2": "3"}),
        ("a: [\"£1,500\", '1',2]\nb:\n- £1,500", {"a": ["£1,500", "1", "2"], "b": ["£1,500"]}),
        ("a: >-\n  one\n  two", {"a": "one two"}),
    ],
)
def test_yaml_leaves_words_alone(text: str, value: object) -> None:
    """Norway stays NO and a date stays as written; only null is nothing."""
    assert yaml_value(text) == value


@given(st.text(alphabet="ab:{}[]&*!-'\"\n \t#|>?,0~", max_size=60), st.sampled_from([json_value, yaml_value]))
def test_any_text_is_read_or_refused(text: str, read: Callable[[str], object]) -> None:
    """No text makes the readers fail in a way of their own."""
    with suppress(Unreadable):
        read(text)
