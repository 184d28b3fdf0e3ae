"""Which request the code at hand works for: set where it comes in and where its work goes on, read by the log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_REQUEST: ContextVar[str] = ContextVar("request", default="")


@contextmanager
def working_for(request: str) -> Iterator[None]:
    """Let what is done meanwhile be known by the id of the request that asked for it."""
    before = _REQUEST.set(request)
    try:
        yield
    finally:
        _REQUEST.reset(before)


def request_at_hand() -> str:
    """The id of the request that is worked for; empty outside of any."""
    return _REQUEST.get()
