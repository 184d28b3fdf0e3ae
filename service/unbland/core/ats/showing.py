"""The text of a posting as a reader meets it, out of the fields that its system keeps it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unbland.core.document import read
from unbland.core.document.model import Format


def shown(body: object) -> str:
    """The lines of all texts in a body, in the order of its fields, under their headings; without markup."""
    document = read("".join(f"<div>{html}</div>" for html in _texts(body)), Format.HTML)
    lines: list[str] = []
    for section in document.sections:
        lines += [f"\n{section.heading.text}\n"] if section.heading else []
        lines += [f"- {line.text}" if line.bullet else line.text for line in section.lines]
    return "\n".join(lines).strip()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
