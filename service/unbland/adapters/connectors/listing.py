"""A list over many pages: items as they come, an end at the limits, and a partial list where a page fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx2

from unbland.adapters.connectors.calls import Call, Calls, Limits, TooLarge, capped
from unbland.adapters.connectors.items import Items
from unbland.application.connectors.model import Listing, Summary, System
from unbland.errors import ConnectorFailed, UnblandError

#: Pages: a system that names a next page for ever is not followed for ever.
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What follows a page."""

    #: The call for the next one; None after the last.
    next: Call | None
    #: Whether the system says that this one went well.
    good: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a system lists."""

    system: System
    first: Call
    #: The field that holds the list; None where the answer is a list itself.
    name: str | None
    #: An item in short; None for one that is skipped.
    summary: Callable[[object], Summary | None]
    #: What follows, by what stands around the items and by the headers.
    page: Callable[[object, httpx2.Headers], Page]


class Lister:
    """Lists the postings of one system."""

    def __init__(self, calls: Calls, limits: Limits) -> None:
        """Take the calls and the limits."""
        self._calls = calls
        self._limits = limits

    async def list(self, shape: Shape, most: int) -> Listing:
        """At most so many postings, in short; what fails on the way is said in the list."""
        got = _Got(shape, most)
        call: Call | None = shape.first
        try:
            for _ in range(_MOST_PAGES):
                if call is None:
                    return got.listing(None)
                call = await self._page(call, got)
                if got.full and call is not None:
                    return got.listing("too_many")
        except TooLarge:
            return got.listing("too_large")
        except _Full:
            return got.listing("too_many")
        except UnblandError as error:
            return got.listing(error.code)
        return got.listing("too_many")

    async def _page(self, call: Call, got: _Got) -> Call | None:
        items = Items(got.shape.name)
        async with self._calls.answer(call) as response:
            try:
                async for part in capped(response, self._limits.most_list):
                    for item in items.feed(part):
                        got.take(item)
                for item in items.feed(b"", last=True):
                    got.take(item)
            except httpx2.TransportError:
                raise ConnectorFailed from None
            page = got.shape.page(items.around, response.headers)
        if not page.good:
            raise ConnectorFailed
        return page.next


class _Full(Exception):
    """There are more postings than were asked for."""


class _Got:
    """What came so far; of each item only id and title are kept."""

    def __init__(self, shape: Shape, most: int) -> None:
        self.shape = shape
        self._most = most
        self._postings: dict[str, Summary] = {}
        self._skipped = 0

    @property
    def full(self) -> bool:
        return len(self._postings) >= self._most

    def take(self, item: object) -> None:
        summary = self.shape.summary(item)
        if summary is None:
            self._skipped += 1
        elif self.full:
            raise _Full
        else:
            self._postings[summary.id] = summary

    def listing(self, partial: str | None) -> Listing:
        return Listing(
            system=self.shape.system, postings=tuple(self._postings.values()), partial=partial, skipped=self._skipped
        )
