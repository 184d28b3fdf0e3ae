"""OpenAI's files and batches over HTTP, or those of a server that has the same; see `Carrier`."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote

import httpx2

from unbland.adapters.openai_batch.files import ENDPOINT, came_in, request_line
from unbland.adapters.openai_batch.patience import Call, good, once, patiently, said_by
from unbland.adapters.openai_batch.standing import MOST_ID, Page, file_named, page_of, standing_of
from unbland.adapters.retrying import Sleep
from unbland.adapters.trust import trust
from unbland.application.batch.parcels import Came, Line, Standing
from unbland.application.batch.refusals import FileGone, FileTooLarge, KeyRefused, NoBatchApi, ProviderAway

#: Seconds without a byte, and for a connection; a file of 200 MB is looked through before it is answered for.
_SILENCE, _CONNECT = 120.0, 5.0

#: Batches of one page of the provider's list (its most), and how far its clock may be from ours.
_PAGE, _SKEW = 100, timedelta(days=1)

#: What a server answers that has no such address.
_NOWHERE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})
_NO_KEY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


class OpenAIBatches:
    """The files and batches of one account; close it in the event loop that used it."""

    def __init__(self, base_url: str, api_key: str, model: str, *, sleep: Sleep = asyncio.sleep) -> None:
        """Take where it is, the key, and the model whose price holds where an answer names another."""
        self._model = model
        self._sleep = sleep
        self._client = httpx2.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {api_key}"} if api_key else {},
            verify=trust(),
            timeout=httpx2.Timeout(_SILENCE, connect=_CONNECT),
        )

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def check(self) -> None:
        """Ask for a file and a batch; see the port."""
        for path in ("/files", "/batches"):
            response = await self._ask(partial(self._client.get, path, params={"limit": 1}))
            if response.status_code in _NOWHERE:
                raise NoBatchApi
            if response.status_code in _NO_KEY:
                raise KeyRefused
            good(response)

    async def upload(self, name: str, lines: AsyncIterator[Line]) -> str:
        """Send the questions as a file; see the port."""
        with tempfile.TemporaryFile() as file:
            async for line in lines:
                file.write(request_line(line))

            async def send() -> httpx2.Response:
                file.seek(0)
                sent = {"file": (f"{name}.jsonl", file, "application/jsonl")}
                return await self._client.post("/files", data={"purpose": "batch"}, files=sent)

            response = await self._ask(send)
        if response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            raise FileTooLarge("file_too_large")
        return _id(response)

    async def find_file(self, name: str) -> str | None:
        """Look through the newest files for batches; see the port."""
        query: dict[str, Any] = {"purpose": "batch", "limit": _PAGE, "order": "desc"}
        response = await self._ask(partial(self._client.get, "/files", params=query))
        return file_named(f"{name}.jsonl", said_by(response))

    async def create(self, name: str, file: str) -> Standing:
        """Have a batch made; asked once, since an answer that is lost may stand for a batch that is made."""
        body = {
            "input_file_id": file,
            "endpoint": ENDPOINT,
            "completion_window": "24h",
            "metadata": {"unbland": name},
        }
        response = await once(lambda: self._client.post("/batches", json=body))
        return _standing(response)

    async def find(self, name: str, since: datetime) -> Standing | None:
        """Look through the newest batches; see the port."""
        query: dict[str, Any] = {"limit": _PAGE}
        while True:
            response = await self._ask(partial(self._client.get, "/batches", params=dict(query)))
            page = _page(response)
            for batch in page.batches:
                if batch.name == name:
                    return batch.standing
            oldest = page.batches[-1] if page.batches else None
            if oldest is None or not page.more or oldest.created < (since - _SKEW).timestamp():
                return None
            if oldest.standing.id == query.get("after"):  # the same page again: a server that has only one
                return None
            query["after"] = oldest.standing.id

    async def look(self, id_: str) -> Standing:
        """Ask after a batch; see the port."""
        response = await self._ask(lambda: self._client.get(f"/batches/{quote(id_, safe='')}"))
        return _standing(response)

    async def read(self, file: str) -> AsyncIterator[Sequence[Came]]:
        """Fetch a file whole, then read it; see the port."""
        with tempfile.TemporaryFile() as kept:
            await self._fetch(file, kept)
            kept.seek(0)
            for came in came_in(kept, self._model):
                yield came

    async def cancel(self, id_: str) -> None:
        """Cancel a batch; one that is over says 409 or 400; see the port."""
        response = await self._ask(lambda: self._client.post(f"/batches/{quote(id_, safe='')}/cancel"))
        if response.status_code not in {HTTPStatus.CONFLICT, HTTPStatus.BAD_REQUEST}:
            good(response)

    async def delete(self, file: str) -> None:
        """Delete a file; see the port."""
        response = await self._ask(lambda: self._client.delete(f"/files/{quote(file, safe='')}"))
        if response.status_code != HTTPStatus.NOT_FOUND:
            good(response)

    async def _ask(self, call: Call) -> httpx2.Response:
        return await patiently(call, self._sleep)

    async def _fetch(self, file: str, into: IO[bytes]) -> None:
        async def fetch() -> httpx2.Response:
            into.seek(0)
            into.truncate()
            async with self._client.stream("GET", f"/files/{quote(file, safe='')}/content") as response:
                if not response.is_success:
                    await response.aread()
                    return response
                async for part in response.aiter_bytes():
                    into.write(part)
                return response

        response = await self._ask(fetch)
        if response.status_code == HTTPStatus.NOT_FOUND:
            raise FileGone("file_gone")
        if not response.is_success:
            good(response)


def _id(response: httpx2.Response) -> str:
    match said_by(response):
        case {"id": str(id_)} if len(id_) <= MOST_ID:
            return id_
    raise ProviderAway


def _standing(response: httpx2.Response) -> Standing:
    if (standing := standing_of(said_by(response))) is None:
        raise ProviderAway
    return standing


def _page(response: httpx2.Response) -> Page:
    if (page := page_of(said_by(response))) is None:
        raise ProviderAway
    return page
