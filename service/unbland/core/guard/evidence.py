"""What a line may rest on: the sources it cites, read as one, and what the whole ledger may always name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unbland.core.guard.reading import Clause, Reading, read
from unbland.core.language.quantities import Quantity
from unbland.core.ledger.model import Kind, Ledger, Source, Tier
from unbland.core.posting import Line, SectionKind

#: A slot as a writer leaves it for code to fill: `{{F3}}`.
SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")

#: Facts that any line may name, since the whole posting is about them.
_NAME_LIMIT = 120  # characters: what is longer names nothing
_GLOBAL_FIELDS = frozenset({"role.title", "company.name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A line before the guard, with its evidence."""

    line: Line
    section: SectionKind | None
    #: The line's words without its slots.
    claim: Reading
    #: Ids between `{{` and `}}`.
    slots: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[Source, ...]
    readings: tuple[Reading, ...]
    #: The readings of title and company name.
    names: tuple[Reading, ...]

    @property
    def content(self) -> frozenset[str]:
        """All meanings that the cited sources have."""
        return frozenset().union(*(reading.content for reading in self.readings))

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """All figures of the cited sources."""
        return tuple(figure for reading in self.readings for figure in reading.figures)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses of the cited sources."""
        return tuple(clause for reading in self.readings for clause in reading.clauses)


def cited(line: Line, ledger: Ledger) -> tuple[Source, ...]:
    """The sources that a line cites, as far as there are such."""
    return tuple(ledger.by_id[id_] for id_ in line.cites if id_ in ledger.by_id)


def case(line: Line, ledger: Ledger, section: SectionKind | None) -> Case:
    """Gather the evidence for a line."""
    sources = cited(line, ledger)
    return Case(
        line=line,
        section=section,
        claim=read(_spoken(SLOT.sub(" ", line.text), ledger, " ".join(source.text for source in sources).lower())),
        slots=tuple(SLOT.findall(line.text)),
        unknown=tuple(id_ for id_ in line.cites if id_ not in ledger.by_id),
        sources=sources,
        readings=tuple(read(source.text) for source in sources),
        names=tuple(read(source.text) for source in ledger.sources if _is_name(source)),
    )


def _spoken(text: str, ledger: Ledger, cited: str) -> str:
    """The text with the company as "we" and the job, where no cited source speaks of it, as "you": that is no claim."""
    for source in ledger.sources:
        if source.field == "company.name":
            text = _swap(text, source.text, "we")
        elif _is_name(source):
            for title in {source.text, re.split(r"[,(–—|]| - ", source.text)[0].strip()}:
                # A title of one word ("Cook") is a word of the trade too and stays.
                text = _swap(text, title, "you") if " " in title and title.lower() not in cited else text
    return text


def _swap(text: str, name: str, word: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", word, text, flags=re.IGNORECASE) if name else text


def _is_name(source: Source) -> bool:
    return (source.kind is Kind.TITLE or source.field in _GLOBAL_FIELDS) and len(source.text) <= _NAME_LIMIT


def is_slot(source: Source) -> bool:
    """Whether only code may word this source."""
    return source.tier is Tier.SLOT
