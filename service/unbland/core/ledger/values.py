"""Typed values read from a source's words, and whether two of them can both be true.

A reader gives None where the source states no such value.
"""

from __future__ import annotations

import re
import unicodedata

from unbland.core.language.quantities import Quantity, QuantityKind, quantities
from unbland.core.language.units import DOLLARS
from unbland.core.language.words import content_stems, stem
from unbland.core.ledger.headings import heading_class, split_label
from unbland.core.ledger.lexicon.conditions import (
    EMPLOYMENTS,
    EXCLUSIVE,
    EXTRA_AFTER,
    EXTRA_BEFORE,
    RANKS,
    SHORT_FORMS,
    WORKPLACES,
)
from unbland.core.ledger.lexicon.places import REGIONS
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.titles import name_of

Words = frozenset[str]

_CLOSING = re.compile(r"\b(?:deadline|clos\w+|apply (?:by|before|until)|by|until|before|end date)\b", re.IGNORECASE)
_BOSS = re.compile(r"\breport(?:s|ing)?(?: directly)? to:? (?:the |our |your )?(?P<boss>[^.;()]+)", re.IGNORECASE)
_SITE = re.compile(
    r"\b(?i:based|located|offices?|site)\s+(?i:in|at|near)\s+(?P<site>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*)"
)
_TOWN_AND_REGION = re.compile(r"[A-ZÀ-Ý][^,.:;]{1,30}, [A-ZÀ-Ý][^,.:;]{1,30}\.?$")
_BETWEEN_TOWNS = re.compile(r"[,(|/;]| [-–—] |\b(?:or|and)\b")

#: More words than these are no name of a town.
_TOWN_WORDS = 3

_RANK_STEMS = frozenset(stem(rank) for rank in RANKS)

#: A date of the form `2026-12-18` or `--12-18` has its month and day in the last five signs.
_MONTH_AND_DAY = 5

#: `24 hours a week`, `22.5 hours,`: a week's work has five hours or more, a shift is named one.
_HOURS = re.compile(
    r"(?<![\d:.–-])(?P<hours>[1-9]\d(?:\.\d+)?) ?(?:hours?|hrs?)(?: (?:a|per|each) week|/week| weekly|,|\.|$)",
    re.IGNORECASE,
)


def share_a_word(one: Words, other: Words) -> bool:
    """Whether two names, or two sets of values, have any in common."""
    return not one.isdisjoint(other)


def one_in_the_other(one: Words, other: Words) -> bool:
    """Whether one names the other, in more words or fewer."""
    return one <= other or other <= one


def title(source: Source) -> Words | None:
    """The words of a job title, without what stands round it."""
    return content_stems(_spelled_out(name_of(split_label(source.text)[1]))) or None


def titles_agree(one: Words, other: Words) -> bool:
    """Whether one title only says more than the other, and not of the rank."""
    return one_in_the_other(one, other) and _RANK_STEMS.isdisjoint(one ^ other)


def boss(source: Source) -> Words | None:
    """Whom the person reports to."""
    said = f"{source.heading}: {source.text}" if source.from_draft else f"reports to {source.text}"
    found = _BOSS.search(said)
    return content_stems(_spelled_out(found["boss"])) or None if found else None


def employment(source: Source) -> Words | None:
    """How the person is employed."""
    return _named(source.text, EMPLOYMENTS)


def employments_agree(one: Words, other: Words) -> bool:
    """Whether no term of the one shuts out those of the other."""
    return not any(_apart(one, other, *pair) or _apart(other, one, *pair) for pair in EXCLUSIVE)


def _apart(one: Words, other: Words, left: Words, right: Words) -> bool:
    """Whether the one says only what is on the left, and the other only what is on the right."""
    return bool(one & left and other & right) and not (one & right or other & left)


def workplaces(source: Source) -> Words | None:
    """Where the work is done: remote, hybrid, onsite."""
    return _named(source.text, WORKPLACES)


