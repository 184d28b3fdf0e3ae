"""What goes to no writer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import fact, ledger, source
from unbland.core.assembly.accounting import Fate
from unbland.core.assembly.aside import Content, set_aside
from unbland.core.guide.model import Finding, Principle
from unbland.core.ledger.model import Conflict, Kind


def _finding(rule: str, source_id: str) -> Finding:
    return Finding(rule=rule, principle=Principle.SPECIFIC, start=0, end=1, text="x", message="", source=source_id)


@pytest.mark.parametrize("kind", [Kind.NOISE, Kind.MARKET_STAT, Kind.BOILERPLATE])
def test_what_no_posting_repeats_is_dropped(kind: Kind) -> None:
    """Noise, market figures and boilerplate go, each with its reason."""
    aside = set_aside(ledger(source("D1", "Post your job today.", kind)), ())

    assert aside["D1"].fate is Fate.DROPPED
    assert aside["D1"].reason


def test_a_fact_overrules_the_draft() -> None:
    """The draft's side of a conflict goes, and the reason names the fact."""
    sources = (source("D1", "USD 50,000 a year", Kind.PAY), fact("F1", "USD 60,000 a year", Kind.PAY, "pay"))
    conflict = Conflict(field="pay", sources=("D1", "F1"), message="")

    aside = set_aside(ledger(*sources, conflicts=(conflict,)), ())

    assert list(aside) == ["D1"]
    assert "F1" in aside["D1"].reason


def test_a_draft_at_odds_with_itself_keeps_both() -> None:
    """Where no fact decides, nothing is settled silently."""
    sources = (source("D1", "Remote", Kind.LOCATION), source("D2", "On site daily", Kind.LOCATION))
    conflict = Conflict(field="role.workplace", sources=("D1", "D2"), message="")

    assert set_aside(ledger(*sources, conflicts=(conflict,)), ()) == {}


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("Competitive", True),
        ("Open to discussion", True),
        ("Depends on qualifications and experience", True),
        ("To be determined", True),
        ("Not stated", True),
        ("Not provided", True),
        ("Unpaid", False),
        ("Minimum wage", False),
        ("Paid hourly", False),
        ("NHS Band 6", False),
        ("According to the collective agreement", False),
        ("Negotiable, with a bonus for nights", False),
        ("$30 an hour, depending on experience", False),
        ("See https://pay.example/scale", False),
    ],
)
def test_pay_that_is_left_open_is_hollow(text: str, hollow: bool) -> None:
    """A line that only says that the pay will be told goes; one that tells a rate, a scale or a term of it stays."""
    assert ("D1" in set_aside(ledger(source("D1", text, Kind.PAY)), ())) is hollow


@pytest.mark.parametrize(
    ("text", "merged"),
    [("Must be based in the US.", False), ("You can name a fern.", True), ("Must be here.", False)],
)
def test_a_short_demand_is_merged_only_where_what_it_names_is_said(text: str, merged: bool) -> None:
    """A word or two in common is little: `based on its leaf` says nothing of the US."""
    said = "Sorters can name a fern based on its leaf in a picture."
    sources = (source("D1", said, Kind.REQUIREMENT), source("D2", text, Kind.REQUIREMENT))

    assert ("D2" in set_aside(ledger(*sources), ())) is merged


def test_what_a_fact_says_is_merged_into_it() -> None:
    """A draft line that a fact carries whole is merged, and says into which."""
    sources = (
        source("D1", "Pay range: $62K - $87K per year", Kind.PAY),
        fact("F1", "$62,000–87,000 a year", Kind.PAY, "pay"),
    )

    assert set_aside(ledger(*sources), ())["D1"].reason == "F1 says the same"


