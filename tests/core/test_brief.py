"""What has to be asked, and whether there is enough to write with."""

from __future__ import annotations

from builders import fact, ledger, source
from unbland.core.brief import MAX_QUESTIONS, make_brief
from unbland.core.guide.model import Finding, Principle
from unbland.core.ledger.model import Kind, Ledger

_FULL = ledger(
    source("D1", "Two accounts were lost", Kind.REASON),
    source("D2", "EUR 40,000 a year", Kind.PAY),
    source("D3", "Win both back by June", Kind.GOAL),
    source("D4", "We ship frozen peas", Kind.COMPANY),
    source("D5", "30 days off", Kind.BENEFIT),
    source("D6", "Nurse", Kind.TITLE),
    source("D7", "Leeds, UK", Kind.LOCATION),
    source("D8", "Full-time", Kind.SCHEDULE),
)


def _asked(sources: Ledger, *findings: Finding) -> list[str]:
    return [question.field for question in make_brief("Nurse", sources, findings).questions]


def test_nothing_is_asked_when_all_is_told() -> None:
    """A ledger without gaps needs no question and is enough to write with."""
    brief = make_brief("Nurse", _FULL, ())

    assert brief.questions == ()
    assert brief.enough


def test_an_empty_ledger_asks_for_everything_once() -> None:
    """At most five are asked, most telling first: what sets the job apart, then without what nobody can apply."""
    brief = make_brief("Nurse", ledger(), ())

    assert [q.field for q in brief.questions] == ["hiring_reason", "pay", "goals", "role.title", "role.location"]
    assert len(brief.questions) == MAX_QUESTIONS
    assert not brief.enough


def test_company_and_benefits_come_before_the_terms() -> None:
    """An applicant can ask for the terms; the offer must be told first."""
    told = ledger(*(s for s in _FULL.sources if s.kind not in {Kind.COMPANY, Kind.BENEFIT, Kind.SCHEDULE}))

    assert _asked(told) == ["company.about", "benefits", "role.employment_type"]


def test_a_benefit_told_in_one_breath_with_the_pay_is_told() -> None:
    """Nobody is asked for what the line on pay names."""
    kept = (s for s in _FULL.sources if s.kind not in {Kind.PAY, Kind.BENEFIT})
    paid = source("D9", "€17–€19 an hour, 4 weeks of paid holidays and bank holidays", Kind.PAY)

    assert _asked(ledger(*kept, paid)) == []


def test_hollow_words_close_no_gap() -> None:
    """A pay line that the guide calls hollow leaves the pay to be asked for."""
    hollow = Finding(rule="pay.competitive", principle=Principle.PAY, start=0, end=1, text="x", message="", source="D2")

    assert _asked(_FULL, hollow) == ["pay"]


def test_pay_that_the_draft_leaves_open_is_asked_for() -> None:
    """Where the guide finds no pay in the draft, a line about it closes no gap; a fact on the pay does."""
    missing = Finding(rule="pay.missing", principle=Principle.PAY, start=0, end=0, text="", message="", source="")
    told = ledger(*_FULL.sources, fact("F1", "EUR 40,000–45,000 a year", Kind.PAY, "pay"))

    assert _asked(_FULL, missing) == ["pay"]
    assert _asked(told, missing) == []


def test_a_name_alone_says_nothing_about_the_company() -> None:
    """The company's name is known, and what it does is still asked for."""
    assert "company.about" in _asked(ledger(fact("F1", "Harbor", Kind.COMPANY, "company.name")))


def test_half_a_pay_range_is_asked_about() -> None:
    """One end of a range is allowed and asked about."""
    half = ledger(*_FULL.sources, fact("F1", "EUR 40,000 a year and up", Kind.PAY, "pay"))

    assert _asked(half) == ["pay"]
