"""What a row turns out to be: a heading, a bullet, a table row, or plain text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from unbland.core.document.traced import Traced


class Role(Enum):
    """What an entry is to a reader."""

    HEADING = auto()
    BULLET = auto()
    PLAIN = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading, a bullet, a table row, or a stretch of plain text."""

    role: Role
    text: Traced
    #: Depth of a bullet; level of a heading that has markup, 0 for one that has none.
    level: int = 0
    gap: bool = True
    #: Whether it stands on the line of its heading.
    labelled: bool = False
    #: As of the table row it is.
    column: str = ""
    header: bool = False
