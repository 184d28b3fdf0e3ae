"""What the heading of a part says of it: the sections that go under it, and whether it is the company's boilerplate."""

from __future__ import annotations

from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.model import Kind, Modality
from unbland.core.posting import SectionKind

_SECTIONS = {
    Kind.REASON: SectionKind.OPENING,
    Kind.GOAL: SectionKind.DO,
    Kind.DUTY: SectionKind.DO,
    Kind.REQUIREMENT: SectionKind.MUST,
    Kind.PAY: SectionKind.OFFER,
    Kind.BENEFIT: SectionKind.OFFER,
    Kind.SCHEDULE: SectionKind.OFFER,
    Kind.LOCATION: SectionKind.OFFER,
    Kind.PROCESS: SectionKind.APPLY,
    Kind.CONTACT: SectionKind.APPLY,
}

#: The same text stands in all of a company's postings, and counsel may have written it.
_BOILERPLATE = frozenset({Kind.COMPANY, Kind.LEGAL, Kind.BOILERPLATE})


def sections_under(heading: str) -> frozenset[SectionKind]:
    """The sections of a rewritten posting that belong under a heading; none where it does not tell."""
    said = heading_class(heading)
    if said.kind is Kind.REQUIREMENT and said.modality is Modality.PREFERRED:
        return frozenset({SectionKind.NICE})
    section = _SECTIONS.get(said.kind) if said.kind else None
    return frozenset({section} if section else ())


def is_boilerplate(heading: str) -> bool:
    """Whether a heading stands over the company's words on itself, or over law."""
    return heading_class(heading).kind in _BOILERPLATE
