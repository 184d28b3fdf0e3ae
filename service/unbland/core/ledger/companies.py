"""The company that a draft names as the employer."""

from __future__ import annotations

import re
from typing import NamedTuple

from unbland.core.language.words import content_stems, tokens
from unbland.core.ledger.lexicon.places import REGIONS
from unbland.core.ledger.model import Kind, Source

_NAME = r"(?P<name>[A-Z][\w&.’'-]*(?: (?:of |and |& )?[A-Z][\w&.’'-]*){0,3})"
_ABOUT = re.compile(r"^About (?!(?:Us|The|Our|You|Your|This|Company|Role|Job|Team|Me)\b)(?P<name>[A-Z0-9].*)$")
#: `ABC Corp is looking for …`, `ABC Corp is a family bakery`: a name, and that it hires or what kind of firm it is.
_NAMED = re.compile(
    r"^(?:The )?(?!(?:This|That|These|It|There|You|Your|We|Our|The|An?|If|What|Who|As|At|In|All|Work|Team|Company"
    r"|My|His|Her|Their|One)\b)"
    + _NAME
    + r",? (?:is|are) (?:(?:currently |now |actively |proudly )?(?:seeking|looking for|hiring|recruiting)\b"
    r"|(?:an?|the|one of) (?:(?!(?:in|at|to|for|that|which|with|where|who)\b)[\w'’&-]+,? ){0,7}(?:compan(?:y|ies)"
    r"|firms?|provider|agency|manufacturer|supplier|retailer|startup"
    r"|start-up|organi[sz]ation|charity|employer|clinic|hospital|school|bakery|restaurant|hotel|brand|maker|carrier"
    r"|consultancy|studio|bank|insurer|builder|contractor|business|practice|nursery|distributor|operator)\b)"
)
#: `At Acme, we …`, `Company: Acme`, `Join Acme as …`.
_SPOKEN = re.compile(
    r"^(?:(?i:company|employer|organi[sz]ation)(?i: name)?: ?|(?:Here )?[Aa]t (?=[^,]{2,40}, (?:we|you|our)\b)|Join )"
    + _NAME
    + r"(?=$|,| as\b|[.;])"
)

#: Words that many names share.
_FIRMS = content_stems(
    "corp corporation inc ltd limited llc gmbh plc co company group holdings the and of international global team"
)


#: As many letters in a row are no chance: `North Lane` is Northlane Freight, `Perk` is TravelPerk.
_NAME_LETTERS = 4


class Company(NamedTuple):
    """A company's name."""

    words: frozenset[str]
    #: The name in one stretch, and the first letters of its words: `North Lane` is Northlane, `I.B.M.` its own words.
    run: str
    letters: str


def company(source: Source) -> Company | None:
    """The company that the heading `About Northlane` or a line about it names, or the fact."""
    if not source.from_draft:
        return _company(source.text)
    about = _ABOUT.match(source.heading or "")
    if about and source.kind is not Kind.BOILERPLATE:
        return _company(about["name"])
    found = (_NAMED.match(source.text) if source.kind is Kind.COMPANY else None) or _SPOKEN.match(source.text)
    return _company(found["name"]) if found and found["name"].lower() not in REGIONS else None


def companies_agree(one: Company, other: Company) -> bool:
    """Whether both can be one company: a word in common, the same signs, or the one's first letters."""
    shorter, longer = sorted((one.run, other.run), key=len)
    shared = not one.words.isdisjoint(other.words) or (len(shorter) >= _NAME_LETTERS and shorter in longer)
    return shared or one.letters == other.run or one.run == other.letters


def _company(name: str) -> Company | None:
    words = [token.text for token in tokens(name) if token.text.lower() not in {"the", "and", "of"}]
    kept = content_stems(name) - _FIRMS
    run = "".join(words).lower().replace(".", "")
    return Company(kept, run, "".join(word[0] for word in words).lower()) if kept else None
