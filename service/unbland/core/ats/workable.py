"""Workable: jobs of the account API, in description, requirements and benefits.

After workable.readme.io/reference/jobsshortcode (as stored in 2026) and the answer of `GET /spi/v3/jobs/{shortcode}`
that github.com/NangoHQ/integration-templates keeps (2026-08-07).
"""

from __future__ import annotations

from unbland.core.ats import terms
from unbland.core.ats.model import AtsPosting, Bodies, Vendor
from unbland.core.ats.parts import copy_html, part, write_parts
from unbland.core.ats.shape import at, has, joined, number, put, raw, text, towns
from unbland.core.facts import Workplace


def _read(job: object) -> AtsPosting:
    place = at(job, "location")
    said = text(job, "workplace_type") or text(place, "workplace_type")
    far = at(place, "telecommuting") is True
    return AtsPosting(
        title=text(job, "title"),
        location=terms.places(
            text(place, "location_str")
            or joined(text(place, "city"), text(place, "region") or text(place, "region_code"), text(place, "country")),
            towns(job),
        ),
        country=terms.country(text(place, "country_code")),
        workplace=terms.workplace(said) or (Workplace.REMOTE if far else None),
        employment_type=terms.employment(text(job, "employment_type")),
        pay=terms.pay(
            number(job, "salary", "salary_from"),
            number(job, "salary", "salary_to"),
            text(job, "salary", "salary_currency"),
            None,
        ),
        parts=(
            *part(job, "description", holds="opening do about apply"),
            *part(job, "requirements", heading="Requirements", holds="must nice"),
            *part(job, "benefits", heading="Benefits", holds="offer"),
        ),
    )


def _write(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    whole = raw(copy_html(job, ("full_description",), posting, bodies), "full_description")
    job = write_parts(job, posting, bodies)
    return put(job, ("full_description",), whole) if whole else job


VENDOR = Vendor(fits=lambda job: has(job, "shortcode", "description"), read=_read, write=_write)
