"""Traces: sent where OTEL_EXPORTER_OTLP_ENDPOINT says, and nowhere without it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from unbland.adapters.otel.spans import OtelSpans
from unbland.application.spans import NO_SPANS, Spans
from unbland.errors import Misconfigured

#: OpenTelemetry's own variables, which its libraries read; the endpoint switches traces on.
_ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


def is_traced() -> bool:
    """Whether there is somewhere to send traces."""
    return any(os.environ.get(name) for name in _ENDPOINTS)


def spans() -> Spans:
    """Whoever keeps spans."""
    return OtelSpans() if is_traced() else NO_SPANS


@asynccontextmanager
async def exporting() -> AsyncIterator[None]:
    """Send spans while this is open, the last ones at its end; raises Misconfigured without the extra `otel`."""
    if not is_traced():
        yield
        return
    try:
        from unbland.adapters.otel.exporting import end, start  # noqa: PLC0415 - comes with an extra
    except ImportError:
        raise Misconfigured(
            f"{_ENDPOINTS[0]} is set, and traces need the extra otel: pip install 'unbland[otel]'."
        ) from None
    start()
    try:
        yield
    finally:
        await asyncio.to_thread(end)
