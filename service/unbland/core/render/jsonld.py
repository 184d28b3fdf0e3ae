"""The posting as schema.org JobPosting, from typed facts alone: what no fact gives is left out."""

from __future__ import annotations

import re
from datetime import date

from unbland.core.facts import CompanyFacts, EmploymentType, Pay, Role, Workplace
from unbland.core.law.gazetteer import CODES, REGIONS, name_of, plain

#: https://schema.org/JobPosting, employmentType as Google's job search reads it.
_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
    EmploymentType.INTERNSHIP: "INTERN",
}

#: `Toronto, ON` and `Leeds, England, GB`; anything else is not taken apart.
_TOWN = re.compile(r"(?P<town>[^,\d]+), (?P<region>[A-Z]{2,3}|[^,\d]+(?=,))(?:, (?P<country>[^,\d]+))?")

#: What a location says that is no place.
_FAR = re.compile(r"\W{0,5}\b(?:fully |100 ?% )?(?:remote|anywhere|work from home)\b\W{0,5}", re.IGNORECASE)


def to_jsonld(title: str, html: str, facts: CompanyFacts, posted: date | None = None) -> dict[str, object]:
    """A JobPosting with `html` as its description; dates are ISO 8601, money in units of its currency."""
    role, company = facts.role, facts.company
    remote = role.workplace is Workplace.REMOTE
    fields: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "description": html,
        "datePosted": posted.isoformat() if posted else None,
        "employmentType": _EMPLOYMENT[role.employment_type] if role.employment_type else None,
        "hiringOrganization": _thing("Organization", name=company.name, sameAs=company.website),
        "jobLocation": None if remote else _thing("Place", address=_address(role)),
        "jobLocationType": "TELECOMMUTE" if remote else None,
        "applicantLocationRequirements": _from_where(role) if remote else None,
        "baseSalary": _salary(facts.pay),
        "validThrough": facts.process.deadline.isoformat() if facts.process.deadline else None,
    }
    return {name: value for name, value in fields.items() if value}


def _thing(kind: str, **fields: object) -> dict[str, object] | None:
    """A typed value; None where no field is filled."""
    filled = {name: value for name, value in fields.items() if value}
    return {"@type": kind, **filled} if filled else None


def _address(role: Role) -> dict[str, object] | None:
    """Where the work is done; the country as far as the jurisdictions agree on one."""
    countries = {place[:2] for place in role.jurisdictions}
    country = next(iter(countries)) if len(countries) == 1 else None
    town, _, last = role.location.rpartition(", ")
    nation = _country(last) if town and "," not in town else None
    if nation is not None:
        return _thing("PostalAddress", addressLocality=town, addressCountry=country or nation)
    found = _TOWN.fullmatch(role.location)
    if found is None:
        return _thing("PostalAddress", addressLocality=role.location, addressCountry=country)
    return _thing(
        "PostalAddress",
        addressLocality=found["town"],
        addressRegion=found["region"],
        addressCountry=country or found["country"],
    )


def _country(name: str) -> str | None:
    """The country that a name or a code means and nothing else: `UK`, `Ireland`; `CA` is California, too."""
    places = REGIONS.get(plain(name), frozenset()) | CODES.get(name, frozenset())
    place = next(iter(places)) if len(places) == 1 else "-"
    return None if "-" in place else place


def _from_where(role: Role) -> list[dict[str, object]] | dict[str, object] | None:
    """From where one may do remote work: the jurisdictions, else the place that the location names."""
    areas: list[dict[str, object]] = [
        {"@type": "State" if "-" in place else "Country", "name": name_of(place)}
        for place in dict.fromkeys(place.partition("/")[0] for place in role.jurisdictions)
    ]
    if areas:
        return areas[0] if len(areas) == 1 else areas
    return _thing("AdministrativeArea", name=_FAR.sub(" ", role.location).strip())


def _salary(pay: Pay) -> dict[str, object] | None:
    """The pay; None without a figure, a currency and a period, which schema.org needs together."""
    if pay.period is None or not pay.currency:
        return None
    value = _thing("QuantitativeValue", **_figures(pay))
    if value is None:
        return None
    return _thing("MonetaryAmount", currency=pay.currency, value={**value, "unitText": pay.period.upper()})


def _figures(pay: Pay) -> dict[str, object]:
    """The two ends, or the one figure that both are."""
    if pay.min == pay.max:
        return {"value": _number(pay.min)}
    return {"minValue": _number(pay.min), "maxValue": _number(pay.max)}


def _number(amount: object) -> float | int | None:
    """A JSON number, whole where it is whole."""
    if amount is None:
        return None
    value = float(str(amount))
    return int(value) if value.is_integer() else value
