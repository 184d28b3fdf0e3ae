"""A large text file read as a stream, in the character set that its bytes or its owner say."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from unbland.core.document.decode import marked
from unbland.errors import BadInput

#: Bytes that are looked at together.
_CHUNK = 1 << 20

#: Bytes at the beginning that tell UTF-16 without a mark, and the share of every other of them that is a NUL then.
_LOOK, _NULS = 1000, 0.5


def encoding_of(file: Path, declared: str = "") -> str:
    """What a file is written in: its mark, UTF-16 by its NULs, UTF-8 where all of it is, what is declared, else cp1252.

    Raises BadInput for a declared character set that nobody knows.
    """
    if declared:
        _check(declared)
    with bytes_of(file) as stream:
        begin = stream.read(_LOOK)
        if name := marked(begin) or _sixteen(begin):
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


def _sixteen(begin: bytes) -> str | None:
    """The kind of UTF-16 that has a NUL in every other place of Latin letters; None for any other text."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        places = begin[first::2]
        if places.count(0) > _NULS * len(places):
            return name
    return None


def opened(file: Path, encoding: str, newline: str | None = None) -> TextIO:
    """The file as text; bytes that its character set does not have become signs that say so."""
    return io.TextIOWrapper(bytes_of(file), encoding=encoding, errors="replace", newline=newline)


def bytes_of(file: Path) -> BinaryIO:
    """The file's bytes, unpacked where it is packed (.gz)."""
    return cast("BinaryIO", gzip.open(file)) if is_packed(file) else file.open("rb")


def is_packed(file: Path) -> bool:
    """Whether a file is packed, by its name."""
    return file.suffix.lower() == ".gz"


def size_of(file: Path) -> int:
    """The bytes that a file holds, unpacked; raises BadInput for a packed one that is broken."""
    if not is_packed(file):
        return file.stat().st_size
    size = 0
    try:
        with bytes_of(file) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
    except (OSError, EOFError, zlib.error):
        raise BadInput(f"{file.name} cannot be unpacked to its end; pack it again.") from None
    return size


def _check(declared: str) -> None:
    try:
        "".encode(declared)  # of text: hex and rot13 are known, and are no character sets
    except LookupError:
        raise BadInput(f"Nobody knows the character set {declared!r}; write utf-8, cp1252 or iso-8859-2.") from None
