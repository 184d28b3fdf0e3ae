"""XML elements with their places, read without document types, entities of its own, or endless nesting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from unbland.errors import NotAtsDocument

#: The feeds that are read are five deep.
_DEEPEST = 30

_BROKEN = "The draft is no well-formed XML; send the feed as it came."


@dataclass(slots=True)
class Element:
    """One element: its name, what stands in it, and where that begins and ends in the document's UTF-8."""

    name: str
    pieces: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    @property
    def said(self) -> str:
        """The text that stands right inside."""
        return "".join(self.pieces)

    def all(self, name: str) -> Sequence[Element]:
        """The elements of this name right inside."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element | None:
        """The first element of this name right inside."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """The text of the first element of this name, without white space around it."""
        found = self.first(name)
        return found.said.strip() if found else ""


def elements(document: str) -> Element:
    """The outermost element; raises NotAtsDocument for what is no XML or brings a document type."""
    try:
        source = document.encode()
    except UnicodeEncodeError:
        raise NotAtsDocument(_BROKEN) from None
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    above = Element(name="")
    stack = [above]

    def begin(name: str, _: dict[str, str]) -> None:
        if len(stack) > _DEEPEST:
            _refuse()
        element = Element(name=name, start=source.index(b">", parser.CurrentByteIndex) + 1)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_: str) -> None:
        element = stack.pop()
        element.end = max(element.start, parser.CurrentByteIndex)

    def say(text: str) -> None:
        stack[-1].pieces.append(text)

    def refuse(*_: object) -> None:
        _refuse()

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, say
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(source, True)  # noqa: FBT003 (the library's own signature: this is all there is)
    except expat.ExpatError:
        raise NotAtsDocument(_BROKEN) from None
    return above.children[0]


def _refuse() -> NoReturn:
    raise NotAtsDocument("The XML brings a document type or is nested without end; send the feed as it came.")
