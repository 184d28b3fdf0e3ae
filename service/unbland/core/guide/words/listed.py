"""How the word lists are written: phrases with commas between them."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a list that is written with commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
