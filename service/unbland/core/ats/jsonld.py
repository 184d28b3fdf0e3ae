"""schema.org JobPosting as JSON-LD (https://schema.org/JobPosting, release 30; Google's page on it, 2026)."""

from __future__ import annotations

from unbland.core.ats import terms
from unbland.core.ats.markup import perhaps_escaped
from unbland.core.ats.model import AtsPosting, Bodies, Part, Vendor
from unbland.core.ats.shape import at, day, joined, number, put, raw, text
from unbland.core.facts import Pay, Workplace


def _is_posting(job: object) -> bool:
    kind = at(job, "@type")
    return kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind)


def _first(value: object) -> object:
    """A value that may stand alone or as one of a list."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _named(value: object) -> str:
    """The name of a thing, or the text that stands for it."""
    return value.strip() if isinstance(value, str) else text(value, "name")


def _place(job: object) -> str:
    """The address of the one place of work; none where there are several."""
    address = at(_first(at(job, "jobLocation")), "address")
    if isinstance(address, str):
        return address.strip()
    return joined(
        text(address, "addressLocality"), text(address, "addressRegion"), _named(at(address, "addressCountry"))
    )


def _pay(job: object) -> tuple[Pay, ...]:
    salary = at(job, "baseSalary")
    value = at(salary, "value")
    single = number(salary, "value") or number(value, "value")
    return terms.pay(
        number(value, "minValue") or single,
        number(value, "maxValue") or single,
        text(salary, "currency") or text(job, "salaryCurrency"),
        terms.period(text(value, "unitText") or text(salary, "unitText")),
    )


def _read(job: object) -> AtsPosting:
    remote = "TELECOMMUTE" in text(job, "jobLocationType").upper()
    kind = _first(at(job, "employmentType"))
    html = perhaps_escaped(raw(job, "description")).html.text
    return AtsPosting(
        title=text(job, "title") or text(job, "name"),
        company=_named(_first(at(job, "hiringOrganization"))),
        location=_place(job),
        workplace=Workplace.REMOTE if remote else None,
        employment_type=terms.employment(kind) if isinstance(kind, str) else None,
        pay=_pay(job),
        posted=day(job, "datePosted"),
        closes=day(job, "validThrough"),
        parts=(Part(key="description", path=("description",), html=html),) if html.strip() else (),
    )


def _write(job: object, _: AtsPosting, bodies: Bodies) -> object:
    new = bodies.html.get("description")
    return job if new is None else put(job, ("description",), perhaps_escaped(raw(job, "description")).written(new))


VENDOR = Vendor(fits=_is_posting, read=_read, write=_write)
