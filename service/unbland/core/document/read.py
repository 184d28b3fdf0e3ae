"""Reading a draft: bytes or text of any of the three formats to a `Document`."""

from __future__ import annotations

import re

from unbland.core.document.decode import decode, refuse_binary
from unbland.core.document.formats import format_of, unescaped
from unbland.core.document.html_reader import read_html
from unbland.core.document.invisible import without_invisible
from unbland.core.document.links import with_bare_links
from unbland.core.document.markdown_reader import read_markdown, read_text
from unbland.core.document.model import Document, Format, Removed
from unbland.core.document.mojibake import mended
from unbland.core.document.segment import segment
from unbland.core.document.traced import Traced
from unbland.core.document.traps import without_traps
from unbland.errors import DraftTooLong, EmptyDraft

#: Four times the longest posting we have met; more is several postings, or an attack on what reads in quadratic time.
MOST_CHARACTERS = 60_000

_LINE_END = re.compile(r"\r\n?|[\v\f\u2028\u2029]")

_READERS = {Format.TEXT: read_text, Format.MARKDOWN: read_markdown, Format.HTML: read_html}


def read(data: bytes | str, fmt: Format | None = None) -> Document:
    """The draft as a reader sees it; `fmt` None finds out the format.

    Raise `NotText` for what is no text, `DraftTooLong`, or `EmptyDraft` where a reader would see nothing.
    """
    source, encoding = _text_of(data)
    fmt = fmt or format_of(source)
    whole = mended(Traced.of(source))
    text, removed = without_invisible(unescaped(whole) if fmt is Format.HTML else whole)
    text, traps = without_traps(text) if fmt is not Format.HTML else (text, ())
    page = _READERS[fmt](text.replaced(_LINE_END, lambda _: "\n"))
    page.finish(len(source))
    sections = segment(page.rows)
    if not sections:
        raise EmptyDraft
    return Document(
        source=source,
        format=fmt,
        encoding=encoding,
        sections=sections,
        removed=_outermost([*removed, *traps, *page.removed]),
        links=with_bare_links(page.links, page.rows),
    )


def _text_of(data: bytes | str) -> tuple[str, str]:
    if isinstance(data, bytes):
        source, encoding = decode(data)
    else:
        source, encoding = data, "utf-8"
        refuse_binary(source)
    if len(source) > MOST_CHARACTERS:
        raise DraftTooLong(
            f"The draft has {len(source):,} characters and {MOST_CHARACTERS:,} is the most; send one posting at a time."
        )
    return source, encoding


def _outermost(removed: list[Removed]) -> tuple[Removed, ...]:
    """The removals in order, without those inside another."""
    kept: list[Removed] = []
    for one in sorted(removed, key=lambda it: (it.start, -it.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
