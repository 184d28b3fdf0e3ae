"""The posting that comes out: a title and sections in the guide's order, each line with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """The sections of a posting, in the guide's order (principle `order`)."""

    OPENING = "opening"
    DO = "do"
    MUST = "must"
    NICE = "nice"
    OFFER = "offer"
    ABOUT = "about"
    APPLY = "apply"


class Form(StrEnum):
    """How a line came to be, which says why it may be trusted."""

    #: Passed every check of the guard against the sources it cites.
    WRITTEN = "written"
    #: The guard doubted it, and a verifier model quoted the source that carries it.
    VERIFIED = "verified"
    #: Rendered by code from a typed value.
    SLOT = "slot"
    #: A source's own words.
    VERBATIM = "verbatim"
    #: On the small list of lines that carry no claim.
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence or bullet of the posting, with the ids of the sources it rests on."""

    text: str
    cites: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under one heading; the opening has none."""

    kind: SectionKind
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A whole posting; sections without lines are left out."""

    title: str
    sections: tuple[Section, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line in reading order; the accounting counts lines by their place in this row, from 0."""
        return tuple(line for section in self.sections for line in section.lines)


def words_of(text: str) -> str:
    """The words of a line, by which it is known again."""
    return " ".join(text.casefold().split()).rstrip(".;,")
