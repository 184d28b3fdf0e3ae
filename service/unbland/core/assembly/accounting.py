"""The accounting: what became of every source, and of every line that an engine wrote and that does not stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from unbland.core.guard.model import Violation
from unbland.core.guard.slots import SLOT
from unbland.core.ledger.model import Kind, Ledger, Source, Tier
from unbland.core.posting import Form, Posting, words_of


class Fate(StrEnum):
    """What became of a source."""

    USED = "used"
    #: Another source says the same, and that one is used.
    MERGED = "merged"
    #: Stands word for word, or rendered by code.
    PROTECTED = "protected"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFate:
    """One source and what became of it."""

    id: str
    text: str
    kind: Kind
    fate: Fate
    #: Why, in words a recruiter accepts; empty where the source is simply used.
    reason: str
    #: Places in `Posting.lines` that rest on it, from 0.
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line that an engine wrote and the guard did not let through."""

    text: str
    cites: tuple[str, ...]
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedLine:
    """A line that an engine wrote and that was not refused, but stands nowhere in the posting."""

    text: str
    cites: tuple[str, ...]
    #: Why, in words a recruiter accepts.
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounting:
    """Every source once, in the ledger's order, every refused line, and every other one that was not used."""

    sources: tuple[SourceFate, ...]
    refused_lines: tuple[RefusedLine, ...]
    unused_lines: tuple[UnusedLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Why a source is in no line: it is merged into another, or dropped."""

    fate: Fate
    reason: str
    #: Whether a fact says otherwise, so that nothing of it may be published.
    overruled: bool = False


#: Facts that a posting uses without a line of its own.
_SILENT = {
    "role.title": "the posting's title",
    "company.name": "in the heading of the last section",
    "role.jurisdictions": "says which posting law applies",
    "process.ai_screening": "nothing to state: no AI screens applicants",
}
_LEFT_OUT = Aside(fate=Fate.DROPPED, reason="left out: the lines above say what matters more")


def account(
    ledger: Ledger,
    posting: Posting,
    aside: Mapping[str, Aside],
    refused: tuple[RefusedLine, ...],
    unused: tuple[UnusedLine, ...] = (),
) -> Accounting:
    """What became of every source, where `aside` has the reasons of those that no line cites, and of every line.

    Of the lines of `unused` those are left out that stand all the same, as code or a source has them.
    """
    lines: dict[str, list[int]] = {}
    for place, line in enumerate(posting.lines):
        for cite in line.cites:
            lines.setdefault(cite, []).append(place)
    protected = {c for line in posting.lines if line.form in {Form.SLOT, Form.VERBATIM} for c in line.cites}
    return Accounting(
        sources=tuple(_fate(s, tuple(lines.get(s.id, ())), s.id in protected, aside) for s in ledger.sources),
        refused_lines=refused,
        unused_lines=tuple(dict.fromkeys(line for line in unused if not _stands(line, posting, ledger))),
    )


def _stands(line: UnusedLine, posting: Posting, ledger: Ledger) -> bool:
    """Whether the posting says a line in its very words, or has the value that was all the line asked code for."""
    if not any(sign.isalnum() for sign in SLOT.sub("", line.text)):
        return {cite for told in posting.lines for cite in told.cites}.issuperset(line.cites)
    values = {source.id: source.text.rstrip(".") for source in ledger.sources}
    said = words_of(SLOT.sub(lambda slot: values.get(slot[1], slot[0]), line.text))
    return any(words_of(told.text) == said for told in posting.lines)


def _fate(source: Source, lines: tuple[int, ...], protected: bool, aside: Mapping[str, Aside]) -> SourceFate:  # noqa: FBT001
    """One source's fate."""
    found = aside.get(source.id, _LEFT_OUT)
    if lines:
        fate, reason = (Fate.PROTECTED if protected and source.tier is Tier.SLOT else Fate.USED), ""
    elif source.kind is not Kind.NOISE and not found.overruled and (silent := _silent(source)) is not None:
        fate, reason = Fate.USED, silent
    else:
        fate, reason = found.fate, found.reason
    return SourceFate(id=source.id, text=source.text, kind=source.kind, fate=fate, reason=reason, lines=lines)


def _silent(source: Source) -> str | None:
    """Why a source needs no line, where it needs none."""
    if source.from_draft:
        return "the posting's title" if source.kind is Kind.TITLE else None
    name = (source.field or "").partition("[")[0]
    return _SILENT.get(name)
