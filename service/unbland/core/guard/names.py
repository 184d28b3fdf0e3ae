"""Names: places, people, firms, tools and acronyms of a line stand in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.word import Word

#: A sentence begins at the start, after a full stop, and after a colon or bullet sign.
_SENTENCE_START = re.compile(r"(?:^|[.!?:•]\s|\n)\W*$")
#: Small words that stand before places.
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "within", "around", "to", "between", "across", "outside"})
#: Words: such a small word stands within so many before the name of a place.
_NEAR = 3
#: Written with a capital whatever it stands for.
_CAPITAL_ALWAYS = frozenset({"i", "ok", "faq", "cv", "am", "pm"})


def check(case: Case) -> Iterator[Violation]:
    """Words that are written as a name and that no cited source has."""
    known = {word.meaning for reading in (*case.readings, *case.names) for word in reading.words}
    words = case.claim.words
    for place, word in enumerate(words):
        if (
            not _is_name(case.claim.text, word)
            or word.meaning in known
            or word.plain in CALENDAR
            or word.figure
            or word.start in case.rests
        ):
            continue
        before = {other.plain for other in words[max(0, place - _NEAR) : place]}
        class_ = ViolationClass.PLACE if before & _PLACE_BEFORE else ViolationClass.ENTITY
        yield Violation(class_=class_, detail=f"{word.text!r} is in no cited source")


def _is_name(text: str, word: Word) -> bool:
    """Whether it is written as a name: capitals inside, a sign at its end, or a capital within a sentence."""
    if word.text[0].isdigit() or word.plain in _CAPITAL_ALWAYS:
        return False
    if not word.text[1:].islower() and len(word.text) > 1 and word.text.lower() != word.text:
        return not word.plain.startswith(("i'", "you'", "we'", "they'"))
    return word.text[0].isupper() and word.content and not _SENTENCE_START.search(text, 0, word.start)
