"""A large text file read as a stream, in the character set that its bytes or its owner say."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TextIO

from unbland.errors import BadInput

#: Bytes that are looked at together.
_CHUNK = 1 << 20

#: Longest first, since the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(file: Path, declared: str = "") -> str:
    """What a file is written in: its byte order mark, UTF-8 where all of it is, what is declared, else cp1252.

    Raises BadInput for a declared character set that nobody knows.
    """
    if declared:
        _check(declared)
    with file.open("rb") as stream:
        begin = stream.read(4)
        for mark, name in _MARKS:
            if begin.startswith(mark):
                return name
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return declared or "cp1252"
    return "utf-8"


def opened(file: Path, encoding: str, newline: str | None = None) -> TextIO:
    """The file as text; bytes that its character set does not have become signs that say so."""
    return file.open("r", encoding=encoding, errors="replace", newline=newline)


def _check(declared: str) -> None:
    try:
        codecs.lookup(declared)
    except LookupError:
        raise BadInput(f"Nobody knows the character set {declared!r}; write utf-8, cp1252 or iso-8859-2.") from None