def test_the_employer_by_its_full_name_says_no_more_than_the_fact() -> None:
    """`Company: Straits Clearing Pte Ltd` beside the fact."""
    sources = (
        source("D1", "Straits Clearing Pte Ltd", Kind.COMPANY),
        source("D2", "Straits Clearing Pte Ltd clears for two banks", Kind.COMPANY),
        fact("F1", "Straits Clearing", Kind.COMPANY, "company.name"),
    )

    assert [each for each in set_aside(ledger(*sources), ()) if each in {"D1", "D2"}] == ["D1"]


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("Hybrid (Columbus, OH)", True),
        ("Hybrid remote in Columbus", True),
        ("Remote in Dayton", False),
        ("Hybrid (Dayton, OH)", False),
        ("Hybrid, 3 days in Columbus", False),
    ],
)
def test_the_facts_on_the_place_are_held_together(text: str, merged: bool) -> None:
    """Code makes one sentence of them."""
    facts = (
        fact("F1", "Columbus, OH", Kind.LOCATION, "role.location"),
        fact("F2", "hybrid", Kind.LOCATION, "role.workplace"),
    )
    assert ("D1" in set_aside(ledger(source("D1", text, Kind.LOCATION), *facts), ())) is merged


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Competitive salary, depending on experience", True),
        ("Salary: $62,000–$87,000 per annum, commensurate with experience", True),
        ("Van and fuel card (private use not permitted)", False),
        ("pro rata, plus bonus.", False),
        ("$62,000–$87,000 a year, paid every Friday", False),
        ("Salary: $62,000–$87,000 a month", False),
    ],
)
def test_pay_says_the_same_when_it_says_nothing_else(text: str, same: bool) -> None:
    """Words that only say that there is pay are in any; a van, a share of full time and a pay day are not."""
    sources = (source("D1", text, Kind.PAY), fact("F1", "CAD 62,000–87,000 a year", Kind.PAY, "pay"))

    assert ("D1" in set_aside(ledger(*sources), ())) is same


def test_what_code_says_of_a_fact_is_what_it_says() -> None:
    """`existing` in the facts is a whole sentence in the posting."""
    said = source("D1", "This is an existing vacancy.", Kind.PROCESS)
    other = source("D2", "This is an existing vacancy that closes on Friday.", Kind.PROCESS)
    vacancy = fact("F1", "existing", Kind.PROCESS, "process.vacancy")

    assert set(set_aside(ledger(said, other, vacancy), ())) == {"D1"}


def test_empty_words_go_with_the_rules_reason() -> None:
    """A source that the guide finds generic is dropped, unless it is merged already."""
    sources = (source("D1", "Handle accounts", Kind.DUTY), source("D2", "Handle accounts", Kind.DUTY))
    findings = [_finding("specific.generic-duty", "D1"), _finding("concise.filler", "D2")]

    aside = set_aside(ledger(*sources), findings)

    assert aside["D1"].reason.startswith("generic")
    assert aside["D2"].fate is Fate.MERGED


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Be a team player for our patients.", True),
        ("Be a team player", True),
        ("Be a team player on the burns ward", False),
    ],
)
def test_for_whom_makes_empty_words_no_fuller(text: str, goes: bool) -> None:
    """Every nurse works for patients."""
    finding = replace(_finding("specific.cliche", "D1"), text="team player")
    aside = set_aside(ledger(source("D1", text, Kind.REQUIREMENT)), (finding,))

    assert ("D1" in aside) is goes


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("5 years of welding", "Five years of welding experience", True),
        ("5 years of welding", "3 years of welding", False),
        ("TIG welding certificate", "welding experience in shipyards", False),
    ],
)
def test_the_same_means_all_figures_and_most_words(mine: str, theirs: str, same: bool) -> None:
    """Another number or other words are another statement."""
    first = source("D1", mine, Kind.REQUIREMENT, modality="required")
    second = source("D2", theirs, Kind.REQUIREMENT, modality="required")

    assert Content.of(first).is_in(Content.of(second)) is same


def test_a_wish_is_not_a_must() -> None:
    """The same words with another modality are another statement."""
    wish = source("D1", "Forklift licence", Kind.REQUIREMENT, modality="preferred")
    must = source("D2", "Forklift licence", Kind.REQUIREMENT, modality="required")

    assert not Content.of(wish).is_in(Content.of(must))


@pytest.mark.parametrize(
    ("text", "hollow"),
    [("benefits", True), ("Benefits package", True), ("A pension", False), ("50% off", False), ("403b.", False)],
)
def test_benefits_by_no_name_are_dropped(text: str, hollow: bool) -> None:
    """What is left of `Competitive pay and benefits` names none."""
    assert ("D1" in set_aside(ledger(source("D1", text, Kind.BENEFIT)), ())) is hollow
