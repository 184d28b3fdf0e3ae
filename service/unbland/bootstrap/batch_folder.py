"""The folder that a batch is written to: which batch it is about, and who works on it."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from unbland.errors import BadInput

_POINTER = "batch.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The batch that an output folder is about."""

    folder: Path
    id: str


def keep(folder: Path, batch: str) -> Kept:
    """Say in the folder which batch it is about; raises BadInput where it cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _POINTER).write_text(json.dumps({"id": batch}) + "\n", "utf-8")
    except OSError as error:
        raise BadInput(f"{folder} cannot be written to ({error.strerror}); name another with -o.") from None
    return Kept(folder=folder, id=batch)


def kept_in(folder: Path) -> Kept | None:
    """The batch that a folder is about; None where it is about none."""
    try:
        found = json.loads((folder / _POINTER).read_text("utf-8"))
        return Kept(folder=folder, id=str(found["id"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def working_alone(folder: Path) -> Iterator[None]:
    """Be the only process at work on the batch of a folder; raises BadInput where another one is."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadInput(f"Another process works on the batch in {folder}; wait for it, or stop it.") from None
        yield
