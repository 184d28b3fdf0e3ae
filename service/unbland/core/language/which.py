"""Which language a text is in: English at a glance, any other by a library that is asked only in doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from unbland.core.language.english import is_clearly_english

ENGLISH = "en"

#: What ISO 639-2 calls a language that nobody could tell.
UNKNOWN = "und"

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")

#: Characters of each of the three stretches that are looked at in a long text: for the small words enough to be sure,
#: for the library as many as it reads.
_GLANCE, _LOOK = 800, 350

#: Words: below this a text can be names and skills alone; another language must then be twice as likely as English.
_SHORT = 20
_SURE = 2.0

#: Words below which nobody can tell a language.
_TOO_SHORT = 3


def language_of(text: str) -> str:
    """The language of a posting, or of most of it, as ISO 639-1 has it; a short text in doubt is English."""
    if len([*islice(_WORD.finditer(text[:_GLANCE]), _TOO_SHORT)]) < _TOO_SHORT:
        return ENGLISH
    if is_clearly_english("\n".join(_stretches(text, _GLANCE))):
        return ENGLISH
    found = Counter(_guess(stretch) for stretch in _stretches(text, _LOOK))
    return max(found, key=lambda language: (found[language], language == ENGLISH))


def _stretches(text: str, size: int) -> tuple[str, ...]:
    """The beginning, the middle and the end of a text; a short one whole."""
    if len(text) <= 3 * size:
        return (text,)
    middle, last = (len(text) - size) // 2, len(text) - size
    return tuple(text[start : start + size] for start in (0, middle, last))


def _guess(text: str) -> str:
    """The language of one stretch."""
    words = _WORD.findall(text)
    scores = _scores(text) if words else {}
    if not scores:
        return UNKNOWN if words and not any(_LATIN.match(word) for word in words) else ENGLISH
    best = max(scores, key=lambda language: scores[language])
    is_sure = len(words) >= _SHORT or scores[best] >= _SURE * scores.get(ENGLISH, 0)
    return best if is_sure else ENGLISH


def _scores(text: str) -> Mapping[str, float]:
    """How likely each language is, as the library has it."""
    scores: Mapping[str, float] = _library()(text).scores()
    return scores


@lru_cache(maxsize=1)
def _library() -> Callable[[str], Any]:
    """The library's look at a text, which ships no types."""
    # Its table takes a quarter of a second to load; who reviews English postings does not wait for it.
    from eld import LanguageDetector  # noqa: PLC0415

    detect: Callable[[str], Any] = LanguageDetector().detect
    return detect
