"""The folder that a batch is written to: which batch it is about, and who works on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from unbland.bootstrap.alone import alone
from unbland.errors import BadInput, UnblandError

_POINTER = "batch.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The batch that an output folder is about."""

    folder: Path
    id: str


@contextmanager
def kept_while_filled(folder: Path, batch: str) -> Iterator[None]:
    """Say in the folder which batch it is about; where its postings cannot be read, it says what it said before.

    Raises BadInput where the folder cannot be written to.
    """
    before = kept_in(folder)
    _keep(folder, batch)
    try:
        yield
    except BaseException:
        if before is None:
            (folder / _POINTER).unlink(missing_ok=True)
        else:
            _keep(folder, before.id)
        raise


def _keep(folder: Path, batch: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f".{_POINTER}.part"  # a disk that is full, or a kill, leaves what it said before
        beside.write_text(json.dumps({"id": batch}) + "\n", "utf-8")
        beside.replace(folder / _POINTER)
    except OSError as error:
        raise _not_ours(folder, error) from None


def _not_ours(folder: Path, error: OSError) -> BadInput:
    return BadInput(f"{folder} cannot be written to ({error.strerror}); name another with -o.")


def kept_in(folder: Path) -> Kept | None:
    """The batch that a folder is about; None where it is about none."""
    try:
        found = json.loads((folder / _POINTER).read_text("utf-8"))
        return Kept(folder=folder, id=str(found["id"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_left(folder: Path) -> bool:
    """Whether no process works on the batch of a folder, nor reads its postings."""
    try:
        with working_alone(folder):
            return True
    except BadInput:
        return False


@contextmanager
def discarding(folder: Path, taken: UnblandError) -> Iterator[None]:
    """Give up the batch of a folder, which is about none then; raises `taken` where a process works on it."""
    with alone(folder / ".lock", taken):
        yield
        (folder / _POINTER).unlink(missing_ok=True)


@contextmanager
def working_alone(folder: Path) -> Iterator[None]:
    """Be the only process at work on the batch of a folder; raises BadInput where another one is."""
    taken = BadInput(f"Another process works on the batch in {folder}; wait for it, or stop it.")
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(alone(folder / ".lock", taken))
        except OSError as error:
            raise _not_ours(folder, error) from None
        yield
