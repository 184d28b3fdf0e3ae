"""Acronyms: words in capitals, and words cut short, and what they are short for."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.word import Word

#: Letters of an acronym: one letter is none, and postings have hardly any of more than six.
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 6

#: Letters: what is not longer is the beginning of too many words to be one of them cut short.
_SHORT = 3


def is_in_capitals(word: Word) -> bool:
    """Whether a word may be an acronym by its capitals: "IT", but not "I", and no "US" for those who write."""
    return word.text.isupper() and len(word.text) > 1 and not word.party


def letters_of(word: Word) -> str:
    """The letters of a word that may be an acronym: `UE` of `UE5`, `PR` of `PRs`."""
    letters = word.plain.rstrip("0123456789")
    return letters[:-1] if word.text.endswith("s") and word.text[:-1].isupper() else letters


def acronym(word: Word) -> str:
    """The letters of an acronym, and of no other word."""
    letters = word.text.removesuffix("s")
    capitals = sum(map(str.isupper, letters))
    return letters if capitals > 1 and _SHORTEST_ACRONYM <= len(letters) <= _LONGEST_ACRONYM else ""


def initials(words: tuple[Word, ...], place: int, size: int) -> Iterator[str]:
    """The first letters of each row of so many words that the word at a place is one of."""
    for first in range(max(0, place - size + 1), place + 1):
        yield "".join(word.plain[0] for word in words[first : first + size])


def stands_for(word: Word, letters: str, words: tuple[Word, ...]) -> bool:
    """Whether a word in capitals is made of the first letters of these, or of those of content among them."""
    if len(letters) < _SHORTEST_ACRONYM or not word.text[:2].isupper():
        return False
    rows = ([full for full in words if full.content], words)
    return any("".join(full.plain[0] for full in row).startswith(letters) for row in rows)


def is_cut(word: Word, full: Word) -> bool:
    """Whether a name is cut short: "Cert" for "Certificate"."""
    short, whole = sorted((word.plain, full.plain), key=len)
    return len(short) > _SHORT and whole.startswith(short) and word.text[0].isupper() and full.text[0].isupper()
