"""Findings as changes of the text itself: what needs no mind, what the markup allows, and what the guard lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unbland.core import guard
from unbland.core.document.model import Document
from unbland.core.editor.changes import Change, changed, swap
from unbland.core.guard.model import Outcome
from unbland.core.guide.model import Finding
from unbland.core.ledger.model import Ledger, Modality, Source
from unbland.core.posting import Form, Line, SectionKind


class Why(StrEnum):
    """Why a finding that has a replacement was left to a person."""

    #: Its words stand in the text with tags, entities or marks between them.
    MARKUP = "markup"
    #: The sentence needs the words that would go.
    SENTENCE = "sentence"
    #: The line would say more, less or something else.
    GUARD = "guard"
    #: Another fix changes the same words.
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A finding that was not applied, and why."""

    finding: Finding
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A finding and the change of the document's source that settles it."""

    finding: Finding
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What can be changed in a text, in order and without overlaps, and what is left."""

    fixes: tuple[Fix, ...]
    left: tuple[Left, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the document's source."""
        return tuple(fix.change for fix in self.fixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A fix, and the same change in the words of its source, as the guard reads them."""

    fix: Fix
    spoken: Change


def plan(document: Document, ledger: Ledger, findings: Iterable[Finding]) -> Plan:
    """Every replacement that can be made for these findings of a text; each line it changes passed the guard."""
    by_source: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.replacement is not None and finding.source in ledger.by_id:
            by_source.setdefault(finding.source, []).append(finding)
    fixes, left = list[Fix](), list[Left]()
    for source_id, found in by_source.items():
        kept, refused = _settle(document, ledger, ledger.by_id[source_id], found)
        fixes += kept
        left += refused
    return Plan(fixes=tuple(sorted(fixes, key=lambda fix: fix.change.start)), left=tuple(left))


def says_the_same(text: str, source: Source, ledger: Ledger) -> bool:
    """Whether the guard lets this text stand for a source."""
    section = SectionKind.NICE if source.modality is Modality.PREFERRED else None
    line = Line(text=text, cites=(source.id,), form=Form.WRITTEN)
    return guard.check(line, ledger, section=section).outcome is Outcome.PASSED


def _settle(
    document: Document, ledger: Ledger, source: Source, findings: Sequence[Finding]
) -> tuple[list[Fix], list[Left]]:
    """The fixes of one source that stand together, and what is left; of two that overlap the longer comes first."""
    kept, left = list[_Candidate](), list[Left]()
    for finding in sorted(findings, key=lambda f: (f.start - f.end, f.start)):
        candidate = _candidate(document, source, finding)
        if isinstance(candidate, Why):
            left.append(Left(finding=finding, why=candidate))
        elif any(candidate.fix.change.meets(other.fix.change) for other in kept):
            left.append(Left(finding=finding, why=Why.OVERLAP))
        elif says_the_same(changed(source.text, (one.spoken for one in (*kept, candidate))), source, ledger):
            kept.append(candidate)
        else:
            left.append(Left(finding=finding, why=Why.GUARD))
    return [one.fix for one in kept], left


def _candidate(document: Document, source: Source, finding: Finding) -> _Candidate | Why:
    """The change for one finding, both as written and as read; or why there is none."""
    first, last = source.start or 0, source.end or 0
    raw = document.source[first:last]
    start, end = finding.start - first, finding.end - first
    spoken = _spoken(raw, source.text, start, finding.text)
    if start < 0 or " ".join(raw[start:end].split()) != finding.text or spoken is None:
        return Why.MARKUP
    written = swap(raw, start, end, finding.replacement or "")
    read = swap(source.text, spoken, spoken + len(finding.text), finding.replacement or "")
    if written is None or read is None or " ".join(written.text.split()) != " ".join(read.text.split()):
        return Why.SENTENCE
    return _Candidate(fix=Fix(finding=finding, change=written.moved(first)), spoken=read)


def _spoken(raw: str, text: str, start: int, words: str) -> int | None:
    """Where in a source's text the words stand that its raw form has at `start`; None where that cannot be told."""
    if raw == text:
        return start
    folded = " ".join(raw.split())
    before = " ".join(f"{raw[:start]}|".split()).count(words)
    if folded.count(words) != text.count(words):
        return None
    place = -1
    for _ in range(before + 1):
        place = text.find(words, place + 1)
    return None if place < 0 else place
