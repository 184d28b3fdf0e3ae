"""The signs that begin a list item in text that has no list markup."""

from __future__ import annotations

import re

#: Bullets of word processors and keyboards; the last are private-use bullets of Word's symbol fonts, and the two
#: wrecks that a wrong encoding makes of "•".
GLYPHS = "•·∙‣▪▫■□●○◦◆◇►▶▸➢➤➔➜→⁃»✓✔✗✘✦★☆❖※・\uf0b7\uf0a7\uf0d8\uf0fc"
_WRECKS = "â¢|â€¢"

#: A pictograph at the start of a line does the work of a bullet; skin tones and joined pictographs belong to it.
_PICTOGRAPH = "[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"

_SIGN = re.compile(
    rf"(?:(?:[{GLYPHS}]|{_WRECKS})+\s*"
    rf"|{_PICTOGRAPH}+(?:\u200d{_PICTOGRAPH}+)*\s*"
    r"|[-–—](?=\d{1,2}\+?(?:\s*(?:-|–|to)\s*\d{1,2})?\s*(?:years?|yrs?|months?|weeks?|days?|hours?)\b)|>\s+(?=[\w\"“‘'($€£])"
    r"|[-–—](?=401 ?\(?k\b"
    r"|\d{1,3}(?:st|nd|rd|th|%)? (?!degrees|below|dollars|euros?|pounds|per|or|to|and|[ap]m\b)[a-z]{3,})"
    r"|--\s+(?=(?:\S+\s+){3}\S|.*\d)|[-–—]\s*(?=[^\W\d]|[\"“‘'($€£₦₹¥₱₩₪])|[-–—*+]\s+(?=[\w\"“‘'(*\[~≥<…$€£₦₹¥₱₩₪])|\*(?=[A-Z](?:[a-z]|\w[^*]*$))"
    r"|o\s+(?=[A-Z])|[oO]\t\s*|(?:\(\d{1,2}\)|\(?[a-zA-Z]\)|\d{1,2}[.)]|\d{1,2}\.\d{1,2}\.?(?=\s+(?!(?:FTE|WTE|EFT)s?\b)[A-Z])|[ivxIVX]{2,4}[.)])\s+(?=\S))"
)
#: `If you … / … speak German`: what goes on with a sentence that stands above.
_DOTS = re.compile(r"(?:…|\.{3})\s*(?=[a-z])")


#: `🌍 Remote | 🕐 Full-time`, `🚚 Drivers, nights 🚚`: values, each with its picture, or a cry, and no item of a list.
_ROW = re.compile(rf"{_PICTOGRAPH}[^|]+(?:\|\s*{_PICTOGRAPH}|(?<=\w )({_PICTOGRAPH})\ufe0f?$|(?<=[A-Z] ){_PICTOGRAPH})")


_PICTURES = re.compile(rf"{_PICTOGRAPH}+(?:\u200d{_PICTOGRAPH}+)*\ufe0f?\s*(?=\w|[$£€])")


def picture_length(text: str, near: str) -> int:
    """How many characters at the start of `text` are a picture that the line near it begins with, too."""
    match = _PICTURES.match(text)
    return match.end() if match is not None and near.startswith(match[0].strip()) else 0


def sign_length(text: str) -> int:
    """How many characters at the start of `text` are a list sign with the space behind it."""
    match = _SIGN.match(text)
    end = match.end() if match and match.end() < len(text) and not _ROW.match(text) else 0
    dots = _DOTS.match(text, end)
    return dots.end() if dots else end
