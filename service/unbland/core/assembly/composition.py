"""What an engine hands over: lines for each section that a writer may word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unbland.core.assembly.accounting import Aside, RefusedLine, UnusedLine
from unbland.core.posting import Line, SectionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Lines by section, and what was left out on the way; what code owns is not in it."""

    lines: Mapping[SectionKind, tuple[Line, ...]]
    #: Source id → why it is in no line.
    aside: Mapping[str, Aside]
    refused: tuple[RefusedLine, ...] = field(default=())
    #: Lines of the engine that were not refused and are not in `lines`.
    unused: tuple[UnusedLine, ...] = field(default=())
