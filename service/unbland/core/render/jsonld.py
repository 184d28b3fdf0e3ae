"""The posting as schema.org JobPosting, from typed facts alone: what no fact gives is left out."""

from __future__ import annotations

import re
from datetime import date

from unbland.core.facts import CompanyFacts, EmploymentType, Pay, Role, Workplace
from unbland.core.law.gazetteer import REGIONS, from_afar, name_of, plain
from unbland.core.law.mentions import mentions

#: https://schema.org/JobPosting, employmentType as Google's job search reads it.
_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
    EmploymentType.INTERNSHIP: "INTERN",
}

#: The names of a location that says all: town, region, country.
_WHOLE = 3
#: A location with a number is an address, and is not taken apart.
_NUMBER = re.compile(r"\d")
#: A region by its code, or where the country is known by its name.
_CODE = re.compile(r"[A-Z]{2,3}")
_REGION = re.compile(r"[^,/|]+")

#: What stands between the places of a location that names several.
_EITHER = re.compile(r"\s+or\s+|\s+[/|]\s+|\s*;\s*")

#: What a location says that is no place.
_FAR = re.compile(r"\W{0,5}\b(?:fully |100 ?% )?(?:remote|anywhere|work from home)\b\W{0,5}", re.IGNORECASE)


def to_jsonld(title: str, html: str, facts: CompanyFacts, posted: date | None = None) -> dict[str, object]:
    """A JobPosting with `html` as its description; dates are ISO 8601, money in units of its currency."""
    role, company = facts.role, facts.company
    remote = role.workplace is Workplace.REMOTE or (role.workplace is None and from_afar(role.location) is not None)
    fields: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "description": html,
        "datePosted": posted.isoformat() if posted else None,
        "employmentType": _EMPLOYMENT[role.employment_type] if role.employment_type else None,
        "hiringOrganization": _thing("Organization", name=company.name, sameAs=company.website),
        "jobLocation": None if remote else _places(role),
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


def _places(role: Role) -> list[dict[str, object]] | dict[str, object] | None:
    """Where the work is done: one place, or each of those that the location names."""
    countries = {place[:2] for place in role.jurisdictions} - {"EU"}
    country = next(iter(countries)) if len(countries) == 1 else None
    found = [_thing("Place", address=_address(each, country)) for each in _EITHER.split(role.location)]
    places = [place for place in found if place]
    return places if len(places) > 1 else next(iter(places), None)


def _address(said: str, law: str | None) -> dict[str, object] | None:
    """Town, region and country where a place is made of these, else as it is said; `law` is whose binds the job."""
    country, names = _country(said) or law, said.split(", ")
    if len(names) > 1 and country and _is_country(names[-1], country):
        names.pop()
    elif len(names) == _WHOLE and not country and not _NUMBER.search(said):
        country = names.pop()
    town, _, region = ", ".join(names).partition(", ")
    if _NUMBER.search(town + region) or not (_REGION if country else _CODE).fullmatch(region):
        town, region = ", ".join(names), ""
    return _thing("PostalAddress", addressLocality=town, addressRegion=region, addressCountry=country)


def _country(said: str) -> str | None:
    """The country that a place is surely in."""
    sure = next(mentions(said), None)
    return sure.place[:2] if sure and sure.place != "EU" else None


def _is_country(name: str, country: str) -> bool:
    """Whether a name or a code is that of the country."""
    return name == country or country in REGIONS.get(plain(name), ())


def _from_where(role: Role) -> list[dict[str, object]] | dict[str, object] | None:
    """From where one may do remote work: the jurisdictions, else the place that the location names."""
    said = from_afar(role.location)
    named = REGIONS.get(plain(role.location if said is None else said), frozenset())
    places = role.jurisdictions or (tuple(named) if len(named) == 1 else ())
    areas: list[dict[str, object]] = [
        {"@type": "State" if "-" in place else "Country", "name": name_of(place).removeprefix("the ")}
        for place in dict.fromkeys(place.partition("/")[0] for place in places)
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
