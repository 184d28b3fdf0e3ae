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
from unbland.core.ledger.lexicon.titles import POSTS


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

#: With a +, or in the groups of a national number: 416-555-0199, 07700 900457, 06 12 34 56 78.
_PHONE = re.compile(
    r"(?<![\w$€£])(?<!\d[ .,])(?P<phone>\+\d{1,3}[ .-]?(?:\(?\d{1,5}\)?[ .-]?){1,5}\d"
    r"|\(?\d{3,5}\)?[ .-]\d{3,4}[ .-]\d{3,4}|\(?0\d{2,4}\)?[ /-]\d{5,8}|0\d(?:[ .-]\d\d){4})(?!\w|[ .,-]\d)"
)
#: After the word for it, in whatever groups.
_ANNOUNCED_PHONE = re.compile(
    r"\b(?:tel|(?:tele)?phone|mobile|cell|fax|whatsapp)\b(?: (?:number|no))?[.: ]{1,3}"
    r"(?P<phone>[\d(][\d ()./-]{4,18}\d)(?!\w)",
    re.IGNORECASE,
)

#: Numbers that are given to one person, by form: IBAN, US social security number, nine digits and more in a row.
_NUMBER = re.compile(
    r"\b(?P<number>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b"
    r"|(?<![\w.,-])(?:\d{3}-\d{2}-\d{4}|\d{9,18})(?![\w.,-])"
)
#: And by the word before them.
_ANNOUNCED_NUMBER = re.compile(
    r"\b(?i:passport|ssn|sin|ni(?:no)?|social (?:security|insurance)|national insurance|personnel|staff|employee|tax"
    r"|id(?:entity)?)\b(?: (?i:id|no|number|card))?[.:# ]{1,3}"
    r"(?P<number>(?=[\w -]{0,24}\d)[A-Z0-9][A-Z0-9-]{0,19}(?: [A-Z0-9]{1,6}){0,6})(?!\w)"
)

_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_a-z][^\W\d_]+)*"
_FULL = rf"(?:(?:[A-Z]\.|{_WORD}) )(?:(?:de|da|di|del|la|van|von|der|den|bin|al|el|ter) ){{0,2}}{_WORD}(?: {_WORD})?"
_NAME = re.compile(_WORD)
_FULL_NAME = re.compile(_FULL)

#: Whoever is called so is a person, whatever the name.
_TITLED = re.compile(
    r"\b(?:(?:Mr|MR|Mrs|MRS|Ms|Miss|MISS|Mx|Dr|DR|Prof|Herr|Frau|Mme)\b\.? )+"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
)

#: After these words a person may stand, or a post or a team.
_CUED = re.compile(
    r"\b(?i:contact(?: person)?|ask for|report(?:s|ing)?(?: directly)?[ _]to|speak (?:to|with)|talk to|questions to"
    r"|call|write to|e-?mail|attn\.?|attention|c/o|(?:led|headed|managed|founded|run|owned|replaced) by|succeed"
    r"|replac(?:e|ing)|manager|recruiter|colleague|founder|owner|name)(?: is)?[:,]? "
    rf"(?P<name>{_FULL})"
)

#: A first name alone: "call Darren on …", "a team led by Ana".
_FIRST_NAME = re.compile(
    r"\b(?i:call|contact|ask for|speak (?:to|with)|(?:led|headed|managed|run) by) "
    r"(?P<name>[^\W\d_a-z][^\W\d_A-Z]{1,20})(?= (?:on|at|for|by)\b|[.,;]|$)",
    re.MULTILINE,
)

#: Words before a name that are none of it.
_CALLS = frozenset({"call", "contact", "email", "e-mail", "ask", "tel", "phone", "write", "attention", "attn", "name"})

#: Right before an address or a number, with nothing but signs and small words between.
_BESIDE = re.compile(rf"(?P<name>{_FULL})(?:[ ,:;(|/–-]|\bat\b|\bon\b|\be-?mail\b|\btel\b|\bphone\b){{0,8}}$")

#: Characters before an address in which its owner's name may stand.
_NEAR = 80

#: Addresses and numbers whose owners are looked for; a text with more of them is a list.
_OWNERS = 50

#: Letters: what is shorter in an address, or of a name, tells nobody.
_TELLING = 3


def personal(text: str, names: frozenset[str] = frozenset()) -> tuple[Personal, ...]:
    """The personal data of a text in order, none within another; `names` are those that another text shows."""
    found = _by_form(text)
    return tuple(_apart([*found, *_again(text, names | _names(text, found))]))


def names_in(text: str) -> frozenset[str]:
    """The names of persons that a text shows as such."""
    return _names(text, _by_form(text))


def _by_form(text: str) -> list[Personal]:
    """Addresses, telephone numbers and numbers of persons."""
    found = [Personal(PersonalKind.ADDRESS, *match.span()) for match in _ADDRESS.finditer(text)]
    for form in (_PHONE, _ANNOUNCED_PHONE):
        found += [Personal(PersonalKind.PHONE, *match.span("phone")) for match in form.finditer(text)]
    found += [Personal(PersonalKind.NUMBER, *match.span()) for match in _NUMBER.finditer(text)]
    found += [Personal(PersonalKind.NUMBER, *match.span("number")) for match in _ANNOUNCED_NUMBER.finditer(text)]
    return found


def _names(text: str, found: list[Personal]) -> frozenset[str]:
    """Names that a title, a word before them or an address shows."""
    titled = (match["name"] for match in _TITLED.finditer(text))
    cued = (match["name"] for shape in (_CUED, _FIRST_NAME) for match in shape.finditer(text))
    return frozenset((*titled, *filter(_may_be_name, (*cued, *_owners(text, found)))))


def _owners(text: str, found: list[Personal]) -> Iterator[str]:
    """Whose address or number it is, where the name stands before it, or anywhere and in it ("ana.ortega@")."""
    within: set[str] = set()
    for one in found[:_OWNERS]:
        if before := _BESIDE.search(text, max(0, one.start - _NEAR), one.start):
            yield _without_cue(before["name"])
        local = text[one.start : one.end].partition("@")[0] if one.kind is PersonalKind.ADDRESS else ""
        within |= {part for part in re.split(r"[._+-]|\d", local.casefold()) if len(part) >= _TELLING}
    for match in _FULL_NAME.finditer(text) if within else ():
        if any(word.casefold() in within for word in match.group().split()):
            yield _without_cue(match.group())


def _without_cue(words: str) -> str:
    """The name without a word before it that only begins the sentence: "Contact Ana Ortega"."""
    first, _, rest = words.partition(" ")
    cued = first.casefold() in _CALLS or (" " in rest and is_counted(stem(first.casefold())))
    return rest if rest and cued else words


def _may_be_name(words: str) -> bool:
    """Whether one of the words is none that postings use: "Ana Ortega", and not "Head Chef" or "Human Resources"."""
    plain = [word.strip(".").casefold() for word in words.split()]
    return plain[-1] not in POSTS and any(not is_counted(stem(word)) for word in plain)


def _again(text: str, names: Iterable[str]) -> Iterator[Personal]:
    """The names wherever they stand, whole or by the first or last word, and in capitals."""
    forms: dict[str, list[str]] = {}
    for name in names:
        words = [word for word in name.split() if len(word) >= _TELLING and word[0].isupper()]
        for each in {name, *(word for word in (*words[:1], *words[-1:]) if _may_be_name(word))}:
            for form in {each, each.upper()}:
                forms.setdefault(form.split()[0].rstrip("."), []).append(form)
    for match in _NAME.finditer(text):
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
