"""What a model is shown of a brief: data on single lines, between marks that the data cannot hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from unbland.core.assembly.accounting import RefusedLine
from unbland.core.guide.model import Finding
from unbland.core.ledger.model import Kind, Modality, Source, Tier
from unbland.core.posting import Line, Posting

_NOTHING = "none"


def source_text(sources: Iterable[Source]) -> str:
    """The sources one a line as `<id>│ <text>`, under headings that say kind, modality and tier."""
    order = list(Kind)
    rows = sorted(sources, key=lambda source: (order.index(source.kind), _heading(source)))
    groups = (
        "\n".join([heading, *(f"{source.id}│ {_said(source)}" for source in group)])
        for heading, group in groupby(rows, key=_heading)
    )
    return "\n\n".join(groups) or _NOTHING


def finding_text(findings: Iterable[Finding], shown: Mapping[str, Source]) -> str:
    """What the guide says of the sources that are shown."""
    rows = (f"{found.source}│ {one_line(found.message)}" for found in findings if found.source in shown)
    return "\n".join(dict.fromkeys(rows)) or _NOTHING


def refused_text(refused: Iterable[RefusedLine]) -> str:
    """The lines that the guard refused, what they cite, and why."""
    return "\n\n".join(
        "\n".join(
            (
                f"line│ {one_line(line.text)}",
                f"cites│ {one_line(', '.join(line.cites)) or _NOTHING}",
                *(f"fault│ {fault.class_}: {one_line(fault.detail)}" for fault in line.violations),
            )
        )
        for line in refused
    )


def line_id(place: int) -> str:
    """What a line is called by its place, from 0, among those that a verifier is asked about."""
    return f"L{place + 1}"


def line_text(lines: Iterable[Line]) -> str:
    """The lines that a verifier is asked about, with what they cite: `L1│ <text> ⟵ D3,F2`."""
    return "\n".join(f"{line_id(n)}│ {one_line(line.text)} ⟵ {','.join(line.cites)}" for n, line in enumerate(lines))


def posting_text(posting: Posting) -> str:
    """A whole posting under the names of its sections, its lines called as in `line_text`."""
    rows = iter(line_text(posting.lines).splitlines())
    return "\n".join(
        "\n".join([f"[{section.kind}]", *(next(rows) for _ in section.lines)]) for section in posting.sections
    )


def fence(texts: Sequence[str]) -> str:
    """A mark that none of the texts holds: a hash of all of them, which no one of them can foretell."""
    mark = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    return fence([*texts, mark]) if any(mark in text for text in texts) else mark


def one_line(text: str) -> str:
    """A text that cannot pass for two lines, nor break the encoding of a request."""
    return " ".join(text.encode(errors="replace").decode().split())


def _said(source: Source) -> str:
    """A source's text; a bare value of the facts says little without the name of its field."""
    name = f"{source.field}: " if source.field and source.tier is Tier.SLOT else ""
    return one_line(name + source.text)


def _heading(source: Source) -> str:
    marks = (
        source.kind.value,
        "" if source.modality is Modality.NONE else source.modality.value,
        "slot" if source.tier is Tier.SLOT else "",
    )
    return ", ".join(mark for mark in marks if mark)
