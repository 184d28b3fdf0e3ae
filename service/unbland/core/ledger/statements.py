"""Facts as sources: each non-empty field one, in the order in which the facts are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unbland.core.facts import CompanyFacts, Process, Role
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.wording import date_text, pay_text


class Statement(NamedTuple):
    """One fact: its field, its text, and what it speaks of; kind None where only its words can tell."""

    field: str
    text: str
    kind: Kind | None
    modality: Modality = Modality.NONE


def statements(facts: CompanyFacts) -> tuple[Statement, ...]:
    """Every fact that is given; jurisdictions are none, since they choose the law and state nothing."""
    return tuple(statement for statement in _all(facts) if statement.text)


def _all(facts: CompanyFacts) -> Iterator[Statement]:
    """Every field in order, empty ones too."""
    yield Statement("company.name", facts.company.name, Kind.COMPANY)
    yield from _each("company.about", facts.company.about, Kind.COMPANY)
    yield Statement("company.website", facts.company.website, Kind.CONTACT)
    yield from _role(facts.role)
    yield Statement("hiring_reason", facts.hiring_reason, Kind.REASON)
    yield from _each("goals", facts.goals, Kind.GOAL)
    yield from _each("must_have", facts.must_have, Kind.REQUIREMENT, Modality.REQUIRED)
    yield from _each("nice_to_have", facts.nice_to_have, Kind.REQUIREMENT, Modality.PREFERRED)
    yield Statement("pay", pay_text(facts.pay), Kind.PAY)
    yield from _each("pay.extras", facts.pay.extras, Kind.PAY)
    yield from _each("benefits", facts.benefits, Kind.BENEFIT)
    yield from _process(facts.process)
    yield from _each("legal", facts.legal, Kind.LEGAL)
    yield from _each("notes", facts.notes, None)


def _role(role: Role) -> Iterator[Statement]:
    """The role's fields in order."""
    yield Statement("role.title", role.title, Kind.TITLE)
    yield Statement("role.team", role.team, Kind.REPORTING)
    yield Statement("role.reports_to", role.reports_to, Kind.REPORTING)
    yield Statement("role.employment_type", role.employment_type or "", Kind.SCHEDULE)
    yield Statement("role.workplace", role.workplace or "", Kind.LOCATION)
    yield Statement("role.location", role.location, Kind.LOCATION)
    yield Statement("role.schedule", role.schedule, Kind.SCHEDULE)
    yield Statement("role.travel", role.travel, Kind.SCHEDULE)
    yield Statement("role.start_date", role.start_date, Kind.SCHEDULE)


def _process(process: Process) -> Iterator[Statement]:
    """The process's fields in order; a yes or no reads `true` or `false`, and code words it."""
    yield Statement("process.deadline", date_text(process.deadline) if process.deadline else "", Kind.PROCESS)
    yield Statement("process.how_to_apply", process.how_to_apply, Kind.PROCESS)
    yield Statement("process.vacancy", process.vacancy or "", Kind.PROCESS)
    screening = "" if process.ai_screening is None else str(process.ai_screening).lower()
    yield Statement("process.ai_screening", screening, Kind.PROCESS)


def _each(
    field: str, texts: tuple[str, ...], kind: Kind | None, modality: Modality = Modality.NONE
) -> Iterator[Statement]:
    """The places of a list field."""
    for place, text in enumerate(texts):
        yield Statement(f"{field}[{place}]", text, kind, modality)
