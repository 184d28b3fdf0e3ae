"""Whether a requirement is a deal-breaker, and where a line holds both kinds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.lexicon.modality import MODALITY
from unbland.core.ledger.model import Modality
from unbland.core.ledger.phrases import Phrases

_PHRASES = Phrases([cue.phrases for cue in MODALITY])


#: `2 years' bookkeeping, ideally in food`, `A degree, preferably a master's`: only what comes behind it is a wish.
_TAIL_WISH = re.compile(r"(?P<demand>[^,;(]*?)(?P<comma>[,;]?)\s*\b(?:ideally|preferably)\s+\w", re.IGNORECASE)

#: Words: fewer before its comma are an opening: `In addition, ideally …`.
_A_DEMAND = 3

#: `You should ideally have …`: who is spoken to, and no demand yet.
_OPENING = re.compile(
    r"(?:you|they|candidates|applicants|(?:the|our) [\w ]{3,40})(?:['’]d|['’]ll| should| would| will| must)\W*",
    re.IGNORECASE,
)

#: `No experience with harness is needed`, by itself or in a bracket behind what is asked for.
_NOT_NEEDED = r"no (?:[\w'’-]+ ){1,8}?(?:is |are )?(?:needed|required|necessary)\b"
_ASKS_NOTHING = re.compile(rf"\W*{_NOT_NEEDED}(?!.{{0,80}}\b(?:must|but|only|except)\b)", re.IGNORECASE)
_ASIDE = re.compile(rf"(?<=\w )\({_NOT_NEEDED}\W*\)", re.IGNORECASE)

#: A wish about the demand before it, which says nothing without that: `Experience preferably in retail`.
_ABOUT_IT = re.compile(
    r"\W*(?:ideally|preferably) (?:in|with|at|from|on|as|within|for|of|under|including)\b", re.IGNORECASE
)


#: Several things in brackets, of which the wish speaks: `Computer literate (Word, Excel an advantage)`.
_SEVERAL = re.compile(r"(?<=\w )\([^(),]*\w[^(),]*, ?[^()]*\)")

_BRACKET = re.compile(r"(?<=\w )\([\w-]+(?: [\w-]+){1,2}, [\w-]+(?: [\w-]+){1,2}\)")

#: A higher grade or a longer span, which says nothing without the demand before it: `Level 2 (Level 3 preferred)`.
_MORE = re.compile(
    r"\((?:[a-z]+ \d{1,2}\+?|\d{1,2}\+?(?: (?:years?|yrs?|months?))?) (?:is |are |would be )?"
    r"(?:preferred|preferable|desirable|desired|ideal|better|a plus)\)",
    re.IGNORECASE,
)


#: `Minimum 1 year of it preferred`: how much is wished for, and no minimum of who is hired.
_MOST_OF_A_WISH = re.compile(
    r"^\W*(?:a )?min(?:imum)?\b\.?(?: of)?(?= [^,;(.]{3,80}\b(?:preferred|desirable|desired|an asset|a plus"
    r"|an advantage)\W*$)",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A word that says required or preferred, and its half-open place."""

    modality: Modality
    start: int
    end: int


@lru_cache(maxsize=4_096)
def marks(text: str) -> tuple[Mark, ...]:
    """The words of a text that say required or preferred, in order."""
    hits = _PHRASES.find(text)
    found = (Mark(MODALITY[number].modality, hit.start, hit.end) for hit in hits for number in hit.lists)
    return tuple(mark for mark in found if mark.modality is not Modality.NONE)


def is_about_it(text: str) -> bool:
    """Whether a stretch wishes for something about the demand before it, and for nothing by itself."""
    return _ABOUT_IT.match(text) is not None


def asks_for_more(stretch: str) -> bool:
    """Whether a stretch is a bracket that wishes for more of what the demand before it asks for."""
    return _MORE.match(stretch) is not None


def has_both_in_a_bracket(text: str) -> bool:
    """Whether a bracket says of one part that it is a must, and of another that it is none.

    `Appeals (hearings essential, inquiries desirable)`: neither part says anything without what is before it.
    """
    return any(len({mark.modality for mark in marks(found[0])}) > 1 for found in _BRACKET.finditer(text))


def _without_asides(text: str) -> str:
    """A demand without brackets that ask for nothing, or wish for more of it or for the last of several things."""
    text = _ASIDE.sub("", text)
    if has_both_in_a_bracket(text):
        text = _BRACKET.sub("", text)
    for found in (*_MORE.finditer(text), *_SEVERAL.finditer(text)):
        if asks_for_more(found[0]) or not marks(found[0].partition(",")[0]):
            text = text.replace(found[0], "")
    return text


def _ends_in_a_wish(text: str, default: Modality) -> bool:
    """Whether a demand with a figure, or one that nobody may overlook, is followed by a wish about it.

    Below `Requirements` any demand is one: `Some years on large sites, preferably in rail`.
    """
    found = _TAIL_WISH.match(text)
    if found is None or _OPENING.fullmatch(found["demand"]):
        return False
    asked = default is Modality.REQUIRED and found["comma"] and len(found["demand"].split()) >= _A_DEMAND
    return (
        (bool(asked) and not marks(found["demand"]))
        or any(char.isdigit() for char in found["demand"])
        or weigh(found["demand"]).hard
    )


def modality(text: str, default: Modality) -> Modality:
    """Whether a requirement is a deal-breaker; one that says both and cannot be parted is, so that it is kept."""
    if _ASKS_NOTHING.match(text):
        return Modality.PREFERRED
    text = _MOST_OF_A_WISH.sub("", _without_asides(text))
    said = {mark.modality for mark in marks(text) if not (mark.start and is_about_it(text[mark.start :]))}
    if Modality.REQUIRED in said or _ends_in_a_wish(text, default):
        return Modality.REQUIRED
    if Modality.PREFERRED in said:
        return Modality.PREFERRED
    return Modality.PREFERRED if default is Modality.PREFERRED else Modality.REQUIRED
