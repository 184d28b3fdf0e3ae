"""Trades and counts: which trade a title names, and how common words are."""

from __future__ import annotations

import pytest

from unbland.core.language.commonness import common_pairs, is_counted, surprise
from unbland.core.language.trades import everyday, trade_of, trades
from unbland.core.language.words import stem


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Senior Account Manager (Food), Toronto", "account manager"),
        ("Registered Nurses – nights", "nursing"),
        ("Mechanical Engineer", "engineering"),
        ("Full-stack Developer", "software"),
        ("Primary School Teacher", "teaching"),
        ("Office Manager", "admin"),
        ("Night Cleaner", "cleaning"),
    ],
)
def test_a_title_names_its_trade(title: str, name: str) -> None:
    """By the longest name in it."""
    found = trade_of(title)
    assert found is not None
    assert found.name == name


def test_a_title_of_no_known_trade_names_none() -> None:
    """What goes without saying there, nobody wrote down."""
    assert trade_of("Lion Tamer") is None
    assert everyday("lion taming") == frozenset()


def test_every_trade_has_a_name_of_its_own_and_words() -> None:
    """A row of the table that lacks one would do nothing."""
    assert len({trade.name for trade in trades()}) == len(trades())
    assert all(trade.everyday for trade in trades())


def test_common_words_tell_less_than_rare_ones() -> None:
    """In bits; a word that a trade uses tells less within it."""
    assert surprise(stem("experience")) < surprise(stem("ledger")) < surprise(stem("haddock"))
    assert surprise(stem("reconciliation"), "accounting") < surprise(stem("reconciliation"))
    assert is_counted(stem("experience"))
    assert not is_counted("haddock")


def test_worn_pairs_are_counted() -> None:
    """Words for talking are met everywhere, rye bread nowhere."""
    assert common_pairs([stem("communication"), stem("skills")]) == 1
    assert common_pairs([stem("rye"), stem("bread")]) == 0
    assert common_pairs([]) == 0
