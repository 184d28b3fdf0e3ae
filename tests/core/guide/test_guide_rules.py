"""Every rule: what it flags and where, what it leaves, and what its replacements make of a line."""

from __future__ import annotations

import pytest

from guide_cases import CASES, case_file, draft
from unbland.core.guide import RULES
from unbland.core.guide.model import Principle
from unbland.core.guide.rule import Phrases, Rule

_IDS = [rule.id for rule in RULES]


def _examples(part: str) -> list[tuple[str, object]]:
    return [(rule, example) for rule in _IDS for example in case_file(rule).get(part, [])]


def test_every_rule_has_cases_and_every_case_file_a_rule() -> None:
    """A rule without cases is a guess, and cases without a rule test nothing."""
    assert sorted(_IDS) == sorted(path.stem for path in CASES.glob("*.yaml"))


@pytest.mark.parametrize("rule", _IDS)
def test_every_rule_shows_what_it_flags_and_what_it_leaves(rule: str) -> None:
    """Both kinds are demanded, so that a rule that flags everything cannot pass."""
    assert case_file(rule)["flags"]
    assert case_file(rule)["leaves"]


def test_ids_are_unique() -> None:
    """An id names one rule."""
    assert len(set(_IDS)) == len(_IDS)


def test_every_principle_has_a_rule() -> None:
    """The guide has no principle that nothing checks."""
    assert {rule.principle for rule in RULES} == set(Principle)


def test_no_phrase_belongs_to_two_rules() -> None:
    """Two rules on one phrase would say two things about one word."""
    owned = [entry.phrase for rule in RULES if isinstance(rule, Phrases) for entry in rule.entries()]
    assert sorted(owned) == sorted(set(owned))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.seeks], ids=lambda rule: rule.id)
def test_a_rule_finds_nothing_in_a_text_without_the_shapes_it_seeks(rule: Rule) -> None:
    """Or the review would leave out a rule that has something to say."""
    cases = case_file(rule.id)
    for read in (draft(example).reading for example in (*cases["flags"], *cases["leaves"])):
        held = any(shape.search(source.text) for shape in rule.seeks for source in read.sources)
        assert held or not [*rule.hits(read)]


@pytest.mark.parametrize(("rule", "example"), _examples("flags"))
def test_a_rule_flags_the_words_in_brackets(rule: str, example: object) -> None:
    """The finding stands at exactly these characters; without brackets it is about the whole text."""
    made = draft(example)
    assert made.span in [(finding.start, finding.end) for finding in made.findings(rule)]


@pytest.mark.parametrize(("rule", "example"), _examples("leaves"))
def test_a_rule_leaves_what_is_innocent(rule: str, example: object) -> None:
    """No finding of the rule, whatever others say."""
    assert draft(example).findings(rule) == []


@pytest.mark.parametrize(("rule", "example"), _examples("becomes"))
def test_replacements_make_the_line_that_is_wanted(rule: str, example: dict[str, object]) -> None:
    """Code may put a rule's replacement in place; where that needs a mind, the line stays as it is."""
    made = draft(example["from"])
    text = made.ledger.sources[0].text
    for finding in reversed(made.findings(rule)):
        if finding.replacement is not None:
            text = text[: finding.start] + finding.replacement + text[finding.end :]
    assert text == example["to"]
