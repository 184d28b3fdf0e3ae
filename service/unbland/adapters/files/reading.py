"""A file to text, by way of a process that may die: too little time, too little memory, or a file made to kill it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

from unbland.adapters.files.kinds import Ending, FileKind
from unbland.core.document.model import Format
from unbland.errors import DraftTooLong, Misconfigured, NotText

#: Seconds on the clock; the reader's own limit is on the time it computes.
_PATIENCE = 15.0

#: Bytes: a posting with a logo is far below, and nothing larger is opened.
LARGEST_FILE = 10_000_000

_LIBRARIES = {FileKind.DOCX: "docx", FileKind.PDF: "pypdfium2"}
_FORMATS = {FileKind.DOCX: Format.HTML, FileKind.PDF: Format.TEXT}
_FIRST_BYTES = {FileKind.DOCX: b"PK\x03\x04", FileKind.PDF: b"%PDF-"}

_WAY_OUT = "save it as text, Markdown or HTML and send that"


def kind_of(data: bytes) -> FileKind | None:
    """The kind of a file by its first bytes; None for one that is read as text."""
    return next((kind for kind, first in _FIRST_BYTES.items() if data.startswith(first)), None)


def read_file(data: bytes, kind: FileKind) -> tuple[str, Format]:
    """The text of a file and what it is written in; raises NotText, DraftTooLong, or Misconfigured."""
    if len(data) > LARGEST_FILE:
        raise DraftTooLong(f"The file is larger than {LARGEST_FILE:,} bytes; send one posting at a time.")
    if importlib.util.find_spec(_LIBRARIES[kind]) is None:
        raise Misconfigured(f"Reading {kind.upper()} files needs more libraries; install `unbland[files]`.")
    command = [sys.executable, "-P", "-m", "unbland.adapters.files.child", kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise DraftTooLong(f"The {kind.upper()} file takes too long to read; {_WAY_OUT}.") from None
    match done.returncode:
        case Ending.READ:
            return done.stdout.decode("utf-8", "replace"), _FORMATS[kind]
        case Ending.BROKEN:
            raise NotText(f"The draft is no {kind.upper()} file that can be read; {_WAY_OUT}.")
    raise DraftTooLong(f"The {kind.upper()} file unpacks to more than a posting can be; {_WAY_OUT}.")
