"""Links of a draft: those of its markup, and the bare addresses in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.document.model import Link
from unbland.core.document.rows import Row

#: Where a reader may be sent.
_SENDABLE = re.compile(r"https?://|mailto:|tel:", re.IGNORECASE)

#: A full stop or bracket at the end belongs to the sentence.
_ADDRESS = re.compile(r"https?://[^\s<>\"|]*[^\s<>\"|.,;:!?)\]'’*_]", re.IGNORECASE)


def address(written: str) -> str:
    """The address of a link, without white space; empty where it leads to no page and no mailbox."""
    url = "".join(written.split())
    return url if _SENDABLE.match(url) else ""


def with_bare_links(links: Sequence[Link], rows: Sequence[Row]) -> tuple[Link, ...]:
    """The links of the markup and the addresses that stand in the text outside of them, in order."""
    taken = {place for link in links for place in range(link.start, link.end)}
    bare = []
    for row in rows:
        for match in _ADDRESS.finditer(row.text.text) if "://" in row.text.text else ():
            start, end = row.text.span(*match.span())
            if start not in taken:
                bare.append(Link(text=match[0], url=match[0], start=start, end=end))
    return tuple(sorted([*links, *bare], key=lambda link: link.start))
