"""Prompts: checked when made, filled when used."""

from __future__ import annotations

import pytest

from unbland.application.prompting import Prompt
from unbland.errors import PromptInvalid


def _prompt(system: str = "Edit by <<guide>>.", user: str = "<<text>>", *inputs: str, content: str = "") -> Prompt:
    return Prompt(
        id="write",
        version=3,
        step="write",
        inputs=frozenset(inputs or ("guide", "text")),
        system=system,
        user=user,
        schema={"type": "object"},
        content=content,
    )


def test_every_place_is_filled() -> None:
    """System and user text come out apart."""
    assert _prompt().render(guide="heart", text="Hello") == ("Edit by heart.", "Hello")


def test_what_a_value_holds_is_left_alone() -> None:
    """A draft that looks like a place is only a draft."""
    assert _prompt().render(guide="{g} \\1", text="<<guide>> {x}") == ("Edit by {g} \\1.", "<<guide>> {x}")


@pytest.mark.parametrize("values", [{}, {"guide": ""}, {"guide": "", "text": "", "more": ""}])
def test_the_values_are_the_inputs(values: dict[str, str]) -> None:
    """One too few or too many is a mistake."""
    with pytest.raises(PromptInvalid, match="write takes guide, text"):
        _prompt().render(**values)


@pytest.mark.parametrize(
    ("user", "says"),
    [
        ("<<text>> <<mood>>", "do not name: mood"),
        ("<<text>> <<a\nb>>", "do not name: a\nb"),
        ("nothing", "no place: text"),
    ],
)
def test_places_and_inputs_match_from_the_start(user: str, says: str) -> None:
    """A prompt that could not be filled cannot be made."""
    with pytest.raises(PromptInvalid, match=says):
        _prompt("Edit by <<guide>>.", user)


def test_the_label_is_version_and_hash() -> None:
    """The hash is of what the file says."""
    one, other = _prompt(content="a"), _prompt(content="b")
    assert one.label == f"v3@{one.digest[:12]}"
    assert (len(one.digest), one.digest != other.digest) == (64, True)
