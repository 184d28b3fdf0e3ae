"""What people answer a question with, as facts: the same for every chat, and for a sheet of them."""

from __future__ import annotations

import re

from unbland.core.facts import CompanyFacts
from unbland.edges.wire import facts_from
from unbland.errors import BadFacts

#: Facts that are lists: a line for each item; a cell of a table parts them by semicolons.
LISTS = frozenset({"goals", "must_have", "nice_to_have", "benefits", "legal", "notes", "company.about", "pay.extras"})

#: 62000, 62,000, 62.000 and 62 000 are one sum, and so are 17.50 and 17,50: three figures behind a sign are thousands,
#: one or two are a part.
_SUM = re.compile(
    r"(?P<whole>\d{1,3}(?P<sign>[ ,.'\u2019\u00a0\u202f])\d{3}(?:(?P=sign)\d{3})*|\d+)(?:[.,](?P<part>\d{1,2}))?"
)

#: Pay in one line, such as `62,000-87,000 CAD a year`, and how long such a line is at most.
_PAY = re.compile(
    r"(?:from |up to )?(?P<min>[\d ,.'\u2019\u00a0\u202f]+?)"
    r"(?:\s*(?:-|\u2013|to)\s*(?P<max>[\d ,.'\u2019\u00a0\u202f]+?))?"
    r"\s*(?P<currency>[a-z]{3})\s*(?:an?|per|/|each)\s*(?P<period>[a-z]+)",
    re.IGNORECASE,
)
_LONGEST = 100


def answer(field: str, words: str) -> CompanyFacts:
    """The facts of an answer to the question for a field, such as `role.location`; raises BadFacts."""
    if not words.strip():
        raise BadFacts("The answer is empty; say what is so, or leave the question.")
    if field == "pay":
        return _pay_in_a_line(words)
    return facts_from(stated(field, lines(words) if field in LISTS else words))


def stated(field: str, value: object) -> object:
    """Facts that say one thing, as they are written: `role.location` and `Cork` as `{role: {location: Cork}}`."""
    for name in reversed(field.split(".")):
        value = {name: value}
    return value


def pay(least: str, most: str, currency: str, period: str) -> CompanyFacts:
    """What the job pays; raises BadFacts."""
    figures = {"min": figure(least), "max": figure(most)}
    if not any(figures.values()):
        raise BadFacts("Say what the job pays: from, to, or both.")
    return facts_from({"pay": figures | {"period": period, "currency": currency.upper()}})


def figure(text: str) -> str:
    """A sum as people write it in any country, as a plain number; raises BadFacts, never to guess at one."""
    if not text:
        return ""
    found = _SUM.fullmatch(text)
    if found is None:
        raise BadFacts("Write each sum as a number, such as 62000 or 17.50.")
    whole = re.sub(r"\D", "", found["whole"])
    return f"{whole}.{found['part']}" if found["part"] else whole


def lines(text: str) -> list[str]:
    """Its lines without what is blank."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _pay_in_a_line(words: str) -> CompanyFacts:
    found = _PAY.fullmatch(words.strip()) if len(words) <= _LONGEST else None
    if found is None:
        raise BadFacts("Write the pay as `62000-87000 CAD a year`.")
    is_most = words.lower().startswith("up to ") and not found["max"]
    ends = (found["max"] or "", found["min"]) if is_most else (found["min"], found["max"] or "")
    return pay(*ends, found["currency"], found["period"].lower())
