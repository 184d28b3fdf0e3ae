"""HTML of a vendor's parts: entity-escaped or not, as plain text, and the copies that vendors keep of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

import nh3

from unbland.core.document import read
from unbland.core.document.formats import ENTITY, has_blocks, unescaped
from unbland.core.document.model import BlockKind, Format
from unbland.core.document.traced import Traced
from unbland.errors import BadInput

#: What no rewritten line can carry; it stays with the part that had it.
_EMBED = re.compile(
    r"<(iframe|video|audio)\b[^>]{0,2000}>.{0,2000}?</\1\s{0,9}>|<img\b[^>]{0,2000}>", re.IGNORECASE | re.DOTALL
)
_SAFE = re.compile(r"\bsrc=\"https://", re.IGNORECASE)
_EMBEDS = {"iframe", "img", "video", "audio", "source"}
_KEPT = {"src", "width", "height", "alt", "frameborder", "allowfullscreen"}


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a vendor's field, and whether it is HTML turned into entities as a whole."""

    raw: str
    escaped: bool

    @property
    def html(self) -> Traced:
        """The HTML; what came as entities is turned back once, so that an entity in it stays one."""
        whole = Traced.of(self.raw)
        return whole.replaced(ENTITY, unescape) if self.escaped else whole

    def written(self, html: str) -> str:
        """HTML as this field holds it."""
        return escape(html) if self.escaped else html


def surely_escaped(raw: str) -> Content:
    """A field that the vendor escapes; where it has tags all the same, somebody has turned them back before."""
    return Content(raw, escaped=not has_blocks(raw))


def perhaps_escaped(raw: str) -> Content:
    """A field that some escape; only tags that came as entities show that it was."""
    return Content(raw, escaped=unescaped(Traced.of(raw)).text != raw)


def lined(html: str) -> str:
    """HTML whose lines end as a page shows them: where no tag ends a line, a line break does."""
    return html if has_blocks(html) else html.replace("\n", "<br>\n")


def plain(html: str) -> str:
    """The text of a part, a line each; bullets begin with a hyphen."""
    try:
        sections = read(f"<div>{html}</div>", Format.HTML).sections
    except BadInput:
        return ""
    lines: list[str] = []
    for section in sections:
        lines += [section.heading.text] if section.heading else []
        for block in section.blocks:
            texts = [line.text for line in block.lines]
            lines += [" ".join(texts)] if block.kind is BlockKind.PARAGRAPH else [f"- {text}" for text in texts]
    return "\n".join(lines)


def embeds(html: str) -> str:
    """The images, videos and frames of a part, with address, size and the words for those who see none; https alone."""
    found = "".join(match[0] for match in _EMBED.finditer(html))
    kept = nh3.clean(
        found,
        tags=_EMBEDS,
        attributes=dict.fromkeys(_EMBEDS, _KEPT),
        url_schemes={"https"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )
    return "".join(match[0] for match in _EMBED.finditer(kept) if _SAFE.search(match[0]))


def swapped(copy: str, old: str, new: str) -> str | None:
    """A longer text with one part of it replaced; None where the part does not stand in it exactly once."""
    return copy.replace(old, new) if old and copy.count(old) == 1 else None


def with_headings(parts: Iterable[tuple[str, str]]) -> str:
    """Parts one after the other, each under its heading."""
    return "".join((f"<h3>{escape(heading)}</h3>" if heading else "") + html for heading, html in parts if html)
