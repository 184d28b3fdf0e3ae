"""Where the words of a source stand in the input as it came, markup and all."""

from __future__ import annotations

import re

from unbland.core.document.model import Document
from unbland.core.ledger.model import Source

#: What may stand between two words of a text in its source: tags, entities, and anything that is no word.
_BETWEEN = r"(?:<[^<>]*>|&#?\w+;|[^\w<])*"

#: Words: a longer source is no line that anybody wrote, and the pattern for its words would cost seconds.
_MOST_WORDS = 500


def place(document: Document, source: Source, start: int, end: int) -> tuple[int, int]:
    """The half-open span in the document of `source.text[start:end]`; the whole source where it cannot be told."""
    whole = (source.start or 0, source.end or 0)
    raw = document.source[whole[0] : whole[1]]
    if raw == source.text:
        return (whole[0] + start, whole[0] + end)
    words = re.findall(r"\w+", source.text)
    first = len(re.findall(r"\w+", source.text[:start]))
    wanted = len(re.findall(r"\w+", source.text[start:end]))
    if first + wanted > _MOST_WORDS:
        return whole
    pattern = _BETWEEN.join(f"({re.escape(word)})" for word in words[: first + wanted])
    found = re.search(pattern, raw) if wanted else None
    if found is None:
        return whole
    return (
        whole[0] + _with_sign(raw, found.start(first + 1), source.text[start]),
        whole[0] + found.end(first + wanted),
    )


def _with_sign(raw: str, start: int, sign: str) -> int:
    """The start moved to the sign before the first word, if the text begins with one: `$25`."""
    return start - 1 if start and not sign.isalnum() and raw[start - 1] == sign else start
