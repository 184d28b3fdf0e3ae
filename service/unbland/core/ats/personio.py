"""Personio: one position of the XML feed, each description block a part of its own.

After developer.personio.de/docs/retrieving-open-job-positions (2025-09-18); additional offices and
salary information as feeds send them in 2026, which that page does not list.
"""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.ats import terms
from unbland.core.ats.headings import is_boilerplate, sections_under
from unbland.core.ats.model import AtsPosting, Bodies, Part, Vendor
from unbland.core.ats.shape import number
from unbland.core.ats.xml import Element, elements
from unbland.core.facts import EmploymentType
from unbland.core.posting import SectionKind
from unbland.errors import NotAtsDocument

_ROOT = "workzag-jobs"


def _position(document: object) -> Element:
    """The one position of a feed."""
    root = elements(document if isinstance(document, str) else "")
    if root.name == "position":
        return root
    found = root.all("position") if root.name == _ROOT else []
    if len(found) != 1:
        raise NotAtsDocument(f"The feed holds {len(found)} positions; send a feed with one <position>.")
    return found[0]


def _blocks(position: Element) -> Iterator[tuple[Part, Element]]:
    """The description blocks in order."""
    holder = position.first("jobDescriptions")
    for place, block in enumerate(holder.all("jobDescription") if holder else ()):
        value, heading = block.first("value"), block.text("name")
        if value is None or not value.said.strip():
            continue
        yield _part(place, heading, value.said.strip()), value


def _part(place: int, heading: str, html: str) -> Part:
    under = sections_under(heading)
    holds = under | {SectionKind.NICE} if SectionKind.MUST in under else under
    return Part(
        key=f"jobDescriptions.{place}",
        heading=heading,
        html=html,
        editable=not is_boilerplate(heading),
        holds=holds,
    )


def _employment(position: Element) -> EmploymentType | None:
    """A permanent position is of its schedule; any other is what it is called."""
    return terms.employment(position.text("employmentType")) or terms.employment(position.text("schedule"))


def _read(document: object) -> AtsPosting:
    position = _position(document)
    salary = position.first("salaryInformation") or Element(name="")
    elsewhere = position.first("additionalOffices") or Element(name="")
    values = {name: position.text(name) for name in ("name", "subcompany", "office", "workplaceType")}
    said = {name: salary.text(name) for name in ("min", "max", "currencyCode", "type")}
    return AtsPosting(
        title=values["name"],
        company=values["subcompany"],
        location=terms.places(values["office"], (each.said.strip() for each in elsewhere.all("office"))),
        workplace=terms.workplace(values["workplaceType"]),
        employment_type=_employment(position),
        pay=terms.pay(number(said, "min"), number(said, "max"), said["currencyCode"], terms.period(said["type"])),
        parts=tuple(part for part, _ in _blocks(position)),
    )


def _write(document: object, _: AtsPosting, bodies: Bodies) -> object:
    """The feed with other words between the tags of the changed blocks, every other byte as it was."""
    source = (document if isinstance(document, str) else "").encode()
    pieces, done = [], 0
    for part, value in _blocks(_position(document)):
        if part.key in bodies.html:
            held = bodies.html[part.key].replace("]]>", "]]&gt;")
            pieces += [source[done : value.start], f"<![CDATA[{held}]]>".encode()]
            done = value.end
    return b"".join((*pieces, source[done:])).decode()


VENDOR = Vendor(fits=lambda document: isinstance(document, str), read=_read, write=_write)
