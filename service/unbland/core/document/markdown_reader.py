"""The Markdown reader: what a CommonMark parser finds, laid out on the same page as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from markdown_it.token import Token

from unbland.core.document.commonmark import block_tokens
from unbland.core.document.definitions import without_definitions
from unbland.core.document.html_reader import read_piece
from unbland.core.document.model import Removal, Removed
from unbland.core.document.page import Page
from unbland.core.document.traced import Traced, joined

#: A bar inside a table cell.
_BAR = re.compile(r"\\\|")


def read_markdown(text: Traced) -> Page:
    """Lay out Markdown and the HTML in it."""
    rest, defined = without_definitions(text)
    tokens = block_tokens(rest.text, defined.targets)
    if tokens is None:
        return read_text(text)
    blocks = _Blocks(rest)
    blocks.page.removed += defined.removed
    for token in tokens:
        blocks.lay(token)
    return blocks.page


def read_text(text: Traced) -> Page:
    """Lay out plain text, where the line breaks are all the markup there is."""
    page = Page(breaks=True)
    page.text(text)
    return page


class _Blocks:
    """A walk over the blocks of a Markdown text."""

    def __init__(self, text: Traced) -> None:
        self.page = Page()
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.text.split("\n"))]
        #: Where in the source the last content ended: elements of Markdown begin and end there.
        self.end = 0
        #: Up to where the current table row was read; None outside of tables.
        self.cell: int | None = None

    def lay(self, token: Token) -> None:
        """Lay out one block token."""
        content = self._content(token)
        if token.type == "inline":
            self.page.line_break(soft=True)
            self.page.text(self._indent(token))
            _Inlines(self.page, content).lay(token.children or ())
        elif token.type == "html_block":
            read_piece(self.page, content)
        elif token.type in ("fence", "code_block"):
            self.page.open("pre", {}, self.end, self.end)
            self.page.text(content)
            self.page.close("pre", self.end)
        else:
            self._border(token)
        self.end = content.ends[-1] if content else self.end

    def _border(self, token: Token) -> None:
        if token.type == "tr_open":
            self.cell = self._begin(token)
        if token.nesting >= 0:
            self.page.open(token.tag, {}, self.end, self.end)
        else:
            self.page.close(token.tag, self.end)
        if token.type == "tr_close":
            self.cell = None

    def _begin(self, token: Token) -> int:
        return self.lines[token.map[0]] if token.map else 0

    def _content(self, token: Token) -> Traced:
        """The content of a token: the source's lines, without what marks the blocks around."""
        if not token.map or not token.content:
            return self.text.part(0, 0)
        if self.cell is not None:
            return self._cell(token, self.cell)
        first = token.map[0] + (token.type == "fence")
        lines = token.content.removesuffix("\n").split("\n")
        return joined([self._line(first + i, line) for i, line in enumerate(lines)], "\n")

    def _indent(self, token: Token) -> Traced:
        """The white space before a block, which nests lists that the parser takes for text."""
        begin = self._begin(token)
        line = self.text.text[begin : self.text.text.find("\n", begin) + 1]
        return self.text.part(begin, begin + len(line) - len(line.lstrip()))

    def _line(self, number: int, line: str) -> Traced:
        """One line of a token's content, which is what its source line ends with."""
        body = line.lstrip()
        begin, end = self.lines[number], self.lines[number + 1]
        at = max(begin, self.text.text.rfind(body, begin, end))
        place = self.text.part(at, at + len(body))
        lead = len(line) - len(body)
        if not lead:
            return place
        where = self.text.starts[at] if at < len(self.text) else 0
        return joined([Traced(" " * lead, [where] * lead, [where] * lead), place])

    def _cell(self, token: Token, begin: int) -> Traced:
        """A table cell, in which a bar that parts no cells is escaped."""
        written = token.content.replace("|", "\\|")
        at = max(begin, self.text.text.find(written, begin))
        self.cell = at + len(written)
        return self.text.part(at, self.cell).replaced(_BAR, lambda _: "|")


class _Inlines:
    """A walk over the inlines of one block."""

    def __init__(self, page: Page, content: Traced) -> None:
        self.page = page
        self.content = content
        self.place = 0
        #: The title of the link that is open, which stands at its end.
        self.title = ""

    def lay(self, tokens: Sequence[Token]) -> None:
        """Lay out the tokens; each begins where the one before it ended."""
        for token in tokens:
            # The parser tells no place of a link's "[" (or the "<" of a bare one).
            width = 1 if token.type == "link_open" else len(token.content or token.markup)
            end = token.meta.get("end", self.place + width)
            self._lay(token, end)
            self.place = end

    def _lay(self, token: Token, end: int) -> None:
        here = self.content.part(self.place, end)
        start, last = (here.starts[0], here.ends[-1]) if here else (0, 0)
        match token.type:
            case "text":
                self.page.text(here)
            case "text_special":
                self.page.text(Traced(token.content, [start] * len(token.content), [last] * len(token.content)))
            case "code_inline":
                self.page.text(here.part(len(token.markup), len(here) - len(token.markup)))
            case "html_inline":
                read_piece(self.page, here)
            case "softbreak" | "hardbreak":
                self.page.line_break(soft=token.type == "softbreak")
                self.page.text(here.part(here.text.find("\n") + 1))
            case "image":
                self.page.open("img", {"alt": token.content}, start, last)
            case _:
                self._border(token, start, last)

    def _border(self, token: Token, start: int, last: int) -> None:
        if token.nesting > 0:
            attributes = {name: str(value) for name, value in token.attrs.items()}
            self.title = attributes.pop("title", "")
            self.page.open(token.tag, attributes, start, last)
            return
        self.page.close(token.tag, last)
        if token.type == "link_close" and self.title:
            self.page.removed.append(Removed(why=Removal.HIDDEN, start=start, end=last))
