"""Code points that no reader sees, and that can carry words to a machine all the same."""

from __future__ import annotations

import re

from unbland.core.document.model import Removal, Removed
from unbland.core.document.traced import Traced

#: Controls but tab and line ends, Cf, variation selectors, fillers, tag characters, lone surrogates
#: (Unicode 15: general categories Cc and Cf, property Default_Ignorable_Code_Point).
_NEVER_SEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

#: Joiners are part of what is seen inside an emoji ("👩‍💻") and in scripts that join letters (Persian, Hindi).
_JOINED = "\u00a9\u00ae\u2190-\u2bff\ufe0f\U0001f000-\U0001faff\u0620-\u06ff\u0900-\u0dff"

#: What all of these begin with, which is found sooner.
_MAYBE = re.compile(f"[{_NEVER_SEEN}\u200c\u200d]")

_INVISIBLE = re.compile(f"(?:[{_NEVER_SEEN}]|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}]))+")


def without_invisible(text: Traced) -> tuple[Traced, tuple[Removed, ...]]:
    """The text without what no reader sees, and where that stood."""
    if _is_plain(text.text) or not _MAYBE.search(text.text):
        return text, ()
    removed = tuple(
        Removed(why=Removal.INVISIBLE, start=start, end=end)
        for start, end in (text.span(*match.span()) for match in _INVISIBLE.finditer(text.text))
    )
    return (text.replaced(_INVISIBLE, lambda _: ""), removed) if removed else (text, ())


def _is_plain(text: str) -> bool:
    """Whether a text is white space and printable ASCII, which is found sooner than that it holds none of these."""
    return text.isascii() and "".join(text.split()).isprintable()
