"""The service: `create` builds it, `routes` says what it answers."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from unbland import __version__
from unbland.bootstrap.service import Service, service
from unbland.edges import logs
from unbland.edges.http import batch_making, batches, books, connectors, errors, rewrites, routes, webhooks
from unbland.edges.http.description import describe
from unbland.edges.http.limits import Limiter
from unbland.edges.http.metrics import Metrics
from unbland.edges.http.requests import Tracked

#: Where every event of ours passes.
_EVENTS = logging.getLogger("unbland")


_ROUTERS = (
    *(routes.router, rewrites.router, batch_making.router, batches.router),
    *(webhooks.router, books.router, connectors.router),
)


def create(build: Callable[[], Service] = service) -> FastAPI:
    """The service that `build` gives; opened and closed with the server."""
    served = build()
    logs.configure(served.settings.log_level)
    metrics = Metrics()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.service = served
        app.state.metrics = metrics
        app.state.limiter = Limiter(served.settings.requests_per_minute)
        _EVENTS.addHandler(metrics)
        try:
            async with served.running():
                yield
        finally:
            _EVENTS.removeHandler(metrics)

    app = FastAPI(
        title="unbland",
        summary="Bland job postings in; short, specific and true ones out.",
        version=__version__,
        lifespan=life,
        # The way would be told in plain http where a proxy ends TLS, and draft and key would follow it.
        redirect_slashes=False,
        # Spans where a provider is set; what the framework would log of errors repeats their words.
        telemetry={"metrics": False, "logs": False, "operation_spans": False, "auto_configure": False},
    )
    describe(app)
    app.add_middleware(Tracked)
    errors.install(app)
    for router in _ROUTERS:  # as they are: included, every route would be built anew for each app
        app.router.routes.extend(router.routes)
    return app
