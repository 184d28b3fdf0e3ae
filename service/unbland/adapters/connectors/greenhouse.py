"""Greenhouse: job posts of Harvest v3, through a credential of the customer's own.

`GET /v3/job_posts?ids=…` and `PATCH /v3/job_posts/{id}`; pages by the cursor in the `Link` header. Sources stand in
docs/connectors.md.
"""

from __future__ import annotations

import asyncio
import base64
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx2

from unbland.adapters.connectors.calls import Call, Calls, Limits
from unbland.adapters.connectors.listing import Lister, Page, Shape
from unbland.application.connectors.model import Body, Found, Listing, Summary, System
from unbland.application.connectors.refusals import NoSuchPosting
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.shape import at, number, raw, text
from unbland.errors import ConnectorAuth

HOST = "https://harvest.greenhouse.io"
TOKEN_HOST = "https://auth.greenhouse.io"  # noqa: S105 - an address

_PAGE = "100"
_ID = re.compile(r"[0-9]{1,20}")
_NEXT = re.compile(r"<([^>]{1,4000})>\s*;\s*rel=\"?next\"?")

#: Seconds before its end at which a token is made anew, and how long one lasts that says nothing.
_EARLY, _LASTS = 60.0, 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """The client of Harvest v3; never logged."""

    client_id: str
    secret: str
    #: The user in whose name it acts.
    user: str | None = None


class Greenhouse:
    """The account of a credential; see `Ats`."""

    def __init__(
        self, credential: Credential, hosts: tuple[str, str] = (HOST, TOKEN_HOST), limits: Limits | None = None
    ) -> None:
        """Take the credential; other hosts and limits are for tests."""
        limits = limits or Limits()
        self._credential = credential
        self._tokens = Calls(hosts[1], self._basic, limits)
        self._calls = Calls(hosts[0], self._bearer, limits)
        self._lister = Lister(self._calls, limits)
        self._token, self._until = "", 0.0
        self._making = asyncio.Lock()

    async def list(self, most: int) -> Listing:
        """The job posts; see the port. Posts for prospects have no job and are skipped."""
        shape = Shape(
            system=System.GREENHOUSE,
            first=Call(method="GET", path="/v3/job_posts", params={"per_page": _PAGE}),
            name=None,
            summary=_summary,
            page=_page,
        )
        return await self._lister.list(shape, most)

    async def fetch(self, id_: str) -> Found:
        """The job post; see the port."""
        params = {"ids": _checked(id_), "per_page": "1"}
        posts = await self._calls.json(Call(method="GET", path="/v3/job_posts", params=params))
        post = next((each for each in posts if _id(each) == id_), None) if isinstance(posts, list) else None
        if post is None:
            raise NoSuchPosting
        return Found(id=id_, document=open_document(post, AtsFormat.GREENHOUSE_HARVEST), body=self.body(post))

    def body(self, value: object) -> Body:
        """The post's own text; see the port."""
        return {"content": raw(value, "content")}

    async def write(self, id_: str, body: Body) -> None:
        """Send the content alone, on one line as Greenhouse asks; see the port."""
        content = re.sub(r"[\r\n]+", " ", str(body["content"]))
        call = Call(method="PATCH", path=f"/v3/job_posts/{_checked(id_)}", json={"content": content}, writes=True)
        await self._calls.json(call)

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._calls.aclose()
        await self._tokens.aclose()

    async def _basic(self) -> Mapping[str, str]:
        said = f"{self._credential.client_id}:{self._credential.secret}".encode()
        return {"authorization": f"Basic {base64.b64encode(said).decode()}"}

    async def _bearer(self) -> Mapping[str, str]:
        """A token, made anew shortly before it ends; raises ConnectorAuth where there is none to be had."""
        async with self._making:
            if time.monotonic() >= self._until:
                await self._make_token()
        return {"authorization": f"Bearer {self._token}"}

    async def _make_token(self) -> None:
        form = {"grant_type": "client_credentials"}
        if self._credential.user:
            form["sub"] = self._credential.user
        try:
            answer = await self._tokens.json(Call(method="POST", path="/token", form=form))
        except NoSuchPosting:
            raise ConnectorAuth from None
        self._token = text(answer, "access_token")
        if not self._token:
            raise ConnectorAuth
        lasts = number(answer, "expires_in")
        self._until = time.monotonic() + (float(lasts) if lasts else _LASTS) - _EARLY


def _checked(id_: str) -> str:
    if not _ID.fullmatch(id_):
        raise NoSuchPosting(
            "A job post of Greenhouse has a number for its id; `unbland ats list greenhouse` shows them."
        )
    return id_


def _id(post: object) -> str:
    found = at(post, "id")
    return str(found) if isinstance(found, int | str) else ""


def _summary(post: object) -> Summary | None:
    if not _id(post) or at(post, "job_id") is None or not raw(post, "content"):
        return None
    return Summary(id=_id(post), title=text(post, "title"))


def _page(around: object, headers: httpx2.Headers) -> Page:
    """The cursor of the next page; of the address only the cursor is taken, so that no other host is asked."""
    link = _NEXT.search(headers.get("link", ""))
    cursor = parse_qs(urlsplit(link[1]).query).get("cursor", [""])[0] if link else ""
    following = Call(method="GET", path="/v3/job_posts", params={"cursor": cursor}) if cursor else None
    return Page(next=following, good=isinstance(around, list))
