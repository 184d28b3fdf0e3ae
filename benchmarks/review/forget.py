"""How a measurement begins anew: nothing that was read before helps it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import _lru_cache_wrapper


def forgetting() -> Callable[[], None]:
    """What empties all that remembers texts now; tables of words stay, which are kept without bound or one at a time.

    Call it when everything is imported; then garbage is collected as the command has it.
    """
    every = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    texts = [one for one in every if (one.cache_parameters()["maxsize"] or 1) > 1]
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)

    def forget() -> None:
        for one in texts:
            one.cache_clear()

    return forget
