"""Rule cases as a writer states them: lines by kind, the words that are meant in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import cast

import yaml

from unbland.core.document.model import (
    Block,
    BlockKind,
    Document,
    DraftLine,
    DraftSection,
    Format,
    Heading,
    Removal,
    Removed,
)
from unbland.core.guide import ReviewOptions, reading, review
from unbland.core.guide.model import Finding
from unbland.core.guide.reading import Reading
from unbland.core.law import AS_OF
from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier

CASES = Path(__file__).parent / "core" / "guide" / "cases"

#: What the reader of a draft takes out is told by its reason: `{hidden: …}`, `{link: …}`.
_REMOVALS = frozenset(Removal)

#: One line: its kind and text, and at will `under` (the heading above it), `times`, `prose` (no bullet), and `joined`
#: (the next goes on behind it, on the same line); or a `heading` on its own, with whatever follows below it. Or whose
#: law is looked at: `{place: CA-ON}`, `{as_of: 2026-01-01}`, `{employees: 24}`.
Row = Mapping[str, str | int | date]

_HOW = {"under", "times", "prose", "joined"}
_ABOUT_LAW = {"place", "as_of", "employees"}

_REQUIREMENTS = {"must": Modality.REQUIRED, "nice": Modality.PREFERRED}
_BULLETS = {Kind.DUTY, Kind.GOAL, Kind.REQUIREMENT, Kind.BENEFIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft made of rows, and the span that its brackets mark."""

    document: Document
    ledger: Ledger
    options: ReviewOptions
    span: tuple[int, int]

    @property
    def reading(self) -> Reading:
        """It as the rules read it."""
        return reading(self.document, self.ledger, self.options)

    def findings(self, rule: str) -> list[Finding]:
        """What one rule says of it."""
        return [f for f in review(self.reading) if f.rule == rule]


def case_file(rule: str) -> Mapping[str, list[object]]:
    """The cases of a rule."""
    cases: Mapping[str, list[object]] = yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8"))
    return cases


def draft(example: object) -> Draft:
    """A draft of one row or several."""
    rows = cast("list[Row]", example if isinstance(example, list) else [example])
    text, span = "", (0, 0)
    sources: list[Source] = []
    removed: list[Removed] = []
    headings: list[tuple[int, Heading]] = []
    for row in _repeated(row for row in rows if not _ABOUT_LAW & row.keys()):
        kind, written = next((key, str(value)) for key, value in row.items() if key not in _HOW)
        plain = written.replace("[", "").replace("]", "")
        if "[" in written:
            span = (len(text) + written.index("["), len(text) + written.index("]") - 1)
        if kind == "heading":
            headings.append((len(sources), Heading(text=plain, start=len(text), end=len(text) + len(plain), level=2)))
        elif kind in _REMOVALS:
            removed.append(Removed(why=Removal(kind), start=len(text), end=len(text) + len(plain)))
        else:
            sources.append(_source(len(sources), kind, plain, len(text), row))
        text += plain + (" " if "joined" in row else "\n")
    sections = tuple(_under(sources, headings) if headings else _sections(sources))
    document = Document(source=text, format=Format.TEXT, encoding="utf-8", sections=sections, removed=tuple(removed))
    return Draft(document=document, ledger=Ledger(sources=tuple(sources)), options=_options(rows), span=span)


def _options(rows: Sequence[Row]) -> ReviewOptions:
    """Whose law the rows say is looked at."""
    told = {key: value for row in rows for key, value in row.items() if key in _ABOUT_LAW}
    as_of, employees = told.get("as_of", AS_OF), told.get("employees")
    return ReviewOptions(
        places=tuple(str(row["place"]) for row in rows if "place" in row),
        as_of=as_of if isinstance(as_of, date) else AS_OF,
        employees=employees if isinstance(employees, int) else None,
    )


def _repeated(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        for _ in range(int(str(row.get("times", 1)))):
            yield row


def _source(number: int, kind: str, text: str, start: int, row: Row) -> Source:
    modality = _REQUIREMENTS.get(kind, Modality.NONE)
    real = Kind.REQUIREMENT if kind in _REQUIREMENTS else Kind(kind)
    return Source(
        id=f"D{number + 1}",
        text=text,
        kind=real,
        modality=modality,
        tier=Tier.GUARDED,
        start=start,
        end=start + len(text),
        heading=str(row["under"]) if "under" in row else None,
        bullet=real in _BULLETS and "prose" not in row,
    )


def _sections(sources: Sequence[Source]) -> Iterator[DraftSection]:
    for heading, members in groupby(sources, key=lambda source: source.heading):
        yield DraftSection(heading=_heading(heading) if heading else None, blocks=tuple(_blocks(members)))


def _under(sources: Sequence[Source], headings: Sequence[tuple[int, Heading]]) -> Iterator[DraftSection]:
    """What stands before the first heading, then each heading with its lines, if it has any."""
    yield DraftSection(heading=None, blocks=tuple(_blocks(sources[: headings[0][0]])))
    ends = [at for at, _ in headings[1:]]
    for (start, heading), end in zip(headings, [*ends, len(sources)], strict=True):
        yield DraftSection(heading=heading, blocks=tuple(_blocks(sources[start:end])))


def _blocks(sources: Iterable[Source]) -> Iterator[Block]:
    for bullet, lines in groupby(sources, key=lambda source: source.bullet):
        yield Block(kind=BlockKind.LIST if bullet else BlockKind.PARAGRAPH, lines=tuple(map(_line, lines)))


def _line(source: Source) -> DraftLine:
    return DraftLine(text=source.text, start=source.start or 0, end=source.end or 0, bullet=source.bullet)


def _heading(text: str) -> Heading:
    return Heading(text=text, start=0, end=0, level=2)
