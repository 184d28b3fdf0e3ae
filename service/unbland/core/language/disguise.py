"""Words in disguise: the plain readings of a text whose letters were swapped, spaced out, scrambled or encoded."""

from __future__ import annotations

import binascii
import re
import unicodedata
from base64 import b64decode
from codecs import encode
from collections.abc import Iterator, Sequence
from functools import lru_cache

#: Letters of other scripts, each before the Latin one that it looks like (Unicode confusables, those on a keyboard).
_PAIRS = (
    "аa вb еe зe кk мm нh оo рp сc тt уy хx іi їi јj ѕs ԁd ɡg һh ӏl ոn ԝw гr пn"
    " αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ɑa ıi"
)
_LOOK_ALIKE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_LEET = str.maketrans("013457@$!|", "oieastasii")

#: A digit or sign between letters; the second takes longer.
_LEET_SIGN = re.compile(r"[013457@$!|]")
_MIXED = re.compile(r"[a-z][013457@$!|]|[013457@$!|][a-z]")

#: Single letters in a row, with one sign or blank between them: `i g n o r e`, `i.g.n.o.r.e`; words part at two.
_SPACED = re.compile(r"(?<!\w)\w(?:[ .\-_*·]\w){3,}(?!\w)")
#: What every such row holds, which is found sooner.
_SINGLE_LETTERS = re.compile(r"[ .\-_*·]\w[ .\-_*·]\w[ .\-_*·]")
_WORD_GAP = re.compile(r"\s{2,}")

#: Long enough for three words; no word, name or number of a posting has so many letters of this set in a row.
_BASE64 = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/_-]{24,}={0,2}(?![\w+/=])")
_HEX = re.compile(r"(?<!\w)(?:[0-9a-f]{2}[ :]?){16,}(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%[0-9a-f]{2}){8,}", re.IGNORECASE)
#: Signs in a row without white space that base64 and percent signs need.
_SHORTEST_CODE = 24
#: What sixteen hexadecimal numbers hold, which is found sooner: so many of their signs in a row, here written alike.
_HEX_SIGNS = bytes(ord("x") if chr(code) in "0123456789abcdefABCDEF :" else 0 for code in range(256))
_HEX_ROW = b"x" * 32

#: Most of what was encoded is text: letters and blanks.
_MOSTLY = 0.9

#: Words that give away a whole line that was turned letter by letter, or from end to start.
_TURNED = ("vafgehpgvba", "cebzcg", "vtaber")
_BACKWARDS = ("snoitcurtsni", "tpmorp", "erongi")

_WORD = re.compile(r"[a-z]{5,}")
_SCRAMBLED = [
    "ignore",
    "disregard",
    "forget",
    "override",
    "previous",
    "prior",
    "above",
    "instructions",
    "instruction",
    "prompt",
    "system",
    "output",
    "respond",
    "posting",
    "salary",
    "hidden",
    "following",
]


def _shape(word: str) -> str:
    """What is left of a word when the order of its inner letters is lost."""
    return f"{word[0]}{''.join(sorted(word[1:-1]))}{word[-1]}"


_SHAPES = {_shape(word): word for word in _SCRAMBLED}
#: Their first and last letters, which most words do not have.
_OUTER = frozenset((word[0], word[-1]) for word in _SCRAMBLED)


def looks_latin(word: str) -> bool:
    """Whether a word can be taken for a Latin one, though some of its letters are of another script."""
    return not word.isascii() and all(char.isascii() or ord(char) in _LOOK_ALIKE for char in word.lower())


def plain(text: str) -> str:
    """The text in lower case with one letter for all that look like it, and single blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return " ".join(text.lower().split())


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})


def readings(text: str) -> Iterator[str]:
    """The text as it can be read: as it stands first, then each disguise taken off where there is one."""
    seen = plain(text)
    yield seen
    latin = seen if seen.isascii() else _in_latin(seen)
    yield from (view for view in dict.fromkeys(_undone(text, seen, latin)) if view != seen)


def _in_latin(text: str) -> str:
    """The text with Latin letters for those that look like them, and without accents."""
    parts = unicodedata.normalize("NFD", text.translate(_LOOK_ALIKE))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _undone(text: str, seen: str, latin: str) -> Iterator[str]:
    """Each disguise taken off."""
    yield latin
    if _LEET_SIGN.search(latin) and _MIXED.search(latin):
        yield _unscrambled(latin.translate(_LEET))
    yield _unscrambled(latin)
    if "-" in latin or "_" in latin:
        yield latin.replace("-", " ").replace("_", " ")
    if _SINGLE_LETTERS.search(text) and _SPACED.search(text):
        spaced = "  ".join(_SPACED.sub(_closed, part) for part in _WORD_GAP.split(text))
        yield plain(spaced).translate(_LEET)
        # Where no wider gap parts the words, they run together.
        yield re.sub(r"[^a-z]", "", plain(text).translate(_LEET))
    if _holds_one(seen, _TURNED):
        yield str(encode(seen, "rot13"))
    if _holds_one(seen, _BACKWARDS):
        yield seen[::-1]
    yield from map(plain, encoded(text))


def _holds_one(text: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - asked of every line, and `any` takes three times as long
        if word in text:
            return True
    return False


def _closed(spaced: re.Match[str]) -> str:
    return spaced[0][::2]


def _unscrambled(text: str) -> str:
    """Key words whose inner letters are in disorder, put right."""
    words = {word for word in _WORD.findall(text) if (word[0], word[-1]) in _OUTER}
    right = {word: meant for word in words if (meant := _SHAPES.get(_shape(word), word)) != word}
    return _WORD.sub(lambda word: right.get(word[0], word[0]), text) if right else text


@lru_cache(maxsize=256)
def encoded(text: str) -> tuple[str, ...]:
    """What stands in a text as base64, as hexadecimal digits or in percent signs, where that is text again."""
    return tuple(_decoded(text))


def _decoded(text: str) -> Iterator[str]:
    longest = max(map(len, text.split()), default=0)
    for found in _BASE64.finditer(text) if longest >= _SHORTEST_CODE else ():
        yield from _text(_from_base64(found[0]))
    for found in _HEX.finditer(text) if _HEX_ROW in text.encode("utf-8", "replace").translate(_HEX_SIGNS) else ():
        yield from _text(_from_hex(re.sub(r"[ :]", "", found[0])))
    for found in _PERCENT.finditer(text) if longest >= _SHORTEST_CODE else ():
        yield from _text(_from_hex(found[0].replace("%", "")))


def _from_base64(letters: str) -> bytes:
    body = letters.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return b64decode(body + "=" * (-len(body) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _from_hex(digits: str) -> bytes:
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _text(data: bytes) -> Iterator[str]:
    """The bytes as text, where most of them are letters and blanks."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if text and sum(char.isalnum() or char in " .,:;!?'\"/-\n$" for char in text) >= _MOSTLY * len(text):
        yield text
