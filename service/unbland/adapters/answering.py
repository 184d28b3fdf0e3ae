"""Whether a service of ours answers on this machine."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

#: Seconds; the answer takes a thousandth of one.
_PATIENCE = 2.0

#: Addresses that mean every one: on this machine the service is asked on the loopback.
_EVERY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - nothing listens here


def answers(host: str, port: int) -> bool:
    """Whether `/healthz` answers with 200 there."""
    connection = HTTPConnection(_EVERY.get(host, host), port, timeout=_PATIENCE)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
