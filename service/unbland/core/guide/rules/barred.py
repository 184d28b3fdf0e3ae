"""Respect, continued: whom a posting bars by age, sex, family, origin, birth or face."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.hit import Hit, matching
from unbland.core.guide.reading import PROSE, Reading
from unbland.core.guide.rule import Each, Rule
from unbland.core.guide.words import barred
from unbland.core.guide.words.shut_out import WELCOME
from unbland.core.ledger.model import Source

#: A language named before: "Arabic native speakers".
_NAMED = re.compile(r"[A-Z]\w+\s+$")

_EEOC = "EEOC, prohibited employment policies, https://www.eeoc.gov/prohibited-employment-policiespractices"


def _age_limits(source: Source, _: Reading) -> Iterator[Hit]:
    if not WELCOME.search(source.text) and not barred.OTHERS.search(source.text):
        yield from matching(barred.AGE_LIMIT)(source, _)


def _one_sex(source: Source, _: Reading) -> Iterator[Hit]:
    if not barred.OCCUPATIONAL.search(source.text):
        yield from matching(barred.SEX_ONLY, unless=WELCOME)(source, _)


def _native(source: Source, _: Reading) -> Iterator[Hit]:
    """`Native German speaker` → `fluent German speaker`; a bare mother tongue needs a mind."""
    for found in barred.NATIVE.finditer(source.text):
        fluent = None
        if found["what"] and not _NAMED.search(source.text[: found.start()]):
            fluent = f"fluent{found['language'] or ''} {found['what']}"
        elif found["skill"]:
            fluent = f"fluent {found['skill']}"
        yield Hit(source=source, start=found.start(), end=found.end(), replacement=fluent)


def _photo(source: Source, read: Reading) -> Iterator[Hit]:
    """A picture that is asked for by itself, or among the papers to send."""
    yield from matching(barred.PHOTO)(source, read)
    if barred.PAPERS.search(source.text):
        yield from matching(barred.PHOTO_AMONG)(source, read)


BARRED: tuple[Rule, ...] = (
    Each(
        id="respect.age-limit",
        reads=barred.ASKED,
        finds=_age_limits,
        seeks=(barred.AGE_LIMIT,),
        message='"{found}" is an age limit, which is unlawful in most places; say what the person must be able to do.',
        why="It bars people who could do the work; a court may ask you why.",
        source=_EEOC,
        cost=50,
        cap=100,
    ),
    Each(
        id="respect.one-sex",
        reads=barred.ASKED,
        finds=_one_sex,
        seeks=(barred.SEX_ONLY,),
        message='"{found}" asks for one sex; cut it, or name the occupational requirement that the law allows.',
        why="It bars half of the people who could do the work, and in most places it is unlawful.",
        source=_EEOC,
        cost=50,
        cap=100,
    ),
    Each(
        id="respect.family",
        reads=barred.ASKED,
        finds=matching(barred.FAMILY, unless=WELCOME),
        seeks=(barred.FAMILY,),
        message='"{found}" asks about family; cut it, and state the hours and the travel instead.',
        why="Who has children or a spouse is none of the employer's business, and asking is unlawful in most places.",
        source=_EEOC,
        cost=50,
        cap=100,
    ),
    Each(
        id="respect.origin",
        reads=barred.ASKED,
        finds=matching(barred.ORIGIN, unless=WELCOME),
        seeks=(barred.ORIGIN,),
        message='"{found}" asks for an origin or a faith; cut it, or name the language or the duty that is meant.',
        why="Origin and faith are no skill, and asking for them is unlawful but for few employers.",
        source=_EEOC,
        cost=50,
        cap=100,
    ),
    Each(
        id="respect.native",
        reads=PROSE,
        finds=_native,
        seeks=(barred.NATIVE,),
        message='"{found}" asks where somebody was born; ask for the level: fluent, or C1.',
        why="Many who speak a language perfectly learned it later; asking for birth can be unlawful.",
        source="EEOC guidance on national origin: accent and fluency",
        instead="German at level C1",
        cost=15,
        cap=30,
    ),
    Each(
        id="respect.photo",
        reads=barred.ASKED,
        finds=_photo,
        seeks=(barred.PHOTO, barred.PHOTO_AMONG),
        message='"{found}" asks for a face; cut it.',
        why="A photograph shows age, sex and origin before anybody has read what the person can do.",
        source=_EEOC,
        cost=15,
        cap=15,
    ),
)
