"""Words for words in place, with the marks and the article beside them."""

from __future__ import annotations

import pytest

from unbland.core.editor.changes import Change, changed, swap


@pytest.mark.parametrize(
    ("text", "words", "becomes"),
    [
        ("Call [in order to] sell", "to", "Call to sell"),
        ("a [foreman] of six", "supervisor", "a supervisor of six"),
        ("A [utilization of] 80 %", "use of", "A use of 80 %"),
        ("an [handyman] of six", "maintenance worker", "a maintenance worker of six"),
        ("A [salesman]", "account rep", "An account rep"),
        ("The day. [The\nideal candidate will] bake", "You will", "The day. You\nwill bake"),
        ("- call [in order\r\n  to] plan", "to", "- call to\r\n  plan"),
        ("call [in order\nto], say, plan", "to", "call to, say, plan"),
    ],
)
def test_words_go_for_words(text: str, words: str, becomes: str) -> None:
    """The article before them goes with the sound that now follows it."""
    assert _swapped(text, words) == becomes


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Join a [dynamic] team of six", "Join a team of six"),
        ("Join an [enthusiastic], calm team", "Join a calm team"),
        ("a [dynamic] open ward", "an open ward"),
        ("Our [dynamic] team", "Our team"),
        ("calm, [dynamic] people", "calm people"),
        ("[Dynamic] team of six", "Team of six"),
        ("[dynamic], calm team", "calm team"),
        ("**[Dynamic] team**", "**Team**"),
        ("our [dynamic]\nteam", "our\nteam"),
        ("our\r\n[dynamic] team", "our\r\nteam"),
    ],
)
def test_praise_before_a_noun_goes(text: str, becomes: str) -> None:
    """With its comma and its white space; a line end stays, and the first word has the capital it had."""
    assert _swapped(text, "") == becomes


@pytest.mark.parametrize(
    "text",
    [
        "We are [dynamic] people",
        "people who are [dynamic]",
        "a [dynamic] and calm team",
        "a [dynamic], <b>calm</b> team",
        "a team that is [dynamic].",
        "a hyper-[dynamic] team",
        "the most [dynamic] team",
    ],
)
def test_praise_that_the_sentence_needs_stays(text: str) -> None:
    """After a verb, before "and", at an end, inside a word: there a person must think."""
    assert _swapped(text, "") is None


def test_changes_are_made_wherever_they_stand() -> None:
    """In any order of giving, since places are those of the text before."""
    assert changed("abcdef", [Change(start=4, end=5, text=""), Change(start=0, end=2, text="xyz")]) == "xyzcdf"


@pytest.mark.parametrize(("start", "meets"), [(0, False), (1, True), (3, True), (5, True), (6, False)])
def test_changes_that_touch_meet(start: int, meets: bool) -> None:
    """One may have taken the white space that the other needs."""
    assert Change(start=2, end=5, text="").meets(Change(start=start, end=start + 1, text="")) is meets


def _swapped(text: str, words: str) -> str | None:
    """The text with the words put in place of the brackets and what they hold."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    change = swap(bare, start, end, words)
    return None if change is None else changed(bare, [change])
