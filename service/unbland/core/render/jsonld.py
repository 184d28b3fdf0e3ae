"""The posting as schema.org JobPosting, from typed facts alone: what no fact gives is left out."""

from __future__ import annotations

from unbland.core.facts import CompanyFacts, EmploymentType, Pay, Workplace

#: https://schema.org/JobPosting, employmentType as Google's job search reads it.
_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
    EmploymentType.INTERNSHIP: "INTERN",
}


def to_jsonld(title: str, html: str, facts: CompanyFacts) -> dict[str, object]:
    """A JobPosting with `html` as its description; dates are ISO 8601, money in units of its currency."""
    role, company = facts.role, facts.company
    fields: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "description": html,
        "employmentType": _EMPLOYMENT[role.employment_type] if role.employment_type else None,
        "hiringOrganization": _thing("Organization", name=company.name, sameAs=company.website),
        "jobLocation": _thing("Place", address=role.location),
        "jobLocationType": "TELECOMMUTE" if role.workplace is Workplace.REMOTE else None,
        "baseSalary": _salary(facts.pay),
        "validThrough": facts.process.deadline.isoformat() if facts.process.deadline else None,
    }
    return {name: value for name, value in fields.items() if value}


def _thing(kind: str, **fields: object) -> dict[str, object] | None:
    """A typed value; None where no field is filled."""
    filled = {name: value for name, value in fields.items() if value}
    return {"@type": kind, **filled} if filled else None


def _salary(pay: Pay) -> dict[str, object] | None:
    """The pay; None without a figure, a currency and a period, which schema.org needs together."""
    if pay.period is None or not pay.currency:
        return None
    value = _thing("QuantitativeValue", minValue=_number(pay.min), maxValue=_number(pay.max))
    if value is None:
        return None
    return _thing("MonetaryAmount", currency=pay.currency, value={**value, "unitText": pay.period.upper()})


def _number(amount: object) -> float | int | None:
    """A JSON number, whole where it is whole."""
    if amount is None:
        return None
    value = float(str(amount))
    return int(value) if value.is_integer() else value
