"""Ashby: job postings, by calls that are all POST and answer 200 whatever came of them.

`jobPosting.list`, `jobPosting.info` and `jobPosting.update`. Sources stand in docs/connectors.md.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping

import httpx2

from unbland.adapters.connectors.calls import Call, Calls, Limits
from unbland.adapters.connectors.listing import Lister, Page, Shape
from unbland.application.connectors.model import Body, Found, Listing, Summary, System
from unbland.application.connectors.refusals import NoSuchPosting
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.shape import at, raw, text
from unbland.errors import ConnectorFailed, ConnectorRefused

HOST = "https://api.ashbyhq.com"

_BODY = ("results", "descriptionParts", "descriptionBody", "html")
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


class Ashby:
    """The account of a key; see `Ats`."""

    def __init__(self, key: str, host: str = HOST, limits: Limits | None = None) -> None:
        """Take the key; other hosts and limits are for tests."""
        limits = limits or Limits()
        self._key = key
        self._calls = Calls(host, self._basic, limits)
        self._lister = Lister(self._calls, limits)

    async def list(self, most: int) -> Listing:
        """The postings; see the port."""
        shape = Shape(system=System.ASHBY, first=_list(None), name="results", summary=_summary, page=_page)
        return await self._lister.list(shape, most)

    async def fetch(self, id_: str) -> Found:
        """The posting; see the port."""
        call = Call(method="POST", path="/jobPosting.info", json={"jobPostingId": _checked(id_)})
        value = await self._calls.json(call)
        if at(value, "success") is not True:
            raise NoSuchPosting if at(value, "success") is False else ConnectorFailed
        if text(value, "results", "id") != id_:
            raise NoSuchPosting
        return Found(id=id_, document=open_document(value, AtsFormat.ASHBY), body=self.body(value))

    def body(self, value: object) -> Body:
        """The part between opening and closing, the one that may be changed; see the port."""
        return {"descriptionBody": raw(value, *_BODY)}

    async def write(self, id_: str, body: Body) -> None:
        """Send the description alone; see the port. What hides opening and closing is never sent."""
        description = {"type": "text/html", "content": body["descriptionBody"]}
        sent = {"jobPostingId": _checked(id_), "description": description}
        answer = await self._calls.json(Call(method="POST", path="/jobPosting.update", json=sent, writes=True))
        if at(answer, "success") is not True:  # a 200 is no success
            raise ConnectorRefused

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._calls.aclose()

    async def _basic(self) -> Mapping[str, str]:
        """The key as the user of Basic authentication, without a password."""
        return {"authorization": f"Basic {base64.b64encode(f'{self._key}:'.encode()).decode()}"}


def _list(cursor: str | None) -> Call:
    return Call(method="POST", path="/jobPosting.list", json={"cursor": cursor} if cursor else {})


def _checked(id_: str) -> str:
    if not _ID.fullmatch(id_):
        raise NoSuchPosting("This is no id of Ashby; `unbland ats list ashby` shows them.")
    return id_


def _summary(posting: object) -> Summary | None:
    id_ = text(posting, "id")
    return Summary(id=id_, title=text(posting, "title")) if id_ else None


def _page(around: object, _: httpx2.Headers) -> Page:
    cursor = text(around, "nextCursor") if at(around, "moreDataAvailable") is True else ""
    return Page(next=_list(cursor) if cursor else None, good=at(around, "success") is True)
