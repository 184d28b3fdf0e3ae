"""Short ways to make what tests are about."""

from __future__ import annotations

from unbland.core.ledger.model import SLOT_KINDS, Conflict, Kind, Ledger, Modality, Source, Tier
from unbland.core.posting import Form, Line, Posting, Section, SectionKind


def source(source_id: str, text: str, kind: Kind, *, field: str | None = None, modality: str = "none") -> Source:
    """A source; of the draft unless it has a field."""
    return Source(
        id=source_id,
        text=text,
        kind=kind,
        modality=Modality(modality),
        tier=Tier.SLOT if kind in SLOT_KINDS else Tier.GUARDED,
        start=None if field else 0,
        end=None if field else 1,
        field=field,
    )


def fact(source_id: str, text: str, kind: Kind, field: str) -> Source:
    """A fact."""
    modality = {"must_have": "required", "nice_to_have": "preferred"}.get(field.partition("[")[0], "none")
    return source(source_id, text, kind, field=field, modality=modality)


def ledger(*sources: Source, conflicts: tuple[Conflict, ...] = ()) -> Ledger:
    """A ledger of these sources."""
    return Ledger(sources=sources, compare=lambda: conflicts)


def line(text: str, *cites: str, form: Form = Form.WRITTEN) -> Line:
    """A line that rests on these sources."""
    return Line(text=text, cites=cites, form=form)


def posting(title: str = "Nurse", **sections: tuple[Line, ...]) -> Posting:
    """A posting of sections by kind, in the order given; the kind is the heading."""
    made = (Section(kind=SectionKind(kind), heading=kind.title(), lines=lines) for kind, lines in sections.items())
    return Posting(title=title, sections=tuple(made))
