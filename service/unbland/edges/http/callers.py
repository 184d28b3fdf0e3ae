"""Who calls: a key in the `Authorization` header, or anybody on this machine where no keys are asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from unbland.application.keys.model import Scope
from unbland.bootstrap.reach import is_here
from unbland.edges.http.limits import Limiter
from unbland.edges.http.requests import service_of
from unbland.errors import Forbidden, Unauthorized

#: The one tenant of a service that asks for no key.
LOCAL = "local"

#: Only for the API page: what it finds we read ourselves, so that every refusal is a problem document.
_bearer = HTTPBearer(auto_error=False, description="A key that `unbland keys create` made.")

_SCHEME = "bearer "


@dataclass(frozen=True, slots=True)
class Caller:
    """The tenant whose rows a request may see and make."""

    tenant: str
    #: The id of the key; empty where none is asked for.
    key: str = ""


def calling(scope: Scope) -> Callable[[Request], Awaitable[Caller]]:
    """Who calls a route that takes this scope; raises Unauthorized and Forbidden."""

    async def caller(request: Request, _: Annotated[object, Depends(_bearer)] = None) -> Caller:
        service = service_of(request)
        limiter: Limiter = request.app.state.limiter
        if not service.settings.require_keys:
            _refuse_strangers(request)
            limiter.count(LOCAL, request)
            return Caller(LOCAL)
        header = request.headers.get("authorization", "")
        if header[: len(_SCHEME)].lower() != _SCHEME:
            raise Unauthorized
        key = await service.keys.admit(header[len(_SCHEME) :].strip())
        limiter.count(key.tenant, request)
        if scope not in key.scopes:
            raise Forbidden(f"This key may not be used for {scope}; make one with `--scope {scope}`.")
        return Caller(key.tenant, key.id)

    return caller


def _refuse_strangers(request: Request) -> None:
    """Raise Forbidden for what a page of the web has a browser on this machine ask, since nobody shows a key.

    Its name may be made to mean this machine (DNS rebinding), which `Host` tells; a form of another page, `Origin`.
    """
    asked = ["//" + request.headers.get("host", ""), *request.headers.getlist("origin")]
    if not all(is_here(_host(address)) for address in asked):
        raise Forbidden(
            "Without keys the service answers this machine alone, under localhost or 127.0.0.1; call it so, or set "
            "UNBLAND_REQUIRE_KEYS=true and make keys with `unbland keys create`."
        )


def _host(address: str) -> str:
    """The host of an address; empty where it has none that can be read."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


Reviewing = Annotated[Caller, Depends(calling(Scope.REVIEW))]
Rewriting = Annotated[Caller, Depends(calling(Scope.REWRITE))]
Deciding = Annotated[Caller, Depends(calling(Scope.DECIDE))]
Webhooking = Annotated[Caller, Depends(calling(Scope.WEBHOOKS))]
Auditing = Annotated[Caller, Depends(calling(Scope.AUDIT))]
