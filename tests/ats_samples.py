"""The invented postings in the vendors' shapes, and how two pages of HTML are compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from unbland.core.ats import AtsDocument, AtsFormat, open_document

FOLDER = Path(__file__).parent / "core" / "ats" / "fixtures"

#: Each file, and the format that it is in.
SAMPLES = {
    "greenhouse.json": AtsFormat.GREENHOUSE,
    "greenhouse-harvest.json": AtsFormat.GREENHOUSE_HARVEST,
    "lever.json": AtsFormat.LEVER,
    "lever-data.json": AtsFormat.LEVER_DATA,
    "ashby.json": AtsFormat.ASHBY,
    "ashby-board.json": AtsFormat.ASHBY_BOARD,
    "smartrecruiters.json": AtsFormat.SMARTRECRUITERS,
    "workable.json": AtsFormat.WORKABLE,
    "recruitee.json": AtsFormat.RECRUITEE,
    "personio.xml": AtsFormat.PERSONIO,
    "personio-de.xml": AtsFormat.PERSONIO,
    "jsonld.json": AtsFormat.JSONLD,
}


def text_of(name: str) -> str:
    """A sample as it would come over the wire."""
    return (FOLDER / name).read_text("utf-8")


def value_of(name: str) -> object:
    """A sample as its format wants it: a JSON value, or a text of XML."""
    text = text_of(name)
    return text if name.endswith(".xml") else json.loads(text)


def fields(value: object) -> Mapping[str, Any]:
    """A value that is an object."""
    assert isinstance(value, Mapping)
    return value


def sample(name: str) -> AtsDocument:
    """A sample, opened."""
    return open_document(value_of(name), SAMPLES[name])


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, sorted(attrs, key=str)))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.seen and isinstance(self.seen[-1], str) and self.seen[-1].startswith("text:"):
            data = str(self.seen.pop())[5:] + data
        self.seen.append(f"text:{data}")


def dom(html: str) -> list[object]:
    """What a page says to a parser: tags with their attributes, and text with its entities read."""
    events = _Events()
    events.feed(html)
    events.close()
    return events.seen


def tags(html: str) -> set[str]:
    """The names of the tags of a page."""
    return {each[0] for each in dom(html) if isinstance(each, tuple)}
