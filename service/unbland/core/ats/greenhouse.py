"""Greenhouse: posts of the public Job Board API (entity-escaped) and of Harvest (as they are).

After github.com/grnhse/greenhouse-api-docs, `job-board/_jobs.md` and `harvest/_job_posts.md` (2026-01-20). The classes
around the board's introduction, its conclusion and the pay are as boards send them; the document does not name them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from unbland.core.ats import terms
from unbland.core.ats.markup import Content, surely_escaped
from unbland.core.ats.model import AtsPosting, Bodies, Part, Vendor
from unbland.core.ats.shape import at, day, has, items, number, put, raw, text
from unbland.core.facts import Pay

_BESIDE = re.compile(
    r"<div\b[^>]{0,200}\bclass=[\"'][^\"']{0,100}?\bcontent-(?P<name>intro|conclusion|pay-transparency)\b[^>]{0,200}>"
)
_DIV = re.compile(r"<(?P<end>/?)div(?=[\s/>])[^>]{0,1000}>", re.IGNORECASE)


class _Stretch(NamedTuple):
    """A stretch of the content; one without a name is the post's own."""

    name: str
    start: int
    end: int


def _stretches(html: str) -> Iterator[_Stretch]:
    """The content cut at the board's introduction, pay and conclusion."""
    done = 0
    for beside in _BESIDE.finditer(html):
        if beside.start() < done:
            continue
        end = _end_of_div(html, beside.start())
        yield _Stretch("", done, beside.start())
        yield _Stretch(beside["name"], beside.start(), end)
        done = end
    yield _Stretch("", done, len(html))


def _end_of_div(html: str, start: int) -> int:
    """Where the element that begins at `start` ends; at the end of all where its end tag is missing."""
    depth = 0
    for tag in _DIV.finditer(html, start):
        depth += -1 if tag["end"] else 1
        if depth == 0:
            return tag.end()
    return len(html)


def _parts(content: Content) -> Iterator[tuple[Part, _Stretch]]:
    html = content.html.text
    for place, each in enumerate(_stretches(html)):
        inside = html[each.start : each.end]
        if inside.strip():
            key = f"content.{each.name or place}"
            yield Part(key=key, html=inside, editable=not each.name), each


def _pay(job: object) -> tuple[Pay, ...]:
    """The ranges, which come in cents; only their words say whether they are of a year or an hour."""
    return tuple(
        found
        for each in items(job, "pay_input_ranges")
        for found in terms.pay(
            _units(each, "min_cents"),
            _units(each, "max_cents"),
            text(each, "currency_type"),
            terms.period(f"{text(each, 'title')} {text(each, 'blurb')}"),
        )
    )


def _units(each: object, name: str) -> Decimal | None:
    cents = number(each, name)
    return None if cents is None else cents / 100


def _reader(open_content: Callable[[str], Content]) -> Callable[[object], AtsPosting]:
    def read(job: object) -> AtsPosting:
        parts = [part for part, _ in _parts(open_content(raw(job, "content")))]
        other = raw(job, "internal_content")
        if other:
            parts.append(Part(key="internal_content", html=other, editable=False))
        return AtsPosting(
            title=text(job, "title"),
            company=text(job, "company_name"),
            location=text(job, "location", "name"),
            pay=_pay(job),
            posted=day(job, "first_published") or day(job, "first_published_at"),
            closes=day(job, "application_deadline"),
            parts=tuple(parts),
            shows_pay=any(part.key == "content.pay-transparency" for part in parts),
        )

    return read


def _writer(open_content: Callable[[str], Content]) -> Callable[[object, AtsPosting, Bodies], object]:
    def write(job: object, _: AtsPosting, bodies: Bodies) -> object:
        content = open_content(raw(job, "content"))
        pieces, done = [], 0
        for part, each in _parts(content):
            if part.key in bodies.html:
                start, end = content.html.span(each.start, each.end)
                pieces += [content.raw[done:start], content.written(bodies.html[part.key])]
                done = end
        return put(job, ("content",), "".join((*pieces, content.raw[done:])))

    return write


def _as_it_is(content: str) -> Content:
    return Content(content, escaped=False)


def _is_post(job: object) -> bool:
    return has(job, "content", "title") and isinstance(at(job, "content"), str)


BOARD = Vendor(
    fits=lambda job: _is_post(job) and (has(job, "absolute_url") or has(job, "internal_job_id")),
    read=_reader(surely_escaped),
    write=_writer(surely_escaped),
)
HARVEST = Vendor(
    fits=lambda job: _is_post(job) and has(job, "job_id"),
    read=_reader(_as_it_is),
    write=_writer(_as_it_is),
)
