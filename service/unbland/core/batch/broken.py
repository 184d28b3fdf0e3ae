"""Texts that something broke on their way: what a reader would take for carelessness, whatever was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.document.model import Document, Removal, Removed

#: UTF-8 read as cp1252 or as Latin-1 (`â€™`, `Ã©`), and the sign that stands for what could not be read.
_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf]|\u00e2\u0080[\u0080-\u00bf]|\u00e2\u20ac[\u2122\u0153\u201c\u201d\u0161\u00a6\u02dc\u2013\u2014]|\u00c2[\u00a0-\u00bf]|\ufffd"
)

#: What a template was to fill in, and did not.
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|%%\w{1,40}%%|lorem ipsum|"
    r"[\[<](?:insert|your|company|client|job|city|date|name|salary|tbd|tbc|xx+)\b[^\]>\n]{0,40}[\]>]",
    re.IGNORECASE,
)

#: Markup that a reader sees, because it was escaped twice or cut.
_MARKUP = re.compile(
    r"&(?:amp|nbsp|lt|gt|quot|rsquo|lsquo|ndash|bull|#\d{2,5});|</?(?:p|br|div|li|ul|span|strong)\b[^>\n]{0,80}>?"
)

#: A text that was cut where a feed had no more room.
_CUT = re.compile(r"(?:[\w,] ?(?:\.\.\.|…)|\[(?:…|\.\.\.)\]|\bread more|\bshow more)$", re.IGNORECASE)

#: Words: less is a notice, no posting.
_SHORT = 40


def broken(document: Document) -> tuple[str, ...]:
    """What is broken in a text, in few words each; empty where nothing is."""
    text = "\n".join(line.text for line in document.lines)
    return tuple(_found(document, text))


def _found(document: Document, text: str) -> Iterator[str]:
    if _MOJIBAKE.search(document.source):
        yield "read with the wrong character set"
    if _PLACEHOLDER.search(text):
        yield "a placeholder that nobody filled"
    if _MARKUP.search(text):
        yield "markup that readers see"
    if _CUT.search(text.rstrip()):
        yield "cut off at the end"
    if any(_says(document, removed) for removed in document.removed):
        yield "words that no reader sees"
    if len(text.split()) < _SHORT:
        yield f"fewer than {_SHORT} words"


def _says(document: Document, removed: Removed) -> bool:
    """Whether what was taken out held words, and was no program."""
    words = any(map(str.isalpha, document.source[removed.start : removed.end]))
    return words and removed.why is not Removal.SCRIPT
