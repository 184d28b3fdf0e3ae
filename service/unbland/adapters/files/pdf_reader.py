"""A PDF as text, as far as a reader sees it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from unbland.adapters.files.kinds import Broken, TooLarge

#: A posting has three pages; more than this is a handbook, or an attack.
_MOST_PAGES = 30

#: Characters; the reader of drafts takes 60,000.
_MOST_CHARACTERS = 200_000

#: Text render mode 3: neither filled nor stroked (ISO 32000-1, 9.3.6).
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE

#: From here on a colour is the paper's.
_WHITE = 250


def read_pdf(data: bytes) -> str:
    """The text of the pages, a blank line between two; raises TooLarge or Broken."""
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > _MOST_PAGES:
            raise TooLarge
        return "\n\n".join(_text(page) for page in document)
    except pypdfium2.PdfiumError:
        raise Broken from None


def _text(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    count = words.count_chars()
    if count > _MOST_CHARACTERS:
        raise TooLarge
    return "".join(_seen(words, count)).replace("\r\n", "\n").replace("\r", "\n")


def _seen(words: pypdfium2.PdfTextPage, count: int) -> Iterator[str]:
    """The characters that are drawn in a colour that shows on paper."""
    known: dict[int | None, bool] = {}
    for place in range(count):
        thing = raw.FPDFText_GetTextObject(words, place)
        key = ctypes.cast(thing, ctypes.c_void_p).value
        if key not in known:
            known[key] = key is None or _shows(thing)
        sign = raw.FPDFText_GetUnicode(words, place)
        if known[key] and sign:
            yield chr(sign)


def _shows(thing: raw.FPDF_PAGEOBJECT) -> bool:
    if raw.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE:
        return False
    channels = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(thing, *channels):
        return True
    red, green, blue, opacity = (channel.value for channel in channels)
    return opacity > 0 and min(red, green, blue) < _WHITE
