"""Files and standard input and output, with a sentence for each way they fail."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from unbland.application.review import Draft
from unbland.bootstrap import MAX_FILE_BYTES
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.edges.drafts import DraftFormat, draft_from
from unbland.edges.wire import draft_of, facts_of
from unbland.errors import BadFacts, BadInput

#: Standard input or output, in place of a file's name.
STANDARD = "-"

#: Facts are a page; this is the size of a book.
MAX_FACTS_BYTES = 1_000_000

#: What a file is by its name; any other is found out from its text.
_FORMATS = {".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML}


def read_draft(name: str, limit: int) -> Draft:
    """The draft in a file; of one that is too large no more than that is read."""
    content = read_bytes(name, limit + 1)
    return draft_of(content, _FORMATS.get(Path(name).suffix.lower()), limit)


def read_any_draft(name: str, fmt: DraftFormat, limit: int) -> Draft:
    """The draft in a file of any kind that is read; its name counts where no format is given."""
    content = read_bytes(name, max(limit, MAX_FILE_BYTES) + 1)
    by_name = _FORMATS.get(Path(name).suffix.lower())
    return draft_from(content, DraftFormat(by_name) if by_name and fmt is DraftFormat.AUTO else fmt, limit)


def read_facts(name: str | None) -> CompanyFacts:
    """The facts in a YAML or JSON file; without a file there are none."""
    if name is None:
        return NO_FACTS
    content = read_bytes(name, MAX_FACTS_BYTES + 1)
    if len(content) > MAX_FACTS_BYTES:
        raise BadFacts(f"{name} is larger than {MAX_FACTS_BYTES:,} bytes; facts are a page.")
    try:
        return facts_of(content)
    except BadFacts as error:
        raise BadFacts(f"{name}: {error}") from None


def write(text: str, name: str | None) -> None:
    """Write the result to standard output, or to a file, whole or not at all."""
    if name is None or name == STANDARD:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_bytes(text.encode(), name)


def write_bytes(content: bytes, name: str) -> None:
    """Write to standard output, or to a file, whole or not at all; raises BadInput."""
    if name == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    try:
        _replace(Path(name).resolve(), content)
    except OSError as error:
        raise BadInput(f"{name} cannot be written: {why(error)}.") from None


def _replace(path: Path, content: bytes) -> None:
    """Put the bytes in place of what the file holds, in one step; what is no file (a pipe) is written to."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def read_bytes(name: str, most: int) -> bytes:
    """The first bytes of a file or of standard input; raises BadInput."""
    try:
        if name == STANDARD:
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise BadInput(f"{name!r} cannot be read: {why(error)}.") from None


def why(error: OSError | ValueError) -> str:
    """The system's reason, in plain words."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case IsADirectoryError():
            return "it is a folder; name a file in it"
        case PermissionError():
            return "you may not; check its permissions"
        case OSError(errno=int() as number):
            reason = os.strerror(number)
            return reason[:1].lower() + reason[1:]
    return "it is no file name"
