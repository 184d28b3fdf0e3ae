"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

#: They stand before what they belong to, so no sentence ends with them.
_LEADING = frozenset(
    "mr mrs ms dr prof st mt ft no nos nr vs cf approx ca dept est fig figs gen gov hon incl max min messrs misc ref rev"
    " sen sgt e.g i.e eg ie viz resp tel ext art vol pp p al jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

#: They can end a sentence; they do where the next word is one that sentences start with.
_EITHER = frozenset(
    "inc ltd llc corp co bros plc jr sr etc a.m p.m u.s u.k u.s.a e.u u.n ph.d b.a m.a b.s m.s b.sc m.sc".split()
)

#: Words that open a sentence in postings and hardly follow an abbreviation inside one (capitals in a name do).
_STARTERS = frozenset(
    "a all an and any apply applicants are as at but by candidates click do for he how if in it its join must no on"
    " our please she some that the their there these they this those to up we what when where who why with you your".split()
)

_STOP = re.compile(r"(?<![.!?])([.!?]{1,8})[)\]\"'”’»*]{0,4}\s+(?=[^\s])")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘'/]*$")
_OPENING = "\"'“‘«([*¿¡"


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences of `text`, without the white space between them."""
    spans, start = [], len(text) - len(text.lstrip())
    for match in _STOP.finditer(text):
        if _ends(text, match):
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    end = len(text.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at this stop."""
    after = text[match.end() : match.end() + _LONGEST_WORD].lstrip(_OPENING)
    if not after or after[0].islower():
        return False
    if match[1] != ".":
        return match[1][0] != "." or len(match[1]) == 1
    before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    word = before[0].lower() if before else ""
    if word in _LEADING:
        return False
    initial = len(word) == 1 and word.isalpha()
    if word in _EITHER or initial or _is_dotted(word):
        next_word = re.match(r"\w*", after)
        return bool(next_word) and next_word[0].lower() in _STARTERS
    return not (word.isdigit() and len(word) <= _LONGEST_NUMBERING and match.start() - len(word) == 0)


_LONGEST_WORD = 32
_LONGEST_NUMBERING = 2


def _is_dotted(word: str) -> bool:
    """Whether a word is initials with stops between: U.S, A.M.B."""
    return bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", word))
