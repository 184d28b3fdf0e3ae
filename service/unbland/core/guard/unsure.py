"""What is not sure: what a source hopes, tries, plans or calls possible is not told as held, nor a goal as reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.ledger.model import Kind

#: Kinds that say what is so; a duty's "try to" and a goal's "aim to" are the work itself.
_TOLD = frozenset({Kind.BENEFIT, Kind.PAY, Kind.SCHEDULE, Kind.REASON, Kind.COMPANY})
#: What a source leaves to be seen. "You may" is what the reader is free to do; "can be agreed" is no gift yet.
_OPEN = re.compile(
    r"\b(?:hope|hopes|hoping|try|tries|would like|wish|wishes|aim|aims|intend|intends) to\b"
    r"|\b(?:is|are) (?:possible|conceivable)\b"
    r"|\b(?<!you )(?:may|might|could) (?:be (?:paid|given|granted|agreed|offered|extended)|follow)\b"
    r"|\bcan be (?:agreed|granted|extended|approved|negotiated)\b"
    # "Is possible", as it is read.
    r"|\bcan be(?=$| (?:in|on|at|from|for|with|after|during|to|up|once|twice|if)\b)"
)
#: What a source plans; that it "will" be so is how many say the same.
_PLANNED = re.compile(r"\b(?:plan|plans) to\b|\b(?:is|are) (?:planned|expected|scheduled|due)\b")
#: How a line leaves it open too.
_LEFT_OPEN = re.compile(
    r"\b(?:hop(?:e|es|ing)|try|tries|trying|would|wish\w*|aim\w*|inten[dt]\w*|possib\w+|conceivabl[ey]|may|might|can"
    r"|could|options?|optional(?:ly)?|chance|perhaps|potential\w*|if|request|agree\w*|approv\w+|negotiable|want\w*"
    r"|plan\w*|expect\w*|scheduled|due|likely|subject to|ideally|up to|open to|choose|choice|prefer|available)\b",
    re.IGNORECASE,
)
#: How it tells what is planned.
_COMING = re.compile(r"\b(?:will|shall|going to|about to|to|\w+ing|next|soon|new|from)\b|['’]ll\b", re.IGNORECASE)

#: What we did is no goal any more; "you have halved it" is what will be so after a year.
_REACHED = re.compile(
    r"\b(?:we|our \w+)(?:['’]ve| have| has| had)?(?: already| just)? (?!need\b|feed\b|speed\b)(?:\w+ed|cut|brought)\b",
    re.IGNORECASE,
)


#: What is so now is no goal either: "we answer 95 % of calls", "half of the pitches are filled".
_HELD = re.compile(
    r"^(?:we|our \w+)(?: \w+ly)? (?!(?:will|would|can)\b|\w+ed\b|want|aim|need|hope|plan|expect|seek|look|like|must"
    r"|should)\w+"
    r"|^[^,;:]+ (?:is|are)(?: \w+ly)? (?:\w+ed|met|kept|held|done|sent|paid|sold|made|cut)\b",
    re.IGNORECASE,
)
#: With these a line says that it is still to come.
_TO_COME = re.compile(
    r"\b(?:you\w*|goals?|targets?|aims?|by|until|so that|within (?:a|one|the first|your|\d+|\w+) (?:year|months?)|to be"
    r"|will|want|next|first|after|when|should|must|need\w*|would|in (?:a|one|the first|your) \w+)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Violation]:
    """A line on a clause that leaves something open, without a word that does; a goal that was reached."""
    yield from _reached(case)
    if _LEFT_OPEN.search(case.claim.text):
        return
    spots = {
        (rest.reading, rest.word.clause)
        for word, rest in case.resting()
        if word.content and word.meaning not in LIGHT_STEMS and case.sources[rest.reading].kind in _TOLD
    }
    coming = _COMING.search(case.claim.text) is not None
    for number, clause in sorted(spots):
        told = " ".join(word.plain for word in case.readings[number].clauses[clause])
        found = _OPEN.search(told) or (None if coming else _PLANNED.search(told))
        if found:
            detail = f"the line tells as sure what the cited source leaves open ({found.group()!r})"
            yield Violation(class_=ViolationClass.MODALITY, detail=detail)


def _reached(case: Case) -> Iterator[Violation]:
    """What a line that rests on goals alone tells as done by the employer, and no source does."""
    found = _REACHED.search(case.claim.text)
    goals = all(source.kind is Kind.GOAL for source in case.sources)
    if found and goals and not any(_REACHED.search(reading.text) for reading in case.readings):
        yield _as_reached(found.group())
    elif goals and not found and not _TO_COME.search(case.claim.text):
        yield from _held(case)


def _held(case: Case) -> Iterator[Violation]:
    """A goal that is told as so now."""
    held = _HELD.search(case.claim.text)
    if held and not any(_HELD.search(reading.text) for reading in case.readings):
        yield _as_reached(held.group())


def _as_reached(told: str) -> Violation:
    detail = f"the line tells as reached what the cited source aims at ({told!r})"
    return Violation(class_=ViolationClass.MODALITY, detail=detail)
