"""Recruitee (Tellent): offers of the careers site, in description and requirements.

After docs.recruitee.com and career.recruitee.com/docs (Careers Site API), and the fields of `GET /api/offers` as
described at dev.to/earnnovadev (both as stored in 2026).
"""

from __future__ import annotations

from collections.abc import Mapping

from unbland.core.ats import terms
from unbland.core.ats.model import AtsPosting, Bodies, Vendor
from unbland.core.ats.parts import part, write_parts
from unbland.core.ats.shape import at, day, has, joined, number, put, raw, text, towns
from unbland.core.facts import Workplace

_FLAGS = {"remote": Workplace.REMOTE, "hybrid": Workplace.HYBRID, "on_site": Workplace.ONSITE}
_FIELDS = ("description", "requirements")


def _read(job: object) -> AtsPosting:
    flagged = [place for flag, place in _FLAGS.items() if at(job, flag) is True]
    return AtsPosting(
        title=text(job, "title"),
        company=text(job, "company_name"),
        location=terms.places(text(job, "location") or joined(text(job, "city"), text(job, "country")), towns(job)),
        country=terms.country(text(job, "country_code")),
        workplace=flagged[0] if len(flagged) == 1 else None,
        employment_type=terms.employment(text(job, "employment_type_code")),
        pay=terms.pay(
            number(job, "salary", "min"),
            number(job, "salary", "max"),
            text(job, "salary", "currency"),
            terms.period(text(job, "salary", "period")),
        ),
        posted=day(job, "published_at"),
        closes=day(job, "close_at"),
        parts=(
            *part(job, "description", holds="opening do offer about apply"),
            *part(job, "requirements", heading="Requirements", holds="must nice"),
        ),
    )


def _write(job: object, posting: AtsPosting, bodies: Bodies) -> object:
    """The offer with its new text, in the translation that repeats it too; other languages stay."""
    new = write_parts(job, posting, bodies)
    languages = at(job, "translations")
    for language in languages if isinstance(languages, Mapping) else ():
        for name in _FIELDS:
            same = raw(job, "translations", language, name) == raw(job, name)
            if name in bodies.html and same:
                new = put(new, ("translations", language, name), bodies.html[name])
    return new


VENDOR = Vendor(
    fits=lambda job: has(job, "description", "requirements") and (has(job, "slug") or has(job, "careers_url")),
    read=_read,
    write=_write,
)
