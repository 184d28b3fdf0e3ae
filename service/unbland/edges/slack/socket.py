"""Socket Mode: the same requests through a connection that we open, for a service that Slack cannot reach."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from unbland.bootstrap.chat import SlackRoom
from unbland.edges.slack.desk import Desk, Reply
from unbland.edges.slack.payloads import Malformed, command_of, press_of
from unbland.errors import DatabaseDown

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def listening(room: SlackRoom, desk: Desk) -> AsyncIterator[None]:
    """Listen to Slack while this is open; nothing is signed here, since we called."""
    client = SocketModeClient(
        app_token=room.app_token, web_client=AsyncWebClient(base_url=room.api_url), trace_enabled=False
    )

    async def heard(to: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        try:
            reply = await _deal(desk, request.type, request.payload)
        except Malformed:
            reply = {}
        except DatabaseDown:
            return  # not answered, so that Slack sends it again
        except Exception:  # noqa: BLE001 - one request that breaks must not end the others
            _LOG.exception("crashed", extra={"action": "slack.crashed"})
            return  # the same
        payload = dict(reply) if reply else None
        await to.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id, payload=payload))

    client.socket_mode_request_listeners.append(heard)
    # The library tries until Slack answers: a service that has more than Slack neither waits for that nor ends by it.
    connecting = asyncio.create_task(client.connect())  # type: ignore[no-untyped-call] # the library's
    try:
        yield
    finally:
        connecting.cancel()
        await asyncio.gather(connecting, return_exceptions=True)
        await client.close()  # type: ignore[no-untyped-call] # the library's


async def _deal(desk: Desk, kind: str, payload: dict[str, Any]) -> Reply:
    match kind:
        case "slash_commands":
            return await desk.command(command_of(payload))
        case "interactive":
            return await desk.press(press_of(payload))
        case "events_api":
            return await desk.event(payload)
    return {}
