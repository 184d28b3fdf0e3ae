"""Connections whose requests have to come: one that drips, or says nothing, is not held open for ever."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_LOG = logging.getLogger(__name__)

#: What a client is doing while a request of its is not whole.
_COMING: Final = frozenset({h11.IDLE, h11.SEND_BODY})


class Arrival(H11Protocol):
    """A connection that ends where a request does not come; uvicorn waits for as long as a byte comes now and then."""

    #: Seconds for a request to be there, and bytes for which it gets one more (Apache's mod_reqtimeout: 20, 500).
    grace, rate = 20.0, 500

    _due: asyncio.TimerHandle | None = None
    _began, _came = 0.0, 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came; a request that is whole is waited for no longer."""
        super().data_received(data)
        if self.conn.their_state not in _COMING:
            self._stop()
        elif self._due is None:
            self._wait()
        self._came += len(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget what was waited for."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._began, self._came = self.loop.time(), 0
        self._due = self.loop.call_later(self.grace, self._look)

    def _stop(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _look(self) -> None:
        """End the connection where its time is over; while we do not read, nothing can come."""
        left = self._began + self.grace + self._came / self.rate - self.loop.time()
        if self.flow.read_paused:
            self._wait()
        elif left > 0:
            self._due = self.loop.call_later(left, self._look)
        else:
            if self._came:  # proxies and browsers open connections in advance
                about = {"bytes": self._came, "whole_head": self.conn.their_state is h11.SEND_BODY}
                _LOG.warning("too slow", extra={"action": "http.too_slow", **about})
            self.transport.close()
