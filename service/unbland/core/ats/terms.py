"""The words in which vendors state pay, terms and places, as facts have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from unbland.core.codes import unknown_part
from unbland.core.facts import EmploymentType, Pay, Period, Workplace
from unbland.core.law.gazetteer import REGIONS, from_afar, plain

#: The beginnings of what vendors write, small letters only: `Full-time`, `FullTime`, `FULL_TIME`, `fulltime_permanent`.
_EMPLOYMENT = {
    "fulltime": EmploymentType.FULL_TIME,
    "parttime": EmploymentType.PART_TIME,
    "contract": EmploymentType.CONTRACT,
    "freelance": EmploymentType.CONTRACT,
    "temp": EmploymentType.TEMPORARY,
    "intern": EmploymentType.INTERNSHIP,
}

_WORKPLACES = {
    "onsite": Workplace.ONSITE,
    "hybrid": Workplace.HYBRID,
    "remote": Workplace.REMOTE,
    "telecommute": Workplace.REMOTE,
}

#: Places that a sentence can name.
_MOST_PLACES = 4

#: Letters of a country's code.
_CODE = 2

#: `1 YEAR`, `per-year-salary`, `yearly`, `annual`; a word of any other kind is no period.
_PERIODS = {
    Period.YEAR: re.compile(r"\b(?:year(?:ly)?|annual(?:ly)?|annum)\b", re.IGNORECASE),
    Period.MONTH: re.compile(r"\bmonth(?:ly)?\b", re.IGNORECASE),
    Period.WEEK: re.compile(r"\bweek(?:ly)?\b", re.IGNORECASE),
    Period.DAY: re.compile(r"\b(?:day|daily)\b", re.IGNORECASE),
    Period.HOUR: re.compile(r"\bhour(?:ly)?\b", re.IGNORECASE),
}


def employment(said: str) -> EmploymentType | None:
    """The employment that a vendor's word means; None for what facts have no word for."""
    letters = _letters(said)
    return next((kind for begins, kind in _EMPLOYMENT.items() if letters.startswith(begins)), None)


def workplace(said: str) -> Workplace | None:
    """The workplace that a vendor's word means."""
    return _WORKPLACES.get(_letters(said))


def place(said: str) -> tuple[str, Workplace | None]:
    """A location without the word that the work is remote, and that it is; `Remote or Leeds` stays as it is."""
    found = from_afar(said)
    return (said, None) if found is None else (found, Workplace.REMOTE)


def places(first: str, others: Iterable[str]) -> str:
    """The places of which one is the place of work; the first alone where there are very many, or one is no place."""
    named = list(dict.fromkeys(filter(None, (first, *others))))
    if len(named) > _MOST_PLACES or any(from_afar(each) is not None for each in named):
        return first
    return " or ".join(named)


def country(said: str) -> str:
    """The country that a code or a name means, by its code; empty where it means none that we know."""
    code = said.strip().upper()
    if len(code) == _CODE and not unknown_part(code):
        return code
    named = [place for place in REGIONS.get(plain(said), ()) if len(place) == _CODE]
    return named[0] if len(named) == 1 else ""


def period(said: str) -> Period | None:
    """The period that a text names; None where it names none, or two."""
    named = [period for period, pattern in _PERIODS.items() if pattern.search(said.replace("_", " "))]
    return named[0] if len(named) == 1 else None


def pay(least: Decimal | None, most: Decimal | None, currency: str, per: Period | None) -> tuple[Pay, ...]:
    """The range that a vendor states; none where it is no pay that anybody gets."""
    least, most = least or None, most or None
    if least is None and most is None:
        return ()
    try:
        return (Pay(min=least, max=most, currency=currency.strip().upper(), period=per),)
    except ValueError:
        return ()


def _letters(said: str) -> str:
    return "".join(sign for sign in said.lower() if sign.isalpha())
