"""Numbers of things, as people say them."""

from __future__ import annotations


def counted(number: int, name: str) -> str:
    """A number with its word: `1 error`, `1,204 errors`."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"
