"""Finding the phrases of many lists in one pass."""

from __future__ import annotations

import pytest

from unbland.core.ledger.phrases import Phrases

PHRASES = Phrases([("required", "licen*", "^own", "role$"), ("as required", "required"), ("full time",)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A licence is REQUIRED", [("licen", (0,)), ("REQUIRED", (0, 1))]),
        ("Lift as required", [("as required", (1,))]),
        ("Unrequired", []),
        ("Own tools", [("Own", (0,))]),
        ("Your own tools", []),
        ("The role", [("role", (0,))]),
        ("The role.", [("role", (0,))]),
        ("The role of", []),
        ("Full‑time, full time", [("Full‑time", (2,)), ("full time", (2,))]),
        ("", []),
    ],
)
def test_whole_phrases_are_found(text: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    """Whole words only, stars and anchors kept, dashes as spaces, and nothing inside a longer phrase."""
    assert [(text[hit.start : hit.end], hit.lists) for hit in PHRASES.find(text)] == found
