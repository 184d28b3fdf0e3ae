"""Links of a draft: those of its markup, and the bare addresses in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.document.model import Link
from unbland.core.document.rows import Row
from unbland.core.document.traps import is_masked

#: Where a reader may be sent.
_SENDABLE = re.compile(r"https?://|mailto:|tel:", re.IGNORECASE)

#: A full stop or bracket at the end belongs to the sentence.
_ADDRESS = re.compile(r"https?://[^\s<>\"|]*[^\s<>\"|.,;:!?)\]'’*_]", re.IGNORECASE)


_HOST = re.compile(r"(?:https?://)?(?P<host>[^/?#\s]+)", re.IGNORECASE)

#: Words that are nothing but a web address.
_SAYS_ADDRESS = re.compile(r"(?:https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/\S*)?)", re.IGNORECASE)

_SAYS_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def address(written: str) -> str:
    """The address of a link, without white space; empty where it leads to no page and no mailbox."""
    url = "".join(written.split())
    return url if _SENDABLE.match(url) else ""


def runs_code(written: str) -> bool:
    """Whether the address of a link is a program or a page of its own making."""
    return "".join(written.split()).lower().startswith(("javascript:", "vbscript:", "data:"))


def leads_elsewhere(words: str, url: str) -> bool:
    """Whether a link looks like another page's: its words are an address on another host, or its host is masked."""
    if url.lower().startswith("mailto:"):
        return bool(_SAYS_MAILBOX.fullmatch(words)) and words.lower() not in url.lower()
    host = _host(url)
    said = _host(words) if _SAYS_ADDRESS.fullmatch(words) else host
    return bool(host) and (
        is_masked(host) or not (said == host or host.endswith(f".{said}") or said.endswith(f".{host}"))
    )


def _host(address: str) -> str:
    """The host of a web address, without `www.`; empty where it has none."""
    found = _HOST.match(address)
    return found["host"].lower().removeprefix("www.").rstrip(".") if found else ""


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
