"""Names of files as others know them: from the root of the repository, with forward slashes."""

from __future__ import annotations

from os.path import normpath
from pathlib import Path


def root(folder: Path) -> Path | None:
    """The root of the repository that a folder is in; in a linked work tree `.git` is a file."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


def from_root(name: str) -> str:
    """The name from the root of the repository that we stand in, else from the working directory; else the whole."""
    here = Path.cwd()
    path, base = Path(normpath(here / name)), root(here) or here
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
