"""What a client wants of the way it is answered: how long it waits (RFC 7240), and once for all (Idempotency-Key)."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated

from fastapi import Depends, Header, Request, Response

from unbland.edges.http.errors import Refusal

#: Seconds that are waited for a result without a word, and at most. Most proxies give up after 30 or 60.
_WAIT = 25
_LONGEST = 55

_WAITS = re.compile(r"\bwait\s*=\s*\"?(\d{1,6})\"?", re.IGNORECASE)
_NOT = re.compile(r"\brespond-async\b", re.IGNORECASE)
_KEY = re.compile(r"[\x21-\x7e]{1,255}")

Prefer = Annotated[
    str | None,
    Header(description="`wait=N`: seconds to wait for the result (default 25); `respond-async`: do not wait."),
]
Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="1 to 255 visible ASCII characters: sent again with the same body within 72 hours, "
        "it leads to the same rewrite or batch and not to another.",
    ),
]


def seconds_of(prefer: str | None) -> tuple[float, str]:
    """How many seconds to wait, and what of the preference was applied; empty where nothing was."""
    if prefer is None:
        return _WAIT, ""
    if _NOT.search(prefer):
        return 0, "respond-async"
    if found := _WAITS.search(prefer):
        seconds = min(int(found[1]), _LONGEST)
        return seconds, f"wait={seconds}"
    return _WAIT, ""


def scoped(request: Request, key: Key = None) -> str | None:
    """The key in its scope (method and path), None without one; raises Refusal for a key that is none."""
    if key is None:
        return None
    if not _KEY.fullmatch(key):
        raise Refusal(400, "The Idempotency-Key is not 1 to 255 visible ASCII characters.", code="unusable_key")
    return _hash(f"{request.method} {request.url.path} {key}")


class Wish:
    """How a client wants to be answered, and where that is said."""

    def __init__(self, request: Request, response: Response, prefer: Prefer = None, key: Key = None) -> None:
        """Take what the framework found in the headers."""
        self._request = request
        self._key = key
        self.headers = response.headers
        self.response = response
        self.seconds, self.applied = seconds_of(prefer)

    async def once(self) -> tuple[str, str] | None:
        """The key in its scope, and the fingerprint of the body; None without a key. Raises what `scoped` does."""
        key = scoped(self._request, self._key)
        return None if key is None else (key, _hash(json.dumps(await self._request.json(), sort_keys=True)))


Wished = Annotated[Wish, Depends()]
Keyed = Annotated[str | None, Depends(scoped)]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
