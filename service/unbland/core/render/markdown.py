"""The posting as Markdown that reads well raw, and in which no source's text can become markup."""

from __future__ import annotations

import re
from functools import lru_cache

from unbland.core.language.sentences import with_capital
from unbland.core.posting import Posting, Section, SectionKind

#: Sections whose lines are sentences of one paragraph; the others are lists, and `apply` a paragraph a line.
PROSE = frozenset({SectionKind.OPENING, SectionKind.ABOUT})
PARAGRAPHS = frozenset({SectionKind.APPLY})

_INLINE = re.compile(r"[\\`*]|<(?=[A-Za-z/!?])|\](?=[(\[:])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_LEADING = re.compile(r"^(#{1,6}(?=\s)|>|[-+](?=\s)|~~~|\d{1,9}(?=[.)]\s))")
_HAS_END = re.compile(r"[.!?:…\]][\"'”’)]?$|(?:https?://|@|www\.)\S+$|^$")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s)")


def to_markdown(posting: Posting) -> str:
    """The whole posting; ends with a line break unless it is empty."""
    parts = [f"# {escape(posting.title)}"] if posting.title else []
    for section in posting.sections:
        if section.heading:
            parts.append(f"## {escape(section.heading)}")
        parts.append(_body(section))
    return "\n\n".join(parts) + "\n" if parts else ""


@lru_cache(maxsize=2_048)
def ended(text: str) -> str:
    """The line with a capital and a full stop, so that many sources read as one list; an address keeps its end."""
    text = with_capital(text)
    return text if _HAS_END.search(text) else f"{text.rstrip(' ;,')}."


def escape(text: str) -> str:
    """The text with whatever Markdown would take for markup made literal."""
    text = _INLINE.sub(lambda match: f"\\{match[0]}", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return text if text[:1] == "\\" or text[:1].isdigit() else _LEADING.sub(lambda match: f"\\{match[0]}", text)


def _body(section: Section) -> str:
    lines = [escape(ended(line.text)) for line in section.lines]
    if section.kind in PROSE:
        return " ".join(lines)
    if section.kind in PARAGRAPHS:
        return "\n\n".join(lines)
    return "\n".join(f"- {line}" for line in lines)
