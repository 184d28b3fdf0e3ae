"""Cells that a spreadsheet shows and does not run (OWASP, CSV Injection)."""

from __future__ import annotations

#: What a spreadsheet takes for the beginning of a formula; tab and carriage return let one follow.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def safe(value: object) -> object:
    """The cell, with a quotation mark before what would run; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(_RUNS) else value


def plain(cell: str) -> str:
    """What a cell said before it was made safe."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_RUNS) else cell
