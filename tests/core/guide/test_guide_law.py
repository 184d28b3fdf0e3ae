"""What findings on the law say, and whose law a review looks at."""

from __future__ import annotations

from datetime import date

import pytest

from guide_cases import draft
from unbland.core.guide import ReviewOptions, reading, review
from unbland.core.law import Mention


def _said(row: object, options: ReviewOptions | None = None) -> dict[str, str]:
    made = draft(row)
    found = review(reading(made.document, made.ledger, options or made.options))
    return {finding.rule: finding.message for finding in found if finding.rule.startswith("law.")}


def test_a_finding_says_what_is_missing_since_when_and_from_which_size() -> None:
    """One short line to act on."""
    said = _said([{"location": "Denver, CO"}, {"duty": "Bake"}])
    assert said["law.deadline"] == (
        "Missing for Colorado: the last day to apply, or that there is none. Since 2024-01-01, from 1 employee."
    )


def test_one_finding_says_why_this_law_and_that_it_is_no_advice() -> None:
    """Once, with the sources, and not in every line."""
    said = _said([{"location": "Denver, CO"}, {"duty": "Bake"}])
    assert said["law.place"].startswith(
        "Held against the posting law of Colorado, because the posting names Denver, CO. "
        "As of 2026-11-23; not legal advice. Sources: docs/law.md, https://regulations.justia.com/"
    )
    assert [rule for rule, message in said.items() if "not legal advice" in message] == ["law.place"]


def test_a_place_that_was_told_needs_no_reason() -> None:
    """The reader named it."""
    assert _said([{"place": "CA-BC"}, {"duty": "Bake"}])["law.place"].startswith(
        "Held against the posting law of British Columbia. As of"
    )


def test_a_law_that_comes_soon_says_from_when_and_what() -> None:
    """Time to write it in."""
    said = _said([{"place": "US-DE"}, {"as_of": date(2027, 5, 1)}, {"duty": "Bake"}])
    assert said["law.soon"] == (
        "From 2027-09-26, from 26 employees, you will need for Delaware: pay, as a figure or a range; "
        "and a general description of the benefits."
    )


def test_what_is_unsure_is_said_once_for_a_place_and_why() -> None:
    """With the words of the entry."""
    said = _said([{"location": "Remote, US"}, {"duty": "Bake"}])
    assert said["law.unsure"].startswith(
        "Not sure for remote work in the United States, ask counsel: the posting may need pay, as a figure or a range; "
        "and a general description of the benefits. Work that can be done anywhere"
    )


def test_who_tells_the_places_is_not_overruled_by_the_text() -> None:
    """A place that was told stands alone."""
    said = _said([{"place": "GB"}, {"location": "Denver, CO"}, {"duty": "Bake"}])
    assert said == {}


def test_places_that_were_found_once_are_not_looked_for_again() -> None:
    """A rewrite is reviewed under the law of its draft, whatever it still names."""
    handed_on = ReviewOptions(named=(Mention(place="CA-BC", words="Victoria, BC"),))
    assert "British Columbia" in _said([{"location": "Denver, CO"}, {"duty": "Bake"}], handed_on)["law.pay"]
    assert _said([{"location": "Denver, CO"}, {"duty": "Bake"}], ReviewOptions(named=())) == {}


@pytest.mark.parametrize("off", ["law", "law.pay"])
def test_a_rule_on_the_law_can_be_off(off: str) -> None:
    """As any other rule."""
    assert "law.pay" not in _said([{"duty": "Bake"}], ReviewOptions(places=("CA-BC",), off=frozenset({off})))
