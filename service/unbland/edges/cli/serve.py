"""`unbland serve`: the HTTP service."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from unbland import bootstrap

EXAMPLES = """\b
Example:
  unbland serve --port 8080 &
  curl -s localhost:8080/v1/reviews -H 'Content-Type: application/json' \\
       -d '{"draft": {"content": "We are looking for a rock star."}}'
"""


def serve(
    host: Annotated[
        str | None, typer.Option(help="The address to listen on; else UNBLAND_HOST, else 127.0.0.1.")
    ] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; else UNBLAND_PORT, else 8080.")] = None,
) -> None:
    """Serve rewrites and reviews over HTTP; the API page is at /docs."""
    settings = bootstrap.read_settings()
    uvicorn.run(
        "unbland.edges.http.app:create",
        factory=True,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
        log_config=None,
        access_log=False,
        server_header=False,
    )
