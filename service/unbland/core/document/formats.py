"""What a draft is written in, found out from the draft itself."""

from __future__ import annotations

import re
from html import unescape

from unbland.core.document.model import Format
from unbland.core.document.traced import Traced

_BLOCK_NAMES = "p|div|ul|ol|li|br|h[1-6]|table|tr|td|html|head|body|section|article|blockquote"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK_NAMES})(?=[\s/>])", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|small)(?=[\s/>])|<!--", re.IGNORECASE)

#: HTML turned into entities as a whole, the way the Greenhouse job board interface sends it.
_ESCAPED_TAG = re.compile(rf"&lt;/?(?:{_BLOCK_NAMES}|strong|span)(?=[\s/&])", re.IGNORECASE)

#: Only what nobody writes in plain text; a bullet of "-" says nothing.
_MARKDOWN = re.compile(
    r"^#{1,6} +\S|(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)|\]\((?:https?|mailto):|^```|^\|? ?:?---+:? ?\|",
    re.MULTILINE,
)

#: What any of these has, which is found sooner.
_SIGNS = ("#", "**", "](", "```", "|")

ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def format_of(text: str) -> Format:
    """The format of `text`; Markdown may hold some HTML, so the marks that are more frequent decide."""
    marked = any(sign in text for sign in _SIGNS)
    blocks, marks = len(_BLOCK_TAG.findall(text)), len(_MARKDOWN.findall(text)) if marked else 0
    if blocks > marks or (not blocks and _ESCAPED_TAG.search(text)):
        return Format.HTML
    return Format.MARKDOWN if marks or _INLINE_TAG.search(text) else Format.TEXT


def has_blocks(text: str) -> bool:
    """Whether HTML says itself where its lines end; if not, its line breaks do."""
    return _BLOCK_TAG.search(text) is not None


def unescaped(text: Traced) -> Traced:
    """HTML that came as entities, turned back; once, so that what was an entity in it stays one."""
    if has_blocks(text.text) or not _ESCAPED_TAG.search(text.text):
        return text
    return text.replaced(ENTITY, unescape)
