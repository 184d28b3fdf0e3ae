"""Where the words of a source stand in the input as it came, markup and all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from unbland.core.document.model import Document
from unbland.core.ledger.model import Source

#: What may stand between two words of a text in its source: tags, entities, and anything that is no word.
_BETWEEN = r"(?:<[^<>]*>|&#?\w+;|[^\w<])*"
_GAP = re.compile(_BETWEEN)
_WORD = re.compile(r"\w+")
_SIGNS_BEHIND = re.compile(r"\W+$")

#: Words, and characters: a longer source is no line that anybody wrote, and to look for its words would cost seconds.
_MOST_WORDS = 500
_MOST_CHARACTERS = 4_000


def place(document: Document, source: Source, start: int, end: int) -> tuple[int, int]:
    """The half-open span in the document of `source.text[start:end]`; the whole source where it cannot be told."""
    whole = (source.start or 0, source.end or 0)
    raw = document.source[whole[0] : whole[1]]
    if raw == source.text:
        return (whole[0] + start, whole[0] + end)
    if end > _MOST_CHARACTERS:
        return whole
    seen = _seen(document, *whole)
    if len(seen) < len(raw):
        raw = "".join(document.source[at] for at in seen)
    found = _within(raw, source.text, start, end)
    return whole if found is None else (seen[found[0]], seen[found[1] - 1] + 1)


def _seen(document: Document, start: int, end: int) -> Sequence[int]:
    """The places of the characters in a span that a reader sees; one that nobody sees may stand within a word."""
    if end - start > _MOST_CHARACTERS:
        return range(start, end)
    behind = bisect_right(document.removed, start, key=lambda each: each.end)
    within = takewhile(lambda each: each.start < end, document.removed[behind:])
    hidden = {at for each in within for at in range(each.start, each.end)}
    return [at for at in range(start, end) if at not in hidden]


def _within(raw: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The half-open span in the raw text of `text[start:end]`, past the markup between its words; None if not told."""
    words = _WORD.findall(text[:_MOST_CHARACTERS])
    first = len(_WORD.findall(text[:start]))
    wanted = len(_WORD.findall(text[start:end]))
    if first + wanted > min(_MOST_WORDS, len(words)):
        return None  # `foo_rock star`: the place parts a word
    found = _places(words[: first + wanted], raw) if wanted else ()
    if not found:
        return None
    behind = _SIGNS_BEHIND.search(text[start:end])
    return (
        _with_sign(raw, found[first][0], text[start]),
        _with_signs_behind(raw, found[first + wanted - 1][1], behind[0] if behind else ""),
    )


def _places(words: list[str], raw: str) -> list[tuple[int, int]]:
    """The half-open place of each of these words where they first stand in a row; empty where they nowhere do."""
    start = raw.find(words[0])
    while start >= 0:
        found, end = [(start, start + len(words[0]))], start + len(words[0])
        for word in words[1:]:
            gap = _GAP.match(raw, end)
            begin = gap.end() if gap else end
            if not raw.startswith(word, begin):
                break
            end = begin + len(word)
            found.append((begin, end))
        if len(found) == len(words):
            return found
        if "&" in raw:
            return _tried(words, raw)
        start = raw.find(words[0], start + 1)
    return []


def _tried(words: list[str], raw: str) -> list[tuple[int, int]]:
    """The same, where `R&D;` may be words or an entity: every way is tried, which takes long."""
    found = re.search(_BETWEEN.join(f"({re.escape(word)})" for word in words), raw)
    return [found.span(number) for number in range(1, len(words) + 1)] if found else []


def _with_sign(raw: str, start: int, sign: str) -> int:
    """The start moved to the sign before the first word, if the text begins with one: `$25`."""
    return start - 1 if start and not sign.isalnum() and raw[start - 1] == sign else start


def _with_signs_behind(raw: str, end: int, signs: str) -> int:
    """The end moved past the signs with which the text ends, as far as they stand there too."""
    for sign in signs:
        if not raw.startswith(sign, end):
            break
        end += 1
    return end
