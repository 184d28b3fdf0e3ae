"""Calls to one system: a fixed host, no redirects, a capped answer, and waits within a limit."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx2

from unbland.adapters.retry_after import retry_after
from unbland.adapters.trust import trust
from unbland.application.connectors.refusals import (
    ConnectorAuth,
    ConnectorBusy,
    ConnectorFailed,
    ConnectorRefused,
    NoSuchPosting,
    WriteUnsure,
)

_LOG = logging.getLogger(__name__)

#: Bytes of an answer that is no list: a posting with its questions is a tenth of this.
_MOST_ANSWER = 5_000_000

_TRIES = 3

Authorize = Callable[[], Awaitable[Mapping[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a system may cost us."""

    #: Seconds until a connection stands, and between two stretches of an answer.
    connect: float = 5
    read: float = 30
    #: Seconds that one call may take, its waits included.
    whole: float = 120
    #: The longest wait that is honoured; a system that asks for more is busy.
    wait: float = 30
    #: Seconds before the second try, where the system names none; twice as long before the third.
    backoff: float = 0.5
    #: Bytes of a list.
    most_list: int = 64_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: what is asked, never of whom."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    json: object = None
    form: Mapping[str, str] | None = None
    #: Whether it changes something, so that it is sent again only where the system surely did nothing.
    writes: bool = False


class Calls:
    """The calls to one host."""

    def __init__(self, host: str, authorize: Authorize, limits: Limits) -> None:
        """Take `https://api.example`, what makes the header with the key, and the limits."""
        self._authorize = authorize
        self._limits = limits
        self._client = httpx2.AsyncClient(
            base_url=host,
            verify=trust(),
            follow_redirects=False,
            trust_env=False,  # no key of ours for a proxy or a .netrc that somebody set
            timeout=httpx2.Timeout(limits.read, connect=limits.connect),
            # What is not packed cannot unpack to a thousand times its size.
            headers={"accept": "application/json", "accept-encoding": "identity"},
        )

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._client.aclose()

    async def json(self, call: Call) -> object:
        """The JSON of the answer; raises ConnectorFailed and NoSuchPosting, and WriteUnsure for a write."""
        async with self.answer(call) as response:
            try:
                body = b"".join([part async for part in capped(response, _MOST_ANSWER)])
                return json.loads(body) if body.strip() else None
            except (ValueError, RecursionError, httpx2.TransportError, ConnectorFailed):
                raise _unreadable(call) from None

    @asynccontextmanager
    async def answer(self, call: Call) -> AsyncIterator[httpx2.Response]:
        """The answer of a call that went well, its body still to be read; raises as `json`."""
        try:
            async with asyncio.timeout(self._limits.whole):
                response = await self._asked(call)
                try:
                    yield response
                finally:
                    await response.aclose()
        except TimeoutError:
            raise (WriteUnsure() if call.writes else ConnectorFailed()) from None

    async def _asked(self, call: Call) -> httpx2.Response:
        for left in reversed(range(_TRIES)):
            start = time.monotonic()
            response = await self._once(call, last=left == 0)
            status = response.status_code if response is not None else 0
            ms = round((time.monotonic() - start) * 1000)
            _LOG.info("ats call", extra={"action": "ats.call", "path": call.path, "status": status, "ms": ms})
            if response is not None and not _may_come_again(call, status):
                return await _judged(call, response)
            seconds = self._limits.backoff * 2 ** (_TRIES - left - 1)
            if response is not None:
                asked = retry_after(response.headers, time.time())
                seconds = seconds if asked is None else asked
                await response.aclose()
            if left == 0 or seconds > self._limits.wait:
                raise ConnectorBusy if status == HTTPStatus.TOO_MANY_REQUESTS else ConnectorFailed
            await asyncio.sleep(seconds)
        raise AssertionError

    async def _once(self, call: Call, *, last: bool) -> httpx2.Response | None:
        """The answer; None where there was none and asking again may help."""
        headers = await self._authorize()
        body = {"json": call.json} if call.json is not None else {"data": call.form} if call.form else {}
        request = self._client.build_request(
            call.method, call.path, params=dict(call.params), headers=dict(headers), **body
        )
        try:
            return await self._client.send(request, stream=True)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            if last:
                raise ConnectorFailed("The applicant tracking system cannot be reached; try again later.") from None
            return None
        except httpx2.TransportError:
            if call.writes:
                raise WriteUnsure from None
            if last:
                raise ConnectorFailed from None
            return None


def _may_come_again(call: Call, status: int) -> bool:
    """Whether another try may help; of a write only where it surely was not taken."""
    return status == HTTPStatus.TOO_MANY_REQUESTS or (status >= HTTPStatus.INTERNAL_SERVER_ERROR and not call.writes)


async def _judged(call: Call, response: httpx2.Response) -> httpx2.Response:
    """The answer, where it went well; nothing of what it says is repeated."""
    status = response.status_code
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES and "content-encoding" not in response.headers:
        return response
    await response.aclose()
    raise _wrong(call, status)


def _wrong(call: Call, status: int) -> Exception:
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return ConnectorAuth(everywhere=status == HTTPStatus.UNAUTHORIZED)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE} and not call.writes:
        return NoSuchPosting()
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return ConnectorFailed("The applicant tracking system points elsewhere, and nobody follows; tell its vendor.")
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return ConnectorRefused() if call.writes else ConnectorFailed()
    return WriteUnsure() if call.writes else ConnectorFailed()


def _unreadable(call: Call) -> Exception:
    return WriteUnsure() if call.writes else ConnectorFailed()


async def capped(response: httpx2.Response, most: int) -> AsyncIterator[bytes]:
    """The body in stretches; raises ConnectorFailed where it is larger."""
    seen = 0
    async for part in response.aiter_bytes(65_536):
        seen += len(part)
        if seen > most:
            raise TooLarge
        yield part


class TooLarge(ConnectorFailed):
    """The answer is larger than what is read."""
