"""Names of sections that ran into the text below them, as in `Who Should Apply You have taught before`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.document.names import is_name

#: Where a sentence begins.
_BEGINS = re.compile(r"(?:^|(?<=[.!?:…]\s))(?=[A-Z])")
_WORD = re.compile(r"\S+")

#: Small words inside a name that is written with capitals.
_SMALL = frozenset(["a", "and", "for", "in", "is", "of", "or", "the", "to", "with"])

#: A sentence begins with these, and no name of a section goes on with them.
_STARTS = re.compile(
    r"(?:You(?:['’](?:ll|re|ve|d))?|We(?:['’](?:ll|re|ve))?|The|This|These|Our|Ours|As|It|It['’]s|If|There|Must"
    r"|Ideally|Currently|Working|Reporting)$"
)

#: Words of a name: one alone may be the first word of its sentence, and no name has more.
_FEWEST, _MOST = 2, 6


def run_in_names(text: str) -> Iterator[tuple[int, int]]:
    """Where such names stand; the sentence behind each begins with a capital, which no name goes on with."""
    for begin in _BEGINS.finditer(text):
        words: list[re.Match[str]] = []
        for word in _WORD.finditer(text, begin.start()):
            if len(words) >= _FEWEST and _STARTS.match(word[0]) and is_name(text[begin.start() : words[-1].end()]):
                yield begin.start(), words[-1].end()
                break
            if len(words) == _MOST or not _may_stand_in_a_name(word[0]):
                break
            words.append(word)


def _may_stand_in_a_name(word: str) -> bool:
    return word in _SMALL or (word[0].isupper() and word[-1].isalnum())
