"""Texts that are made to take long: repeated signs, deep nesting, endless lines; each of any length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from unbland.core.document.model import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One kind of text."""

    name: str
    format: Format
    #: The text of so many characters.
    text: Callable[[int], str]


def _repeated(unit: str, before: str = "") -> Callable[[int], str]:
    return lambda length: (before + unit * (length // len(unit) + 1))[:length]


def _halves(first: str, second: str) -> Callable[[int], str]:
    """One sign in the first half, its partner in the second: the deepest nesting of that length."""
    return lambda length: _repeated(first)(length // 2) + _repeated(second)(length // 2)


def _deeper(mark: str) -> Callable[[int], str]:
    """A list whose every point is a level deeper, over and again."""
    return _repeated("".join(f"{' ' * (2 * deep)}{mark} point\n" for deep in range(60)))


def _different(words: tuple[str, ...]) -> Callable[[int], str]:
    """Lines that are all different, so that nothing is remembered."""
    return lambda length: "\n".join(
        f"- {words[place % len(words)]} {words[place // 7 % len(words)]} {place}" for place in range(length // 12)
    )[:length]


_WORDS = ("manage", "the", "accounts", "of", "our", "customers", "in", "Toronto", "or", "and", "at", "least")

_SIGNS: dict[str, Callable[[int], str]] = {
    "a a a": _repeated("a "),
    "aaa": _repeated("a"),
    "(((": _repeated("("),
    "((…))": _halves("(", ")"),
    "[[[": _repeated("["),
    "[](": _repeated("[]("),
    "***": _repeated("*"),
    "*a _a": _repeated("*a _a "),
    "`` ` ``": _repeated("`a``b"),
    "<<<": _repeated("<"),
    "<a <a": _repeated("<a "),
    "<!--": _repeated("<!--"),
    "&amp;": _repeated("&amp"),
    "$1-": _repeated("$1-"),
    "1,1,1": _repeated("1,"),
    "111": _repeated("1"),
    "1.1.1": _repeated("1."),
    "years": _repeated("1-2 years or "),
    "- - -": _repeated("- "),
    "a-a-a": _repeated("a-"),
    "a.a.a": _repeated("a."),
    "a@a@": _repeated("a@"),
    "http": _repeated("http://a."),
    "::::": _repeated("a: "),
    '"""': _repeated('"'),
    "new lines": _repeated("\n", "Clerk"),
    "spaces": _repeated(" ", "Clerk"),
    "tabs": _repeated("\t", "Clerk"),
    "and more": _repeated("and more "),
    "A B C": _repeated("Aa "),
    "one endless line": _repeated("we manage the accounts of customers, "),
    "short lines": _repeated("a\n"),
    "different lines": _different(_WORDS),
    "zero width": _repeated("a\u200b"),
    "zero width alone": _repeated("\u200b", "Clerk"),
    "combining marks": _repeated("\u0301", "Clerk"),
    "base64": _repeated("aGVsbG8gd29ybGQ"),
    "pipes": _repeated("|a"),
    "table": _repeated("|a|b|\n", "|a|b|\n|---|---|\n"),
}

_MARKDOWN: dict[str, Callable[[int], str]] = {
    "quotes": _repeated("> "),
    "nested lists": _deeper("-"),
    "nested numbers": _deeper("1."),
    "link definitions": _repeated("[a]: b\n"),
    "links": _repeated("[a](b) "),
}

_HTML: dict[str, Callable[[int], str]] = {
    "<div>": _repeated("<div>"),
    "<div>…</div>": _halves("<div>", "</div>"),
    "<ul><li>": _repeated("<ul><li>a"),
    "<b>": _repeated("<b>a"),
    "</p>": _repeated("</p>"),
    "<p>a": _repeated("<p>a"),
    "<table>": _repeated("<table><tr><td>"),
    "hidden": _repeated('<span style="display:none">a'),
    "attributes": _repeated(' a="b"', "<p"),
}


def _all() -> Iterator[Hostile]:
    for fmt in Format:
        own = {Format.MARKDOWN: _MARKDOWN, Format.HTML: _HTML}.get(fmt, {})
        for name, text in {**_SIGNS, **own}.items():
            yield Hostile(name=name.replace("|", "\\|"), format=fmt, text=text)


#: Signs in each format, and what only Markdown or HTML knows.
HOSTILE = tuple(_all())
