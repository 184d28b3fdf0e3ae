"""Why somebody is hired, as the top of a posting tells it."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind
from unbland.core.ledger.reasons import tells_reason


@pytest.mark.parametrize(
    "line",
    [
        "New showroom opening on 10 January.",
        "Orders for brake parts rose by a third this year.",
        "41% of trial users never finish their first plan.",
        "In March she goes down to two days a week.",
        "Our hygienist Carol is cutting back to 1 day.",
        "Our returns bench is six days behind.",
        "Ailsa's off to uni in January and Sundays are mad since the market moved here.",
        "We moved our crews to our own payroll in 2026 and two people close it at midnight every other Thursday.",
        "This third position will take the crews' payroll over.",
        "Kev, who built it, retired at Easter.",
        "Last winter we let 1,140 of those calls go to voicemail.",
        "From 1 July we fill the tanks of six roadhouses.",
        "The board has funded two permanent night posts.",
        "Only Jörg may sign, and customers wait eleven weeks.",
        "You will be the second of two social workers.",
        "Our night porter of 11 years is off for a hip operation until May.",
        "Our one operator is moving to Basel in April.",
        "The night shift has been two people short since August.",
        "We split her files between the three of us until March; then we need you.",
        "Two lathes sit idle from four in the afternoon.",
        "In February a sprinkler burst over the quilt store and soaked 118 quilts.",
        "Running 22 generators by the book is more than our three-person shift can do.",
        "The port authority has asked for a fifth hand from 1 May.",
        "Of the 64 wells we drilled, 23 gave no water in July.",
        "Three schools changed their bell times in May and Route 14 has no regular driver.",
        "She retired in June after 12 years, so we are looking for someone new.",
        "We are seeking an aide for 4 shifts a week as we go from 8 residents an aide to 6.",
        "Trade has been mad since the fair, and we're booked to August.",
        "In January we begin the Leeds footbridge and our night crew is two welders short.",
        "After 17 years, founding director Ellen Voss will retire in June 2027.",
        "The swing park was set on fire twice last summer, and the centre shuts at six.",
        "In May the arena raised its roof load and booked 41 more shows than last year.",
        "My mechanic got into nursing school and his last day is January 9.",
        "Two of our paralegals have started training contracts with us in September and their files need a home.",
    ],
)
def test_an_event_or_a_trouble_with_its_when_or_how_many_tells_a_reason(line: str) -> None:
    """Told as a story, a problem, a departure or a contract."""
    assert tells_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "We are a dynamic company in a growing market.",
        "Founded in 1988, we grew from 2 to 400 people.",
        "You will open the shop at eight.",
        "You load 58 cars in 9 minutes and have the deck signed off by the end of your first summer.",
        "You'd keep the wait at three days.",
        "We are looking for a nurse who wants to move on.",
        "Are you tired of waiting?",
        "We are seeking an aide for 4 shifts a week as we continue to grow.",
        "We are looking for 4 aides to start at once, as we provide all of them with training in May.",
        "Health cover after 60 days; enrolled in the state retirement system.",
        "Budget approved at $24-27/h, 40 hours.",
        "We cook from four short menus.",
        "Salary from 1 July: $50,000.",
        "Problem-solving skills",
        "Before launching in 2016, our founders spent months behind the counters of nine bakeries.",
        "We run Monday to Friday from January, and there are various shift patterns in the two dairies.",
        "Since our beginnings in 2017, three towns have joined us.",
    ],
)
def test_the_past_praise_and_orders_to_the_reader_do_not(line: str) -> None:
    """Nor does an advertisement's own voice."""
    assert not tells_reason(line)


def test_a_reason_is_found_at_the_top_and_not_among_the_duties() -> None:
    """The same sentence further down speaks of something else."""
    line = "Our blood bank is six days behind."
    top = build(read(f"# Nurse\n\n{line}\n\n## Duties\n\n- Take blood\n- Teach at the chair\n"), NO_FACTS)
    below = build(read(f"# Nurse\n\nWe run a clinic.\n\n## What you will do\n\n- Take blood\n\n{line}\n"), NO_FACTS)
    assert [source.text for source in top.of(Kind.REASON)] == [line]
    assert below.of(Kind.REASON) == ()


def test_a_reason_behind_what_is_offered_is_found() -> None:
    """A paragraph that has left the list speaks of the job again; a bullet of the list does not."""
    told = "The depot needs 14 extra drivers after it took on a second mill in October."
    after = build(read(f"# Driver\n\n## Duties\n\n- Drive\n\n## Benefits\n\n- Free parking\n\n{told}\n"), NO_FACTS)
    among = build(read(f"# Driver\n\n## Benefits\n\n- Free parking\n- {told}\n"), NO_FACTS)
    assert [source.text for source in after.of(Kind.REASON)] == [told]
    assert among.of(Kind.REASON) == ()


def test_an_order_with_its_result_is_a_goal_and_no_reason() -> None:
    """Wherever it stands: `By March all 214 …` tells what is to be reached, `orders grew from …` how it came."""
    told = "Our groomer moves to Cork in March."
    goals = ["Take over her column and bring our waiting list of 25 down to nothing by June.", "By March none is lost."]
    ledger = build(read(f"# Groomer\n\n{told} {' '.join(goals)}\n"), NO_FACTS)
    assert [source.text for source in ledger.of(Kind.REASON)] == [told]
    assert [source.text for source in ledger.of(Kind.GOAL)] == goals


def test_a_reason_is_found_below_the_labels_at_the_top() -> None:
    """`Location: Geelong` says nothing of the paragraph under it."""
    line = "We've taken on eleven new participants since August, and our team of 26 can't cover the evening shifts."
    ledger = build(read(f"Support Worker\nLocation: Geelong VIC\nWattle Care\n\n{line}\n"), NO_FACTS)
    assert [source.text for source in ledger.of(Kind.REASON)] == [line]


def test_a_certificate_that_one_cannot_do_without_stays_a_requirement() -> None:
    """What goes wrong without it is no reason to hire."""
    line = "A Third Class certificate and a valid medical are what you can't do without."
    assert [
        s.text for s in build(read(f"Our second ship starts on 3 March.\n\n{line}\n"), NO_FACTS).of(Kind.REQUIREMENT)
    ] == [line]


def test_a_subject_of_an_e_mail_is_no_heading_of_requirements() -> None:
    """`Looking for a bookkeeper` stands over the whole posting."""
    ledger = build(read("Looking for a bookkeeper\n\nYou'd do the VAT returns for four shops.\n"), NO_FACTS)
    assert [source.kind for source in ledger.sources][-1] is Kind.DUTY


def test_what_follows_a_wish_on_one_line_is_not_wished_for() -> None:
    """`Nice to have: a crane ticket` speaks of its own line, not of the next paragraph."""
    text = (
        "You need:\n- A licence\n\nNice to have: a crane ticket.\n\nWe have 60 electricians and built dams since 1988."
    )
    assert build(read(text), NO_FACTS).sources[-1].kind is Kind.COMPANY


def test_what_the_employer_does_is_the_reason_that_the_next_sentence_points_back_to() -> None:
    """Also below `Your mission`; what it does for any other reason stays what it was."""
    told = "We replace the bought controller by autumn 2027, because our supplier drops it."
    for then, kind in (
        ("For this, we are looking for you in our team of six in Hull.", Kind.REASON),
        ("You sign it off.", None),
    ):
        sources = build(read(f"# Engineer\n\n## Your mission\n\n{told} {then}\n"), NO_FACTS).sources
        found = next(source for source in sources if source.text == told)
        assert (found.kind is Kind.REASON) == (kind is Kind.REASON)
