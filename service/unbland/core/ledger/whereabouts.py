"""A place of work that is told by the way: in a title, or in a sentence on the house that somebody works in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.language.towns import is_town
from unbland.core.ledger.lexicon.places import REGIONS
from unbland.core.ledger.model import Source
from unbland.core.ledger.rows import are_names
from unbland.core.ledger.values import places

#: A town before the letters of its state or province, in the middle of a sentence.
_TOWN = re.compile(
    r"\b[A-ZÀ-Ý][a-zà-ÿ.'’-]+,? "
    r"(?:A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]"
    r"|UT|V[AT]|W[AIVY])\b"
)
#: A town and what it is in, at the end of a title: `Baker | Firth, Hull, East Yorkshire`, `Baker (Hull, Yorkshire)`.
_TITLED = re.compile(r"[(,|–—-] ?[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?, (?P<region>(?:Co\. )?[A-ZÀ-Ý][\w '’-]+)\)?$")
_COUNTY = re.compile(r"^(?:Co\.?|County) ", re.IGNORECASE)
_PICTURES = re.compile(r"[^\w)]+$")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"

#: The house that somebody works in, and its town: `at Kestrel Electric in Red Deer`, `a school in Lewisham`.
_HOUSE = re.compile(
    r"\b(?:at (?:[A-Z][\w&'’-]* ){1,4}|(?:academy|bakery|bar|branch|caf[eé]|clinic|depot|factory|farm|firm|garage|gym"
    r"|brewery|garden centre|hospital|hotel|kitchen|mill|nursery|office|plant|practice|pub|restaurant|school|shed"
    r"|shop|store|studio|warehouse|workshop) (?:(?:is|are) )?)"
    r"in (?:central |downtown )?"
    rf"(?!{_MONTH}|Q[1-4])[A-ZÀ-Ý][a-zà-ÿ'’-]+"
)
#: The employer, its town, and what it wants: `Firth Dental in Hull is looking for`, `Firth's School, Cork, wishes to`.
_EMPLOYER = re.compile(
    r"^(?:[A-ZÀ-Ý][\w&.'’-]*,? (?:(?:of|and|&|the) )?){1,5}(?:(?<=, )|in )"
    rf"(?!(?:{_MONTH})\b)(?P<town>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?),? "
    r"(?:is|are|seeks?|needs?|wants?|wish(?:es)?|requires?|invites?|now)\b"
    r"|\bjoin (?:our|the) (?:[\w-]+ ){0,2}(?:team|crew|kitchen|staff) in "
    rf"(?!(?:{_MONTH})\b)(?P<team>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?)"
    rf"|\bin (?!(?:{_MONTH})\b)(?P<abroad>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?), [A-ZÀ-Ý][\w'’ -]{{2,24}},? "
    r"(?:invites? applications|(?:is|are) (?:now |currently )?(?:looking for|seeking|hiring|recruiting)|seeks)\b"
)

#: `our new Boise location`, `the Leeds depot`.
_BRANCH = re.compile(
    r"\b(?:our|the) (?:new )?[A-ZÀ-Ý][a-zà-ÿ'’-]+ "
    r"(?:location|store|branch|office|site|shop|depot|plant|clinic|warehouse)\b"
)

#: One thing of ours, and what may be its town: `a small museum in Redruth`, `our workshop near Hexham`.
_OF_OURS = re.compile(
    r"\b(?:[Aa]n?|[Oo]ur|[Tt]he|[Tt]his) (?:[\w&'’.%-]+ ){1,6}?(?:(?<=[^s\W] )|(?<=ss ))(?:in|at|near|outside) "
    r"(?P<town>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,3})"
)
_LAST_NAME = re.compile(r"[,(|–—-] ?(?P<town>[A-ZÀ-Ý][\w'’-]+(?: [\w'’-]+){0,3})\)?$")


#: `FIFO ex Perth`: where they are flown from; `Address: The Old Mill, Hexham`, as boards label the place of work.
_FLOWN = re.compile(r"\b(?:FIFO|DIDO|[Ff]ly[- ]in)\b[^.;]{0,25}\b(?:ex|from|out of) [A-ZÀ-Ý]")
_ADDRESS = re.compile(r"^(?:work |workplace |site )?address: .+,", re.IGNORECASE)


def is_placed(title: Source) -> bool:
    """Whether a title ends with a town, or with town and region, or says that the work is done from afar."""
    found = _TITLED.search(_PICTURES.sub("", title.text))
    wide = found is not None and _is_region(_COUNTY.sub("", found["region"]))
    return wide or _ends_in_town(title.text) or places.workplaces(title) is not None


def _is_region(text: str) -> bool:
    """Whether a name is a county's, or that of the town which the county is called after: `Co. Galway`."""
    return text.lower() in REGIONS or is_town(text)


def names_a_town(source: Source) -> bool:
    """Whether a line names the town of this job's house, and not of somebody else's."""
    if _is_employers(source.text) or (are_names(source.text) and _ends_in_town(source.text)):
        return True
    told = any(pattern.search(source.text) for pattern in (_TOWN, _HOUSE, _BRANCH, _FLOWN, _ADDRESS)) or _is_ours(
        source.text
    )
    return told and not places.ELSEWHERE.search(source.text)


def _ends_in_town(text: str) -> bool:
    """Whether the last of several names is a town's: `Hollin Removals, Leeds`."""
    found = _LAST_NAME.search(text.rstrip("."))
    return found is not None and is_town(found["town"])


def _is_ours(text: str) -> bool:
    """Whether a sentence puts one thing, and not several, in a town."""
    return any(_begins_with_town(found["town"].split()) for found in _OF_OURS.finditer(text))


def _begins_with_town(words: Sequence[str]) -> bool:
    return any(is_town(" ".join(words[:count])) for count in range(1, len(words) + 1))


def _is_employers(text: str) -> bool:
    """Whether a sentence on who hires names the employer's town, and no country or state."""
    found = _EMPLOYER.search(text)
    return found is not None and (found["town"] or found["team"] or found["abroad"]).lower() not in REGIONS
