"""Facts on their way in, results on their way out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts, Pay, Period, Process, Role
from unbland.edges.wire import draft_of, facts_from, facts_of
from unbland.errors import BadFacts, DraftTooLong, NotText

_PARTED = "where YAML parts the text; put it in quotes, or a space after the comma if these are two"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pay: {mim: 3}", "pay.mim: no such field; did you mean min?"),
        ("pay: {min: 90000, max: 80000}", "pay: min 90000 is above max 80000; swap them or mend one."),
        ("pay: {min: 62,000}", f"The facts cannot be read: line 1 has a comma between two digits, {_PARTED}."),
        ("pay: {min: 1, 000}", "pay.000: no such field; there are min, max, currency, period, extras."),
        ("pay: {min: '62,000'}", "pay.min: write a plain number, such as 62000."),
        ("pay: {min: 1e999999}", "pay: min or max is no pay that anybody gets; write the figure in full."),
        ("pay: {min: .nan}", "pay.min: write a plain number, such as 62000."),
        ("pay: {currency: XXZ}", "pay.currency: no ISO 4217 code in use; write CAD, USD or EUR."),
        (
            "role: {jurisdictions: [GB, ZZ-ON]}",
            "role.jurisdictions[1]: no country has this code; write CA-ON, GB or US-NY/new-york-city.",
        ),
        ('{"goals": [{"a": 1}]}', "goals[0]: write text."),
        ("role: {workplace: moon}", "role.workplace: write onsite, hybrid or remote."),
        ("goals: grow", "goals: write a list."),
        ("must_have: [Excel: advanced]", "must_have[0]: write text, in quotes if it holds a colon."),
        ("company: Acme", "company: write fields with their values."),
        ("process: {deadline: soon}", "process.deadline: write a date, such as 2026-12-18."),
        ("process: {ai_screening: perhaps}", "process.ai_screening: write true or false."),
        ("- a", "The facts must be fields with their values, such as `hiring_reason: …`."),
        ("a: 1\na: 2", "The facts cannot be read: a field stands twice in one place; keep one."),
        ('{"pay": {"min": NaN}}', "The facts cannot be read: NaN and Infinity are no numbers."),
    ],
)
def test_bad_facts_are_one_sentence(text: str, says: str) -> None:
    """Each field that is wrong is named by its path, with the way out."""
    with pytest.raises(BadFacts) as refused:
        facts_of(text.encode())
    assert str(refused.value) == says


def test_many_faults_are_counted() -> None:
    """Three are named, the rest is a number."""
    with pytest.raises(BadFacts, match=r"role\.tilte: .* and 2 more\.$"):
        facts_from({"role": {"tilte": "a", "taem": "b", "reports": "c", "lokation": "d", "travl": "e"}})


def test_what_came_in_is_not_repeated() -> None:
    """Neither a value nor a name that could be a text reaches the message."""
    with pytest.raises(BadFacts) as refused:
        facts_from({"DRAFT CANARY, a sentence in place of a name": "x", "pay": {"min": "VALUE-CANARY"}})
    assert "CANARY" not in str(refused.value)
    with pytest.raises(BadFacts, match=r"role: jurisdictions\[1\] is no ISO .*; pay: currency is no ISO") as refused:
        facts_from({"role": {"jurisdictions": ["CA", "CANARY"]}, "pay": {"currency": "CANARY"}})
    assert "CANARY" not in str(refused.value)


@pytest.mark.parametrize("text", [b"\xff\xfe", "goals: [é]".encode("latin-1")])
def test_facts_are_utf8(text: bytes) -> None:
    """Another encoding is named as the reason."""
    with pytest.raises(BadFacts, match="not UTF-8"):
        facts_of(text)


def test_the_template_says_nothing() -> None:
    """A template that nobody filled in holds no facts."""
    template = "company: {name: '', about: ['']}\nhiring_reason: ''\ngoals: ['', ~]\npay:\nbenefits: [' ']\n"
    assert facts_of(template.encode()) == NO_FACTS == facts_of(b"") == facts_from(None)


@pytest.mark.parametrize(
    "text",
    [
        """
role: {jurisdictions: [NO]}
pay: {min: 62000, period: year}
process: {ai_screening: no, deadline: 2026-12-18}
""",
        """{"pay": {"min": 62000, "period": "year"}, "role": {"jurisdictions": ["NO"]},
            "process": {"deadline": "2026-12-18", "ai_screening": false}}""",
    ],
)
def test_yaml_and_json_say_the_same(text: str) -> None:
    """Numbers, dates and yes or no are read where the field wants them; Norway is a place."""
    assert facts_of(text.encode()) == CompanyFacts(
        pay=Pay(min=Decimal(62000), period=Period.YEAR),
        role=Role(jurisdictions=("NO",)),
        process=Process(deadline=date(2026, 12, 18), ai_screening=False),
    )


def test_a_draft_has_a_limit_in_bytes() -> None:
    """Two bytes a letter count as two."""
    assert draft_of("é" * 5, Format.TEXT, 10).content == "é" * 5
    with pytest.raises(DraftTooLong, match="larger than 9 bytes"):
        draft_of("é" * 5, None, 9)


def test_half_a_character_is_no_text() -> None:
    """JSON can carry a lone surrogate, which no encoding writes."""
    with pytest.raises(NotText):
        draft_of("\ud800", None, 100)
