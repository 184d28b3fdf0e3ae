"""The signs that a mail program puts before each line that is passed on: `> Hi Gill,`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unbland.core.document.rows import Row
from unbland.core.document.wraps import runs_on

_SIGNS = re.compile(r"(?:>[ \t]?)+")


def unquoted(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without such signs; where no row runs on in the next, or no empty one parts them, they are bullets."""
    bare = [_bare(row) for row in rows]
    parted = any(_SIGNS.fullmatch(row.text.text) for row in rows)
    wrapped = any(runs_on(one, other) for one, other in pairwise(bare) if one.text and other.text)
    return bare if parted and wrapped else rows


def _bare(row: Row) -> Row:
    """A row without its signs; one of signs alone stays, and parts what is around it."""
    signs = _SIGNS.match(row.text.text)
    end = signs.end() if signs is not None else 0
    return replace(row, text=row.text.part(end).stripped()) if 0 < end < len(row.text.text) else row
