"""Bytes to text: byte order mark, UTF-8, the declared character set, cp1252, in this order."""

from __future__ import annotations

import codecs
import re

from unbland.errors import NotText

#: Mark, its encoding, and the codec that takes the mark away itself; longest first, since the mark of UTF-32 begins
#: with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)

#: First bytes of the files that people send as a posting by mistake.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a DOCX, ODT or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)

#: HTML's own rule looks no further (HTML standard, "prescan a byte stream").
_PRESCAN = 1024
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

#: Character sets that pages declare. Python's other codecs (utf-7, punycode) would let a page decide what it means.
_CHARACTER_SETS = re.compile(
    r"(iso-?8859-?\d{1,2}|latin-?[1-9]|(windows|cp)-?125\d|koi8-?[ru]|gbk|gb2312|gb18030|big5|shift[_-]?jis|euc-?(jp|kr))"
)

#: Control characters other than tab, line feeds and carriage return; C1 is left out, since mojibake is full of it.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

#: One in ten: a posting pasted from a terminal has some, no binary file has so few.
_MOST_CONTROLS = 0.1


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data`, and the encoding it was read with; raise `NotText` for anything else."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"The draft is {name}; save it as text, Markdown or HTML and send that.")
    text, encoding = _decoded(data)
    refuse_binary(text)
    return text, encoding


def marked(begin: bytes) -> str | None:
    """The codec that a byte order mark at the beginning names, which takes the mark away; None where there is none."""
    return next((codec for mark, _, codec in _MARKS if begin.startswith(mark)), None)


def encode_like(data: bytes, source: str, text: str, encoding: str) -> bytes | None:
    """The text in bytes as `data` holds `source`, mark and all; None where `source` would not give `data` back."""
    body = source.encode(encoding, "replace")
    mark = data[: len(data) - len(body)]
    if mark + body != data or mark not in (b"", *(known for known, _, _ in _MARKS)):
        return None
    return mark + text.encode(encoding, "replace")


def refuse_binary(text: str) -> None:
    """Raise `NotText` where NUL or a crowd of control characters shows that this was never text."""
    if "\x00" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise NotText


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding, _ in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    for encoding in ("utf-8", *_declared(data)):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace"), "cp1252"


def _declared(data: bytes) -> tuple[str, ...]:
    match = _DECLARED.search(data[:_PRESCAN])
    name = match[1].decode("ascii").lower() if match else ""
    return (name,) if _CHARACTER_SETS.fullmatch(name) else ()
