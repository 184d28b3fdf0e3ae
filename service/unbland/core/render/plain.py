"""The posting as plain text, for mail and for boards that take no markup."""

from __future__ import annotations

from unbland.core.posting import Posting, Section
from unbland.core.render.markdown import PARAGRAPHS, PROSE, ended


def to_text(posting: Posting) -> str:
    """The whole posting; headings stand alone on their line, bullets begin with a hyphen."""
    parts = [posting.title] if posting.title else []
    for section in posting.sections:
        heading = f"{section.heading}\n" if section.heading else ""
        parts.append(heading + _body(section))
    return "\n\n".join(parts) + "\n" if parts else ""


def _body(section: Section) -> str:
    lines = [ended(line.text) for line in section.lines]
    if section.kind in PROSE:
        return " ".join(lines)
    return "\n".join(lines) if section.kind in PARAGRAPHS else "\n".join(f"- {line}" for line in lines)
