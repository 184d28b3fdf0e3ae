"""Every posting law, read from the package's own table, and which of them bind where, when and whom."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from unbland.core.law.model import Certainty, Circumstances, Demand, PostingLaw

#: So long before its first day a law is worth a word: a posting that is written now may still be up then.
SOON = timedelta(days=180)

_MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
#: Members of the Union, whose common law is filed under `EU`.
EU_MEMBERS = frozenset(_MEMBERS.split())

_MUST = frozenset({"place", "employers", "demands", "certainty", "source"})
_MAY = frozenset({"from", "until", "least_employees", "as_of", "note"})
_MAY_BOUND = frozenset({"max_width", "max_spread", "free_above", "commission_alone", "link_is_enough"})


def read_law(entry: Mapping[str, Any], as_of: date) -> PostingLaw:
    """An entry of the table as a law; raises ValueError for a field that is unknown or missing."""
    wrong = sorted((entry.keys() - _MUST - _MAY - _MAY_BOUND) | (_MUST - entry.keys()))
    if wrong:
        raise ValueError(f"law of {entry.get('place', 'no place')}: unknown or missing: {', '.join(wrong)}")
    return PostingLaw(
        place=entry["place"],
        from_date=entry.get("from"),
        until=entry.get("until"),
        demands=tuple(map(Demand, entry["demands"])),
        employers=entry["employers"],
        least_employees=entry.get("least_employees"),
        certainty=Certainty(entry["certainty"]),
        source=entry["source"],
        as_of=entry.get("as_of", as_of),
        max_width=_bound(entry, "max_width"),
        max_spread=_bound(entry, "max_spread"),
        free_above=_bound(entry, "free_above"),
        commission_alone=entry.get("commission_alone", False),
        link_is_enough=entry.get("link_is_enough", False),
        note=entry.get("note", ""),
    )


def _bound(entry: Mapping[str, Any], field: str) -> Decimal | None:
    return Decimal(str(entry[field])) if field in entry else None


_TABLE = tomllib.loads((resources.files(__package__) / "laws.toml").read_text("utf-8"))

#: The day on which the data was last held against its sources; the core has no clock, so "in force" means on this day.
AS_OF: date = _TABLE["as_of"]

#: Every law; adding one is adding an entry to `laws.toml`.
LAWS: tuple[PostingLaw, ...] = tuple(read_law(entry, AS_OF) for entry in _TABLE["law"])


@lru_cache(maxsize=256)
def laws_of(where: Circumstances) -> tuple[PostingLaw, ...]:
    """The laws in force, the nearest first; a city has its state's, a member state the Union's."""
    return tuple(law for law in _laws(where) if law.in_force(where.day))


def coming(where: Circumstances) -> tuple[PostingLaw, ...]:
    """The laws that come into force soon after the day."""
    last = where.day + SOON
    return tuple(law for law in _laws(where) if law.from_date and where.day < law.from_date <= last)


def _laws(where: Circumstances) -> Iterator[PostingLaw]:
    """The laws of the places, of any day, that may bind the employer."""
    lineage = dict.fromkeys(ancestor for place in where.places for ancestor in _lineage(place))
    return (law for place in lineage for law in LAWS if law.place == place and law.binds(where.employees))


def _lineage(place: str) -> Iterable[str]:
    """A place and all that hold it: city, state, country, union."""
    country = place[:2]
    union = ("EU",) if country in EU_MEMBERS else ()
    return (place, place.partition("/")[0], country, *union)
