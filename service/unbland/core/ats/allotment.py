"""Which section of a rewritten posting goes into which part of a vendor's document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from unbland.core.ats.markup import embeds
from unbland.core.ats.model import AtsPosting, Bodies, Part
from unbland.core.posting import Section, SectionKind
from unbland.core.render.html import to_body
from unbland.core.render.markdown import PARAGRAPHS, PROSE

#: Where a section goes that has no part of its own.
_NEAR = {SectionKind.NICE: SectionKind.MUST}


def allotted(posting: AtsPosting, sections: Sequence[Section]) -> Bodies:
    """The new body of every editable part; the sections keep their order, and none is left out."""
    main = next((part for part in posting.editable if not part.bare), posting.editable[0])
    homes: dict[str, list[Section]] = {part.key: [] for part in posting.editable}
    added: list[Section] = []
    for section in sections:
        part = _home(posting, section)
        if part is None and posting.grows and not _is_prose(section):
            added.append(section)
        else:
            homes[(part or main).key].append(section)
    return Bodies(
        html={part.key: _body(part, homes[part.key]) for part in posting.editable},
        added=tuple((section.heading, _elements(section)) for section in added),
    )


def _home(posting: AtsPosting, section: Section) -> Part | None:
    """The first part that holds this kind of section; a list takes no prose."""
    kinds = (section.kind, *((_NEAR[section.kind],) if section.kind in _NEAR and not posting.grows else ()))
    open_parts = [part for part in posting.editable if not (part.bare and _is_prose(section))]
    return next((part for kind in kinds for part in open_parts if kind in part.holds), None)


def _is_prose(section: Section) -> bool:
    return section.kind in PROSE | PARAGRAPHS


def _body(part: Part, sections: Sequence[Section]) -> str:
    """The HTML of a part: what its own heading says already is not said again, and its images stay."""
    if part.bare:
        return "".join(map(_elements, sections))
    alone = len(sections) == 1 and bool(part.heading)
    return to_body(sections, headings=not alone) + embeds(part.html)


def _elements(section: Section) -> str:
    """The lines as list elements without a list."""
    return to_body((section,), headings=False).removeprefix("<ul>").removesuffix("</ul>")


def headed(part: Part) -> str:
    """The heading of a part as HTML, so that a reader of the draft meets it."""
    return f"<h3>{escape(part.heading)}</h3>" if part.heading else ""
