"""Ranked postings: versions of one job's posting, of which careful readers said which is better."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

#: A mistyped field would silently drop what it says.
_STRICT = {"extra": "forbid"}

#: With fewer, an order says little: of three versions one in six orders is right by chance.
FEWEST_VERSIONS = 4

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the posting."""

    __pydantic_config__: ClassVar = _STRICT
    #: By whoever wrote it; 1 is the best.
    rank: int
    #: By a second reader, who saw the versions shuffled and nothing else.
    second: int
    #: Written to please a scoring program without saying anything.
    gamed: bool = False
    #: What a careful reader sees, in one line.
    why: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One file: one job at one company."""

    __pydantic_config__: ClassVar = _STRICT
    trade: str
    #: The place of work: ISO 3166-1 or 3166-2.
    place: str
    #: In any order.
    versions: tuple[Version, ...]

    def __post_init__(self) -> None:
        """Refuse what would measure something else than a reader's order."""
        for complaint in (*_of_group(self), *_of_versions(self)):
            raise ValueError(complaint)

    @property
    def best_first(self) -> tuple[Version, ...]:
        """The versions by the writer's rank."""
        return tuple(sorted(self.versions, key=lambda version: version.rank))


def _of_group(group: Group) -> Iterator[str]:
    if not group.trade.strip():
        yield "trade: it is empty; name the trade"
    if not _PLACE.fullmatch(group.place):
        yield f"place: {group.place!r} is no ISO code such as GB or CA-ON"
    if len(group.versions) < FEWEST_VERSIONS:
        yield f"versions: there are {len(group.versions)}, and a group has at least {FEWEST_VERSIONS}"
    if (gamed := sum(version.gamed for version in group.versions)) != 1:
        yield f"versions: {gamed or 'none'} of them {'is' if gamed <= 1 else 'are'} gamed; exactly one must be"


def _of_versions(group: Group) -> Iterator[str]:
    last = len(group.versions)
    for field in ("rank", "second"):
        counts = Counter(getattr(version, field) for version in group.versions)
        for place, version in enumerate(group.versions):
            rank = getattr(version, field)
            if not 1 <= rank <= last or counts[rank] > 1:
                yield f"versions.{place}.{field}: {rank} is wrong; the ranks are 1 to {last}, each once"
    texts: set[str] = set()
    for place, version in enumerate(group.versions):
        where = f"versions.{place}"
        if version.gamed and version.rank < last - 1:
            yield f"{where}.gamed: a gamed version ranks last or last but one, and this one ranks {version.rank}"
        for field in ("why", "text"):
            if not getattr(version, field).strip():
                yield f"{where}.{field}: it is empty"
        if version.text in texts:
            yield f"{where}.text: the same text stands in the group twice"
        texts.add(version.text)
