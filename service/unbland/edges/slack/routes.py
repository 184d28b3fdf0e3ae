"""Slack's routes: bytes are verified before anything reads them, and no request of anybody's is answered with 500."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from slack_sdk.oauth import AuthorizeUrlGenerator

from unbland.application.chat.ports import Undelivered
from unbland.bootstrap.chat import SlackRoom
from unbland.bootstrap.manifest import SLACK_HISTORY, SLACK_SCOPES
from unbland.edges.slack.desk import Desk, Reply
from unbland.edges.slack.doorkeeper import LARGEST, Doorkeeper, fingerprint
from unbland.edges.slack.payloads import Malformed, command_of, form, json_object, press_of
from unbland.errors import DatabaseDown

_LOG = logging.getLogger(__name__)

#: How long somebody may take to let the app in.
_STATE = timedelta(minutes=10)
_COOKIE = "unbland_slack_state"
_NOBODY = "slack:-"


def router_of(room: SlackRoom, desk: Desk) -> APIRouter:
    """The routes of one app."""
    router = APIRouter(prefix="/slack", include_in_schema=False)
    door = Doorkeeper(room.signing_secret)

    async def handle(request: Request, deal: Callable[[bytes], Awaitable[Reply]]) -> Response:
        body = await _body(request)
        if body is None or not door.admits(request.headers, body):
            return Response("unauthorized", 401)
        try:
            reply = await deal(body)
        except Malformed:
            return Response("malformed", 400)
        except DatabaseDown:
            return Response("unavailable", 503)  # an event, which Slack sends again
        except Exception:  # noqa: BLE001 - Slack asks again after a 500, and whoever typed would see nothing of use
            _LOG.exception("crashed", extra={"action": "slack.crashed"})
            return JSONResponse({"response_type": "ephemeral", "text": "Something went wrong on our side. Try again."})
        return JSONResponse(dict(reply)) if reply else Response(status_code=200)

    @router.post("/commands")
    async def commands(request: Request) -> Response:
        return await handle(request, lambda body: _command(desk, body))

    @router.post("/interactivity")
    async def interactivity(request: Request) -> Response:
        return await handle(request, lambda body: _press(desk, body))

    @router.post("/events")
    async def events(request: Request) -> Response:
        return await handle(request, lambda body: _event(desk, body))

    if room.client_id:
        _add_installing(router, room)
    return router


async def _command(desk: Desk, body: bytes) -> Reply:
    return await desk.command(command_of(form(body)))


async def _press(desk: Desk, body: bytes) -> Reply:
    return await desk.press(press_of(json_object(form(body).get("payload", ""))))


async def _event(desk: Desk, body: bytes) -> Reply:
    return await desk.event(json_object(body))


async def _body(request: Request) -> bytes | None:
    """The bytes of a request as they came; None for more than anybody sends."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _add_installing(router: APIRouter, room: SlackRoom) -> None:
    """The routes by which a workspace lets the app in."""
    redirect = f"{room.public_url.rstrip('/')}/slack/oauth_redirect"
    ask, ask_more = (
        AuthorizeUrlGenerator(client_id=room.client_id, redirect_uri=redirect, scopes=scopes)
        for scopes in (SLACK_SCOPES, (*SLACK_SCOPES, *SLACK_HISTORY))
    )

    @router.get("/install")
    async def install(*, history: bool = False) -> Response:
        state = secrets.token_urlsafe(24)
        now = room.now()
        await room.shelf.first(_NOBODY, fingerprint("state", state), now)
        await room.shelf.seen(_NOBODY, fingerprint("state", state), now + _STATE)
        answer = RedirectResponse((ask_more if history else ask).generate(state), 302)
        is_https = room.public_url.startswith("https")
        answer.set_cookie(_COOKIE, state, max_age=600, httponly=True, secure=is_https, samesite="lax", path="/slack")
        return answer

    @router.get("/oauth_redirect")
    async def oauth_redirect(request: Request) -> Response:
        query: Any = request.query_params
        state, code = query.get("state", "")[:100], query.get("code", "")[:500]
        cookie = request.cookies.get(_COOKIE, "")
        key = fingerprint("state", state)
        known = bool(state) and secrets.compare_digest(state.encode(), cookie.encode())
        # A state is known until it is used: then it is as new as any other.
        if not (known and code) or await room.shelf.first(_NOBODY, key, room.now()):
            return _page("The app was not installed: this link is no longer good. Begin again at /slack/install.", 400)
        await room.shelf.unseen(_NOBODY, key)
        try:
            await room.installs.install(code, redirect)
        except Undelivered as failure:
            _LOG.warning("not installed", extra={"action": "slack.not_installed", "code": failure.code})
            return _page("Slack did not accept the installation. Begin again at /slack/install.", 400)
        return _page("Installed. Type /rewrite in any channel.", 200)


def _page(words: str, status: int) -> Response:
    return HTMLResponse(f"<!doctype html><title>unbland</title><p>{words}</p>", status)
