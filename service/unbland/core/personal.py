"""Personal data in a text: addresses, telephone numbers, numbers of persons, and names where a text shows one as such.

Found by form and by what stands beside it, without a list of names: "Ms Ortega", "report to Ana Ortega", "Ana Ortega
(ana@example.com)", and from there on wherever the text has that name. A name that nothing marks as one is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from unbland.core.language.commonness import is_counted
from unbland.core.language.words import stem


class PersonalKind(StrEnum):
    """What it is of a person."""

    ADDRESS = "address"
    PHONE = "phone"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Personal:
    """One piece of personal data, and where it stands."""

    kind: PersonalKind
    start: int
    end: int


#: Mail addresses, and pages of one person at the networks that postings name.
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?:https?://)?(?:[\w-]{1,20}\.)?(?:linkedin\.com/in|xing\.com/profile|calendly\.com)/[\w%-]{1,100}",
    re.IGNORECASE,
)

#: With a +, or in the groups of a national number; and after the word for it, in whatever groups.
_PHONE = re.compile(
    r"(?<![\w$€£])(?P<phone>\+\d{1,3}[ .-]?(?:\(?\d{1,5}\)?[ .-]?){1,5}\d|\(?\d{3,5}\)?[ .-]\d{3,4}[ .-]\d{3,4})(?!\w)"
)
_ANNOUNCED_PHONE = re.compile(
    r"\b(?:tel|(?:tele)?phone|mobile|fax|whatsapp)\b[.: ]{1,3}(?P<phone>[\d(][\d ()./-]{4,18}\d)(?!\w)", re.IGNORECASE
)

#: Numbers that are given to one person: after the word for it, or by form (IBAN; US social security; nine digits).
_NUMBER = re.compile(
    r"(?<=[ :#])(?=\w{0,20}\d)[A-Z0-9][A-Z0-9-]{4,19}(?<!-)(?!\w)"
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
    r"|(?<![\w.,-])\d{3}-\d{2}-\d{4}(?![\w-])|(?<![\w.,-])\d{9,18}(?![\w.,-])"
)
_BY_FORM = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}|\d{3}-\d{2}-\d{4}|\d{9,18}")
_ANNOUNCED = re.compile(
    r"\b(?:passport|ssn|sin|nino|social (?:security|insurance)|national insurance|personnel|staff|employee|tax"
    r"|id(?:entity)?)"
    r"(?: (?:id|no|number|card))?[.:# ]{1,3}$",
    re.IGNORECASE,
)

_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_FULL = rf"(?:{_WORD}\.? )(?:(?:de|da|di|del|la|van|von|der|den|bin|al|el|ter) ){{0,2}}{_WORD}(?: {_WORD})?"

_LOOSE = re.compile(_WORD)

#: Whoever is called so is a person, whatever the name.
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme)\b\.? (?P<name>{_WORD}(?: {_WORD}){{0,2}})")

#: After these words a person may stand, or a post or a team.
_CUED = re.compile(
    r"\b(?i:contact(?: person)?|ask for|report(?:s|ing)?(?: directly)?[ _]to|speak (?:to|with)|talk to|questions to"
    r"|call|write to|e-?mail|attn\.?|attention|c/o|(?:led|headed|managed|founded|run|owned|replaced) by|succeed"
    r"|replac(?:e|ing)|manager|recruiter|colleague|founder|owner|name)(?: is)?[:,]? "
    rf"(?P<name>{_FULL})"
)

#: Right before an address or a number, with nothing but signs and small words between.
_BESIDE = re.compile(rf"(?P<name>{_FULL})(?:[ ,:;(|/–-]|\bat\b|\bon\b|\be-?mail\b|\btel\b|\bphone\b){{0,8}}$")

#: Characters before an address in which its owner's name may stand.
_NEAR = 80

#: Addresses and numbers whose owners are looked for; a text with more of them is a list.
_OWNERS = 50


def personal(text: str) -> tuple[Personal, ...]:
    """The personal data of a text in order, none within another."""
    found = [Personal(PersonalKind.ADDRESS, *match.span()) for match in _ADDRESS.finditer(text)]
    for form in (_PHONE, _ANNOUNCED_PHONE):
        found += [Personal(PersonalKind.PHONE, *match.span("phone")) for match in form.finditer(text)]
    found += [Personal(PersonalKind.NUMBER, *match.span()) for match in _NUMBER.finditer(text) if _is_own(text, match)]
    names = {*_names(text), *_owners(text, found)}
    return tuple(_apart([*found, *_again(text, names)]))


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a person's by its form, or by the word before it."""
    by_form = " " in match.group() or _BY_FORM.fullmatch(match.group()) is not None
    return by_form or _ANNOUNCED.search(text, max(0, match.start() - 40), match.start()) is not None


def _names(text: str) -> Iterator[str]:
    """Names that a title or a word before them shows."""
    for match in _TITLED.finditer(text):
        yield match["name"]
    for match in _CUED.finditer(text):
        if _may_be_name(match["name"]):
            yield match["name"]


def _owners(text: str, found: list[Personal]) -> Iterator[str]:
    """Whose address or number it is, where that stands before it or in it ("ana.ortega@")."""
    for one in found[:_OWNERS]:
        before = _BESIDE.search(text, max(0, one.start - _NEAR), one.start)
        if before and _may_be_name(before["name"]):
            yield _without_cue(before["name"])
        if parts := re.match(r"([a-z]{2,20})[._]([a-z]{2,20})@", text[one.start : one.end], re.IGNORECASE):
            said = re.search(rf"\b{parts[1]} (?:{_WORD} )?{parts[2]}\b", text, re.IGNORECASE)
            if said:
                yield said.group()


def _without_cue(words: str) -> str:
    """The name without a word before it that only begins the sentence: "Contact Ana Ortega"."""
    first, _, rest = words.partition(" ")
    return rest if " " in rest and is_counted(stem(first.casefold())) else words


def _may_be_name(words: str) -> bool:
    """Whether one of the words is none that postings use: "Ana Ortega", and not "Head Chef" or "Human Resources"."""
    return any(not is_counted(stem(word.strip(".").casefold())) for word in words.split())


def _again(text: str, names: Iterable[str]) -> Iterator[Personal]:
    """The names wherever they stand, whole or by the first or last word, and in capitals."""
    forms: dict[str, list[str]] = {}
    for name in names:
        words = [word for word in name.split() if len(word) > 2 and word[0].isupper()]  # noqa: PLR2004 - "A." is no name
        for each in {name, *(word for word in (*words[:1], *words[-1:]) if _may_be_name(word))}:
            for form in {each, each.upper()}:
                forms.setdefault(form.split()[0].rstrip("."), []).append(form)
    for match in _LOOSE.finditer(text):
        for form in forms.get(match.group(), ()):
            end = match.start() + len(form)
            if text.startswith(form, match.start()) and not text[end : end + 1].isalnum():
                yield Personal(PersonalKind.NAME, match.start(), end)


def _apart(found: list[Personal]) -> Iterator[Personal]:
    """Those that stand in no longer one before them."""
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end
