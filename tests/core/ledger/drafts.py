"""Drafts made by hand, for tests that are about the ledger and not about reading."""

from __future__ import annotations

from unbland.core.document.model import Block, BlockKind, Document, DraftLine, DraftSection, Format, Heading


def draft(*sections: tuple[str, tuple[str, ...]]) -> Document:
    """A document of sections, each a heading (empty: none) and its lines; lines under a heading are bullets."""
    source, made = "", []
    for name, texts in sections:
        heading, lines = None, []
        if name:
            heading = Heading(text=name, start=len(source), end=len(source) + len(name), level=2)
            source += f"{name}\n"
        for text in texts:
            start = len(source)
            lines.append(DraftLine(text=text, start=start, end=start + len(text), bullet=bool(name)))
            source += f"{text}\n"
        kind = BlockKind.LIST if name else BlockKind.PARAGRAPH
        made.append(DraftSection(heading=heading, blocks=(Block(kind=kind, lines=tuple(lines)),)))
    return Document(source=source, format=Format.TEXT, encoding="utf-8", sections=tuple(made), removed=())
