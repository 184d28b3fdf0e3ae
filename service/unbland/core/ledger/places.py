"""Where a part of a line stands in the draft as it came in, past the markup between its words."""

from __future__ import annotations

import html
import re

from unbland.core.document.model import DraftLine

#: One sign of text in markup: tags and the target of a link show nothing, an entity shows one sign.
_SIGN = re.compile(r"(?P<markup><[^<>]*>|\]\([^()\s]*\))|&#?\w+;|.", re.DOTALL)


def place(source: str, line: DraftLine, start: int, end: int) -> tuple[int, int]:
    """Half-open offsets into the draft for `line.text[start:end]`; those of the whole line if it cannot be followed."""
    if line.end - line.start == len(line.text):
        return line.start + start, line.start + end
    shown = _follow(source[line.start : line.end], line.text)
    inside = [shown[i] for i in range(start, end) if i in shown]
    if len(shown) < len("".join(line.text.split())) or not inside:
        return line.start, line.end
    return line.start + inside[0][0], line.start + inside[-1][1]


def _follow(markup: str, text: str) -> dict[int, tuple[int, int]]:
    """For each sign of the text that is no space, its half-open place in the markup."""
    shown: dict[int, tuple[int, int]] = {}
    signs = iter([i for i, sign in enumerate(text) if not sign.isspace()])
    at = next(signs, None)
    for found in _SIGN.finditer(markup):
        if at is None:
            break
        if not found["markup"] and html.unescape(found.group()) == text[at]:
            shown[at] = found.span()
            at = next(signs, None)
    return shown
