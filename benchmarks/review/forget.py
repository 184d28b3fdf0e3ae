"""How a measurement begins anew: nothing that was read before helps it."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper


def forget() -> None:
    """Empty what remembers texts; tables of words, which are kept without bound, stay."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None:
            one.cache_clear()