def workplaces_can_stand(one: Words, other: Words) -> bool:
    """Whether both can be said of one job: only `remote` and `onsite` alone cannot."""
    return {one, other} != {frozenset({"remote"}), frozenset({"onsite"})}


def towns(source: Source) -> Words | None:
    """The towns in which a source places the job, plainly spelled; regions are none, they contradict no town."""
    found = _SITE.search(source.text)
    named = found["site"] if found else _named_place(source)
    for pattern in WORKPLACES.values():
        named = pattern.sub("", named)
    parts = (part.strip(" .:-–—") for part in _BETWEEN_TOWNS.split(named))
    names = {_plain(part) for part in parts if part[:1].isupper() and len(part.split()) <= _TOWN_WORDS}
    return frozenset(names - REGIONS) or None


def _named_place(source: Source) -> str:
    """What stands as a place in a source: the fact, the value of a label, or a line below the heading `Location`."""
    own, value = split_label(source.text)
    named = not source.from_draft or Kind.LOCATION in {own.kind, heading_class(source.heading or "").kind}
    return value if named or _TOWN_AND_REGION.match(value) else ""


def pay(source: Source) -> Quantity | None:
    """The pay that a source states, without bonus, commission or allowance."""
    text = source.text
    return next((q for q in quantities(text) if q.kind is QuantityKind.MONEY and not _is_extra(text, q)), None)


def _is_extra(text: str, amount: Quantity) -> bool:
    """Whether an amount is what comes on top of the pay."""
    return bool(EXTRA_BEFORE.search(text[: amount.start]) or EXTRA_AFTER.match(text[amount.end :]))


def pays_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two pays can be the same: what one leaves open, the other may fill."""
    both = {one.currency, other.currency}
    if len(both) > 1 and not ("$" in both and both <= DOLLARS):
        return False
    if one.period and other.period and one.period != other.period:
        return False
    ends = ((one.low, other.low), (one.high, other.high))
    return all(mine == theirs for mine, theirs in ends if mine is not None and theirs is not None)


def pays_can_stand(one: Quantity, other: Quantity) -> bool:
    """Whether one draft can say both: another currency is another place, another period the same pay told twice."""
    return one.currency != other.currency or one.period != other.period or pays_agree(one, other)


def deadline(source: Source) -> str | None:
    """The last full date in a source that speaks of a deadline, `2026-12-18` or `--12-18`."""
    if source.from_draft and not _CLOSING.search(f"{source.heading} {source.text}"):
        return None
    days = (q.unit for q in quantities(source.text) if q.kind is QuantityKind.DATE)
    return next((day for day in reversed(tuple(days)) if re.fullmatch(r"(?:\d{4}|-)-\d\d-\d\d", day)), None)


def days_agree(one: str, other: str) -> bool:
    """Whether two dates are the same day, where one may leave out the year."""
    yearless = one.startswith("--") or other.startswith("--")
    return one == other or (yearless and one[-_MONTH_AND_DAY:] == other[-_MONTH_AND_DAY:])


def _plain(text: str) -> str:
    """A name in lower case, without accents."""
    spread = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).lower()


def _spelled_out(text: str) -> str:
    """The text with `VP` and the like written in full."""
    return " ".join(SHORT_FORMS.get(word.strip(".,").lower(), word) for word in text.split())


def _named(text: str, patterns: dict[str, re.Pattern[str]]) -> Words | None:
    """The names whose pattern is in the text."""
    return frozenset(name for name, pattern in patterns.items() if pattern.search(text)) or None


def weekly_hours(source: Source) -> str | None:
    """The hours of a week, as written: `37.5`."""
    found = _HOURS.search(source.text)
    return found["hours"] if found else None


def hours_agree(one: str, other: str) -> bool:
    """Whether two weeks are of one length."""
    return float(one) == float(other)
