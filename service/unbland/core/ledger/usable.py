"""The facts as far as a posting may use them: as the ledger has them, without those that speak to a machine."""

from __future__ import annotations

from dataclasses import replace

from unbland.core.facts import CompanyFacts
from unbland.core.ledger.model import Ledger

#: The words that forms other than the text take from the facts themselves.
_COMPANY = ("name", "website")
_ROLE = ("title", "location", "team", "reports_to", "schedule", "travel", "start_date")


def usable(facts: CompanyFacts, ledger: Ledger) -> CompanyFacts:
    """The facts with each of these words as its source has it; empty where no source may be used."""

    def said(field: str) -> str:
        return ledger.by_field[field].text if field in ledger.by_field else ""

    company = replace(facts.company, **{name: said(f"company.{name}") for name in _COMPANY})
    role = replace(facts.role, **{name: said(f"role.{name}") for name in _ROLE})
    return replace(facts, company=company, role=role)
