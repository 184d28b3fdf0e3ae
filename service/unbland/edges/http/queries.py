"""The words of a query: one that a route does not know is refused: a misspelt limit would hold for nobody."""

from __future__ import annotations

from fastapi import Request

from unbland.edges.http.callers import Rewriting
from unbland.errors import BadInput


def known_words(request: Request, caller: Rewriting) -> None:  # noqa: ARG001 - who has no key is told that first
    """Raise BadInput for a word in the query that the route does not describe."""
    about = request.app.openapi()["paths"][request.scope["route"].path][request.method.lower()]
    known = [each["name"] for each in about["parameters"] if each["in"] == "query"]
    if not set(request.query_params) <= set(known):
        raise BadInput(f"The query has a word that is not known here; there are {', '.join(known)}.")
