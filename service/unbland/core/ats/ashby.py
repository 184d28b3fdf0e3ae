"""Ashby: postings of `jobPosting.info`, in parts, and of the public job board, whose text is one.

After developers.ashbyhq.com/docs/public-job-posting-api (as stored in 2026) and the answer of `jobPosting.info` that
github.com/NangoHQ/integration-templates keeps (2026-08-07). "Only the content of the descriptionParts.descriptionBody
field is modifiable" (developers.ashbyhq.com/reference/jobpostingupdate).
"""

from __future__ import annotations

from unbland.core.ats import terms
from unbland.core.ats.model import AtsPosting, Bodies, Part, Vendor
from unbland.core.ats.parts import copy_html, copy_plain, part, write_parts
from unbland.core.ats.shape import at, day, has, items, joined, number, put, raw, text
from unbland.core.facts import Pay, Workplace

_BODY = ("descriptionParts", "descriptionBody", "html")
_SHOWN = ("shouldDisplayCompensation", "shouldDisplayCompensationOnJobBoard", "shouldDisplayCompensationOnJobPostings")


def _pay(job: object) -> tuple[Pay, ...]:
    """The salary of each tier; none where the company does not show what it pays."""
    if any(False in (at(job, name), at(job, "compensation", name)) for name in _SHOWN):
        return ()
    return tuple(
        found
        for tier in items(job, "compensation", "compensationTiers")
        for each in items(tier, "components")
        if text(each, "compensationType") == "Salary"
        for found in terms.pay(
            number(each, "minValue"),
            number(each, "maxValue"),
            text(each, "currencyCode"),
            terms.period(text(each, "interval")),
        )
    )


def _facts(job: object, parts: tuple[Part, ...]) -> AtsPosting:
    address = at(job, "address", "postalAddress")
    named = text(job, "locationName") or text(job, "location")
    return AtsPosting(
        title=text(job, "title"),
        company=text(job, "linkedData", "hiringOrganization", "name"),
        location=terms.places(
            named or joined(*(text(address, f"address{name}") for name in ("Locality", "Region", "Country"))),
            (text(each, "location") for each in items(job, "secondaryLocations")),
        ),
        country=terms.country(text(address, "addressCountry")),
        workplace=terms.workplace(text(job, "workplaceType")) or (Workplace.REMOTE if at(job, "isRemote") else None),
        employment_type=terms.employment(text(job, "employmentType")),
        pay=_pay(job),
        posted=day(job, "publishedDate") or day(job, "publishedAt"),
        closes=day(job, "applicationDeadline"),
        parts=parts,
    )


def _read(job: object) -> AtsPosting:
    parts = (
        *part(job, "descriptionParts", "descriptionOpening", "html", editable=False),
        *part(job, *_BODY),
        *part(job, "descriptionParts", "descriptionClosing", "html", editable=False),
    )
    return _facts(job, parts)


def _write(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    old = job
    job = write_parts(job, posting, bodies)
    for path in (("descriptionHtml",), ("linkedData", "description")):
        if raw(old, *path):
            job = put(job, path, raw(copy_html(old, path, posting, bodies), *path))
    job = copy_plain(job, (*_BODY[:-1], "plain"), raw(job, *_BODY), bodies)
    return copy_plain(job, ("descriptionPlain",), raw(job, "descriptionHtml"), bodies)


def _read_board(job: object) -> AtsPosting:
    return _facts(job, part(job, "descriptionHtml"))


def _write_board(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    job = write_parts(job, posting, bodies)
    return copy_plain(job, ("descriptionPlain",), raw(job, "descriptionHtml"), bodies)


INFO = Vendor(fits=lambda job: has(job, "descriptionParts"), read=_read, write=_write)
BOARD = Vendor(
    fits=lambda job: has(job, "descriptionHtml", "title") and not has(job, "descriptionParts"),
    read=_read_board,
    write=_write_board,
)
