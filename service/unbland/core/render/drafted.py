"""A draft that stands, in every form: its own lines in their order and nesting, under its own headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from html import escape as html_escape
from itertools import groupby
from typing import NamedTuple

from unbland.core.document.labels import is_labelled
from unbland.core.document.model import Block, BlockKind, Document, DraftLine, DraftSection, Heading, Link
from unbland.core.facts import CompanyFacts
from unbland.core.render.jsonld import to_jsonld
from unbland.core.render.markdown import escape
from unbland.core.render.rendered import Rendered
from unbland.core.render.sanitize import sanitized

#: Lines and headings of a draft.
Parts = AbstractSet[DraftLine | Heading]

#: What ends an address in Markdown, or makes another of it.
_ENDS_LINK = re.compile(r"[<>\\\s]")

#: HTML headings of a posting: the page around it has the first one, and below the fourth all look the same.
_FIRST_HEADING, _LAST_HEADING = 2, 4


#: A stop, with the brackets and quotation marks behind it.
_ENDS_SENTENCE = re.compile(r"[.!?:;,…。？！]['\"’”»)\]]*\s*$")


class _Said(NamedTuple):
    """A heading, a paragraph or a point of a list."""

    text: str
    links: tuple[Link, ...] = ()
    #: From 1 for a heading, 0 for anything else.
    heading: int = 0
    #: From 1 for the points of the outermost list, 0 for anything else.
    depth: int = 0
    label: str = ""


class _Look(NamedTuple):
    """How one form writes words, a link and a label."""

    words: Callable[[str], str]
    link: Callable[[str, str], str]
    label: Callable[[str], str]


def _place(url: str) -> str:
    """Where a link goes, as a reader writes it down."""
    return url.removeprefix("mailto:").removeprefix("tel:")


def _plain_link(words: str, url: str) -> str:
    return words if _place(url) in words else f"{words} ({_place(url)})"


def _markdown_link(words: str, url: str) -> str:
    """Words that lead elsewhere than they say; an address that could end its brackets is written out."""
    if _place(url) in words or _ENDS_LINK.search(url):
        return escape(_plain_link(words, url))
    return f"[{escape(words)}](<{url}>)"


def _html_link(words: str, url: str) -> str:
    return f'<a href="{html_escape(url)}">{html_escape(words)}</a>'


_MARKDOWN = _Look(escape, _markdown_link, lambda label: f"**{escape(label)}:** ")
_HTML = _Look(html_escape, _html_link, lambda label: f"<strong>{html_escape(label)}:</strong> ")
_PLAIN = _Look(str, _plain_link, lambda label: f"{label}: ")


def drafted(document: Document, title: str, mute: Parts, facts: CompanyFacts, posted: date | None = None) -> Rendered:
    """Every form of a draft that stands, without what is `mute`; its title goes before it where it does not say it."""
    said = [one for section in document.sections for one in _section(section, document, mute)]
    if title and not any(title.casefold() in one.text.casefold() for one in said):
        said.insert(0, _Said(title, heading=1))
    blocks = list(_html(said))
    body = blocks[1:] if said and said[0].heading == 1 else blocks
    return Rendered(
        markdown=_joined(said, _MARKDOWN, marked=True),
        html=sanitized("\n".join(blocks) + "\n") if blocks else "",
        text=_joined(said, _PLAIN, marked=False),
        jsonld=to_jsonld(title, sanitized("".join(body)), facts, posted),
    )


def _section(section: DraftSection, document: Document, mute: Parts) -> Iterator[_Said]:
    """What is left of a section; a heading goes with all that stood below it."""
    heading = section.heading
    label = heading.text if heading is not None and is_labelled(section, document) else ""
    left = {line for line in section.lines if not line.header} - mute
    if heading is not None and not label and heading not in mute and (left or not section.lines):
        yield _Said(heading.text, heading=heading.level)
    for block in section.blocks:
        for said in _block(block, document, left):
            yield said._replace(label=label)
            label = ""


def _block(block: Block, document: Document, left: Parts) -> Iterator[_Said]:
    lines = [line for line in block.lines if line in left]
    if block.kind is BlockKind.PARAGRAPH:
        for sentences in _paragraphs(lines):
            links = tuple(link for line in sentences for link in _links(document, line))
            yield _Said(" ".join(line.text for line in sentences), links)
        return
    for line in lines:
        text = f"{line.text} ({line.column.lower()})" if line.column else line.text
        yield _Said(text, _links(document, line), depth=line.level + 1)


def _paragraphs(lines: Sequence[DraftLine]) -> Iterator[list[DraftLine]]:
    """The lines of a block, parted behind each that is no sentence: `Interviews: 10 January` ends its own row."""
    sentences: list[DraftLine] = []
    for line in lines:
        sentences.append(line)
        if not _ENDS_SENTENCE.search(line.text):
            yield sentences
            sentences = []
    if sentences:
        yield sentences


def _links(document: Document, line: DraftLine) -> tuple[Link, ...]:
    return tuple(link for link in document.links if link.start < line.end and line.start < link.end)


def _joined(said: Sequence[_Said], look: _Look, *, marked: bool) -> str:
    """The lines with a gap between blocks; points of a list stand close."""
    parts: list[str] = []
    for one, before in zip(said, [None, *said], strict=False):
        if before is not None:
            close = (one.depth and before.depth) or (not marked and before.heading > 1)
            parts.append("\n" if close else "\n\n")
        sign = f"{'#' * one.heading} " if one.heading and marked else f"{'  ' * (one.depth - 1)}- " if one.depth else ""
        parts.append(sign + _worded(one, look))
    return "".join(parts) + "\n" if parts else ""


def _worded(one: _Said, look: _Look) -> str:
    """The words of one block with its links, each where its words stand first."""
    parts, rest = [look.label(one.label)] if one.label else [], one.text
    for link in one.links:
        before, words, after = rest.partition(link.text)
        if words:
            parts += [look.words(before), look.link(words, link.url)]
            rest = after
    return "".join((*parts, look.words(rest) if rest else ""))


def _html(said: Sequence[_Said]) -> Iterator[str]:
    """The blocks, a list with all its points as one."""
    for is_list, run in groupby(said, key=lambda one: one.depth > 0):
        if is_list:
            yield _list(list(run))
            continue
        for one in run:
            tag = f"h{min(one.heading + _FIRST_HEADING - 1, _LAST_HEADING)}" if one.heading else "p"
            yield f"<{tag}>{_worded(one, _HTML)}</{tag}>"


def _list(points: Sequence[_Said]) -> str:
    """A list and the lists inside its points."""
    parts: list[str] = []
    depth = 0
    for point in points:
        if point.depth > depth:
            parts.append("<ul>" * (point.depth - depth))
        else:
            parts.append("</li>" + "</ul></li>" * (depth - point.depth))
        parts.append(f"<li>{_worded(point, _HTML)}")
        depth = point.depth
    return "".join(parts) + "</li></ul>" * depth
