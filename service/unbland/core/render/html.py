"""The posting as HTML of a few plain tags, every character of every source escaped, and the whole through the gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from unbland.core.posting import Posting, Section
from unbland.core.render.markdown import PARAGRAPHS, PROSE, ended
from unbland.core.render.sanitize import sanitized

#: Addresses that stand in the text become links; no other scheme ever does.
_ADDRESS = re.compile(r"https://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def to_html(posting: Posting) -> str:
    """The whole posting in h2, h3, p, ul, li and a; no attribute but href. A page's first heading is its own."""
    parts = [f"<h2>{escape(posting.title)}</h2>"] if posting.title else []
    for section in posting.sections:
        parts += _blocks(section, headings=True)
    return sanitized("\n".join(parts) + "\n") if parts else ""


def to_body(sections: Sequence[Section], *, headings: bool) -> str:
    """Sections on one line, without the title: some vendors take no line breaks (Greenhouse, "Important Note")."""
    return sanitized("".join(block for section in sections for block in _blocks(section, headings=headings)))


def _blocks(section: Section, *, headings: bool) -> list[str]:
    heading = [f"<h3>{escape(section.heading)}</h3>"] if headings and section.heading else []
    lines = [_linked(ended(line.text)) for line in section.lines]
    if section.kind in PROSE:
        return [*heading, f"<p>{' '.join(lines)}</p>"]
    if section.kind in PARAGRAPHS:
        return [*heading, *(f"<p>{line}</p>" for line in lines)]
    return [*heading, f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"]


def _linked(text: str) -> str:
    """The escaped text with its addresses as links."""
    parts, end = [], 0
    for match in _ADDRESS.finditer(text):
        address = match[0]
        target = address if address.startswith("https:") else f"mailto:{address}"
        parts += [escape(text[end : match.start()]), f'<a href="{escape(target)}">{escape(address)}</a>']
        end = match.end()
    return "".join((*parts, escape(text[end:])))
