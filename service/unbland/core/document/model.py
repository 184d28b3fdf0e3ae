"""A draft as a reader sees it: sections, blocks and lines, each with its place in what came in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """What a draft is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class BlockKind(StrEnum):
    """What a run of lines is."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


class Removal(StrEnum):
    """Why text of the draft was taken out before anything else saw it."""

    #: display:none, visibility, zero size, `hidden`, off-screen, text in the colour of its ground.
    HIDDEN = "hidden"
    COMMENT = "comment"
    #: Zero-width, bidi, tag characters and other code points that no reader sees.
    INVISIBLE = "invisible"
    #: script, style, template and the like.
    SCRIPT = "script"
    #: `@channel`, `<!here>`: marks that ring everybody in a chat.
    CALL = "call"
    #: A link that runs code, or leads elsewhere than its words say.
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """One stretch that was taken out; offsets are half-open, into `Document.source`."""

    why: Removal
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One sentence, bullet or table row of the draft.

    `text` is what a reader sees, white space folded, without markup and bullet sign; `start` and `end` are
    half-open offsets into `Document.source` around the same stretch, markup inside included.
    """

    text: str
    start: int
    end: int
    bullet: bool = False
    #: Depth of nesting in lists, 0 outside and for the outermost list.
    level: int = 0
    #: The header of its table column, where that says how much it is wanted: "Desirable".
    column: str = ""
    #: Whether it is a table's row of such headers, which says nothing by itself.
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The line that names a section, without its markup or trailing colon."""

    text: str
    start: int
    end: int
    #: 1 for the title of the document, larger below it.
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together: a paragraph's sentences, a list's bullets, a table's rows."""

    kind: BlockKind
    lines: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """A heading, if there is one, and the blocks under it."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> tuple[DraftLine, ...]:
        """The lines of all blocks, in order."""
        return tuple(line for block in self.blocks for line in block.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the draft: the words that carry it and where it goes."""

    text: str
    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A draft that was read: `source` is the decoded input, to which all offsets refer."""

    source: str
    format: Format
    #: The encoding that `source` was decoded with; `str` input says `utf-8`.
    encoding: str
    sections: tuple[DraftSection, ...]
    removed: tuple[Removed, ...]
    links: tuple[Link, ...] = ()

    @property
    def lines(self) -> tuple[DraftLine, ...]:
        """Every line of every section, in order; headings are not lines."""
        return tuple(line for section in self.sections for line in section.lines)
