"""Whether two texts of a posting are the same page, and a fingerprint of all of a posting that a rewrite rests on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser

from unbland.core.ats.model import AtsPosting

_SPACE = re.compile(r"[ \t\r\n\f]+")

#: What a system may add to a link on its own.
_ADDED = {"rel", "target"}


class _Seen(HTMLParser):
    """Tags in their order, and the text between them with its entities read and its white space as one blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = sorted(f"{name}={value}" for name, value in attrs if name not in _ADDED)
        self.seen.append(("<", tag, *kept))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append((">", tag))

    def handle_data(self, data: str) -> None:
        self.seen.append(("text", data))


def page_of(html: str) -> list[tuple[str, ...]]:
    """What a page says to a parser; blanks at the ends of a stretch of text count for nothing."""
    parser = _Seen()
    parser.feed(html)
    parser.close()
    texts = ((each[0], _SPACE.sub(" ", each[1]).strip()) if each[0] == "text" else each for each in parser.seen)
    return [each for each in texts if each != ("text", "")]


def is_same(one: object, other: object) -> bool:
    """Whether two bodies are equal, their texts as pages."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or page_of(one) == page_of(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other


def fingerprint(posting: AtsPosting) -> str:
    """The SHA-256 of what a rewrite rests on: title, facts, and every part with its heading."""
    facts = (posting.title, posting.company, posting.location, posting.workplace, posting.employment_type)
    parts = [(part.key, part.heading, part.html) for part in posting.parts]
    said = json.dumps([[str(each) for each in (*facts, *posting.pay, posting.closes)], parts], ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()
