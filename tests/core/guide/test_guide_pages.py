"""The pages of the guide are written from the rules and are current."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbland.core.guide import PRINCIPLES, RULES, checked, guide_text, rule_page, rules_page
from unbland.core.guide.model import Principle
from unbland.core.guide.rule import Rule
from unbland.errors import UnknownRule

_DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_of_rules_is_current() -> None:
    """Code and docs say the same."""
    current = (_DOCS / "rules.md").read_text("utf-8") == rules_page()
    assert current, "docs/rules.md is behind the rules; run `unbland rules --markdown > docs/rules.md`"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_page(rule: Rule) -> None:
    """It says what, why, what it costs and who says so, and shows no place-holder."""
    page = rule_page(rule.id)
    assert all(f"**{part}**" in page for part in ("Flags", "Why", "Costs", "Source"))
    assert "{" not in page


def test_the_page_of_a_phrase_rule_lists_its_phrases() -> None:
    """One can look up what is searched, what stands for it, and where it is innocent."""
    page = rule_page("respect.gender")
    assert "- salesman → salesperson" in page
    assert "- not: women and girls" in page


def test_an_unknown_rule_names_near_ones() -> None:
    """A slip of the finger costs no search."""
    with pytest.raises(UnknownRule, match=r"did you mean pay\.missing"):
        rule_page("pay.mising")


def test_an_unknown_rule_without_neighbours_names_the_list() -> None:
    """Where nothing is near, the way out is the list."""
    with pytest.raises(UnknownRule, match="lists them all"):
        rule_page("§§§§")


def test_a_principle_can_be_named_too() -> None:
    """What is switched off may be all rules of a principle; a name that is no name is not repeated."""
    assert [checked(name) for name in ("pay", "pay.missing")] == ["pay", "pay.missing"]
    with pytest.raises(UnknownRule, match="no rule or principle 'payy'; did you mean pay"):
        checked("payy")
    with pytest.raises(UnknownRule, match="no rule or principle of this name"):
        checked("You earn 40,000 a year")


def test_the_guide_for_a_prompt_holds_every_principle_and_stays_short() -> None:
    """A prompt carries it with every call."""
    text = guide_text()
    assert all(f"- {principle.value}: {line}" in text for principle, line in PRINCIPLES.items())
    assert set(PRINCIPLES) == set(Principle)
    assert len(text.split()) < 600
