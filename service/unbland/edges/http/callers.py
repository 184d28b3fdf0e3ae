"""Who calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

#: The one tenant of a service that asks for no key.
LOCAL = "local"


@dataclass(frozen=True, slots=True)
class CallerIdentity:
    """The tenant whose rows a request may see and make."""

    tenant: str


async def caller() -> CallerIdentity:
    """Whoever calls."""
    return CallerIdentity(tenant=LOCAL)


Caller = Annotated[CallerIdentity, Depends(caller)]
