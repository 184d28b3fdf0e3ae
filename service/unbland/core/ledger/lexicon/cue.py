"""What a cue is: words or a shape in a line that speak for one kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unbland.core.language.late import late
from unbland.core.ledger.model import Kind, Modality

#: How much a cue says. The kind with the largest sum wins, so these are only meaningful against each other:
#: one strong cue overrules a heading, two plain ones do too, a faint one only settles what nothing else does.
FAINT = 1
PLAIN = 2
HEADING = 3
STRONG = 4
FIRM = 6
#: Overrules a heading together with everything usual below it.
SURE = 12
#: Nothing speaks against it.
CERTAIN = 40
#: An order to a machine: it silences what stands with it, too.
ORDER = 2 * CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that speak for a kind, or against it where the weight is negative; weight 0 only hides shorter phrases."""

    kind: Kind
    weight: int
    phrases: tuple[str, ...]
    #: Why these words tell the kind, and where the list comes from.
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A form of line that speaks for a kind, where words alone do not tell."""

    kind: Kind
    weight: int
    pattern: re.Pattern[str]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingCue:
    """Words of a heading that name what stands below it."""

    #: None: such a section holds a bit of everything, its lines speak for themselves.
    kind: Kind | None
    phrases: tuple[str, ...]
    modality: Modality = Modality.NONE
    #: How much it says of what stands below it: a heading of one value says more than one of a section.
    weight: int = HEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityCue:
    """Words that say whether a requirement is a deal-breaker."""

    modality: Modality
    phrases: tuple[str, ...]
    why: str


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a list that is written with commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


def words_of(text: str) -> tuple[str, ...]:
    """The single words of a list that is written with spaces."""
    return tuple(text.split())


def shape(pattern: str) -> re.Pattern[str]:
    """A pattern that does not care for capitals."""
    return late(pattern, re.IGNORECASE)
