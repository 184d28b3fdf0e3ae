"""Lever: postings of the Data API.

`GET /v1/postings`, `GET /v1/postings/{id}` and `POST /v1/postings/{id}?perform_as=…`. Sources stand in
docs/connectors.md.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

import httpx2

from unbland.adapters.connectors.calls import Call, Calls, Limits
from unbland.adapters.connectors.listing import Lister, Page, Shape
from unbland.application.connectors.model import Body, Found, Listing, Summary, System
from unbland.application.connectors.refusals import NoSuchPosting
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.shape import at, items, raw, text
from unbland.errors import ConnectorRefused, NoConnector

HOST, EU_HOST = "https://api.lever.co", "https://api.eu.lever.co"

_PAGE = "100"
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A key of the Data API; never logged."""

    key: str
    #: The user in whose name a posting is changed; without one nothing is written.
    user: str | None = None


class Lever:
    """The account of a key; see `Ats`."""

    def __init__(self, credential: Credential, host: str = HOST, limits: Limits | None = None) -> None:
        """Take the key; other hosts and limits are for tests."""
        limits = limits or Limits()
        self._credential = credential
        self._calls = Calls(host, self._basic, limits)
        self._lister = Lister(self._calls, limits)

    async def list(self, most: int) -> Listing:
        """The postings; see the port."""
        shape = Shape(
            system=System.LEVER,
            first=Call(method="GET", path="/v1/postings", params={"limit": _PAGE}),
            name="data",
            summary=_summary,
            page=_page,
        )
        return await self._lister.list(shape, most)

    async def fetch(self, id_: str) -> Found:
        """The posting; see the port."""
        value = await self._calls.json(Call(method="GET", path=f"/v1/postings/{_checked(id_)}"))
        if text(value, "data", "id") != id_:
            raise NoSuchPosting
        return Found(id=id_, document=open_document(value, AtsFormat.LEVER_DATA), body=self.body(value))

    def body(self, value: object) -> Body:
        """Text and lists, and the closing as it is, since Lever takes the three as one; see the port."""
        lists = [
            {"text": text(each, "text"), "content": raw(each, "content")}
            for each in items(value, "data", "content", "lists")
        ]
        return {
            "descriptionHtml": raw(value, "data", "content", "descriptionHtml"),
            "lists": lists,
            "closingHtml": raw(value, "data", "content", "closingHtml"),
        }

    async def write(self, id_: str, body: Body) -> None:
        """Send the content alone; see the port. Raises NoConnector where no user is set."""
        if self._credential.user is None:
            raise NoConnector("Lever wants to know who writes; set UNBLAND_LEVER_PERFORM_AS to the id of a user.")
        call = Call(
            method="POST",
            path=f"/v1/postings/{_checked(id_)}",
            params={"perform_as": self._credential.user},
            json={"content": dict(body)},
            writes=True,
        )
        answer = await self._calls.json(call)
        if at(answer, "data") is None and at(answer, "code") is not None:
            raise ConnectorRefused

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._calls.aclose()

    async def _basic(self) -> Mapping[str, str]:
        """The key as the user of Basic authentication, without a password."""
        return {"authorization": f"Basic {base64.b64encode(f'{self._credential.key}:'.encode()).decode()}"}


def _checked(id_: str) -> str:
    if not _ID.fullmatch(id_):
        raise NoSuchPosting("This is no id of Lever; `unbland ats list lever` shows them.")
    return id_


def _summary(posting: object) -> Summary | None:
    id_ = text(posting, "id")
    return Summary(id=id_, title=text(posting, "text")) if id_ and at(posting, "content") is not None else None


def _page(around: object, _: httpx2.Headers) -> Page:
    offset = text(around, "next") if at(around, "hasNext") is True else ""
    following = Call(method="GET", path="/v1/postings", params={"limit": _PAGE, "offset": offset}) if offset else None
    return Page(next=following, good=isinstance(at(around, "data"), list))
