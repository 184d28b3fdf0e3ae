"""Names, patterns and folders on a command line as the files they mean, whether the shell expands patterns or not."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from unbland.edges.cli.files import STANDARD

#: What a folder holds that can be a posting.
_ENDINGS = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Files that no pattern and no folder means; a file that is named itself is reviewed."""

    #: As in a `.gitignore`: from `folder` down, or where there is no slash inside, any file or folder of this name.
    patterns: tuple[str, ...] = ()
    folder: Path = Path()

    def __contains__(self, name: str) -> bool:
        """Whether a file is excluded."""
        here = Path.cwd()
        path, folder = Path(normpath(here / name)), Path(normpath(here / self.folder))
        if not path.is_relative_to(folder):
            return False
        parts = path.relative_to(folder).parts
        above = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
        patterns = (pattern.rstrip("/") for pattern in self.patterns)
        return any(fnmatch(place, one) for one in patterns for place in (above if "/" in one else parts))


class Meant(NamedTuple):
    """The files that are meant, each once, and a sentence for each name that means none."""

    files: tuple[str, ...]
    wrong: tuple[str, ...]


def expand(names: Sequence[str], excluded: Excluded) -> Meant:
    """What the names mean, in their order, and what a pattern or folder means in the order of the alphabet."""
    files, wrong = dict[str, None](), list[str]()
    for name in names:
        found = _files(name, excluded)
        if not found:
            wrong.append(_nothing(name))
        files |= dict.fromkeys(found)
    return Meant(tuple(files), tuple(wrong))


def _files(name: str, excluded: Excluded) -> Sequence[str]:
    """The files of one name; a file that cannot be read is told when its turn comes."""
    if _is_dir(name):
        return [file for file in _beneath(name) if file not in excluded]
    if name == STANDARD or not glob.has_magic(name) or Path(name).exists():
        return (name,)
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may be absolute, or begin with `..`
    return [file for match in matches for file in _matched(match, name, excluded)]


def _matched(match: str, pattern: str, excluded: Excluded) -> Iterable[str]:
    """The files of one match; a folder means what it means when a shell expands the pattern."""
    if Path(match).is_dir():
        return () if "**" in pattern else [file for file in _beneath(match) if file not in excluded]
    return () if match in excluded else (match,)


def _beneath(folder: str) -> list[str]:
    """The postings in a folder and the folders below it, but in none that is hidden."""
    paths = (path for path in Path(folder).rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    shown = (path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(str(path) for path in shown)


def _is_dir(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except ValueError:  # a name with a NUL in it
        return False


def _nothing(name: str) -> str:
    """Why a name means no file, and the way out."""
    if _is_dir(name):
        return f"{name!r} holds no posting; those end in {', '.join(sorted(_ENDINGS))}."
    return f"No file matches {name!r}; check the pattern, or name the files."
