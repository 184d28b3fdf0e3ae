"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: They stand before what they belong to, so no sentence ends with them.
_LEADING = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "eg", "ie", "viz", "vs", "cf", "approx", "rs")
)

#: They can end a sentence; they do where the next word is one that sentences start with.
_EITHER_WORDS = (
    "inc ltd pvt llc corp co bros plc jr sr etc no nos nr mt ft ca dept"
    " est fig figs gen gov hon incl max min misc ref rev"
    " sen sgt resp tel ext art vol pp p al jan feb mar apr jun jul aug sep sept oct nov dec"
)

#: Words that open a sentence in postings and hardly follow an abbreviation inside one (capitals in a name do).
_STARTER_WORDS = (
    "a all an and any apply applicants are as at but by candidates click do for he how if in it its join location must"
    " no on our please reporting reports she some that the their there these they this those to up we what when where"
    " who why with you your"
)

_EITHER = frozenset(_EITHER_WORDS.split())
_STARTERS = frozenset(_STARTER_WORDS.split())

#: A stop with what closes around it, and the white space behind; without white space only before a capital word.
_STOP = re.compile(r"(?<![.!?])([.!?]{1,8})[)\]\"'”’»*]{0,4}(?:\s+|(?<=[a-z)][.!?])(?=[A-Z][a-z]{0,9}\s))(?=\S)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘'/]*$")
_NEXT_WORD = re.compile(r"\w*")
#: A word that nobody shortens to it, and words that open the next sentence of a hasty note.
_WHOLE_WORD = re.compile(r"(?<![\w.])[a-z]{5,}$")
#: A word before a stop without a space behind it, and no part of an address.
_BEFORE_GLUE = re.compile(r"(?<![\w.@/])[a-z]{3,}$")
#: A capital word and another behind it, which no address has.
_OPENS = re.compile(r"(?!(?:Com|Net|Org|Io|Co|Uk|Js)\b)[A-Z][a-z]+ [A-Za-z]{2}")
_SMALL_START = re.compile(r"(?:we|you|they|it|there)(?:['’](?:ve|re|ll|s|d))?\s")
#: A stop and a small letter; from so many in a text that begins with one, its sentences begin so.
_SMALL_AGAIN = re.compile(r"[a-z\d)]{2}[.!?]+\s+[a-z]")
_A_HABIT = 2
#: Where a sentence begins behind one that lost its stop, by words with a capital that nothing has in its middle.
_UNSTOPPED = re.compile(
    r"(?<=[a-z\d)%*]) ?(?=(?:You(?:['’]ll| (?:must|will|should|are|need))|(?:My|Our) client|We(?:['’]re| (?:are"
    r"|offer|will))"
    r"|Please (?:apply|call|click|contact|e-?mail|forward|note|quote|send|submit|visit)|To apply|In return"
    r"|The (?:ideal|right|successful|suitable) (?:applicant|candidate|person)|The (?:position|role|salary) (?:is"
    r"|will|involves)"
    r"|If (?:you|this (?:job|position|role|sounds))|This (?:is an?|position|role)"
    r"|For (?:more|further|full) (?:information|details)) )"
)
#: Characters between brackets: in longer ones whole sentences may stand.
_LONGEST_ASIDE = 100
#: Characters: a shorter sentence is one, whatever capitals it has.
_LONG = 120
#: Behind these a sentence goes on.
_JOIN_WORDS = (
    "a about an and are as at because but by called for from if in into is join like named of on or our so than that"
    " the their to what when where which who why with your"
)
_JOINS = frozenset(_JOIN_WORDS.split())
_DOTTED = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,2}")
_OPENING = "\"'“‘«([*¿¡"

