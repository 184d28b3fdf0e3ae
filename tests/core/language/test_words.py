"""Words, stems, synonyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland.core.language.synonyms import meaning
from unbland.core.language.words import content_stems, sign_before, stem, tokens


def test_tokens_keep_names_whole_and_part_hyphens() -> None:
    """A name with signs is one word, a hyphenated word is two."""
    text = "You'll use C++, C# and Next.js at R&D: client-facing, .NET."

    found = tokens(text)

    assert [t.text for t in found[2:]] == ["C++", "C#", "and", "Next.js", "at", "R&D", "client", "facing", ".NET"]
    assert all(text[t.start : t.end] == t.text for t in found)


@given(st.text(st.sampled_from("aZ9.'&+#_ -NET\n"), max_size=20))
def test_words_of_plain_text_are_those_of_the_same_text_beside_any_other_sign(text: str) -> None:
    """The short way for ASCII and the way for all texts find the same words."""
    assert tokens(text) == tokens(f"{text} ’")


@pytest.mark.parametrize(
    ("text", "place", "sign"), [("a. B", 3, "."), ("a \t\nB", 4, "a"), ("aB", 1, "a"), ("  B", 2, ""), ("B", 0, "")]
)
def test_the_sign_before_a_word_is_told_without_the_white_space_between(text: str, place: int, sign: str) -> None:
    """Empty where the word is the first."""
    assert sign_before(text, place) == sign


def test_half_a_sign_is_its_own_stem() -> None:
    """A model may reply with one; no word is made of it."""
    assert stem("\ud800ing") == "\ud800ing"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Licences", "license"), ("organise", "organizing"), ("manager’s", "managers"), ("paediatric", "pediatric")],
)
def test_forms_and_spellings_share_a_stem(one: str, other: str) -> None:
    """Inflection, British spelling and the possessive make no other word."""
    assert stem(one) == stem(other)


def test_content_leaves_out_small_words_and_numbers() -> None:
    """Only what says something by itself is left."""
    assert content_stems("You will manage 30 of our accounts") == {"manag", "account"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("utilize", "use", True),
        ("vacation", "holiday", True),
        ("nurse", "clinician", False),
        ("employer", "use", False),
    ],
)
def test_reviewed_synonyms_mean_the_same(one: str, other: str, same: bool) -> None:
    """Only what may stand for the other in any posting does."""
    assert (meaning(one) == meaning(other)) is same
