"""Where the work is done: remote or not, in which town, on how many days a week, and with how much travel."""

from __future__ import annotations

import re
from typing import NamedTuple

from unbland.core.language.towns import plain
from unbland.core.ledger.headings import heading_class, split_label
from unbland.core.ledger.lexicon.conditions import WORKPLACES
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.lexicon.places import REGIONS, TOWN_NAMES
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.values.common import Names, Words
from unbland.core.ledger.values.presence import WEEK, presence

_SITE = re.compile(
    r"\b(?i:based|located|offices?|site)\s+(?i:in|at|near)\s+(?i:downtown |central |greater )?"
    r"(?P<site>[A-ZÀ-Ý][\w'’.-]*[\w](?: [A-ZÀ-Ý][\w'’-]+)*)"
)
_TOWN_AND_REGION = re.compile(r"[A-ZÀ-Ý][^,.:;]{1,30}, (?:[A-Z]{2}\b|(?P<region>[A-ZÀ-Ý][^,.:;]{1,30}))\.?$")
_BETWEEN_TOWNS = re.compile(r"[,(|/;)]| [-–—] |\b(?:or|and)\b")
_WIDER = re.compile(
    r"^(?:greater|metro|downtown|central|city of|the)\s+|\s+(?:area|metro|region|office|city)$", re.IGNORECASE
)

#: Places of the company, its customers and its team that are not where this person works.
ELSEWHERE = shape(
    r"\bhead ?(?:quarter\w*|office)|\bHQ\b|\bparent\b|\b(?:our|other|all|with) (?:\w+ )?offices\b"
    r"|\bclients\b|(?<!\bour )(?<!\bmy )\bclient\b(?! (?:fac|focus|serv))"
    r"|\bcustomers?\b(?! (?:servic|focus|support|care|fac|exper|success))"
    r"|\bcolleagues?\b|\bfounded\b|\bcompany (?:is )?based\b"
    r"|(?<!join a new )(?<!join a )(?<!join our )(?<!join the )\bteams? (?:is |are )?(?:based|located)\b"
    r"|\bapplicants?\b"
    r"|\bcandidates? (?:must|should|need)"
)
#: `The role is based in Halifax`: said of this job.
_OF_THE_JOB = shape(
    r"\b(?:role|position|job|post|vacancy|you(?:['’]ll| will)?)(?: \w+){0,2} (?:be )?(?:based|located)\b"
)

#: What is on site, and when one meets there, does not say where the work is done.
_PERK = shape(
    r"\b(?:lunch\w*|coffee|meals?|gym|parking|canteen|snacks?|visits?|interviews?|meetings?|child ?care|perks?"
    r"|drinks)\b"
)
#: Words under the label of a place that name none.
_EMPTY = shape(
    r"\b(?:country|main|head|central|regional) office\b|\b(?:full|part)[- ]time\b|\bpermanent\b|\bflexible\b"
)

#: Remote work that is not all of it.
_IN_PART = shape(
    r"\b(?:days? (?:a|per|each|of the) week|option\w*|occasional\w*|part(?:ly|ially)|sometimes|mondays?|tuesdays?"
    r"|wednesdays?|thursdays?|fridays?)\b"
)

#: More words than these are no name of a town.
_TOWN_WORDS = 3


class Towns(NamedTuple):
    """The towns in which a source places the job."""

    names: Words
    #: `label` under a label of its own, `sentence` said of the job in a sentence, else empty.
    said: str


_WORKPLACES = Names(WORKPLACES)


def workplaces(source: Source) -> Words | None:
    """Where the work is done: remote, hybrid, onsite; remote on some days is hybrid."""
    found = _WORKPLACES.of(source.text)
    days = presence(source) if source.from_draft else None
    if days is not None and days.site is not None and 0 < days.site.high < WEEK:
        return frozenset({"hybrid", "onsite"})  # who works three days may have no others
    if found == frozenset({"onsite"}) and _PERK.search(source.text):
        return None
    if found is not None and "remote" in found and _IN_PART.search(source.text):
        return found - {"remote"} | {"hybrid"}
    return found


def workplaces_can_stand(one: Words, other: Words) -> bool:
    """Whether both can be said of one job: only `remote` and `onsite` alone cannot."""
    return {one, other} != {frozenset({"remote"}), frozenset({"onsite"})}


def towns(source: Source) -> Towns | None:
    """The towns in which a source places the job, plainly spelled; regions are none, they contradict no town."""
    if source.from_draft and ELSEWHERE.search(source.text):
        return None
    found = _SITE.search(source.text)
    place = found["site"] if found else _named_place(source)
    for pattern in WORKPLACES.values():
        place = pattern.sub("", place)
    parts = (_WIDER.sub("", part.strip(" .:-–—")) for part in _BETWEEN_TOWNS.split(place))
    names = {plain(part) for part in parts if part[:1].isupper() and len(part.split()) <= _TOWN_WORDS}
    names = {TOWN_NAMES.get(name, name) for name in names}
    if not names - REGIONS:
        return None
    whole = found is not None and found.end() < len(source.text)  # else the line is cut in the middle of its sentence
    said = "sentence" if whole and _OF_THE_JOB.search(source.text) else "" if found else "label"
    return Towns(frozenset(names - REGIONS), said)


def towns_agree(one: Towns, other: Towns) -> bool:
    """Whether two sources have a town in common."""
    return any(_one_town(mine, theirs) for mine in one.names for theirs in other.names)


def _one_town(one: str, other: str) -> bool:
    """Whether two names can be of one town: `chap yerevan` holds `yerevan`."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def towns_can_stand(one: Towns, other: Towns) -> bool:
    """Whether one draft can say both: two labels may list two sites, but a sentence on the job names where it is."""
    return towns_agree(one, other) or {one.said, other.said} != {"label", "sentence"}


def _named_place(source: Source) -> str:
    """What stands as a place in a source: the fact, the value of a label, or a line below the heading `Location`."""
    own, value = split_label(source.text)
    named = not source.from_draft or Kind.LOCATION in {own.kind, heading_class(source.heading or "").kind}
    if named:
        return _EMPTY.sub("", value)
    found = _TOWN_AND_REGION.match(value)
    known = found is not None and (not found["region"] or plain(found["region"].rstrip(".")) in REGIONS)
    return value if known and heading_class(source.heading or "").kind in {None, Kind.TITLE} else ""
