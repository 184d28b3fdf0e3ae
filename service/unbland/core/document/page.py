"""A page as it is laid out: takes opening tags, text and closing tags in order, and gives the rows a reader sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from unbland.core.document.invisible import without_invisible
from unbland.core.document.links import address, leads_elsewhere, runs_code
from unbland.core.document.model import Link, Removal, Removed
from unbland.core.document.rows import Row
from unbland.core.document.style import Look
from unbland.core.document.tags import BLOCKS, BOLD, CELLS, HEADINGS, LISTS, MACHINE, OUTER, PREFORMATTED, SHUT_BY, VOID
from unbland.core.document.traced import Traced, joined
from unbland.core.document.traps import without_traps

#: What parts a field from the next one (`Moncton, NB / `), where each stands in a block of its own.
_PARTS = " /"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """An open element and all that holds inside it."""

    name: str
    look: Look
    start: int = 0
    machine: bool = False
    hidden: bool = False
    heading: int = 0
    depth: int = 0
    row: int = 0
    url: str = ""


class Page:
    """Rows, links and removals of a page, built while it is read; linear in what it is given."""

    def __init__(self, *, breaks: bool = False) -> None:
        """Start with an empty page; `breaks` when a line break of the source is one on the page."""
        self.rows: list[Row] = []
        self.links: list[Link] = []
        self.removed: list[Removed] = []
        self._frames = [_Frame(name="", look=Look(breaks=breaks))]
        #: For each element name, where in the stack it is open: finding one costs no walk.
        self._open: dict[str, list[int]] = {}
        self._pieces: list[Traced] = []
        #: The words of the link that is open; links do not nest.
        self._anchor: list[str] = []
        self._length = self._bold = self._table_rows = self._cells = 0
        self._item = self._soft = False
        self._gap = True

    def open(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """An element begins with a tag that stands at `start` to `end`."""
        self._shut_implied(name, start)
        if name in BLOCKS:
            self.end_row(gap=True)
        if name == "br":
            self.line_break()
        if attributes and any(re.search(r"\w", attributes.get(hint, "")) for hint in ("alt", "title")):
            self.removed.append(Removed(why=Removal.HIDDEN, start=start, end=end))
        if name == "a" and runs_code(attributes.get("href", "")):
            self.removed.append(Removed(why=Removal.LINK, start=start, end=end))
        if name not in VOID:
            self._push(name, attributes, start)

    def close(self, name: str, end: int) -> None:
        """The innermost open element of this name ends, and all in it; a stray end tag means nothing."""
        if name == "br":
            self.line_break()
        elif places := self._open.get(name):
            self._pop_to(places[-1], end)

    def text(self, text: Traced) -> None:
        """Visible text, unless an element around it hides it."""
        frame = self._frames[-1]
        if frame.hidden:
            return
        seen, removed = without_invisible(text)
        seen, traps = without_traps(seen)
        self.removed += (*removed, *traps)
        pos = 0
        while frame.look.breaks and (end := seen.text.find("\n", pos)) >= 0:
            self._put(seen.part(pos, end))
            self.line_break(soft=True)
            pos = end + 1
        self._put(seen.part(pos) if pos else seen)

    def line_break(self, *, soft: bool = False) -> None:
        """A line ends here; `soft` when the break may be mere wrapping. Two in a row make a gap."""
        if self._frames[-1].heading:
            self._put(Traced(" ", (self._end,), (self._end,)))
            return
        self.end_row(gap=not any(piece.text.strip() for piece in self._pieces))
        self._soft = soft

    def end_row(self, *, gap: bool) -> None:
        """What was seen since the last break is a row."""
        raw = joined(self._pieces)
        text = raw.stripped()
        if gap and not self._soft and text.text.endswith(_PARTS):
            text = text.part(0, -len(_PARTS)).stripped()
        if text:
            self.rows.append(self._row(text, len(raw.text) - len(raw.text.lstrip())))
            self._item = self._gap = False
        self._gap |= gap
        self._soft = False
        self._pieces, self._length, self._bold = [], 0, 0

    def finish(self, end: int) -> None:
        """The page ends; what is still open ends with it."""
        self._pop_to(1, end)
        self.end_row(gap=True)

    @property
    def _end(self) -> int:
        """Where the last visible character ends in the source."""
        return self._pieces[-1].ends[-1] if self._pieces else 0

    def _put(self, text: Traced) -> None:
        if not text:
            return
        if self._bold == self._length and (self._frames[-1].look.bold or not text.text.strip()):
            self._bold += len(text)
        self._pieces.append(text)
        self._anchor.append(text.text)
        self._length += len(text)

    def _row(self, text: Traced, lead: int) -> Row:
        frame = self._frames[-1]
        return Row(
            text=text,
            heading=frame.heading,
            depth=frame.depth,
            bullet=self._item,
            bold=max(0, min(self._bold - lead, len(text))),
            cell=(frame.row, self._cells) if frame.row else None,
            gap=self._gap,
            soft=self._soft,
            indent=lead if self._soft or frame.look.breaks else 0,
        )

    def _push(self, name: str, attributes: Mapping[str, str], start: int) -> None:
        around = self._frames[-1]
        if name == "a":
            self._anchor = []
        look = around.look
        if name in BOLD or name in PREFORMATTED:
            look = replace(look, bold=look.bold or name in BOLD, breaks=look.breaks or name in PREFORMATTED)
        if attributes:
            look = look.inside(attributes)
        machine = around.machine or name in MACHINE
        frame = _Frame(
            name=name,
            start=start,
            look=look,
            machine=machine,
            hidden=machine or look.hidden,
            heading=HEADINGS.get(name, around.heading),
            depth=around.depth + (name in LISTS),
            row=self._row_of(name, around),
            url=address(attributes.get("href", "")) if name == "a" else "",
        )
        self._open.setdefault(name, []).append(len(self._frames))
        self._frames.append(frame)
        self._item = self._item or name == "li"

    def _row_of(self, name: str, around: _Frame) -> int:
        if name == "tr":
            self._table_rows += 1
            self._cells = 0
            return self._table_rows
        self._cells += name in CELLS
        return 0 if name == "table" else around.row

    def _shut_implied(self, name: str, at: int) -> None:
        """End the elements that a start tag ends without saying so: `<li>` the list item before."""
        for shut in SHUT_BY.get(name, ("p",) if name in BLOCKS else ()):
            here = self._open.get(shut)
            wall = max((places[-1] for outer in OUTER[shut] if (places := self._open.get(outer))), default=0)
            if here and here[-1] > wall:
                self._pop_to(here[-1], at)
        if name not in MACHINE and self._frames[-1].name == "head":
            self._pop_to(self._open["head"][-1], at)

    def _pop_to(self, place: int, end: int) -> None:
        while len(self._frames) > place:
            frame = self._frames[-1]
            if frame.name in BLOCKS:
                self.end_row(gap=True)
            if frame.url:
                self._link(frame, end)
            if frame.name == "li":
                self._item = False
            self._frames.pop()
            self._open[frame.name].pop()
            if frame.hidden and not self._frames[-1].hidden:
                why = Removal.SCRIPT if frame.machine else Removal.HIDDEN
                self.removed.append(Removed(why=why, start=frame.start, end=end))

    def _link(self, frame: _Frame, end: int) -> None:
        words = " ".join("".join(self._anchor).split())
        if words and not frame.hidden and leads_elsewhere(words, frame.url):
            self.removed.append(Removed(why=Removal.LINK, start=frame.start, end=end))
        elif words and not frame.hidden:
            self.links.append(Link(text=words, url=frame.url, start=frame.start, end=end))
