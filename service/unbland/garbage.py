"""When the interpreter looks for garbage: seldom, and never in what was imported."""

from __future__ import annotations

import gc


def look_seldom() -> None:
    """Take what is loaded for kept, and look for garbage in the rest once in 50,000 new objects.

    What was imported stays for good: looking through it again and again took a tenth of a long review.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
