"""`unbland serve`: the HTTP service."""

from __future__ import annotations

import asyncio
import math
import socket
from contextlib import suppress
from typing import Annotated

import typer
import uvicorn

from unbland import bootstrap
from unbland.bootstrap.reach import refuse_open
from unbland.edges.arrival import Arrival
from unbland.edges.cli.files import why
from unbland.errors import Misconfigured

EXAMPLES = """\b
Example:
  unbland serve --port 8080 &
  curl -s localhost:8080/v1/reviews -H 'Content-Type: application/json' \\
       -d '{"draft": {"content": "We are looking for a rock star."}}'
"""

#: Seconds that requests get when the service is told to stop, beside those that work under way gets.
_ANSWERED = 3.0


class _Server(uvicorn.Server):
    """Work under way ends while its clients wait for it, and none is begun: both have the same time."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, let what is under way end and be answered, then close the service."""
        leaving = asyncio.create_task(self.config.loaded_app.state.service.leave())
        await super().shutdown(sockets)
        leaving.cancel()  # it is over, unless somebody pressed Ctrl-C twice
        with suppress(asyncio.CancelledError):
            await leaving


def serve(
    host: Annotated[
        str | None, typer.Option(help="The address to listen on; else UNBLAND_HOST, else 127.0.0.1.")
    ] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; else UNBLAND_PORT, else 8080.")] = None,
) -> None:
    """Serve rewrites and reviews over HTTP; the API page is at /docs."""
    from unbland.bootstrap.storage import open_database, served_alone  # noqa: PLC0415 - the database's libraries load slowly

    settings = bootstrap.read_settings()
    address = settings.host if host is None else host
    refuse_open(address, settings)
    asyncio.run(open_database(settings))
    config = uvicorn.Config(
        "unbland.edges.serving:create",
        factory=True,
        http=Arrival,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=math.ceil(settings.drain_seconds + _ANSWERED),
    )
    config.load()
    bootstrap.warm_up()
    with _listening(address, settings.port if port is None else port) as door, served_alone(settings):
        address, number = door.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        typer.echo(f"unbland listens on http://{shown}:{number}; the API page is at /docs.", err=True)
        _Server(config).run(sockets=[door])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise Misconfigured(f"The service cannot listen on {host}, port {port}: {why(error)}.") from None
