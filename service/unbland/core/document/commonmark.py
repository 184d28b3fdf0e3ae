"""A CommonMark parser that tells the places of inlines, and loses no words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

#: The preset's own limit: text that is nested deeper is dropped by the parser, so it is read as plain text instead.
_DEEPEST = 20

#: Rules off: link definitions (they are taken out before, and reported), and the joining of escapes and entities with
#: the text around (their places would be lost).
_OFF = ["reference", "text_join"]

_PLACED = {
    "newline": rules_inline.newline,
    "escape": rules_inline.escape,
    "backticks": rules_inline.backtick,
    "link": rules_inline.link,
    "image": rules_inline.image,
    "autolink": rules_inline.autolink,
    "html_inline": rules_inline.html_inline,
    "entity": rules_inline.entity,
}


def block_tokens(text: str, targets: Mapping[str, str]) -> Sequence[Token] | None:
    """The blocks of a Markdown text; `targets` has the address of each link label.

    The `meta["end"]` of an inline tells where it ends in the content of its block. None where the text is nested
    deeper than the parser goes.
    """
    references = {normalizeReference(label): {"href": url, "title": ""} for label, url in targets.items()}
    tokens = _parser().parse(text, {"references": references})
    for opened, said, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type == "heading_open" and "\n" in said.content:
            opened.tag = closed.tag = "p"  # a rule drawn right under a paragraph makes no title of it
    return None if any(token.level >= _DEEPEST - 1 for token in tokens) else tokens


class _Parser(MarkdownIt):
    """A parser that leaves the words of a bare link as they stand."""

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        """The link itself, so that each of its characters keeps its place."""
        return link


@cache
def _parser() -> MarkdownIt:
    """The parser is costly to make and holds nothing of what it parses."""
    parser = _Parser("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable(_OFF)
    for name, rule in _PLACED.items():
        parser.inline.ruler.at(name, _placed(rule))
    return parser


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, noting on the token that it makes where in the text that ends."""

    def place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
        known = len(state.tokens)
        found = rule(state, silent)
        if len(state.tokens) > known:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return place
