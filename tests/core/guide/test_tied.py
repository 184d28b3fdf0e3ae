"""Which lines of a posting have to do with its job."""

from __future__ import annotations

import pytest

from unbland.core import guide
from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build

_POSTING = """Baker

We opened a second shop in May, and Ruth cannot bake for both.

What you will do
- Bake 300 loaves of rye a night

{line}
"""


def _tied(line: str) -> bool:
    document = read(_POSTING.format(line=line))
    reading = guide.reading(document, build(document, NO_FACTS))
    return reading.is_tied(next(source for source in reading.sources if source.text in line))


@pytest.mark.parametrize(
    "line",
    [
        "You need a driving licence.",
        "We pay £13.20 to £15.10 an hour.",
        "28 days off and a pension.",
        "Our rye has stood on the tables of Leeds since 1901.",
        "- Rye starter, sourdough",
        "Ovens: Kornfeil, two decks",
        "You would have four bakers and a driver.",
    ],
)
def test_work_and_what_is_asked_or_given_has_to_do_with_the_job(line: str) -> None:
    """And so has what shares a word with it, and a point of a list that says its part in a few words."""
    assert _tied(line)


@pytest.mark.parametrize(
    "line",
    [
        "The founder once met a famous singer on a train to Paris.",
        "It often rains in November, and the windows face north.",
        "Every journey of a thousand miles begins with a single step.",
        "asdf qwer zxcv uiop hjkl",
        "- The walls were painted in 2016 and the hedge is privet",
    ],
)
def test_the_house_the_weather_and_the_founder_have_not(line: str) -> None:
    """However many names and figures it holds, and wherever it stands."""
    assert not _tied(line)


def test_what_shares_a_word_with_such_a_line_and_a_topic_of_the_text_have_too() -> None:
    """Through a line in between, or since three lines speak of it."""
    chain = "Our rye goes to the ferries.\n\nThe ferries wait for nobody."
    topic = "Owls sit on the roof.\n\nNobody has counted the owls.\n\nOwls are loud."
    assert _all_tied(chain)
    assert _all_tied(topic)
    assert not _all_tied(topic.rpartition("\n\n")[0])


def _all_tied(lines: str) -> bool:
    document = read(_POSTING.format(line=lines))
    reading = guide.reading(document, build(document, NO_FACTS))
    return all(reading.is_tied(source) for source in reading.sources if source.text in lines)
