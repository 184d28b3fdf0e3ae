"""The segmenter: rows of any format to sections, blocks and lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from unbland.core.document.entries import entries
from unbland.core.document.entry import Entry, Role
from unbland.core.document.model import Block, BlockKind, DraftLine, DraftSection, Heading
from unbland.core.document.names import bare, is_name
from unbland.core.document.rows import Row
from unbland.core.document.titles import begins_with_label, ends_sentence
from unbland.core.document.traced import Traced
from unbland.core.language.sentences import sentences

#: Characters: a value on its own row, which may be a list ("Benefits: pension; 28 days off; parking").
_LONGEST_VALUE = 120

#: Characters: a first line that is longer is the beginning of the text, not its title.
_LONGEST_TITLE = 100

#: `Interested?`, `Write to jo@acme.example`: a question, and whom one turns to, are no items of a list.
_IS_SAID = re.compile(r"\?$|^https?://\S+$|\b[\w.+-]+@[\w-]+\.\w")


def segment(rows: Sequence[Row]) -> tuple[DraftSection, ...]:
    """The sections of a draft; none where it holds no words."""
    found = entries(rows)
    sections: list[DraftSection] = []
    title = _title(found)
    heading, marked = None, 1
    body: list[Entry] = []
    for entry in found:
        if entry is not title and entry.role is not Role.HEADING:
            if _ends_fact(body, entry):
                sections += _section(heading, body)
                heading, body = None, []
            body.append(entry)
            continue
        sections += _section(heading, body)
        marked = entry.level or marked
        level = 1 if entry is title else max(2, entry.level or marked + 1)
        heading, body = _heading(entry, level), []
    return (*sections, *_section(heading, body))


def _title(found: Sequence[Entry]) -> Entry | None:
    """The first line, where more follows and it names the job or the company and not a section."""
    text = found[0].text.text if len(found) > 1 else ""
    named = found[:1] and found[0].role in (Role.HEADING, Role.PLAIN) and not is_name(text)
    short = 0 < len(text) <= _LONGEST_TITLE and not ends_sentence(text) and not text.endswith((":", "?"))
    return found[0] if named and short else None


def _ends_fact(body: Sequence[Entry], entry: Entry) -> bool:
    """Whether the heading so far labels one short fact ("Location: Oslo"), so that new text is not under it."""
    if len(body) != 1 or not body[0].labelled or entry.role is not Role.PLAIN:
        return False
    apart = entry.gap or begins_with_label(entry.text.text)
    value = body[0].text.text
    return apart and len(value) <= _LONGEST_VALUE and not ends_sentence(value) and not value.endswith(":")


def _section(heading: Heading | None, body: Sequence[Entry]) -> Iterator[DraftSection]:
    if heading or body:
        yield DraftSection(heading=heading, blocks=tuple(_block(run) for run in _runs(body)))


def _heading(entry: Entry, level: int) -> Heading:
    start, end = entry.text.span(0, len(entry.text))
    return Heading(text=bare(entry.text.text), start=start, end=end, level=level)


def _runs(body: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries that make a block: of one role, and for plain text with neither a gap nor a lead between."""
    run: list[Entry] = []
    for entry in body:
        if run and (entry.role is not run[-1].role or (entry.role is Role.PLAIN and (entry.gap or _leads(run)))):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _leads(run: Sequence[Entry]) -> bool:
    """Whether a line of its own leads with its colon to what stands below it."""
    return len(run) == 1 and run[0].text.text.endswith(":")


def _block(run: Sequence[Entry]) -> Block:
    role = run[0].role
    if role is Role.PLAIN and not _is_list(run):
        lines = tuple(_line(entry.text, span) for entry in run for span in sentences(entry.text.text))
        return Block(kind=BlockKind.PARAGRAPH, lines=lines)
    kind = BlockKind.TABLE if role is Role.TABLE else BlockKind.LIST
    bullet = kind is BlockKind.LIST
    return Block(kind=kind, lines=tuple(_row(entry, bullet=bullet) for entry in run))


def _row(entry: Entry, *, bullet: bool) -> DraftLine:
    line = _line(entry.text, (0, len(entry.text)), bullet=bullet, level=entry.level)
    return replace(line, column=entry.column, header=entry.header)


def _is_list(run: Sequence[Entry]) -> bool:
    """Whether lines without bullets are a list all the same: several, and few of them sentences or addresses."""
    items = sum(not (ends_sentence(text) or _IS_SAID.search(text)) for text in (entry.text.text for entry in run))
    return len(run) > 1 and 2 * items > len(run)


def _line(text: Traced, span: tuple[int, int], *, bullet: bool = False, level: int = 0) -> DraftLine:
    part = text.part(*span)
    start, end = part.span(0, len(part))
    return DraftLine(text=" ".join(part.text.split()), start=start, end=end, bullet=bullet, level=level)
