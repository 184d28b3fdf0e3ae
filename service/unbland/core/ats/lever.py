"""Lever: postings of the public Postings API and of the Data API.

After github.com/lever/postings-api, README (2026-04-23), and for the Data API the answers that
github.com/NangoHQ/integration-templates keeps of `GET /v1/postings/{id}` (2026-08-07).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from unbland.core.ats import terms
from unbland.core.ats.headings import is_boilerplate, sections_under
from unbland.core.ats.model import AtsPosting, Bodies, Part, Vendor
from unbland.core.ats.parts import copy_html, copy_plain, key_of, part, write_parts
from unbland.core.ats.shape import Path, at, has, items, number, put, raw, text
from unbland.core.posting import SectionKind

#: What is no list in Lever.
_PROSE = "opening about apply"


def _lists(job: object, *path: str) -> tuple[Part, ...]:
    """The lists; where no heading says what there is to do, the first that says nothing holds it."""
    lists = tuple(_each_list(job, *path))
    if any(SectionKind.DO in part.holds for part in lists):
        return lists
    vague = next((part for part in lists if part.editable and not part.holds), None)
    return tuple(replace(part, holds=frozenset({SectionKind.DO})) if part is vague else part for part in lists)


def _each_list(job: object, *path: str) -> Iterator[Part]:
    """The lists, each by its heading; their content is list elements without a list."""
    for place, each in enumerate(items(job, *path)):
        heading = text(each, "text")
        way: Path = (*path, place, "content")
        yield Part(
            key=key_of(way),
            path=way,
            heading=heading,
            html=raw(job, *way),
            editable=not is_boilerplate(heading),
            holds=sections_under(heading),
            bare=True,
        )


def _facts(job: object, parts: tuple[Part, ...]) -> AtsPosting:
    return AtsPosting(
        title=text(job, "text"),
        location=terms.places(
            text(job, "categories", "location"),
            (each for each in items(job, "categories", "allLocations") if isinstance(each, str)),
        ),
        country=terms.country(text(job, "country")),
        workplace=terms.workplace(text(job, "workplaceType")),
        employment_type=terms.employment(text(job, "categories", "commitment")),
        pay=terms.pay(
            number(job, "salaryRange", "min"),
            number(job, "salaryRange", "max"),
            text(job, "salaryRange", "currency"),
            terms.period(text(job, "salaryRange", "interval")),
        ),
        parts=parts,
        grows=True,
    )


def _body(job: object) -> str:
    """The field of the posting's own text; old documents have it together with the opening."""
    return "descriptionBody" if has(job, "descriptionBody") else "description"


def _prose(job: object, *path: str) -> tuple[Part, ...]:
    """The one part that is no list, though it be empty: what is no list of a rewritten posting goes there."""
    html, kinds = raw(job, *path), frozenset(map(SectionKind, _PROSE.split()))
    return (Part(key=key_of(path), path=path, html=html, holds=kinds),) if isinstance(at(job, *path), str) else ()


def _read(job: object) -> AtsPosting:
    body = _body(job)
    parts = (
        *(part(job, "opening", editable=False) if body == "descriptionBody" else ()),
        *_prose(job, body),
        *_lists(job, "lists"),
        *part(job, "additional", editable=False),
        *part(job, "salaryDescription", editable=False),
    )
    return _facts(job, parts)


def _write(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    body = _body(job)
    described = AtsPosting(parts=tuple(part for part in posting.parts if part.key in {"opening", body}))
    old = job
    job = write_parts(job, posting, bodies)
    if body == "descriptionBody" and body in bodies.html:
        job = put(job, ("description",), raw(copy_html(old, ("description",), described, bodies), "description"))
    if body in bodies.html:
        job = copy_plain(job, (f"{body}Plain",), raw(job, body), bodies)
        job = copy_plain(job, ("descriptionPlain",), raw(job, "description") or raw(job, body), bodies)
    return _with_lists(job, ("lists",), bodies)


def _read_data(job: object) -> AtsPosting:
    parts = (
        *_prose(job, "content", "descriptionHtml"),
        *_lists(job, "content", "lists"),
        *part(job, "content", "closingHtml", editable=False),
    )
    return _facts(job, parts)


def _write_data(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    job = write_parts(job, posting, bodies)
    if "content.descriptionHtml" in bodies.html:
        job = copy_plain(job, ("content", "description"), raw(job, "content", "descriptionHtml"), bodies)
    return _with_lists(job, ("content", "lists"), bodies)


def _with_lists(job: object, path: Path, bodies: Bodies) -> object:
    """The lists in their order without those that lost all their lines, then the new ones."""
    emptied = {key for key, html in bodies.html.items() if not html}
    kept = [each for place, each in enumerate(items(job, *path)) if key_of((*path, place, "content")) not in emptied]
    added = [{"text": heading, "content": html} for heading, html in bodies.added]
    return put(job, path, [*kept, *added]) if emptied or added else job


PUBLIC = Vendor(fits=lambda job: has(job, "text", "lists", "categories"), read=_read, write=_write)
DATA = Vendor(
    fits=lambda job: has(at(job, "content"), "descriptionHtml", "lists"),
    read=_read_data,
    write=_write_data,
)
