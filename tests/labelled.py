"""The guard's labelled sentences: sources, faithful lines, and unfaithful lines with their class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

import yaml

from unbland.core import guard
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier
from unbland.core.posting import Form, Line

SENTENCES = Path(__file__).parent / "core" / "guard" / "sentences"


class _Trade(TypedDict):
    sources: list[Mapping[str, str]]
    faithful: list[tuple[str, list[str]]]
    unfaithful: list[tuple[str, str, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One sentence with what it cites; `label` is the class of its untruth, or empty."""

    line: Line
    ledger: Ledger
    label: str

    @property
    def outcome(self) -> Outcome:
        """What the guard says of it."""
        return guard.check(self.line, self.ledger).outcome


def sentences(part: str) -> Iterator[Labelled]:
    """The sentences of `dev` or `held_out`, trade by trade."""
    for path in sorted((SENTENCES / part).glob("*.yaml")):
        trade = cast("_Trade", yaml.safe_load(path.read_text("utf-8")))
        ledger = Ledger(sources=tuple(map(_source, trade["sources"])))
        for text, cites in trade["faithful"]:
            yield Labelled(line=_line(text, cites), ledger=ledger, label="")
        for label, text, cites in trade["unfaithful"]:
            yield Labelled(line=_line(text, cites), ledger=ledger, label=label)


def _line(text: str, cites: list[str]) -> Line:
    return Line(text=text, cites=tuple(cites), form=Form.WRITTEN)


def _source(row: Mapping[str, str]) -> Source:
    return Source(
        id=row["id"],
        text=row["text"],
        kind=Kind(row["kind"]),
        modality=Modality(row.get("modality", "none")),
        tier=Tier(row.get("tier", "guarded")),
        field=row.get("field"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many sentences of each class there are, and how many the guard did not let through."""

    all: Counter[str]
    stopped: Counter[str]
    wrong: tuple[str, ...]

    @property
    def caught(self) -> float:
        """The share of unfaithful sentences that were stopped."""
        return (self.stopped.total() - self.stopped[""]) / (self.all.total() - self.all[""])

    @property
    def false_alarms(self) -> float:
        """The share of faithful sentences that were stopped."""
        return self.stopped[""] / self.all[""]

    def __str__(self) -> str:
        """The table by class, and what went wrong."""
        rows = [
            f"{label or 'faithful':12} stopped {self.stopped[label]:3} of {self.all[label]:3}" for label in self.all
        ]
        return "\n".join(
            (*sorted(rows), f"caught {self.caught:.1%}, false alarms {self.false_alarms:.1%}", *self.wrong)
        )


def tally(part: str) -> Tally:
    """Judge all sentences of a part."""
    every, stopped, wrong = Counter[str](), Counter[str](), list[str]()
    for sentence in sentences(part):
        every[sentence.label] += 1
        is_stopped = sentence.outcome is not Outcome.PASSED
        stopped[sentence.label] += is_stopped
        if is_stopped is not bool(sentence.label):
            wrong.append(f"{sentence.label or 'false alarm'}: {sentence.line.text}")
    return Tally(all=every, stopped=stopped, wrong=tuple(wrong))
