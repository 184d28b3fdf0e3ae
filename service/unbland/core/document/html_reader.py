"""The HTML reader: tags, comments and text, each with its place, laid out on a page.

The parser of the standard library tells line and column only, and takes quadratic time on tags that never end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from unbland.core.document.formats import ENTITY, has_blocks
from unbland.core.document.model import Removal, Removed
from unbland.core.document.page import Page
from unbland.core.document.tags import RAW
from unbland.core.document.traced import Traced

#: A longer tag ends at its first ">", whatever is quoted, so that unclosed quotes cost no more than this each.
_LONGEST_TAG = 2000

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+)>"
)
_UNQUOTED = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")

#: What HTML takes for a comment: declarations, instructions, end tags of nothing.
_ODD = re.compile(r"<(?:[!?]|/[^a-zA-Z])")


@dataclass(frozen=True, slots=True)
class _Mark:
    """One tag or comment; a comment has no name."""

    start: int
    end: int
    name: str = ""
    closing: bool = False
    rest: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, *values in _ATTRIBUTE.findall(self.rest[:_LONGEST_TAG]):
            found.setdefault(name.lower(), unescape("".join(values)))
        return found


def read_html(text: Traced) -> Page:
    """Lay out HTML; where it has no tag that ends a line, its own line breaks do."""
    page = Page(breaks=not has_blocks(text.text))
    read_piece(page, text)
    return page


def read_piece(page: Page, text: Traced) -> None:
    """Lay out a piece of HTML, whose elements may end in a later piece."""
    raw, last = text.text, text.text.rfind(">")
    seen = pos = 0
    while (start := raw.find("<", pos)) >= 0:
        mark = _mark(raw, start, last)
        if mark is None:
            pos = start + 1
            continue
        _put(page, text.part(seen, start))
        _lay(page, text, mark)
        seen = pos = _end_of_raw(raw, mark)
        if mark.name in RAW and not mark.closing:
            _put(page, text.part(mark.end, seen))
    _put(page, text.part(seen))


def _mark(raw: str, start: int, last: int) -> _Mark | None:
    """The tag or comment at `start`; None where "<" is a mere sign."""
    if raw.startswith("<!--", start):
        end = raw.find("-->", start + 2)
        return _Mark(start, len(raw) if end < 0 else end + 3)
    if start > last:
        return None
    if _ODD.match(raw, start):
        return _Mark(start, raw.index(">", start) + 1)
    match = _TAG.match(raw, start, start + _LONGEST_TAG) or _UNQUOTED.match(raw, start)
    if match is None:
        return None
    return _Mark(start, match.end(), match["name"].lower(), bool(match["end"]), match["rest"])


def _lay(page: Page, text: Traced, mark: _Mark) -> None:
    start, end = text.span(mark.start, mark.end)
    if not mark.name:
        page.removed.append(Removed(why=Removal.COMMENT, start=start, end=end))
    elif mark.closing:
        page.close(mark.name, end)
    else:
        page.open(mark.name, mark.attributes, start, end)


def _end_of_raw(raw: str, mark: _Mark) -> int:
    """Where reading goes on: after the tag, or at the end tag of an element that holds no tags."""
    if mark.closing or mark.name not in RAW:
        return mark.end
    match = re.compile(f"</{mark.name}(?=[\\s/>])", re.IGNORECASE).search(raw, mark.end)
    return match.start() if match else len(raw)


def _put(page: Page, text: Traced) -> None:
    if text:
        page.text(text.replaced(ENTITY, unescape) if "&" in text.text else text)
