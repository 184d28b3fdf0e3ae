"""What of a vendor's document goes into a rewrite: a draft in HTML, and the facts that typed fields state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from unbland.core import ledger
from unbland.core.ats.allotment import headed
from unbland.core.ats.markup import lined
from unbland.core.ats.model import AtsPosting
from unbland.core.ats.terms import place
from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import Company, CompanyFacts, Pay, Process, Role
from unbland.core.law.mentions import mentions

#: A draft around a line, in which it is not the first and so no title.
_DUTY = "<h2>Duties</h2><p>Plan 12 shifts.</p>"


def draft_of(posting: AtsPosting) -> str:
    """The editable parts, each under its heading; what the vendor shows around them stays outside."""
    return "\n".join(
        f"{headed(part)}<ul>{part.html}</ul>" if part.bare else f"{headed(part)}<div>{lined(part.html)}</div>"
        for part in posting.editable
    )


def facts_of(posting: AtsPosting) -> CompanyFacts:
    """What the typed fields state; of several ranges that differ none is this job's pay.

    The country tells whose law applies where the location does not: `London` may be several.
    """
    location, far = place(posting.location)
    role = Role(
        title=posting.title,
        location=location,
        workplace=posting.workplace or far,
        employment_type=posting.employment_type,
        jurisdictions=() if any(mentions(location)) else tuple(filter(None, (posting.country,))),
    )
    pay = posting.pay[0] if len(set(posting.pay)) == 1 else Pay()
    process = Process(deadline=posting.closes)
    return CompanyFacts(company=Company(name=posting.company), role=role, pay=pay, process=process)


def settled(vendor: CompanyFacts, stated: CompanyFacts) -> CompanyFacts:
    """The caller's facts, and under them what the vendor's fields state."""
    own, given = vendor.role, stated.role
    role = replace(
        given,
        title=given.title or own.title,
        location=given.location or own.location,
        workplace=given.workplace or own.workplace,
        employment_type=given.employment_type or own.employment_type,
        jurisdictions=given.jurisdictions or (() if given.location else own.jurisdictions),
    )
    company = replace(stated.company, name=stated.company.name or vendor.company.name)
    pay = stated.pay if _has_figure(stated.pay) else replace(vendor.pay, extras=stated.pay.extras)
    process = replace(stated.process, deadline=stated.process.deadline or vendor.process.deadline)
    return replace(stated, company=company, role=role, pay=pay, process=process)


def overruled(vendor: CompanyFacts, stated: CompanyFacts) -> tuple[str, str]:
    """What the vendor's fields state and the caller's facts state otherwise: a title before the draft, lines behind it.

    There the same look that compares any draft with its facts finds and reports it.
    """
    own, given = vendor.role.title, stated.role.title
    title = f"<h1>{escape(own)}</h1>\n" if own and given and own != given else ""
    before = title if title and _is_reported(f"{title}{_DUTY}", stated) else ""
    return before, "".join(line for line in _rivals(vendor, stated) if _is_reported(f"{_DUTY}{line}", stated))


def _is_reported(html: str, stated: CompanyFacts) -> bool:
    """Whether the look finds the contradiction; else the line would stand in the posting beside the fact."""
    return bool(ledger.build(read(html, Format.HTML), stated).conflicts)


def _rivals(vendor: CompanyFacts, stated: CompanyFacts) -> Iterator[str]:
    own, given = vendor.role, stated.role
    rows = (
        ("Location", own.location, given.location),
        ("Workplace", own.workplace, given.workplace),
        ("Employment type", own.employment_type, given.employment_type),
        ("Company", vendor.company.name, stated.company.name),
        ("Application deadline", vendor.process.deadline, stated.process.deadline),
    )
    for label, mine, theirs in rows:
        if mine and theirs and mine != theirs:
            yield f"<ul><li>{label}: {escape(str(mine))}</li></ul>"
    if _has_figure(vendor.pay) and _has_figure(stated.pay) and replace(stated.pay, extras=()) != vendor.pay:
        yield f"<ul><li>Salary: {escape(_range(vendor.pay))}</li></ul>"


def _has_figure(pay: Pay) -> bool:
    return pay.min is not None or pay.max is not None


def _range(pay: Pay) -> str:
    """`USD 50,000 to 75,000 per year`."""
    ends = dict.fromkeys(f"{end:,.2f}".removesuffix(".00") for end in (pay.min, pay.max) if end is not None)
    per = f" per {pay.period}" if pay.period else ""
    return f"{pay.currency} {' to '.join(ends)}{per}".strip()
