"""The shape of a text: headings with nothing under them, lists too long, lines that say a thing again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unbland.core.document.model import BlockKind, DraftSection, Heading
from unbland.core.guide.beside import Beside
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import TELLING, Reading, word_count
from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.model import Kind, Source

#: Nobody keeps more points than this in mind; a list of ten is skimmed already.
LONGEST_LIST = 10

#: Headings that announce lines; others may be a label with its value ("Term", "Location").
_FILLED = frozenset({Kind.DUTY, Kind.REQUIREMENT, Kind.BENEFIT, Kind.COMPANY, Kind.REASON, Kind.GOAL, Kind.PAY})

#: Headings over headings: "Pay and benefits", "About this position".
_UMBRELLA = re.compile(r"&|/|\band\b|^about\b", re.IGNORECASE)

#: A longer generic line has a finding of its own, and may be what the heading announced.
_SHORT = 12

#: A line with fewer words of content repeats by chance: "You speak French."
_LEAST_WORDS = 4
#: So much of it was said before.
_SAID = 0.85
#: An earlier line may be so many times as long.
_ALIKE = 2

#: A capital inside a line, which may be a name's.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def empty_headings(read: Reading) -> Iterator[Hit]:
    """Each heading with nothing below it, or with one generic line."""
    sections = read.document.sections
    for section, following in pairwise((*sections[1:], None)):
        if section is None or section.heading is None:
            continue
        kind = heading_class(section.heading.text).kind
        if kind in _FILLED and _ends(section.heading, kind, following) and _holds_nothing(section, read):
            yield Hit(start=section.heading.start, end=section.heading.end, found=section.heading.text)


def _ends(heading: Heading, kind: Kind, following: DraftSection | None) -> bool:
    """Whether the next heading is no part of this one: it names another subject and lies no deeper."""
    if following is None or following.heading is None:
        return following is None
    if _UMBRELLA.search(heading.text):
        return False
    other = heading_class(following.heading.text).kind
    return other in _FILLED - {kind} and following.heading.level <= heading.level


def _holds_nothing(section: DraftSection, read: Reading) -> bool:
    """Whether no line stands there, or one that could stand anywhere; a value on the heading's own line is a fact."""
    if len(section.lines) > 1 or any(word_count(line.text) > _SHORT for line in section.lines):
        return False
    end = section.heading.end if section.heading else 0
    beside = any("\n" not in read.document.source[end : line.start] for line in section.lines)
    return all(
        source.kind in TELLING and read.is_empty(source) and not (beside and source.id not in read.hollow)
        for line in section.lines
        for source in read.sources
        if line.start <= (source.start or 0) < line.end
    )


def long_lists(read: Reading) -> Iterator[Hit]:
    """The first line of each list with too many points; of what is offered nobody wants to read less."""
    offered = {source.start for source in read.of(Kind.BENEFIT)}
    for section in read.document.sections:
        for block in section.blocks:
            if block.kind is BlockKind.LIST and len(block.lines) > LONGEST_LIST:
                first = block.lines[0]
                if first.start in offered:
                    continue
                yield Hit(start=first.start, end=first.end, found=str(len(block.lines)))


def repeated(read: Reading) -> Iterator[Hit]:
    """Each line whose words were nearly all said by one earlier line.

    A figure of its own makes it another, unless it is one of several that differ in nothing else.
    """
    said: list[tuple[frozenset[str], Kind, frozenset[object]]] = []
    for source in read.of(*TELLING):
        if read.beside.get(source.id) is Beside.SERIES:
            yield whole(source)
            continue
        words = frozenset(content_stems(source.text))
        if len(words - read.density.names) < _LEAST_WORDS:
            continue
        own = _own(source)
        if any(kind is source.kind and _says(words, earlier) and own <= its for earlier, kind, its in said):
            yield whole(source)
        else:
            said.append((words, source.kind, own))


def _says(words: frozenset[str], earlier: frozenset[str]) -> bool:
    """Whether the words are nearly all among the earlier ones, which are not so many that they hold them by chance."""
    return len(words & earlier) >= _SAID * len(words) and len(earlier) <= _ALIKE * len(words)


def _own(source: Source) -> frozenset[object]:
    """The figures and the names that a line states."""
    return frozenset((*_NAME.findall(source.text), *(figure.values for figure in quantities(source.text))))
