"""A page for people: 80 columns, wrapped under its signs, colours where there is a terminal that wants them."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

#: Longer lines are hard to read, however wide the window.
_WIDEST = 100

#: A table is for reading side by side, so a pipe gets it as wide as a wide terminal.
_WIDE_TABLE = 140

#: A quotation is a reminder, not the text: this much of it tells which is meant.
_QUOTE = 100

#: What is said of an item stands under it.
_DEEP = " " * 6


class Page:
    """Writes headings, items and notes to standard error, or to standard output."""

    def __init__(self, *, to_stderr: bool = True) -> None:
        """Take where to write."""
        self._console = Console(stderr=to_stderr, markup=False, highlight=False, emoji=False)
        self._width = min(self._console.width, _WIDEST)
        self._begun = False

    def title(self, text: str) -> None:
        """What it all comes to."""
        self._print(text, "", "bold")

    def heading(self, text: str) -> None:
        """A part of the page."""
        self.gap()
        self._print(text, "", "bold cyan")

    def line(self, text: str) -> None:
        """A statement under a heading."""
        self._print(text, "  ")

    def warning(self, text: str) -> None:
        """What the reader must not miss."""
        self._print(text, "", "yellow")

    def item(self, text: str, sign: str = "-") -> None:
        """One of several."""
        self._print(text, f"  {sign} ")

    def quote(self, text: str, who: str = "") -> None:
        """The beginning of what somebody wrote, and who did."""
        cut = text if len(text) <= _QUOTE else text[: _QUOTE - 1].rstrip() + "…"
        self._print(f"{who}“{cut}”", _DEEP, "dim")

    def excerpt(self, line: str, start: int, end: int, label: str = "") -> None:
        """A line of the text, as much of it as fits; where only some of its words are meant they are underlined.

        The label says what to put in their stead; it stands beside the line under them, or under that.
        """
        room = self._width - len(_DEEP)
        words = visible(line[start:end])
        before, after = visible(line[:start]).lstrip(), visible(line[end:]).rstrip()
        is_part = any(sign.isalnum() for sign in before + after)
        before = _cut(before, max(room - cell_len(words) - cell_len(after), room // 3), tail=True)
        whole = _cut(before + words + after, room)
        self._console.print(Text(_DEEP + whole, style="dim"), soft_wrap=True)
        if is_part:
            marks = "^" * min(cell_len(words), room - cell_len(before))
            beside = f"{' ' * cell_len(before)}{marks} {label}".rstrip()
            fits = cell_len(beside) <= room
            shown = beside if fits else f"{' ' * cell_len(before)}{marks}"
            self._console.print(Text(_DEEP + shown, style="cyan"), soft_wrap=True)
            label = "" if fits else label
        if label:
            self.note(label)

    def note(self, text: str) -> None:
        """What is said of the item above."""
        self._print(text, _DEEP, "dim")

    def place(self, where: str, what: str) -> None:
        """A place in a file, whole on one line, so that an editor or a terminal can open it."""
        self._console.print(Text(visible(where), style="bold") + Text(f" {what}", style="cyan"), soft_wrap=True)

    def gap(self) -> None:
        """An empty line, but not above everything else."""
        if self._begun:
            self._console.print()

    def raw(self, text: str) -> None:
        """Text for programs, as it is."""
        self._console.out(text, highlight=False)

    def text(self, text: str) -> None:
        """The same to the letter, carriage returns and all, without an end of line."""
        self._console.file.write(text)

    def row(self, name: str, *cells: str) -> None:
        """A name and short values in columns."""
        values = " ".join(cell.rjust(3) for cell in cells)
        self._print(f"{name:<14}{values}", "  ")

    def _print(self, text: str, sign: str, style: str = "") -> None:
        """Print a paragraph after a sign, its further lines under its first."""
        self._begun = True
        lines = Text(visible(text), style=style).wrap(self._console, self._width - len(sign))
        for number, line in enumerate(lines):
            line.rstrip()
            self._console.print(Text(sign if number == 0 else " " * len(sign)) + line, soft_wrap=True)


def _cut(text: str, room: int, *, tail: bool = False) -> str:
    """The beginning of a text, or its end, in so many columns."""
    if cell_len(text) <= room:
        return text
    kept = Text(text[::-1] if tail else text)
    kept.truncate(room, overflow="ellipsis")
    return kept.plain[::-1] if tail else kept.plain


def table_console() -> Console:
    """Standard output for tables, with room for them where it is no terminal."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDE_TABLE
    return console


def visible(text: str) -> str:
    """The text without what could steer a terminal."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf"})
