"""Harm, broken texts, near doubles and the groups of a facts sheet: what each counts, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unbland.core.batch.answers import Answer, Answers
from unbland.core.batch.broken import broken
from unbland.core.batch.harm import harm, hurts
from unbland.core.batch.near import alike, bands_of, signature_of
from unbland.core.batch.overview import Totals
from unbland.core.batch.sheet import Group, group_of
from unbland.core.batch.triaged import Hurt, Labels, Risk, Triaged
from unbland.core.document import read
from unbland.core.facts import Company, CompanyFacts, Role
from unbland.core.question import Question

GOOD = Triaged(labels=Labels(key="1", place="line 1"), language="en", score=80)
LONG = " ".join(f"We count {n} crates of apples at pier {n * 7} before noon." for n in range(60))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ()),
        ({"has_pay": False}, ((Hurt.PAY, 15),)),
        ({"has_reason": False, "generic": 50}, ((Hurt.GENERIC, 10), (Hurt.REASON, 5))),
        ({"risks": (Risk("Ontario", "pay"),)}, ((Hurt.LAW, 20),)),
        ({"risks": (Risk("Ontario", "pay"),) * 9}, ((Hurt.LAW, 35),)),
        ({"unlawful": ("an age limit", "asks for one sex")}, ((Hurt.UNLAWFUL, 30),)),
        ({"age": 200}, ((Hurt.STALE, 5),)),
        ({"age": 400}, ((Hurt.STALE, 10),)),
        ({"age": 100}, ()),
    ],
)
def test_each_hurt_adds_what_it_says(change: dict[str, object], expected: tuple[tuple[Hurt, int], ...]) -> None:
    """The worst first; the sum is the harm."""
    found = hurts(replace(GOOD, **change))  # type: ignore[arg-type] # fields by name

    assert found == expected
    assert harm(found) == sum(points for _, points in expected)


def test_harm_is_a_hundred_at_most() -> None:
    """Whatever comes together."""
    worst = replace(
        GOOD, has_pay=False, has_reason=False, generic=100, age=900, risks=(Risk("Ontario", "pay"),) * 9,
        unlawful=("a",) * 9, broken=("b",) * 9,
    )  # fmt: skip

    assert harm(hurts(worst)) == 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG, ()),
        (f"{LONG} Weâ€™re a team.", ("read with the wrong character set",)),
        (f"{LONG} Apply at {{{{company_url}}}}.", ("a placeholder that nobody filled",)),
        (f"{LONG} Pay &amp;nbsp; is fair.", ("markup that readers see",)),
        (f"{LONG} You will also be asked to…", ("cut off at the end",)),
        (f"{LONG} Write to jobs@...", ()),
        ("Cook wanted.", ("fewer than 40 words",)),
        (f"<div>{LONG}</div><p style='display:none'>hire me</p>", ("words that no reader sees",)),
        (f"<div>{LONG}</div><script>track()</script>", ()),
    ],
)
def test_a_text_is_broken_where_a_reader_would_say_so(text: str, expected: tuple[str, ...]) -> None:
    """Masked addresses and scripts are not."""
    assert broken(read(text)) == expected


def test_a_text_changed_here_and_there_is_alike_and_another_is_not() -> None:
    """By the numbers of the signature, and found by the bands."""
    one, same, other = (signature_of(text) for text in (LONG, LONG.replace("pier 70", "dock 71"), "Cook for us. " * 40))

    assert alike(one, same)
    assert set(bands_of(one)) & set(bands_of(same))
    assert not alike(one, other)
    assert not set(bands_of(one)) & set(bands_of(other))
    assert signature_of(" – ") == ()


def test_a_question_goes_to_the_widest_group_that_its_answer_holds_for() -> None:
    """A company's for the company, a team's for the team, a job's for the job."""
    mine = Group(company="Acme", team="Pier", cluster="7")
    ask = {field: Question(field=field, ask="?", why="!") for field in ("company.about", "role.reports_to", "pay")}

    assert group_of(ask["company.about"], mine) == Group(company="Acme")
    assert group_of(ask["role.reports_to"], mine) == Group(company="Acme", team="Pier")
    assert group_of(ask["pay"], mine) == mine


def test_narrower_facts_stand_over_wider_ones() -> None:
    """All, company, team, the posting's own, and what its record states, in this order; lists are added up."""
    answers = Answers(
        groups=(
            Answer(facts=CompanyFacts(hiring_reason="team", role=Role(team="T")), company="Acme", team="Pier"),
            Answer(facts=CompanyFacts(hiring_reason="all", benefits=("Lunch.",))),
            Answer(facts=CompanyFacts(hiring_reason="acme", benefits=("Boat.",)), company="Acme"),
            Answer(facts=CompanyFacts(company=Company(name="Other")), company="Other"),
        ),
        own={"7": CompanyFacts(role=Role(location="Pier 7"))},
    )
    labels = Labels(key="7", place="line 7", company="Acme", team="Pier")
    found = answers.of(labels, CompanyFacts(role=Role(title="Clerk")))

    assert found.hiring_reason == "team"
    assert found.benefits == ("Lunch.", "Boat.")
    assert (found.role.team, found.role.location, found.role.title) == ("T", "Pier 7", "Clerk")
    assert found.company.name == ""


def test_totals_count_what_could_not_be_read_apart() -> None:
    """And by place what its law wants."""
    totals = Totals()
    totals.add(replace(GOOD, error="It is empty."))
    for wants in (("pay",), ("pay", "a date")):
        totals.add(replace(GOOD, risks=tuple(Risk("Ontario", want) for want in wants)))

    assert (totals.postings, totals.read, totals.score) == (3, 2, 80)
    assert totals.unreadable == {"It is empty.": 1}
    (place,) = totals.by_place
    assert (place.place, place.postings, place.wants) == ("Ontario", 2, (("pay", 2), ("a date", 1)))
