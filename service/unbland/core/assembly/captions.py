"""Draft sources that code renders, with the label that a bare value lost with its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from unbland.core.codes import CURRENCIES
from unbland.core.language.sentences import with_capital
from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.titles import without_cry

#: A bare value ("Yerevan, Armenia") needs the label it lost with its heading; a sentence does not.
_LABELS: Mapping[Kind, str] = {
    Kind.LOCATION: "Location",
    Kind.REPORTING: "Reports to",
}
#: What a form calls the part of the employer that a job is in, and nobody reports to.
_UNIT = re.compile(
    r"(?:department|dept|directorate|division|service|team|(?:business )?unit)(?: ?/ ?(?:department|division|team"
    r"|unit))?",
    re.IGNORECASE,
)
_OWN = {Kind.REPORTING: _UNIT, Kind.LOCATION: re.compile(r"lanes|territory|patch", re.IGNORECASE)}
_DATE_FIRST = re.compile(
    r"^\W*(?:by |before |on )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_DEADLINE = "Application deadline"
_DEADLINE_HEADING = re.compile(r"deadline|closing date", re.IGNORECASE)
#: Headings of one value each, as a form has them.
_HEADED = re.compile(
    r"(?:[\w/&-]+ ){0,3}(?:date|time|season|duration|term|hours|days|shift|schedule|type|start|length|contract|level"
    r"|travel(?: required)?|availability|pattern|period|seniority|deadline|salary|pay|wages?|remuneration|compensation"
    r"|rate|status|ctc|interviews?(?: dates?)?|contact(?: person)?|band|grade|fte|tel|telephone|phone|fax|e-?mail)"
    r"(?: of (?:contract|employment))?|(?:no\.?|number) of (?:positions|posts|openings|vacancies)|union",
    re.IGNORECASE,
)
_HEADED_KINDS = frozenset({Kind.SCHEDULE, Kind.PROCESS, Kind.CONTACT, Kind.PAY})
_ACRONYMS = frozenset({"FTE", "CTC"})
#: Words; a sum in lakhs comes with its extras, and a place with the days on site.
_BARE_WORDS = 6
_LONG_BARE_WORDS = 12
#: A sum with its currency and its period needs no label.
_CURRENCY = re.compile(rf"[$£€¥₹]|\b(?:{'|'.join(sorted(CURRENCIES))})\b")
_DIGIT = re.compile(r"\d")
_PERIOD = re.compile(
    r"\b(?:per|an?|each|every|the) ?(?:hour|hr|day|shift|week|month|year|annum)|/ ?(?:h|d|w|m|y|an)|\bp\.?[ahmw]\b"
    r"|\b(?:hourly|daily|weekly|monthly|annual\w*|yearly|lpa)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(is|are|be|will|can|(?-i:may)|must|works?|report(?:s|ing)?|offers?|pays?|appl(?:y|ies)|sends?|needs?|have|has|do|does"
    r"|starts?)\b|:(?!\d)",
    re.IGNORECASE,
)
#: `Full-time, hybrid`: a term beside a place is none.
_TERM = re.compile(r"(?:full|part)[- ]time\b", re.IGNORECASE)
#: `HOURS: Mon-Thu`: a label that shouts.
_SHOUTED = re.compile(r"([A-Z]{3,}(?: [A-Z]+){0,2}):\s")
#: `We: pay €1,100 a month`: the subject of its sentence, and no label.
_SUBJECT = re.compile(r"^(We|You): (?=[a-z])")
#: What stands letter by letter, and may begin with an address.
_LETTERED = frozenset({Kind.LEGAL, Kind.CONTACT})


def captioned(text: str, source: Source) -> str:
    """The text of a source, under the label that its heading gave it where it is a bare value; else a capital first."""
    label = _DEADLINE if _is_deadline(source) else _own(source) or _LABELS.get(source.kind, _headed(source))
    if label is not None and _is_bare(source) and not _TERM.match(text):
        return f"{label}: {without_cry(text)}"
    if (shouted := _SHOUTED.match(text)) and heading_class(shouted[1]).kind in _HEADED_KINDS | {Kind.LOCATION}:
        return _unshouted(shouted[1]) + text[shouted.end(1) :]
    text = _SUBJECT.sub(r"\1 ", text)
    return text if source.kind in _LETTERED else with_capital(text)


def _is_bare(source: Source) -> bool:
    most = _LONG_BARE_WORDS if source.kind in {Kind.PAY, Kind.LOCATION} else _BARE_WORDS
    value = source.text.partition(";")[0]  # `Notice period` above `Up to 45 days; we can buy out 30`
    return sum(any(map(str.isalnum, word)) for word in value.split()) <= most and not _VERB.search(value)


def _headed(source: Source) -> str | None:
    """The heading of a date or a term that says nothing without it: `Start date` above `2 August 2027`."""
    heading = (source.heading or "").strip(" :*")
    telling = source.kind is Kind.PAY and all(sign.search(source.text) for sign in (_CURRENCY, _DIGIT, _PERIOD))
    if source.kind not in _HEADED_KINDS or telling or _HEADED.fullmatch(heading) is None:
        return None
    return (
        _unshouted(heading) if heading.isupper() or heading.upper() in _ACRONYMS else heading[:1].upper() + heading[1:]
    )


def _unshouted(label: str) -> str:
    """A label that shouts, with one capital; an acronym keeps all of its own."""
    return label.upper() if label.upper() in _ACRONYMS else label.capitalize()


def _own(source: Source) -> str | None:
    """`Department` over the name of one, which is no superior's; `Lanes` over states that are no place of work."""
    heading = (source.heading or "").strip(" :*")
    told = _OWN.get(source.kind)
    return heading.capitalize() if told is not None and told.fullmatch(heading) else None


def _is_deadline(source: Source) -> bool:
    """Whether a date stood under a heading that names the deadline."""
    return _DEADLINE_HEADING.search(source.heading or "") is not None and _DATE_FIRST.match(source.text) is not None
