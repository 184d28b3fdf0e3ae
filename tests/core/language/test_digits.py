"""Whether a text holds a digit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unbland.core.language.digits import has_digit


@given(st.text(st.sampled_from("ab0²٣½Ⅷ ")))
def test_a_text_has_a_digit_where_one_of_its_signs_is_one(text: str) -> None:
    """The short way and the look at each sign agree, for raised and foreign digits too."""
    assert has_digit(text) is any(sign.isdigit() for sign in text)
