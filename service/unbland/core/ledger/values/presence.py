"""How many days of the week the person is on site and at home, and how much the person travels."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unbland.core.language.quantities import Quantity, QuantityKind, quantities
from unbland.core.language.words import folded
from unbland.core.ledger.lexicon.conditions import HOW_OFTEN, NO_TRAVEL, OTHER_TRAVEL, TRAVEL
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.model import Source
from unbland.core.ledger.values.common import Span, around, span

#: A week of work; who works more or fewer days says so in days on site.
WEEK = Decimal(5)
_ALL = Decimal(7)
_SOME = Decimal("0.1")

_A_WEEK = r"^\W*(?:(?:a|per|each|every|of the|of each) (?:work(?:ing)? ?)?week\b\W*|/ ?(?:week|wk)\W*|weekly\W*)?"
_ON_SITE = shape(
    _A_WEEK + r"(?:of |work |working |spent |(?:is |are )?required )?(?:\w+ )?"
    r"(?:(?:in|at|from|on|into) (?:the |our |your |an? )?(?:[\w-]+ )?(?:office|site|hq|headquarters|workplace"
    r"|premises|yard|workshop|plant|factory|depot|studio|lab|warehouse|clinic)\b"
    r"|on[- ]?site\b|wfo\b|in[- ]office\b|in[- ]person\b|office\b)"
)
_AT_HOME = shape(
    _A_WEEK + r"(?:of |work |working |spent )?(?:(?:from|at) home\b|home(?=\W*$|[,;.)])|remote(?:ly)?\b|wfh\b"
    r"|work(?:ing)? (?:from home|remotely)\b)"
)
_ON_SITE_BEFORE = shape(
    r"\b(?:on[- ]?site|in[- ]office|in[- ]person|(?:in|at|to|into) (?:the|our|your) (?:[\w-]+ )?(?:office|site|hq))"
    r"(?: presence| attendance| work)?(?: is| are|:|,| -| –| for| required| on| about| at least| a minimum of| \()*\s*$"
)
_AT_HOME_BEFORE = shape(
    r"\b(?:from home|remote(?:ly)?|wfh)(?: work)?(?: is| are|:|,| -| –| for| on| up to| at least| about| \()*\s*$"
)
_OFFICE_DAYS = shape(
    r"\b(?:(?:common|mandatory|fixed|set|required|core) )?(?:in[- ])?office days\b|\bon[- ]?site days\b"
)
_HOME_DAYS = shape(r"\b(?:optional )?(?:remote|home[- ]office|wfh|work[- ]from[- ]home) days\b")
#: Days of a month or a year.
_SELDOM = shape(r"^[^.;,]{0,30}?\b(?:(?:a|per|each|every) (?:month|quarter|year)|monthly|quarterly|yearly|annually)\b")
#: Remote for some, or for some time.
_OR_NOT = shape(r"\bor\b|\branging\b|\bup to\b|\bwhile\b|\b(?:days|weeks|months) (?:a|per|of the) year\b")
_FULLY_REMOTE = shape(
    r"\b(?:fully|100 ?%|completely|entirely) remote(?:ly)?\b(?! (?:team|compan))|\bwork from anywhere\b"
)


class Presence(NamedTuple):
    """Days a week on site and at home, where they are told."""

    site: Span | None = None
    home: Span | None = None


#: What the facts' `workplace` says of the days.
_WORKPLACE = {
    "remote": Presence(site=Span(Decimal(0), Decimal(0))),
    "hybrid": Presence(site=Span(_SOME, WEEK - _SOME), home=Span(_SOME, WEEK - _SOME)),
    "onsite": Presence(home=Span(Decimal(0), Decimal(0))),
}


def presence(source: Source) -> Presence | None:
    """The days on site and at home in a week."""
    if source.field == "role.workplace":
        return _WORKPLACE.get(source.text)
    said = folded(source.text)
    if "day" not in said and "remote" not in said and "anywhere" not in said:
        return None
    text = _HOME_DAYS.sub("days from home", _OFFICE_DAYS.sub("days in the office", source.text))
    site = home = None
    for days in quantities(text):
        if not _is_of_a_week(days):
            continue
        before, after = around(text, days)
        if _SELDOM.search(after):
            continue
        if site is None and (_ON_SITE.match(after) or _ON_SITE_BEFORE.search(before)):
            site = span(days, most=_ALL)
        elif home is None and (_AT_HOME.match(after) or _AT_HOME_BEFORE.search(before)):
            home = span(days, most=WEEK)
    if site is None and home is None and _FULLY_REMOTE.search(text) and not _OR_NOT.search(text):
        site = Span(Decimal(0), Decimal(0))
    return Presence(site, home) if site or home else None


def _is_of_a_week(days: Quantity) -> bool:
    """Whether a figure counts days of a week."""
    most = days.high if days.high is not None else days.low
    counted = days.kind is QuantityKind.DURATION and days.unit in {"day", "working day"}
    return counted and days.period in {"", "week"} and most is not None and most <= _ALL


def presences_agree(one: Presence, other: Presence) -> bool:
    """Whether both can be true of one week."""
    pairs = ((one.site, other.site), (one.home, other.home), (one.site, _rest(other)), (_rest(one), other.site))
    return all(mine.meets(theirs) for mine, theirs in pairs if mine is not None and theirs is not None)


def _rest(days: Presence) -> Span | None:
    """The days on site that days at home leave of a week, where nothing else says them."""
    if days.home is None or days.site is not None or days.home.high == 0:
        return None
    return Span(max(WEEK - days.home.high, Decimal(0)), WEEK - days.home.low)


class Travel(NamedTuple):
    """The share of the time that is spent on the road, in per cent, and how often a journey is made."""

    share: Span
    often: str = ""


def travel(source: Source) -> Travel | None:
    """How much the person travels; travel as a trade or a perk is none."""
    stated = source.field == "role.travel"
    if not stated and "travel" not in folded(source.text):
        return None
    text = OTHER_TRAVEL.sub("", source.text)
    if NO_TRAVEL.search(text) or (stated and text.strip(" .").lower() in {"none", "no", "n/a"}):
        return Travel(Span(Decimal(0), Decimal(0)))
    if not stated and not TRAVEL.search(text):
        return None
    shares = [q for q in quantities(text) if q.kind is QuantityKind.PERCENT]
    most = Decimal(100)
    share = span(shares[0], most=most) if len(shares) == 1 else Span(Decimal(1), most)
    if share.high == 0:
        return Travel(share)
    often = HOW_OFTEN.findall(text)
    return Travel(Span(max(share.low, Decimal(1)), share.high), often[0].lower() if len(often) == 1 else "")


def travels_agree(one: Travel, other: Travel) -> bool:
    """Whether both can be true: the shares meet, and one does not say weekly what the other says yearly."""
    return one.share.meets(other.share) and (not one.often or not other.often or one.often == other.often)
