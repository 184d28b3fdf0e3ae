"""Sizes: how long, how full of figures and how repetitive a line and its sources may be, which bounds the work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.numbers import TEENS, TENS, UNITS
from unbland.core.language.words import STOP_WORDS
from unbland.core.ledger.model import Source
from unbland.core.posting import Line

#: The longest line, the longest source that a line may reword, and the most that one line may cite, in characters:
#: twice a long bullet, a long paragraph, and a short draft.
LINE_LIMIT, SOURCE_LIMIT, CITED_LIMIT = 800, 2_000, 8_000
#: The most figures of a line, and of all that it cites: several times what the fullest lines of real postings have.
#: Each figure of a line is held against each of the sources.
_LINE_FIGURES, _FIGURES = 30, 120
#: How often a line, and all that it cites, may say one and the same word: each is held against each.
_LINE_REPEATS, _REPEATS = 8, 24
#: The most clauses of a line, as told by its joints.
_JOINTS = 30

_NUMERAL = re.compile(rf"\d+|\b(?:{'|'.join((*UNITS, *TEENS, *TENS))})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[,;:.()]|\b(?:and|or|but)\b", re.IGNORECASE)


def check(line: Line, sources: Sequence[Source]) -> Iterator[Violation]:
    """What makes a line, or what it cites, too much to check; then nothing else is checked."""
    cited = " ".join(source.text for source in sources)
    if len(line.text) > LINE_LIMIT:
        yield _violation(f"the line has {len(line.text)} characters; it may have {LINE_LIMIT}")
    for source in sources:
        if len(source.text) > SOURCE_LIMIT:
            yield _violation(f"{source.id} is too long to reword")
    if len(cited) > CITED_LIMIT:
        yield _violation(f"the line cites {len(cited)} characters; it may cite {CITED_LIMIT}")
    if _has_figures(line.text, _LINE_FIGURES) or _has_figures(cited, _FIGURES):
        yield _violation("the line, or what it cites, has too many figures to check")
    if _repeats(line.text) > _LINE_REPEATS or _repeats(cited) > _REPEATS:
        yield _violation("the line, or what it cites, says one word too often to check")
    if len(_JOINT.findall(line.text)) > _JOINTS:
        yield _violation("the line has too many clauses to check")


def _has_figures(text: str, most: int) -> bool:
    """Whether a text has more figures than so many; something stands between any two of them."""
    return len(text) > 2 * most and len(_NUMERAL.findall(text)) > most


def _repeats(text: str) -> int:
    """How often the commonest word that says something stands in a text."""
    words = Counter(word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS)
    return max(words.values(), default=0)


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.CITATION, detail=detail)
