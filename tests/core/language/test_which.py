"""Which language short postings are in: sentences, lists of skills, names alone, and two languages in one text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from unbland.core.language.english import is_clearly_english
from unbland.core.language.which import ENGLISH, UNKNOWN, language_of

TEXTS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text("utf-8"))
FOREIGN = [(language, text) for language, texts in TEXTS.items() if language != ENGLISH for text in texts]
SHORT_ENGLISH = [
    *TEXTS[ENGLISH],
    "",
    "12 345",
    "Bake bread. Fry eggs. Clean the kitchen. Order flour and salt and plan the week with your team.",
]


@pytest.mark.parametrize(("language", "text"), FOREIGN, ids=[text[:20] for _, text in FOREIGN])
def test_another_language_is_told(language: str, text: str) -> None:
    """Also of a list without a sentence, and of a text of which only the beginning is English."""
    assert language_of(text) == language


@pytest.mark.parametrize("text", SHORT_ENGLISH, ids=[text[:20] for text in SHORT_ENGLISH])
def test_english_is_told(text: str) -> None:
    """Names, skills, and foreign names in English sentences."""
    assert language_of(text) == ENGLISH


@pytest.mark.parametrize("text", [text for _, text in FOREIGN], ids=[text[:20] for _, text in FOREIGN])
def test_no_other_language_is_clearly_english(text: str) -> None:
    """The glance never settles what is not English."""
    assert not is_clearly_english(text)


def test_the_library_is_not_asked_where_small_words_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its table takes a quarter of a second to load."""
    monkeypatch.setitem(sys.modules, "eld", None)
    assert language_of("We need a baker in Leith who bakes bread with us and is not afraid of the night.") == ENGLISH


def test_letters_that_nobody_can_tell_are_of_an_unknown_language() -> None:
    """Runes are no English."""
    assert language_of("ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛈᛇᛉᛊᛏᛒ") == UNKNOWN


@pytest.mark.parametrize(("english", "german", "language"), [(1, 3, "de"), (3, 1, "en")])
def test_a_long_text_is_in_the_language_of_most_of_it(english: int, german: int, language: str) -> None:
    """A greeting or a legal line in another language does not decide."""
    ours = "We are looking for a cook who will bake bread with us in our kitchen and plan the week with the team. " * 12
    theirs = "Wir suchen eine Köchin, die mit uns in unserer Küche Brot backt und die Erfahrung im Team hat. " * 12
    assert language_of(ours * english + theirs * german) == language


def test_many_foreign_letters_between_english_words_are_in_doubt() -> None:
    """Some scripts write a sentence as one word, so that words cannot be counted."""
    text = (
        "看護師を募集しています。24床の病棟で交代勤務です。月給は28万円から33万円です。 Work with the team at our site."
    )
    assert not is_clearly_english(text)
    assert language_of(text) == "ja"
