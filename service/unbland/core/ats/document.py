"""A vendor's document: told by its shape, opened, and written back with other bodies in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbland.core.ats import (
    ashby,
    greenhouse,
    jsonld,
    lever,
    personio,
    recruitee,
    smartrecruiters,
    workable,
)
from unbland.core.ats.model import AtsFormat, AtsPosting, Bodies, Vendor
from unbland.core.ats.shape import Path, at, is_deep, put
from unbland.errors import NotAtsDocument

#: Adding a vendor is adding a row; the first whose shape fits is taken, so narrow shapes stand above wide ones.
VENDORS: Mapping[AtsFormat, Vendor] = {
    AtsFormat.PERSONIO: personio.VENDOR,
    AtsFormat.JSONLD: jsonld.VENDOR,
    AtsFormat.SMARTRECRUITERS: smartrecruiters.VENDOR,
    AtsFormat.ASHBY: ashby.INFO,
    AtsFormat.ASHBY_BOARD: ashby.BOARD,
    AtsFormat.LEVER_DATA: lever.DATA,
    AtsFormat.LEVER: lever.PUBLIC,
    AtsFormat.WORKABLE: workable.VENDOR,
    AtsFormat.GREENHOUSE_HARVEST: greenhouse.HARVEST,
    AtsFormat.GREENHOUSE: greenhouse.BOARD,
    AtsFormat.RECRUITEE: recruitee.VENDOR,
}

#: Fields in which an interface wraps one posting, or a list of them.
_WRAPS = ("data", "results", "result", "offer", "job", "jobs", "offers", "postings", "@graph")

#: What a wrapped document is at most: `{"data": [{…}]}` is two deep.
_MOST_WRAPS = 3

#: Values within values: forms and questions of applications lie eight deep.
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AtsDocument:
    """One posting as it came in, and what was read from it."""

    format: AtsFormat
    #: A JSON value; for Personio the text of the feed.
    value: object
    #: Where in it the posting stands.
    root: Path
    posting: AtsPosting

    def written(self, bodies: Bodies) -> object:
        """The document with other bodies; what they do not name, and every other field, is as it came in."""
        new = VENDORS[self.format].write(at(self.value, *self.root), self.posting, bodies)
        return put(self.value, self.root, new)


def recognise(value: object) -> AtsFormat | None:
    """The format of a document by its shape; None where it has none of them."""
    if isinstance(value, str):
        return AtsFormat.PERSONIO if "<workzag-jobs" in value or "<position>" in value else None
    return next((fmt for fmt, vendor in VENDORS.items() if _root(value, vendor) is not None), None)


def open_document(value: object, fmt: AtsFormat) -> AtsDocument:
    """The document as it is to be read; raises NotAtsDocument where it has another shape, or holds several postings."""
    if is_deep(value, _DEEPEST):
        raise NotAtsDocument("The document is nested too deep; send the posting as the interface gives it.")
    vendor = VENDORS[fmt]
    root = _root(value, vendor)
    if root is None:
        raise NotAtsDocument(_wrong(value, fmt))
    posting = vendor.read(at(value, *root))
    if not any(part.html.strip() for part in posting.editable):
        raise NotAtsDocument(
            "The posting has no text of its own that could be rewritten; ask the vendor for all of it."
        )
    return AtsDocument(format=fmt, value=value, root=root, posting=posting)


def _root(value: object, vendor: Vendor) -> Path | None:
    """Where the one posting of this shape stands; None where there is none, or more than one."""
    path: Path = ()
    for _ in range(_MOST_WRAPS):
        if vendor.fits(value):
            return path
        step = _into(value)
        if step is None:
            return None
        value, path = at(value, step), (*path, step)
    return path if vendor.fits(value) else None


def _into(value: object) -> str | int | None:
    """The step into what a document wraps."""
    if isinstance(value, list):
        return _only_posting(value)
    return next((name for name in _WRAPS if isinstance(at(value, name), dict | list)), None)


def _only_posting(values: list[object]) -> int | None:
    """The place of the one posting in a list; beside it a page may describe itself in other things."""
    if len(values) == 1:
        return 0
    places = [place for place, each in enumerate(values) if jsonld.VENDOR.fits(each)]
    return places[0] if len(places) == 1 else None


def _wrong(value: object, fmt: AtsFormat) -> str:
    """Why a document cannot be opened, and the way out."""
    inside = value
    while (step := _into(inside)) is not None and not isinstance(inside, list):
        inside = at(inside, step)
    if isinstance(inside, list) and len(inside) != 1:
        return f"The document holds {len(inside)} postings; send one at a time."
    other = recognise(value)
    way = f"it looks like {other}" if other else "name another format, or send the text itself"
    return f"The draft does not have the shape of {fmt}; {way}."
