"""What makes a line generic: nothing of its own."""

from __future__ import annotations

import pytest

from unbland.core.guide.common import COMMON_IN_TRADE
from unbland.core.guide.generic import is_generic
from unbland.core.language.words import stem


@pytest.mark.parametrize(
    "line",
    [
        "Communicating progress of quarterly, monthly, and yearly initiatives to stakeholders",
        "Strong Communication Skills",
        "Analyze KPIs and report them to management",
        "Knowledge of the most common and most recent industry best practices",
        "Provide high-quality care to patients",
        "Work as one team",
    ],
)
def test_a_line_of_common_words_is_generic(line: str) -> None:
    """It could stand in any company's posting for the trade."""
    assert is_generic(line, duty=True)


@pytest.mark.parametrize(
    "line",
    [
        "Manage 40 accounts",
        "Manage accounts in Ontario",
        "Manage twelve accounts",
        "Familiarity with version control (Git)",
        "Milk the goats before breakfast",
        "",
    ],
)
def test_a_line_with_a_figure_a_name_or_a_rare_word_is_not(line: str) -> None:
    """It says something of this job."""
    assert not is_generic(line, duty=True)


def test_the_common_stock_is_written_as_stems() -> None:
    """An entry that is no stem would never be met; nearly all stay what they are when stemmed again."""
    unsteady = {word for word in COMMON_IN_TRADE if stem(word) != word}
    assert len(unsteady) < 0.1 * len(COMMON_IN_TRADE)
