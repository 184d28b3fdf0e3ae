"""One process at a time, by a lock that ends with the process, however it ends."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unbland.errors import UnblandError


@contextmanager
def alone(lock: Path, taken: UnblandError) -> Iterator[None]:
    """Hold a lock file; raises `taken` where another process does, and OSError where there can be no such file."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise taken from None
        yield
