"""What the three readers agree on: visible rows of a draft, with what their markup says of them."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.document.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of text between two breaks, without markup, and never blank."""

    text: Traced
    #: 1 to 6 where the markup says heading, 0 elsewhere.
    heading: int = 0
    #: How many lists are around it.
    depth: int = 0
    #: Whether the markup starts a list item here.
    bullet: bool = False
    #: How many characters at its start are bold.
    bold: int = 0
    #: Number of the table row, and of the cell in it from 1; None outside of tables.
    cell: tuple[int, int] | None = None
    #: The header of its column, where that says how much it is wanted; whether it is a row of such headers.
    column: str = ""
    header: bool = False
    #: Whether more than a line break parts it from the row before: a blank line, a new block.
    gap: bool = True
    #: Whether a bare line break of the source stands before it, which may be no more than wrapping.
    soft: bool = False
    #: Spaces before it.
    indent: int = 0

    @property
    def width(self) -> int:
        """How wide it stands in the source; a list's sign counts as two."""
        return self.indent + len(self.text) + 2 * self.depth
