"""How the gates read text, apart from the product's own reading."""

from __future__ import annotations

from decimal import Decimal

import pytest

from doubles.evaluated import CASE, output
from unbland.core.document.model import Format
from unbland.core.evaluation.cases.reading import Figure, figures, fold, says, squash, visible
from unbland.core.evaluation.gates.given import given, pay_text, stated
from unbland.core.evaluation.runs.measures import Measures, measure
from unbland.core.facts import Pay
from unbland.core.posting import Posting


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Two  YEARS", "2 years"),
        ("CAD 45,000 – 50k", "cad 45000 - 50000"),
        ("$1.3 million, €2M and 5 m", "$1300000, €2000000 and 5 m"),
        ("driver’s “licence”", 'driver\'s "licence"'),
        ("forty", "40"),
    ],
)
def test_text_is_folded_to_what_it_says(text: str, folded: str) -> None:
    """Case, dashes, quotes, number words and the writing of amounts make no difference."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3-5 years", {("3", "year"), ("5", "year")}),
        ("CAD 62,000 to 87,000", {("62000", "money"), ("87000", "money")}),
        ("45,000 - 50,000 GBP", {("45000", "money"), ("50000", "money")}),
        ("€30 and 4%", {("30", "money"), ("4", "%")}),
        ("at least 2+ yrs, 7.5-hour days", {("2", "year"), ("7.5", "hour")}),
        ("8 to 10 clients a day", {("8", ""), ("10", "")}),
        ("between $8M and $12M", {("8000000", "money"), ("12000000", "money")}),
        ("no number", set()),
    ],
)
def test_figures_carry_their_unit(text: str, found: set[tuple[str, str]]) -> None:
    """Both ends of a range carry the unit that stands at one."""
    assert figures(text) == {Figure(Decimal(value), unit) for value, unit in found}


@pytest.mark.parametrize(
    ("pattern", "text", "holds"),
    [
        ("$75", "a $75 credit", True),
        ("$75", "a $750 credit", False),
        ("25 days", "twenty-five or 25 Days", True),
        ("/at least [24]/", "at least four years", True),
        ("/at least [24]/", "four years", False),
    ],
)
def test_a_pattern_is_whole_words_or_an_expression(pattern: str, text: str, *, holds: bool) -> None:
    """A phrase never matches inside a longer word or number."""
    assert says(pattern, fold(text)) is holds


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>Sell<b>ing</b></p><!-- no --><div style='display:none'>no</div><script>no</script>", "Selling"),
        ("&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "a & b"),
    ],
)
def test_hidden_text_is_no_input(markup: str, seen: str) -> None:
    """What a reader does not see, a result may not say."""
    assert visible(markup, Format.HTML).split() == seen.split()


def test_the_input_is_the_draft_and_every_fact() -> None:
    """A date is written out, a pay with its currency."""
    text = given(CASE)

    assert "Rosslare desk" in text
    assert "EUR 30000 to EUR 34000 per year" in text
    assert "crew@halyard.example" in text
    assert "30 March 2027" in "\n".join(stated(CASE))
    assert pay_text(Pay(min=Decimal("20.50"))) == "$ 20.50"


def test_squashing_leaves_letters_and_digits() -> None:
    """Layout and punctuation make no difference to text that must stand as it was."""
    assert squash("Diploma – in\nTourism (2)") == "diplomaintourism2"


def test_measures_count_what_may_drift() -> None:
    """Scores, length, figures, questions."""
    assert measure(output()) == Measures(before=31, after=80, words=62, figures=14.5, questions=1, refused=0)


def test_an_empty_result_measures_nothing() -> None:
    """No division by no words."""
    empty = measure(output(Posting(title="", sections=())))

    assert (empty.words, empty.figures) == (0, 0.0)
