"""The facts as far as a posting may use them: as the ledger has them, without those that speak to a machine."""

from __future__ import annotations

from dataclasses import replace

from unbland.core.facts import CompanyFacts
from unbland.core.ledger.model import Ledger


def usable(facts: CompanyFacts, ledger: Ledger) -> CompanyFacts:
    """The facts with the words that are published straight from them (schema.org) as their sources have them."""

    def said(field: str) -> str:
        return ledger.by_field[field].text if field in ledger.by_field else ""

    company = replace(facts.company, name=said("company.name"), website=said("company.website"))
    role = replace(facts.role, title=said("role.title"), location=said("role.location"))
    return replace(facts, company=company, role=role)
