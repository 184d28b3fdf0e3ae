"""Names and codes of places, and what lies in what."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources

_TABLE = tomllib.loads((resources.files(__package__) / "places.toml").read_text("utf-8"))

#: Characters; a longer text is no place, and would be looked at in quadratic time.
_LONGEST_PLACE = 200

#: `Remote`, `Remote - Canada`, `Remote (US)`, `Remote in the EU`, `Canada, remote`.
_REMOTE = re.compile(
    r"(?:fully )?remote(?:ly)?(?:(?:\s*[-–—,:(]\s*|\s+(?:(?:with)?in|from|across) (?:the )?)(?P<behind>[^/()]+?)\)?)?"
    r"|(?P<before>[^/()]+?)\s*[-–—,(]\s*(?:fully )?remote\)?",
    re.IGNORECASE,
)

#: Countries that a sentence names with an article: a plural, or a word that says what kind it is; and the Gambia.
_ARTICLED = re.compile(
    r"USA?|U\.S\.(?:A\.)?|UK|U\.K\.|UAE|EU|United (?:States(?: of America)?|Kingdom|Arab Emirates)|European Union"
    r"|Netherlands|Philippines|Bahamas|Maldives|Gambia|Czech Republic|Dominican Republic"
)


def plain(name: str) -> str:
    """A name in lower case, without accents and full stops, and with `Saint` in full."""
    spread = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign)).lower().replace(".", "")
    return re.sub(r"^st\b", "saint", " ".join(bare.split()))


def _listed(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each name, plainly spelled, with its place."""
    for place, names in table.items():
        for name in names.split(","):
            yield plain(name), place


def _homes(*tables: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        for name, place in _listed(_TABLE[table]):
            found[name].add(place)
    return {name: frozenset(places) for name, places in found.items()}


#: Every place that bears a name.
HOMES: Mapping[str, frozenset[str]] = _homes("names", "cities")

#: The states, provinces and countries that bear a name; a town lies in one of them.
REGIONS: Mapping[str, frozenset[str]] = {
    name: regions
    for name, places in _homes("names").items()
    if (regions := frozenset(place for place in places if "/" not in place))
}

#: Names that need their region beside them though the table has one home for them.
DOUBTFUL = frozenset(plain(name) for name in _TABLE["doubtful"].split(","))


def _codes() -> dict[str, frozenset[str]]:
    """The places that a code of two letters may mean: `CA` is California and Canada."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in _TABLE["names"]:
        if "/" not in place:
            found[place.rpartition("-")[2]].add(place)
    return {code: frozenset(places) for code, places in found.items()}


CODES: Mapping[str, frozenset[str]] = _codes()


def name_of(place: str) -> str:
    """What people call a place; its code where the table has no name for it."""
    names: str = _TABLE["names"].get(place, place)
    return names.split(",", maxsplit=1)[0]


def from_afar(said: str) -> str | None:
    """Where remote work may be done from, empty for anywhere; None where it is not said that the work is remote."""
    found = _REMOTE.fullmatch(said) if len(said) <= _LONGEST_PLACE else None
    return None if found is None else (found["behind"] or found["before"] or "").strip()


def in_a_sentence(place: str) -> str:
    """Where work is done, as a sentence says it: `in Leeds`, `in the US`, `remotely in Canada`."""
    far = from_afar(place)
    if far is not None:
        return f"remotely {in_a_sentence(far)}" if far else "remotely"
    return f"in the {place}" if _ARTICLED.fullmatch(place) else f"in {place}"


def lies_in(place: str, region: str) -> bool:
    """Whether a place is a region or lies in it."""
    return place == region or place.startswith((f"{region}-", f"{region}/"))
