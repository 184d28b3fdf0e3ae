"""A short text that a form or a file gave: what a reader would see of it, on one line."""

from __future__ import annotations

import re
from typing import NamedTuple

from unbland.core.document.invisible import without_invisible
from unbland.core.document.links import with_bare_links
from unbland.core.document.markdown_reader import read_markdown
from unbland.core.document.traced import Traced
from unbland.core.document.traps import without_traps

#: Markup that a fact may carry: tags, comments, entities, links and pictures of Markdown.
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:#\w{1,8}|[a-zA-Z]{2,8});|\]\s?[(\[:]")

_SCHEME = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)


class Seen(NamedTuple):
    """A text as a reader sees it, and whether something else was taken out of it."""

    text: str
    cleaned: bool


def seen(text: str) -> Seen:
    """The text without markup, hidden words and traps; the address of a link stands behind its words."""
    rest, removed = without_invisible(Traced.of(text))
    rest, traps = without_traps(rest)
    if not _MARKUP.search(rest.text):
        return Seen(rest.text, bool(removed or traps))
    page = read_markdown(rest)
    page.finish(len(text))
    said = " ".join(row.text.text for row in page.rows)
    links = dict.fromkeys(_SCHEME.sub("", link.url) for link in with_bare_links(page.links, page.rows))
    behind = [url for url in links if url not in said]
    whole = f"{said} ({', '.join(behind)})" if behind and said else said
    return Seen(whole, bool(removed or traps or page.removed))
