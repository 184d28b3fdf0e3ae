"""What two postings of one case say differently: the lines that only one of them has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from unbland.core.posting import Posting, SectionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Lines of one section that the other posting does not have; either may be empty."""

    section: SectionKind
    old: tuple[str, ...]
    new: tuple[str, ...]


def differences(old: Posting, new: Posting) -> tuple[Difference, ...]:
    """Where two postings differ, in the order of their sections; a line that only moved within its section counts."""
    before, after = _lines(old), _lines(new)
    return tuple(found for kind in SectionKind for found in _of_section(kind, before[kind], after[kind]))


def _of_section(kind: SectionKind, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Difference]:
    for what, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what != "equal":
            yield Difference(section=kind, old=old[i:j], new=new[k:m])


def _lines(posting: Posting) -> dict[SectionKind, tuple[str, ...]]:
    found: dict[SectionKind, tuple[str, ...]] = dict.fromkeys(SectionKind, ())
    for section in posting.sections:
        found[section.kind] += tuple(line.text for line in section.lines)
    return found