#: Characters: no abbreviation is longer, and no first word of a sentence needs more to be known.
_LONGEST_WORD = 32


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences of `text`, without the white space between them."""
    spans, start = [], len(text) - len(text.lstrip())
    small = text[start : start + 1].islower() and len(_SMALL_AGAIN.findall(text)) >= _A_HABIT
    for match in _STOP.finditer(text):
        if _ends(text, match, small=small) and not _is_bracketed(text, start, match):
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    end = len(text.rstrip())
    spans += [(start, end)] if start < end else []
    return tuple(part for span in spans for part in _unstopped(text, *span))


def _is_bracketed(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop stands in brackets that its sentence opened before: `… (building of the Ag. Academy)`."""
    opened = text.rfind("(", start + 1, match.start())
    if opened < 0 or ")" in text[opened : match.start()]:
        return False
    closed = text.find(")", match.start(), opened + _LONGEST_ASIDE)
    return closed >= match.end() and "(" not in text[match.end() : closed]


def _unstopped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut where others begin in it without a stop before them: `… with a car You will call on …`."""
    if end - start > _LONG:
        for found in _UNSTOPPED.finditer(text, start + 1, end):
            word = _word_before(text, found.start())
            if word not in _JOINS and "." not in word:  # a stop inside it: an address, or more than one word
                yield start, found.start()
                start = found.end()
    yield start, end


def _ends(text: str, match: re.Match[str], *, small: bool) -> bool:
    """Whether a sentence ends at this stop; `small`: whoever wrote it begins them with small letters."""
    after = text[match.end() : match.end() + _LONGEST_WORD].lstrip(_OPENING)
    if not _may_begin(after, small=small or _goes_on_small(text, match, after)):
        return False
    glued = not match[0][-1].isspace()
    if match[1] != ".":
        return _ends_with_a_mark(match[1], after, glued=glued)
    word = _word_before(text, match.start())
    if glued and _parted(text, match):
        return True
    return not _leads(word, match) and (_starts(after) or not (glued or _may_go_on(word)))


def _parted(text: str, match: re.Match[str]) -> bool:
    """Whether two sentences lost the space between them: `… in three towns.Hay Bros acts as …`, not `booking.Com`."""
    whole = _BEFORE_GLUE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    return whole is not None and _OPENS.match(text, match.end()) is not None


def _ends_with_a_mark(mark: str, after: str, *, glued: bool) -> bool:
    """Whether a sentence ends at `?`, `!` or a row of signs: not at three dots."""
    return not mark.startswith("..") and (not glued or _starts(after))


def _may_begin(after: str, *, small: bool) -> bool:
    """Whether a sentence may begin with these words, which may begin with a small letter."""
    return bool(after) and (small or not after[0].islower())


def _leads(word: str, match: re.Match[str]) -> bool:
    """Whether a word before a stop stands before something else: `Dr.`, or the number of the line."""
    return word in _LEADING or (word.isdigit() and match.start() == len(word))


def _goes_on_small(text: str, match: re.Match[str], after: str) -> bool:
    """Whether a sentence begins with a small letter, as in a hasty note: `… a plumber. we've just won …`."""
    whole = match[1] == "." and match[0][-1].isspace() and _WHOLE_WORD.search(text, 0, match.start()) is not None
    return whole and _SMALL_START.match(after) is not None


def _word_before(text: str, stop: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, stop - _LONGEST_WORD), stop)
    return match[0].lower() if match else ""


def _may_go_on(word: str) -> bool:
    """Whether a stop behind `word` can be part of it: "Inc.", "U.S.", "J."."""
    return word in _EITHER or (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word) is not None


def _starts(after: str) -> bool:
    """Whether the next word is one that sentences start with."""
    match = _NEXT_WORD.match(after)
    return match is not None and match[0].lower() in _STARTERS


#: A first word in small letters, and neither an address nor what spells itself so: `iOS`, `pH`, `dbt`.
_SMALL = re.compile(r"(?!(?:dbt|npm)\b)[a-zà-ÿ]+(?:['’-][a-zà-ÿ]+)*(?=$|[\s,;!?)]|[.:](?:\s|$))")


def with_capital(text: str) -> str:
    """The text with a capital first, but for an address and a name that is spelled small."""
    return text[:1].upper() + text[1:] if _SMALL.match(text) else text
