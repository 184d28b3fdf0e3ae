"""Labels on the line of their value: `Home time: Out Monday`."""

from __future__ import annotations

import re

from unbland.core.document.model import Document, DraftSection, Format

#: What may stand between a label and its value on one line, colon included.
_COLON = re.compile(r"(?:[*_: \t]|&nbsp;|</?(?:b|strong|em|i|u|span|font)\b[^<>]*>)*")


def is_labelled(section: DraftSection, document: Document) -> bool:
    """Whether the heading of a section is a label, with the first line of the section behind it on its own line."""
    heading, first = section.heading, section.lines[0] if section.lines else None
    if heading is None or first is None:
        return False
    on_one_line = _COLON.fullmatch(document.source, heading.end, first.start) is not None
    return on_one_line and ":" in document.source[heading.start : first.start]


def row_end(section: DraftSection, document: Document) -> int:
    """Where the row of a label and its value ends, which what stands on the next rows has left; else the text's end."""
    end = -1
    if document.format is not Format.HTML and is_labelled(section, document):
        end = document.source.find("\n", section.lines[0].start)
    return end if end >= 0 else len(document.source)
