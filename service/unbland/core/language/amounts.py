"""Single amounts in text, with what stands around them: currency, scale, unit, period, bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from unbland.core.language import units
from unbland.core.language.numbers import IN_DIGITS, IN_WORDS, NUMBER_WORDS, ORDINALS, value
from unbland.core.language.words import STOP_WORDS, folded, stem


def _any(words: Iterable[str]) -> str:
    """An alternation of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


#: "$85,000 + super", "$85,000 + 5% bonus" adds to the amount; it does not open it.
_ON_TOP = (
    r"\s?\+\s?[$£€]\s?\d|\s?\+\s(?:[$£€]?[\w.,%–-]+\s){0,2}(?:allowances?|benefits?|bonus(?:es)?|car|commission|equity|health|holiday|ote|overtime|package"
    r"|pension|shares?|shift|super(?:annuation)?|tips)\b"
)

_CURRENCY = _any(units.CURRENCIES)
_SIGNS = _any(name for name in units.CURRENCIES if not name[-1].isalpha())
_AMOUNT = re.compile(
    # 401(k) and 403(b) name a plan; they count nothing.
    rf"(?<!\w)(?<!\d[.,])(?!40[13]\s?\(?[kb]\b)(?:(?P<before>{_CURRENCY})\s?)?(?P<sign>{_SIGNS})?\s?"
    rf"(?:(?P<number>{IN_DIGITS}|{IN_WORDS})(?P<ordinal>(?:st|nd|rd|th)\b)?|(?P<nth>{_any(ORDINALS)})\b)"
    r"(?P<scale>(?<=\d)(?:k|mm|mn|m|bn|b)(?![\w(])|\s?(?:thousand|million|billion|lakhs?|lacs?|lpa|crores?)\b)?"
    rf"(?P<plus>(?!{_ON_TOP})\s?\+(?!\w))?(?P<percent>\s?(?:%|percent\b|per\s?cent\b|pct\b))?"
    rf"(?:\s?(?P<after>{_CURRENCY})(?!\w))?",
    re.IGNORECASE,
)
#: What every amount has, looked for in lower case, and how far before it one may begin, in characters.
NUMERAL = re.compile(rf"\d|(?:{_any((*NUMBER_WORDS, *ORDINALS))})\b")
_LEAD = 24
#: "One or two days", "one per release".
_COUNTS = re.compile(r"\s?(?:or|to|-|–)\s?(?:two|2)\b| per ", re.IGNORECASE)
#: Lakhs per annum, which are paid in rupees.
_LAKHS_A_YEAR = "lpa"
#: "€45.000": an amount of money has no third decimal, so the dot marks thousands.
CONTINENTAL = re.compile(r"\d{1,3}\.\d{3}(?!\d)")
#: Behind a span these tell how far off something is, not how often: "rotas of six drivers a week ahead".
_APART = "ahead|in advance|beforehand|later|earlier"
_PERIOD = re.compile(
    rf"[\s-]*\(?(?:(?:per|pro|a|an|each|every|/)\s*(?P<span>{_any(units.SPANS)})(?!\s(?:{_APART})\b)|(?P<adverb>{_any(units.PERIODS)})"
    r"|(?<=hour|.day)[\s-](?P<of>week|month|year))\b",
    re.IGNORECASE,
)
_A_MONTH = re.compile(r"\s?p\.?m\b", re.IGNORECASE)  # `KES 165,000 p.m.`: behind money it is no time of day
_PERIOD_BEFORE = re.compile(rf"\b(?P<adverb>{_any(units.PERIODS)})\b[^.,;\d]{{0,30}}$", re.IGNORECASE)
_NOUN = re.compile(r"[\s-]{1,2}([^\W\d_]+(?:['’][^\W\d_]+)?)|\s?(hrs?|yrs?|h)\b", re.IGNORECASE)
_GROUP_BEFORE = re.compile(r"\b([a-z]+) of (?:[a-z]+ )?$")
#: Behind a number that takes some out of more: "the training of one of our two apprentices".
_OF_MORE = re.compile(r" of (?:the|our|your|their|its|these|those)\b")
#: "7-year-olds" are children, "7 years" a span of time.
_AGE = re.compile(r"[\s-]olds?\b", re.IGNORECASE)
_BOUND_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<at_least>{_any(units.LOWER_BEFORE)})|(?P<at_most>{_any(units.UPPER_BEFORE)})"
    rf"|(?P<about>{_any(units.ABOUT_BEFORE)}))\s?$",
    re.IGNORECASE,
)
_BOUNDS = (*units.LOWER_BEFORE, *units.UPPER_BEFORE, *units.ABOUT_BEFORE)
_BOUND_AFTER = re.compile(
    rf"[\s,(]{{0,2}}(?:(?P<at_least>(?<!\s)\+|(?<=\s)(?!{_ON_TOP})\+|plus(?=\s(?:years|yrs|months|hours)\b)|(?:{_any(units.LOWER_AFTER)})(?!\s(?:to\b|\d|an?\s(?!(?:hour|day|week|month|year)\b)|{IN_WORDS})))|(?P<at_most>{_any(units.UPPER_AFTER)}))(?!\w)",
    re.IGNORECASE,
)

