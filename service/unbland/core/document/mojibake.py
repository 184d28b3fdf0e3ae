"""Letters that were UTF-8 and were read as Latin-1 or cp1252 on their way, put right again: `donâ€™t`."""

from __future__ import annotations

import re

from unbland.core.document.traced import Traced

#: What a byte became: its Latin-1 character, or that of cp1252, which has others from 0x80 to 0x9F.
_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252", "ignore"): byte
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
#: Bytes from here on begin a character of UTF-8, those below go on with one.
_FIRST_LEAD = 0xC0

_QUOTES = "‘’“”"
_TAIL = re.escape("".join(sign for sign, byte in _BYTES.items() if byte < _FIRST_LEAD))
_NO_QUOTE = re.escape("".join(sign for sign, byte in _BYTES.items() if byte < _FIRST_LEAD and sign not in _QUOTES))

#: Only what no language writes: capital Â or Ã before a sign, â before two (signs and dashes), ï (marks) and ð (emoji).
#: A capital Ã may end a word in quotes, so a quote counts within a word only.
_BROKEN = re.compile(
    rf"\xc2[\x80-\xbf]|\xc3(?:[{_NO_QUOTE}]|[{_QUOTES}](?=\w))|[\xc4\xc5][\x80-\x9f]|[\xe2\xef][{_TAIL}]{{2}}|\xf0[{_TAIL}]{{3}}"
)


def mended(text: Traced) -> Traced:
    """The text with each such row as the one character it was; what is no UTF-8 stays."""
    return text if text.text.isascii() else text.replaced(_BROKEN, _whole)


def _whole(row: str) -> str:
    try:
        return bytes(_BYTES[sign] for sign in row).decode("utf-8")
    except UnicodeDecodeError:
        return row
