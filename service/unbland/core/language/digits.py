"""Whether a text holds a digit, found without a look at each sign where it can."""

from __future__ import annotations

import re

_DECIMAL = re.compile(r"\d")


def has_digit(text: str) -> bool:
    """Whether any sign of a text is a digit, as `str.isdigit` has it: a raised ² is one too."""
    return _DECIMAL.search(text) is not None or (not text.isascii() and any(map(str.isdigit, text)))
