"""A packed file looked at before anything opens it: what it holds is counted while it is unpacked, not believed."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from unbland.adapters.files.kinds import Broken, TooLarge

#: A Word file has some 20 entries; pictures add one each.
_MOST_ENTRIES = 1_000

#: Bytes of all entries together, and how many times an entry may be as large as it is packed (OWASP, File Upload).
_MOST_BYTES = 20_000_000
_MOST_RATIO = 100

#: Below this a high ratio is a small file with much white space, and no attack.
_SMALL = 1_000_000

_CHUNK = 65_536


def check(data: bytes) -> None:
    """Raise TooLarge or Broken for a file that nobody should open."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise TooLarge
            left = _MOST_BYTES
            for entry in entries:
                left -= _unpacked(packed, entry, left)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Broken from None


def _unpacked(packed: ZipFile, entry: ZipInfo, left: int) -> int:
    """The bytes that an entry unpacks to, its XML looked through on the way."""
    most = min(left, max(_SMALL, _MOST_RATIO * entry.compress_size))
    look = _looking() if entry.filename.lower().endswith((".xml", ".rels")) else None
    size = 0
    with packed.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise TooLarge
            if look is not None:
                _feed(look, chunk)
    return size


def _looking() -> expat.XMLParserType:
    """A parser that reads nothing and refuses document types, in which entities are declared."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _feed(parser: expat.XMLParserType, chunk: bytes) -> None:
    try:
        parser.Parse(chunk)
    except expat.ExpatError:
        raise Broken from None


def _refuse(*_: object) -> NoReturn:
    raise Broken
