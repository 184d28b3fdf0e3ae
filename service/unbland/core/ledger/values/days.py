"""The dates of a posting: until when to apply, and when the work starts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.language.quantities import QuantityKind, quantities
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.model import Source

_CLOSING = shape(
    r"\b(?:deadline|clos\w+|apply (?:by|before|until)|by|until|before|end date|no later than|due|latest)\b"
)

#: What happens on another day: it is no deadline, whatever its preposition.
_OTHER_DAY = shape(
    r"\b(?:interview\w*|start\w*|commenc\w+|beg[ai]n\w*|notif\w+|hear|heard|announc\w+|train\w*|open\w*|post(?:ed|ing)"
    r"|publish\w*|held|take place|orientation|contacted|shortlist\w*|invited|available|respond|reply|decision|assess\w*"
    r"|let (?:\w+ ){1,4}know|come back to|get back to|answers?|inform(?:ed)?|trial|born|established|since|founded"
    r"|complet\w+)\b"
)
_STARTING = shape(
    r"\b(?:start(?:s|ing)?(?: date)?|(?<!week )commenc\w+|begin(?:s|ning)?|joining date|available from|from)\W*"
    r"(?:\w+ ){0,4}$"
)
_MEETING = shape(
    r"\b(?:interview\w*|assessment|open day|store|site|plant|campaign|season|applications?|reviews?|screening"
    r"|shortlisting)\b"
)
_FULL_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_PARTS = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")

#: A clause ends here: what is said before it does not speak of the next date.
_CLAUSE = re.compile(r"[;.!?)]\s|,\s(?=(?:and |with )?(?:the )?(?:interview|start|train))", re.IGNORECASE)


def deadline(source: Source) -> str | None:
    """The date until which to apply, `2026-12-18` or `--12-18`; no day of interviews or of the start."""
    headed = bool(_CLOSING.search(source.heading or "") or not source.from_draft)
    for before, day in _dated(source.text):
        closing = [*_CLOSING.finditer(before)]
        after = before[closing[-1].end() :] if closing and _is_strong(closing[-1].group()) else before
        if not _FULL_DAY.fullmatch(day) or _OTHER_DAY.search(after):
            continue
        if closing or headed:
            return day
    return None


def _is_strong(word: str) -> bool:
    """Whether a closing word is more than a preposition, so that what stood before it is another matter."""
    return word.lower() not in {"by", "until", "before", "due", "latest"}


def start(source: Source) -> str | None:
    """The day or month in which the work starts, as far as it is named."""
    for before, day in _dated(source.text):
        if not source.from_draft or (
            not _MEETING.search(before) and _STARTING.search(f"{source.heading or ''}: {before}")
        ):
            return day
    return None


def _dated(text: str) -> Iterator[tuple[str, str]]:
    """Each date of a text with the words of its clause before it."""
    last = 0
    for found in quantities(text):
        if found.kind is QuantityKind.DATE:
            yield _CLAUSE.split(text[last : found.start])[-1], found.unit
            last = found.end


def days_agree(one: str, other: str) -> bool:
    """Whether two dates can be the same day: what one leaves out, the other may say."""
    mine, theirs = _PARTS.match(one), _PARTS.match(other)
    if mine is None or theirs is None:
        return one == other
    return all(
        mine[part] == theirs[part] or mine[part] in {None, "-"} or theirs[part] in {None, "-"}
        for part in ("year", "month", "day")
    )
