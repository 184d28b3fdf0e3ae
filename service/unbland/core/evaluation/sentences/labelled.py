"""Labelled sentences: the sources of one trade, and lines of which somebody said whether the sources carry them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier
from unbland.core.posting import Form, Line

#: A mistyped field would silently drop sentences.
_STRICT = {"extra": "forbid"}

#: A line as it is written: its text, then the ids that it cites.
Row = tuple[str, ...]


class Label(StrEnum):
    """What a line is, by whoever wrote it; eval/README.md has a sentence on each."""

    LIGHT = "light"
    FREE = "free"
    HOLLOW = "hollow"
    NUMBER = "number"
    UNIT = "unit"
    SWAP = "swap"
    DATE = "date"
    PLACE = "place"
    ENTITY = "entity"
    NEGATION = "negation"
    MODALITY = "modality"
    REQUIREMENT = "requirement"
    BENEFIT = "benefit"
    PAY = "pay"
    REASON = "reason"
    SCOPE = "scope"
    ROLE = "role"
    SENIORITY = "seniority"
    PUFFERY = "puffery"
    LEGAL = "legal"
    LINK = "link"
    INSTRUCTION = "instruction"
    CITATION = "citation"
    SLOT = "slot"


#: True lines: near to the source's words, and far from them.
FAITHFUL = frozenset({Label.LIGHT, Label.FREE})
#: Lines with one thing wrong, which the label names. A hollow line is neither: it is true, and too empty to count.
UNFAITHFUL = frozenset(Label) - FAITHFUL - {Label.HOLLOW}

#: The facts that name what the whole posting is about: the first of each kind among the facts.
_NAMED = {Kind.TITLE: "role.title", Kind.COMPANY: "company.name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeSource:
    """A source as it is written in the file."""

    __pydantic_config__: ClassVar = _STRICT
    #: `D…` for a line of the draft, `F…` for a fact.
    id: str
    text: str
    kind: Kind
    #: A requirement must have it.
    modality: Modality | None = None
    tier: Tier = Tier.GUARDED
    #: The fact's place in the facts; the first title and the first company among the facts need none.
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One file: the sources of one posting, and lines by label."""

    __pydantic_config__: ClassVar = _STRICT
    trade: str
    sources: tuple[TradeSource, ...]
    #: Label → lines, each as `["text", id, id]`.
    lines: dict[Label, tuple[Row, ...]]

    def __post_init__(self) -> None:
        """Refuse what would measure something else than its label says."""
        for complaint in (*_of_sources(self), *_of_lines(self)):
            raise ValueError(complaint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One labelled line with all sources of its trade."""

    trade: str
    label: Label
    line: Line
    ledger: Ledger


def sentences(trades: Iterable[Trade]) -> Iterator[Sentence]:
    """The sentences of these trades, in the order of the files."""
    for trade in trades:
        ledger = ledger_of(trade)
        for label, rows in trade.lines.items():
            for text, *cites in rows:
                line = Line(text=text, cites=tuple(cites), form=Form.WRITTEN)
                yield Sentence(trade=trade.trade, label=label, line=line, ledger=ledger)


def ledger_of(trade: Trade) -> Ledger:
    """All sources of a trade, title and company name in their fields."""
    fields = {
        next((s.id for s in trade.sources if s.kind is kind and s.id.startswith("F")), ""): name
        for kind, name in _NAMED.items()
    }
    return Ledger(
        sources=tuple(
            Source(
                id=source.id,
                text=source.text,
                kind=source.kind,
                modality=source.modality or Modality.NONE,
                tier=source.tier,
                field=source.field or fields.get(source.id),
            )
            for source in trade.sources
        )
    )


def _of_sources(trade: Trade) -> Iterator[str]:
    seen: set[str] = set()
    for place, source in enumerate(trade.sources):
        where = f"sources.{place}"
        if source.id in seen:
            yield f"{where}.id: {source.id} stands for two sources"
        if not source.text.strip():
            yield f"{where}.text: {source.id} is empty"
        if source.kind is Kind.REQUIREMENT and source.modality is None:
            yield f"{where}.modality: {source.id} is a requirement and must say whether it is required or preferred"
        seen.add(source.id)


def _of_lines(trade: Trade) -> Iterator[str]:
    known = {source.id for source in trade.sources}
    required = {source.id for source in trade.sources if source.modality is Modality.REQUIRED}
    seen: set[Row] = set()
    for label, rows in trade.lines.items():
        for place, row in enumerate(rows):
            where, cites = f"lines.{label}.{place}", row[1:]
            if not row or not row[0].strip():
                yield f"{where}: the line is empty"
            if label is not Label.CITATION and not cites:
                yield f"{where}: the line cites nothing, which only a line under citation may"
            if label is not Label.CITATION and (unknown := [id_ for id_ in cites if id_ not in known]):
                yield f"{where}: there is no source {unknown[0]!r}, which only a line under citation may cite"
            if label is Label.HOLLOW and required.isdisjoint(cites):
                yield f"{where}: a hollow line cites a required requirement, and this one does not"
            if row in seen:
                yield f"{where}: the same line with the same ids stands in the file twice"
            seen.add(row)
