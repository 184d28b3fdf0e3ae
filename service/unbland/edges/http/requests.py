"""The way of a request: its id, its line in the log, and a body that is JSON and nothing else."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from uuid import uuid4

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from unbland.application.correlation import working_for
from unbland.application.review import Draft
from unbland.bootstrap.service import Service
from unbland.core.strict_json import Unreadable, json_value
from unbland.edges.drafts import draft_from
from unbland.edges.http.bodies import DraftBody
from unbland.edges.http.errors import Refusal, crashed, unknown

_LOG = logging.getLogger(__name__)

#: Ids of callers that we repeat in headers and logs; anything else gets an id of ours.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

#: No id has it, and PostgreSQL keeps no text that has; in a query it is read as any sign that cannot be read.
_NUL, _UNREADABLE = b"%00", b"%EF%BF%BD"

#: What the log says of a client that went away before its request was whole (nginx's word; it gets no answer).
_GONE = 499

#: A body holds a draft and facts, and JSON may take two bytes where the draft took one.
_BODY_FACTOR = 2


def service_of(request: Request) -> Service:
    """The service that answers a request."""
    service: Service = request.app.state.service
    return service


async def draft_in(body: DraftBody, request: Request) -> Draft:
    """The draft of a body; a file is read in a process of its own, for which nobody else waits."""
    limit = service_of(request).settings.max_draft_bytes
    return await asyncio.to_thread(draft_from, body.content, body.format, limit)


class Tracked:
    """Gives each request an id, logs its end, and answers what crashed without a word of what it was about."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application it stands around."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0
        began = time.perf_counter()

        async def tagged(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                headers.update(scope["state"].get("limits", {}))
            await send(message)

        try:
            with working_for(request_id):
                scope["query_string"] = scope["query_string"].replace(_NUL, _UNREADABLE)
                known = _NUL not in scope.get("raw_path", b"")
                await (self._app if known else unknown(request_id))(scope, receive, tagged)
        except ClientDisconnect:
            status = _GONE
        except Exception:  # noqa: BLE001 (the last of all: the framework would log the error's words, perhaps the draft's)
            _LOG.exception("crashed", extra={"action": "http.crashed", "request_id": request_id})
            if not status:
                await crashed(request_id)(scope, receive, tagged)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            route = getattr(scope.get("route"), "path", None)
            event = {"action": "http.request", "request_id": request_id, "method": scope["method"], "route": route}
            _LOG.info("request", extra=event | {"status": status, "ms": took})


def _request_id(scope: Scope) -> str:
    """The caller's id where it is one, else a new one."""
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _ID.fullmatch(given) else f"req_{uuid4().hex}"


class _StrictRequest(Request):
    """A request of bounded size, whose JSON holds nothing twice, no NaN and no endless nesting.

    The framework has a bound of its own, whose refusal is plain text and cannot be changed.
    """

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """The parts of the body, up to the bound; one that is announced as larger is not waited for."""
        left = _BODY_FACTOR * service_of(self).settings.max_draft_bytes
        if int(self.headers.get("content-length", "0")) > left:  # the server lets nothing but digits through
            raise Refusal(413)
        async for part in super().stream():
            left -= len(part)
            if left < 0:
                raise Refusal(413)
            yield part

    async def json(self) -> object:
        """The value of the body."""
        try:
            return json_value(await self.body())
        except Unreadable as error:
            raise Refusal(400, f"The body cannot be read: {error}.") from None


class JsonRoute(APIRoute):
    """A route that takes JSON in strict form."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[object, object, Response]]:
        """The framework's handler, behind a look at the content type."""
        handle = super().get_route_handler()

        async def strict(request: Request) -> Response:
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if self.body_field is not None and kind != "application/json":
                raise Refusal(415)
            if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
                raise Refusal(415, "Send the body as it is, without `Content-Encoding`.")
            return await handle(_StrictRequest(request.scope, request.receive))

        return strict
