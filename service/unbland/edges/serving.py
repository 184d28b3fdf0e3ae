"""The whole service: the HTTP API, and the chats that are set beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

from unbland.bootstrap.chat import Chats, SlackRoom
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create as create_api


def create(build: Callable[[], Service] = service) -> FastAPI:
    """The service that `build` gives, with a route for each chat that it has."""
    served = build()
    app = create_api(lambda: served)
    if served.chats is not None:
        _add(app, served.chats)
    return app


def _add(app: FastAPI, chats: Chats) -> None:
    """Add the routes of the chats; what goes on there ends before the service does."""
    from unbland.edges.mattermost import router_of as mattermost_router  # noqa: PLC0415 - few have one

    if chats.mattermost is not None:
        app.include_router(mattermost_router(chats.mattermost))
    if chats.slack is not None:
        _add_slack(app, chats.slack)


def _add_slack(app: FastAPI, room: SlackRoom) -> None:
    from unbland.edges.slack.desk import Desk  # noqa: PLC0415 - comes with an extra
    from unbland.edges.slack.routes import router_of  # noqa: PLC0415 - the same
    from unbland.edges.slack.socket import listening  # noqa: PLC0415 - the same

    desk = Desk(room)
    if room.signing_secret:
        app.include_router(router_of(room, desk))
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def life(given: FastAPI) -> AsyncIterator[object]:
        async with inner(given) as state, AsyncExitStack() as stack:
            stack.push_async_callback(desk.aclose)
            if room.app_token:
                await stack.enter_async_context(listening(room, desk))
            yield state

    app.router.lifespan_context = life  # type: ignore[assignment] # it yields what the inner one does
