"""Places that a line names: runs of capitalised words, and which of them belong together as town, region, country."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from unbland.core.law.gazetteer import CODES, DOUBTFUL, HOMES, REGIONS, lies_in, plain

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.?)+|(?:St|Ft)\.|[A-ZÀ-Ý][\w'’-]*)"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:[ \u00a0]+(?:(?:of|am) )?{_WORD})*")

#: What stands between a town and the region it lies in; a slash or an `or` would part two places.
_JOINS = re.compile(r"\s*[,(]\s*|\s+[-–—]\s+|\s*\|\s*")

#: Words around a name that are no part of it, and words that are no name.
_AROUND = re.compile(
    r"^(?:(?:Greater|Downtown|Central|Metro|Our|The|In|At|City of|State of|Province of)\s+)+"
    r"|\s+(?:Area|Metro|Metropolitan Area|Region|Office|Clinic|Site|Only|Based)$"
)
_NO_NAME = re.compile(
    r"^(?:remote|hybrid|on-?site|in-office|office|flexible|home|home-?based|locations?|workplace|full-time|part-time"
    r"|permanent|contract|based|anywhere|work|this|you|we)$",
    re.IGNORECASE,
)
_CODED = re.compile(r"(?P<town>.+) (?P<code>[A-Z]{2})")
_ZIP = re.compile(r"\s+\d{5}(?:-\d{4})?\b")

#: Codes that stand after a foreign town about as often as after a town of the state: Canada, Germany, Western
#: Australia, India, the Netherlands. Without a town that we know to lie there, or a ZIP code, they tell nothing.
_UNSURE = frozenset({"CA", "DE", "WA", "IN", "NL"})
#: Degrees and licences that end a title as a code ends a place: `Physician, Internal Medicine, MD`.
_DEGREES = frozenset({"MD", "MA", "MS", "PA", "PE", "DC", "ND", "LA", "OR"})

#: A town, its region, its country.
_DEEPEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that a text names for certain."""

    place: str
    #: The words that name it, as they stand.
    words: str
    #: Whether the facts name it, and not the draft.
    stated: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """A name as it stands in a line."""

    text: str
    start: int
    end: int
    #: Whether it hangs on the run before it, as a region does on its town.
    joined: bool
    #: Whether a ZIP code follows.
    zipped: bool = False
    #: Whether it says where remote work is open: that is a region, never a town.
    remote: bool = False

    @property
    def homes(self) -> frozenset[str]:
        return HOMES.get(plain(self.text), frozenset())

    @property
    def regions(self) -> frozenset[str]:
        """The regions that it may be, by name or code."""
        return REGIONS.get(plain(self.text), frozenset()) | CODES.get(self.text, frozenset())


def mentions(text: str, *, title: bool = False) -> Iterator[Mention]:
    """The places that a line names for certain, in order; a title may end in a degree that looks like a code."""
    runs = [*_runs(text)]
    unsure = _UNSURE | _DEGREES if title else _UNSURE
    at = 0
    while at < len(runs):
        regions = [*takewhile(_is_region, runs[at + 1 : at + 1 + _DEEPEST])]
        place = _in_regions(runs[at], regions, unsure)
        used = 1 + len(regions) if place is not None else 1
        place = place or _alone(runs[at])
        if place:
            yield Mention(place=place, words=text[runs[at].start : runs[at + used - 1].end])
        at += used


def _is_region(run: _Run) -> bool:
    return run.joined and bool(run.regions)


def _in_regions(town: _Run, regions: Sequence[_Run], unsure: Collection[str]) -> str | None:
    """The place of a town with its region and country; empty: in doubt; None: they do not belong together."""
    if not regions:
        return None
    first, *rest = regions
    candidates = first.regions
    for wider in rest:
        candidates = frozenset(c for c in candidates if any(lies_in(c, region) for region in wider.regions))
    inside = [home for home in town.homes if any(lies_in(home, region) for region in candidates)]
    if inside:
        return _deepest(inside)
    if town.homes & REGIONS.get(plain(town.text), frozenset()):
        return None  # two regions in a list: `Colorado, California`
    return _of_unknown(first, candidates, unsure)


def _of_unknown(region: _Run, candidates: Collection[str], unsure: Collection[str]) -> str:
    """The region of a town that the table does not have there."""
    states = [place for place in candidates if "-" in place or region.text not in CODES] or [*candidates]
    if len(states) > 1:
        return ""
    doubtful = region.text in unsure and not region.zipped
    return "" if doubtful or not states else states[0]


def _alone(run: _Run) -> str:
    """The place of a name without a region; empty where it may be several."""
    name = plain(run.text)
    homes = REGIONS.get(name, frozenset()) if run.remote else run.homes
    if not homes or name in DOUBTFUL:
        return ""
    widest = [home for home in homes if all(lies_in(other, home) for other in homes)]
    return widest[0] if widest else ""


def _deepest(places: Collection[str]) -> str:
    """The one place that lies in all the others; empty where there is none."""
    found = [place for place in places if all(lies_in(place, other) for other in places)]
    return found[0] if found else ""


def _runs(text: str) -> Iterator[_Run]:
    """The names of a line, without the words around them; `Denver CO` is two."""
    end, after_remote = 0, -1
    for found in _RUN.finditer(text):
        name, start = _AROUND.sub("", found.group()), found.start()
        if _NO_NAME.match(name):
            after_remote = found.end() if name.lower() == "remote" else -1
            continue
        start += found.group().index(name)
        joined = end > 0 and _JOINS.fullmatch(text, end, start) is not None
        remote = after_remote > 0 and _JOINS.fullmatch(text, after_remote, start) is not None
        coded = _CODED.fullmatch(name)
        zipped = _ZIP.match(text, start + len(name)) is not None
        if coded and plain(name) not in HOMES and coded["code"] in CODES and (zipped or plain(coded["town"]) in HOMES):
            town = coded["town"]
            yield _Run(town, start, start + len(town), joined)
            start, name, joined = start + coded.start("code"), coded["code"], True
        end = start + len(name)
        yield _Run(name, start, end, joined, zipped, remote)