#: How far before an amount its bound or period may stand, in characters: the longest phrase with room for a noun.
_REACH = 48
#: How many words after a number may stand before, or be, what it counts: "20 paid vacation days".
_NOUNS = 4
_BOUND_WORDS = frozenset({"minimum", "maximum", "min", "max", "tops"})
#: Go on after a number whose noun is left out: "two instead of one".
_NO_NOUNS = frozenset({"instead", "rather", "together"})
#: Words of a bound that look like a group of what is counted: "a minimum of 3".
_NO_GROUP = frozenset(
    {"minimum", "maximum", "average", "total", "upwards", "upward", "excess", "part", "instead", "out", "hours"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One number with what belongs to it."""

    value: Decimal
    #: Half-open, with currency, unit and period.
    start: int
    end: int
    #: Where the nouns after it end.
    reach: int
    unit: str = ""
    currency: str = ""
    period: str = ""
    #: `at_least`, `at_most`, `about`, or `exact`.
    bound: str = "exact"
    scale: Decimal = Decimal(1)
    percent: bool = False
    ordinal: bool = False


def find(text: str) -> Iterator[Amount]:
    """Every amount in order; `one` alone is a pronoun and counts only before a noun."""
    for match in _matches(text):
        amount = _read(text, match)
        counts = amount.unit or amount.percent or _COUNTS.match(text, match.end())
        if folded(match["number"] or "") != "one" or counts:
            yield amount


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where an amount stands; the long pattern is tried near numerals only."""
    lower, end = folded(text), 0
    while numeral := NUMERAL.search(lower, end):
        match = _AMOUNT.search(text, max(end, numeral.start() - _LEAD))
        if match is None:
            return
        yield match
        end = match.end()


def _read(text: str, match: re.Match[str]) -> Amount:
    scale = units.SCALES[folded(match["scale"].strip())] if match["scale"] else Decimal(1)
    currency = _currency(match)
    number = Decimal(ORDINALS[folded(match["nth"])]) if match["nth"] else value(match["number"]) * scale
    if currency and CONTINENTAL.fullmatch(match["number"] or ""):
        number *= 1000
    a_year = bool(match["scale"]) and folded(match["scale"].strip()) == _LAKHS_A_YEAR
    amount = Amount(
        value=number,
        start=match.start() + len(match.group()) - len(match.group().lstrip()),
        end=match.end(),
        reach=match.end(),
        currency=currency or ("INR" if a_year else ""),
        period="year" if a_year else "",
        bound="at_least" if match["plus"] else "exact",
        scale=scale,
        percent=bool(match["percent"]),
        ordinal=bool(match["ordinal"] or match["nth"]),
    )
    with_unit = _with_unit(text, amount, measured=bool(amount.currency or amount.percent or amount.ordinal))
    return _with_bound(text, _with_period(text, with_unit))


def _currency(match: re.Match[str]) -> str:
    """The currency, by its code where both a code and a sign are written: `$62,000 CAD`."""
    names = [units.CURRENCIES[folded(name)] for name in match.group("before", "sign", "after") if name]
    return next((name for name in names if name != "$"), "$" if names else "")


def _with_unit(text: str, amount: Amount, *, measured: bool) -> Amount:
    """Add the span of time or the nouns that follow; what is measured already has only its reach to find."""
    if between := _BOUND_AFTER.match(text, amount.end):
        amount = replace(amount, bound=str(between.lastgroup), end=between.end())
    nouns, position = list[str](), amount.end
    while len(nouns) < _NOUNS and (match := _NOUN.match(text, position)):
        word = folded(match[1] or match[2])
        if word in STOP_WORDS | _BOUND_WORDS | _NO_NOUNS or _PERIOD.match(text, position):
            break
        nouns.append(word)
        position = match.end()
        if not measured and (span := _span(nouns)):
            if age := _AGE.match(text, position):
                return replace(amount, unit="", end=age.end(), reach=age.end())
            return replace(amount, unit=span, end=position, reach=position)
    if amount.ordinal and nouns[:1] and nouns[0] in units.SPANS:
        return replace(amount, unit=units.SPANS[nouns[0]], reach=position)
    if measured:
        top = amount.percent and text[max(0, amount.start - 4) : amount.start].lower() in ("top ", "top-")
        return replace(amount, reach=position, unit="top" if top else "")
    nouns = nouns[: 1 if text.startswith("-", amount.end) and nouns[:1] != ["strong"] else None] + _group(text, amount)
    return replace(amount, unit=" ".join(stem(units.UNIT_NAMES.get(noun, noun)) for noun in nouns), reach=position)


def _group(text: str, amount: Amount) -> list[str]:
    """The noun that says what the number counts from before it: "a team of six"."""
    before = text[max(0, amount.start - _REACH) : amount.start]
    found = _GROUP_BEFORE.search(before) if " of " in before and not _OF_MORE.match(text, amount.end) else None
    return [found[1].lower()] if found and found[1].lower() not in _NO_GROUP | STOP_WORDS else []


def _span(nouns: list[str]) -> str:
    """The span of time that the last words name; an abbreviation only right after its number."""
    pair, last = " ".join(nouns[-2:]), nouns[-1]
    if pair in units.SPANS:
        return units.SPANS[pair]
    if last in ("working", "business") or (len(nouns) > 1 and units.SPANS.get(last) not in (last, last[:-1])):
        return ""
    return units.SPANS.get(last, "")


def _with_period(text: str, amount: Amount) -> Amount:
    """Add what it is paid or counted for, after its unit, after its nouns, or before it ("an annual salary of")."""
    if amount.currency and (found := _A_MONTH.match(text, amount.end)):
        return replace(amount, period="month", end=found.end(), reach=max(found.end(), amount.reach))
    for position in (amount.end, amount.reach):
        if found := _PERIOD.match(text, position):
            span = found["span"] or found["of"]
            period = units.SPANS[folded(span)] if span else units.PERIODS[folded(found["adverb"])]
            return replace(amount, period=period, end=found.end(), reach=max(found.end(), amount.reach))
    if not amount.currency and not (amount.percent and amount.value <= 100):  # noqa: PLR2004 - more multiplies pay
        return amount
    if before := _PERIOD_BEFORE.search(text, max(0, amount.start - _REACH), amount.start):
        return replace(amount, period=units.PERIODS[folded(before["adverb"])])
    return amount


def _with_bound(text: str, amount: Amount) -> Amount:
    """Add the bound that stands before it, or after its unit or nouns."""
    start = max(0, amount.start - _REACH)
    ends = folded(text[start : amount.start]).rstrip().endswith(_BOUNDS)
    if before := _BOUND_BEFORE.search(text, start, amount.start) if ends else None:
        return replace(amount, bound=str(before.lastgroup), start=before.start())
    for position in (amount.end, amount.reach):
        if amount.bound == "exact" and (after := _BOUND_AFTER.match(text, position)):
            return replace(amount, bound=str(after.lastgroup), end=max(after.end(), amount.end))
    return amount
