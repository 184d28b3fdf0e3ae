"""SmartRecruiters: postings of the Posting API, in four sections.

After developers.smartrecruiters.com/docs/objects and dev.smartrecruiters.com/customer-api/posting-api (as stored in
2026): Posting, JobAd, Location.
"""

from __future__ import annotations

from unbland.core.ats import terms
from unbland.core.ats.model import AtsPosting, Part, Vendor
from unbland.core.ats.parts import part, write_parts
from unbland.core.ats.shape import at, day, has, joined, number, text
from unbland.core.facts import Workplace


def _section(job: object, name: str, holds: str = "", *, editable: bool = True) -> tuple[Part, ...]:
    path = ("jobAd", "sections", name)
    return part(job, *path, "text", heading=text(job, *path, "title"), holds=holds, editable=editable)


def _workplace(job: object) -> Workplace | None:
    """Where the work is done, where a flag is set; one that is not says nothing."""
    if at(job, "location", "hybrid") is True:
        return Workplace.HYBRID
    return Workplace.REMOTE if at(job, "location", "remote") is True else None


def _read(job: object) -> AtsPosting:
    place = at(job, "location")
    return AtsPosting(
        title=text(job, "name") or text(job, "title"),
        company=text(job, "company", "name"),
        location=text(place, "fullLocation")
        or joined(text(place, "city"), text(place, "region"), text(place, "country").upper()),
        country=terms.country(text(place, "country")),
        workplace=_workplace(job),
        employment_type=terms.employment(text(job, "typeOfEmployment", "label")),
        pay=terms.pay(
            number(job, "compensation", "min"),
            number(job, "compensation", "max"),
            text(job, "compensation", "currency"),
            terms.period(text(job, "compensation", "salaryPeriod")),
        ),
        posted=day(job, "releasedDate"),
        parts=(
            *_section(job, "companyDescription", editable=False),
            *_section(job, "jobDescription", "opening do"),
            *_section(job, "qualifications", "must nice"),
            *_section(job, "additionalInformation", "offer about apply"),
        ),
    )


VENDOR = Vendor(fits=lambda job: has(at(job, "jobAd"), "sections"), read=_read, write=write_parts)
