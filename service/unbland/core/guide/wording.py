"""From gerunds and nouns to the verb that a duty should start with: `Managing` and `Management of` → `Manage`."""

from __future__ import annotations

import re

from unbland.core.guide.words.gerunds import COMPOUND, COMPOUNDS, DOUBLING, NOUNISH, NOUNS, VERBS

#: After these words a gerund does something to an object of its own.
_OBJECT_WORDS = (
    "the a an our your their its all any each every them it new with to for on that these those this strong up"
    " one two three four five six several closely directly alongside together"
    " new reusable scalable reliable robust complex custom lasting strong"
)
_OBJECT_STARTS = frozenset(_OBJECT_WORDS.split())

_CHAIN = re.compile(r"(?:\s*,\s*(?:and|or)?\s*|\s+(?:and|or|&|\+)\s+|\s?/\s?)(?:even\s+|also\s+)?(?P<word>[A-Za-z-]+)")
_NEXT = re.compile(
    r"(?:,|&|\b(?:and|or)\b)\s+(?:and\s+)?(?P<word>[A-Za-z-]+ing)\b(?:\s+(?P<after>[A-Za-z]+))?", re.IGNORECASE
)
#: What follows these is a list of examples: `including pipelines, governance, and monitoring`.
_EXAMPLES = re.compile(r"\b(?:including|such as|like|e\.g\.|for example)[ ,]", re.IGNORECASE)
#: A gerund after these is no command, and neither are those joined to it.
_GOVERNED = re.compile(
    r"\b(?:by|for|through|of|in|on|while|when|from|like|including|without|before|after)\s+\w+ing\b", re.IGNORECASE
)
_NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ance|ence|ysis)s?\b", re.IGNORECASE)
#: `Modeling & Quality: dbt` names a subject, it does not begin a duty.
_LABEL = re.compile(r"[^:.]{1,40}:\s")
#: A gerund joined to those that were turned, which cannot be turned with them.
_UNKNOWN_LINK = re.compile(r"\s*(?:,|and\b|or\b|&|/|\+)\s*(?:and\s+)?[A-Za-z-]+ing\b", re.IGNORECASE)
_FIRST = re.compile(r"[A-Za-z-]+")


def _gerund(verb: str) -> str:
    """How a verb is spelled with -ing."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    short = re.fullmatch(r"[^aeiou]*(?:u(?=i))?[aeiou][^aeiouwxy]", verb)
    return verb + (verb[-1] if short or verb in DOUBLING else "") + "ing"


_GERUNDS = {_gerund(verb): verb for verb in VERBS.split()} | {"modelling": "model", "labelling": "label"}


def verb_of(gerund: str) -> str | None:
    """The verb of a gerund, if it is one that begins duties."""
    return _GERUNDS.get(gerund.lower())


def as_command(text: str) -> tuple[int, str] | None:
    """How far the gerunds at the start of a duty reach, and what to put there; None where that needs a mind.

    `Planning and running events` → (20, `Plan and run`). A later gerund that does something of its own is turned
    too; one that may be part of a noun (`marketing and advertising plans`) makes it a case for a person.
    """
    first = _FIRST.match(text)
    verb = verb_of(first.group()) if first else None
    if first is None or verb is None or _stands_before_a_noun(text, first):
        return None
    words, end = [verb], first.end()
    while (link := _CHAIN.match(text, end)) and (verb := verb_of(link["word"])):
        words.append(text[end : link.start("word")] + verb)
        end = link.end()
    rest = text[end:]
    if _UNKNOWN_LINK.match(rest) or re.match(
        r"\s*(?::|$|(?:\w+\s+)?[-–—]\s|(?:(?:out|up|off)\s+)?of\b|[,&]?\s*(?:and|or|&|,)\s+(?:for\b|\w+(?:tion|sion|ment|ance|ence|ysis)s?\b))",
        rest,
    ):
        return None
    return _turn_later(text, end, "".join(words))


def _stands_before_a_noun(text: str, first: re.Match[str]) -> bool:
    """Whether a gerund may belong to the noun behind it: `Shipping documents`, unless it takes an object of its own."""
    word = first.group().lower()
    after = _FIRST.match(text, len(text) - len(text[first.end() :].lstrip()))
    compound = word in COMPOUND and after is not None and not _takes_object(after.group().lower())
    is_being = word == "being" and (after is None or after.group().lower() != "the")  # `Being the deputy lead`
    return is_being or compound or COMPOUNDS.match(text) is not None


def _takes_object(word: str) -> bool:
    return word in _OBJECT_STARTS or word in ("and", "or", "more", "at", "in", "by", "as")


def _turn_later(text: str, end: int, head: str) -> tuple[int, str] | None:
    """Turn the gerunds that follow the first object; None where one may be a noun."""
    for link in _NEXT.finditer(text, end):
        verb = verb_of(link["word"])
        if _GOVERNED.search(text, end, link.start()):
            continue
        if verb is None:
            if (link["after"] or "").lower() in _OBJECT_STARTS:
                return None  # half turned, `Open up and latching up`, is no sentence
            continue
        if _EXAMPLES.search(text, end, link.start()) and link["after"] is None:
            continue
        if _may_be_noun(link):
            return None
        head += text[end : link.start("word")] + verb
        end = link.end("word")
    return end, head


def _may_be_noun(link: re.Match[str]) -> bool:
    """Whether a gerund after `and` may belong to the noun before or after it."""
    return link["word"].lower() in NOUNISH and (link["after"] or "").lower() not in _OBJECT_STARTS


def noun_as_command(text: str) -> tuple[int, str] | None:
    """The same for `Preparation of reports` → (14, `Prepare`); None where a second noun of the kind follows."""
    found = re.match(r"([A-Za-z]+)\s+of\s+(?:the\s+)?", text)
    verb = NOUNS.get(found.group(1).lower()) if found else None
    if (
        found is None
        or verb is None
        or re.search(r"(?:\band|,)\s+\w+\s+of\b", text)
        or _noun_follows(text, found.end())
    ):
        return None
    return found.end(1) + 3, verb


def _noun_follows(text: str, start: int) -> bool:
    """Whether another noun of doing is joined to the first, which would then stand without its verb."""
    return any(_NOUN_ENDING.search(link["word"]) for link in _CHAIN.finditer(text, start))


def starts_with_gerund(text: str) -> bool:
    """Whether a duty begins with a gerund that should be a verb."""
    first = _FIRST.match(text)
    return first is not None and first.end() < len(text) and bool(verb_of(first.group())) and not _LABEL.match(text)


def starts_with_noun(text: str) -> bool:
    """Whether a duty begins with the noun of a verb: `Preparation of`, `Preparation and submission of`."""
    found = re.match(r"([A-Za-z]+)(?:(?:\s*,|\s+and|\s+&)\s+[A-Za-z]+){0,2}\s+of\b", text)
    return found is not None and found.group(1).lower() in NOUNS
