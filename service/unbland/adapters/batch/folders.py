"""Postings as files: a folder, or a zip of one; Word and PDF files go on as bytes and are opened where the work is."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from unbland.adapters.batch.postings import unusable
from unbland.adapters.files.reading import LARGEST_FILE, kind_of
from unbland.application.batch.items import Item
from unbland.application.review import Draft
from unbland.core.batch.triaged import Labels
from unbland.core.document.model import Format
from unbland.errors import BadInput

#: What is read of a folder, and what a file is by its name.
_FORMATS: dict[str, Format | None] = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".docx": None,
    ".pdf": None,
}

#: Files that hold many postings, which are read by themselves.
_TABLES = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet", ".xml", ".zip"})

#: Entries of a zip; more is no export, or an attack.
_MOST_ENTRIES = 200_000


def files(folder: Path) -> Iterator[Item]:
    """The postings under a folder, by name; what is of no kind that is read is passed over.

    Raises BadInput where there are none, but a file of many.
    """
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    _refuse_tables(folder.name, paths)
    for name, path in paths.items():
        if not _wanted(name) or not path.is_file():
            continue
        try:
            with path.open("rb") as stream:
                yield _item(name, stream.read(LARGEST_FILE + 1))
        except OSError:
            yield unusable(name, "unreadable", "This file cannot be read; check its permissions.")


def packed(file: Path) -> Iterator[Item]:
    """The postings in a zip; raises BadInput for one that nobody should open, or that holds none but a file of many."""
    try:
        archive = ZipFile(file)
    except (BadZipFile, OSError):
        raise BadInput(f"{file.name} is no zip file that can be read.") from None
    with archive:
        _refuse_tables(file.name, archive.namelist())
        entries = [entry for entry in archive.infolist() if _wanted(entry.filename) and not entry.is_dir()]
        if len(entries) > _MOST_ENTRIES:
            raise BadInput(f"{file.name} holds more than {_MOST_ENTRIES:,} files; send it in parts.")
        for entry in sorted(entries, key=lambda each: each.filename):
            yield _entry(archive, entry)


def _entry(archive: ZipFile, entry: ZipInfo) -> Item:
    """One file of a zip; what it unpacks to is counted while it is read, and its header not believed."""
    try:
        with archive.open(entry) as stream:
            return _item(entry.filename, stream.read(LARGEST_FILE + 1))
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return unusable(entry.filename, "unreadable", "This file cannot be unpacked.")


def _item(name: str, content: bytes) -> Item:
    if len(content) > LARGEST_FILE:
        return unusable(name, "draft_too_long", f"This file is larger than {LARGEST_FILE:,} bytes.")
    labels = Labels(key=name, place=name)
    if kind_of(content) is not None:
        return Item(labels=labels, file=content)
    return Item(labels=labels, draft=Draft(content=content, format=_FORMATS[PurePosixPath(name).suffix.lower()]))


def _refuse_tables(name: str, files: Iterable[str]) -> None:
    """Raise BadInput where no file is a posting, but one may hold many."""
    known = [each for each in files if not _hidden(each)]
    table = next((each for each in known if PurePosixPath(each).suffix.lower() in _TABLES), None)
    if table is not None and not any(map(_wanted, known)):
        raise BadInput(
            f"{name} holds no posting as a file of its own, but {table}; take that out and send it by itself."
        )


def _wanted(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _FORMATS and not _hidden(name)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
