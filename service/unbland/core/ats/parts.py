"""What most vendors share: each part is a field of its own, with copies of it elsewhere in the document."""

from __future__ import annotations

from collections.abc import Iterable

from unbland.core.ats.markup import plain, swapped, with_headings
from unbland.core.ats.model import AtsPosting, Bodies, Part
from unbland.core.ats.shape import Path, put, raw
from unbland.core.posting import SectionKind


def part(job: object, *path: str | int, heading: str = "", editable: bool = True, holds: str = "") -> tuple[Part, ...]:
    """The part at a path; none where the vendor's document has no text there.

    `holds` names the sections that go there, with blanks between; left out, all of them.
    """
    html = raw(job, *path)
    kinds = frozenset(map(SectionKind, holds.split())) if holds else frozenset(SectionKind)
    found = Part(key=key_of(path), path=path, heading=heading, html=html, editable=editable, holds=kinds)
    return (found,) if html.strip() else ()


def key_of(path: Iterable[str | int]) -> str:
    """What a part is called by its path."""
    return ".".join(map(str, path))


def write_parts(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    """The document with each changed part in its place."""
    for old in posting.parts:
        if old.key in bodies.html:
            job = put(job, old.path, bodies.html[old.key])
    return job


def copy_html(job: object, path: Path, posting: AtsPosting, bodies: Bodies) -> object:
    """The document with the changed parts in a longer text that repeats them, such as the whole description."""
    copy = raw(job, *path)
    if not copy or not bodies.html:
        return job
    new: str | None = copy
    for old in posting.parts:
        if new is not None and old.key in bodies.html:
            new = swapped(new, old.html, bodies.html[old.key])
    if new is None:
        new = with_headings((old.heading, bodies.html.get(old.key, old.html)) for old in posting.parts)
    return put(job, path, new)


def copy_plain(job: object, path: Path, html: str, bodies: Bodies) -> object:
    """The document with a plain copy of changed HTML, where it has one."""
    return put(job, path, plain(html)) if bodies.html and raw(job, *path) else job
