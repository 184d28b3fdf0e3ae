"""The service: `create` builds it, `routes` says what it answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from unbland import __version__, bootstrap
from unbland.bootstrap import Application
from unbland.edges import logs
from unbland.edges.http import errors
from unbland.edges.http.requests import Tracked
from unbland.edges.http.routes import router


def create(build: Callable[[], Application] = bootstrap.application) -> FastAPI:
    """The service over the application that `build` gives; opened and closed with the server."""
    application = build()
    logs.configure(application.settings.log_level)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.application = application
        yield
        await application.aclose()

    app = FastAPI(
        title="unbland",
        summary="Bland job postings in; short, specific and true ones out.",
        version=__version__,
        lifespan=life,
    )
    app.add_middleware(Tracked)
    errors.install(app)
    app.include_router(router)
    return app
