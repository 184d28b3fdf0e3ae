"""Changes of a text in place: a span and what stands in its stead, with the marks and the article beside it mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from unbland.core.editor.wording import article, needs_the_next_word

#: An article, and what stands between it and the words that change.
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)

#: White space before words that go, and the comma that only they needed.
_BEFORE = re.compile(r",?\s+$|\s*$")

#: What must follow words of praise that go: the noun, or more words before it. Anything else, and the sentence needs
#: them.
_AFTER = re.compile(r",?\s+(?=\w)(?!(?:and|or|about|for|in|on|to|with|at|by|of)\b)", re.IGNORECASE)

_WORD = re.compile(r"\w")

#: A line end, with the white space around it.
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is put in place of a half-open span."""

    start: int
    end: int
    text: str

    def meets(self, other: Change) -> bool:
        """Whether both change the same place; two that touch would be read as one."""
        return self.start <= other.end and other.start <= self.end

    def moved(self, by: int) -> Change:
        """The same change in a text that begins so many characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text after changes that do not overlap."""
    for change in sorted(changes, key=lambda one: one.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def swap(text: str, start: int, end: int, words: str) -> Change | None:
    """The change that puts words in place of a span; nothing in its place cuts it, None where the sentence needs it."""
    return _put(text, start, end, words) if words else _cut(text, start, end)


def _put(text: str, start: int, end: int, words: str) -> Change:
    """Words for words, and the article before them with the sound that now follows it; a line end among them stays."""
    found = _ARTICLE.search(text, 0, start)
    changed_end, put = _broken(text, start, end, words)
    if found is None or article(found[1], words) == found[1]:
        return Change(start=start, end=changed_end, text=put)
    return Change(start=found.start(), end=changed_end, text=f"{article(found[1], words)}{found[2]}{put}")


def _broken(text: str, start: int, end: int, words: str) -> tuple[int, str]:
    """Where the change ends, and the words with the line end that stood among the old ones, or behind them."""
    line_end = _LINE_END.search(text, start, end)
    if line_end is None:
        return end, words
    if " " in words:
        return end, words.replace(" ", line_end[0], 1)
    return (end + 1, words + line_end[0]) if text[end : end + 1] == " " else (end, words)


def _cut(text: str, start: int, end: int) -> Change | None:
    """The span gone, with the comma and the white space that only it needed."""
    after = _AFTER.match(text, end)
    if after is None or (start and text[start - 1] == "-"):
        return None
    found = _ARTICLE.search(text, 0, start)
    rest = text[after.end() :]
    if found is not None:
        return Change(start=found.start(), end=after.end(), text=f"{article(found[1], rest)}{found[2]}")
    if needs_the_next_word(text[:start]):
        return None
    if not _WORD.search(text, 0, start):  # the line begins with it
        first = rest[0].upper() if text[start].isupper() else rest[0]
        return Change(start=start, end=after.end() + 1, text=first)
    before = _BEFORE.search(text, 0, start)
    begin = before.start() if before else start
    return Change(start=begin, end=after.end(), text=_gap(text[begin:start], after[0]))


def _gap(before: str, after: str) -> str:
    """What stays between the words on both sides: the line end, where one of the gaps had one."""
    blanks = (before.strip(","), after.lstrip(","))
    return next((blank for blank in blanks if "\n" in blank), " ")
