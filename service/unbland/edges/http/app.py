"""The service: `create` builds it, `routes` says what it answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from unbland import __version__
from unbland.bootstrap.service import Service, service
from unbland.edges import logs
from unbland.edges.http import errors, rewrites, routes
from unbland.edges.http.requests import Tracked


def create(build: Callable[[], Service] = service) -> FastAPI:
    """The service that `build` gives; opened and closed with the server."""
    served = build()
    logs.configure(served.settings.log_level)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.service = served
        async with served.running():
            yield

    app = FastAPI(
        title="unbland",
        summary="Bland job postings in; short, specific and true ones out.",
        version=__version__,
        lifespan=life,
    )
    app.add_middleware(Tracked)
    errors.install(app)
    app.include_router(routes.router)
    app.include_router(rewrites.router)
    return app
