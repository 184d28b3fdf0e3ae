"""A draft and the posting that was made of it, side by side, each line with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbland.core.evaluation.reporting.texts import Piece, PlacedDraft, Stretch, pieces, words_of
from unbland.core.posting import Line, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line of a posting with what it rests on."""

    pieces: tuple[Piece, ...]
    form: str
    #: Id and text of each source.
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """A draft beside the posting that was made of it."""

    title: str
    #: Heading and lines.
    sections: tuple[tuple[str, tuple[ShownLine, ...]], ...]
    draft: tuple[tuple[Stretch, ...], ...]
    #: Each fact beside the draft: id, text, and whether it was left out.
    facts: tuple[tuple[str, str, bool], ...]


def side_by_side(draft: PlacedDraft, sources: Mapping[str, str], posting: Posting) -> SideBySide:
    """A posting beside its draft; a fact is a source whose id begins with F."""
    cited = frozenset(cite for line in posting.lines for cite in line.cites)
    text = "\n".join((posting.title, *(line.text for line in posting.lines)))
    said = words_of(text)
    return SideBySide(
        title=posting.title,
        sections=tuple(
            (section.heading or section.kind.capitalize(), tuple(_line(line, sources) for line in section.lines))
            for section in posting.sections
        ),
        draft=draft.marked(cited, text),
        facts=tuple(
            (name, fact, name not in cited and not words_of(fact) <= said)
            for name, fact in sources.items()
            if name.startswith("F")
        ),
    )


def _line(line: Line, sources: Mapping[str, str]) -> ShownLine:
    cited = tuple((cite, sources[cite]) for cite in line.cites if cite in sources)
    return ShownLine(pieces=pieces(line.text, [text for _, text in cited]), form=line.form, sources=cited)
