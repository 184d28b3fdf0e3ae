"""The posting as HTML of a few plain tags, every character of every source escaped."""

from __future__ import annotations

import re
from html import escape

from unbland.core.posting import Posting, Section
from unbland.core.render.markdown import PARAGRAPHS, PROSE, ended

#: Addresses that stand in the text become links; no other scheme ever does.
_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def to_html(posting: Posting) -> str:
    """The whole posting in h1, h2, p, ul, li and a; no attribute but href."""
    parts = [f"<h1>{escape(posting.title)}</h1>"] if posting.title else []
    for section in posting.sections:
        if section.heading:
            parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts.append(_body(section))
    return "\n".join(parts) + "\n" if parts else ""


def _body(section: Section) -> str:
    lines = [_linked(ended(line.text)) for line in section.lines]
    if section.kind in PROSE:
        return f"<p>{' '.join(lines)}</p>"
    if section.kind in PARAGRAPHS:
        return "\n".join(f"<p>{line}</p>" for line in lines)
    return "\n".join(("<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"))


def _linked(text: str) -> str:
    """The escaped text with its addresses as links."""
    parts, end = [], 0
    for match in _ADDRESS.finditer(text):
        address = match[0]
        target = address if address.startswith("http") else f"mailto:{address}"
        parts += [escape(text[end : match.start()]), f'<a href="{escape(target)}">{escape(address)}</a>']
        end = match.end()
    return "".join((*parts, escape(text[end:])))
