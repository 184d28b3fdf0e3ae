"""Requests that drip: the connection ends, and whoever comes in time is answered."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from typer.testing import CliRunner
from uvicorn.server import ServerState

from unbland.edges.arrival import Arrival
from unbland.edges.cli.app import app as command

_HEAD = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"


class _Soon(Arrival):
    grace, rate = 0.3, 500


async def _counting(_: Scope, receive: Receive, send: Send) -> None:
    """Answers with how many bytes came; an application like any other."""
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    body = b"%d" % size
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@contextlib.asynccontextmanager
async def _listening() -> AsyncIterator[int]:
    config, state = uvicorn.Config(_counting, log_config=None), ServerState()
    server = await asyncio.get_running_loop().create_server(lambda: _Soon(config, state, {}), "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def _said(port: int, pieces: Sequence[bytes], pause: float) -> bytes:
    """What a connection is answered until it ends, or until a minute is over."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    heard = bytearray()

    async def hear() -> None:
        with contextlib.suppress(ConnectionError):
            while part := await reader.read(1000):
                heard.extend(part)

    hearing = asyncio.create_task(hear())
    for piece in pieces:
        writer.write(piece)
        await asyncio.sleep(pause)
    async with asyncio.timeout(60):
        await hearing
    writer.close()
    return bytes(heard)


@pytest.mark.parametrize(
    "pieces",
    [
        (),
        [b"P", b"O", b"S", b"T", b" ", b"/"],
        [_HEAD % 100, *[b"x"] * 10],
        [_HEAD % 3 + b"abc", *[b"G"] * 10],
    ],
    ids=["nothing", "head", "body", "the next head"],
)
async def test_who_drips_is_not_waited_for(pieces: Sequence[bytes], caplog: pytest.LogCaptureFixture) -> None:
    """A byte now and then keeps no connection, before the first request, in one, and behind it.

    The log tells of it, and not of connections that were only opened in advance.
    """
    async with _listening() as port:
        answer = await _said(port, pieces, 0.05)
    assert [vars(each)["action"] for each in caplog.records] == (["http.too_slow"] if pieces else [])
    assert answer.endswith(b"3") if b"abc" in b"".join(pieces) else answer == b""


async def test_a_body_that_comes_at_a_pace_is_waited_for() -> None:
    """Each 500 bytes are worth a second, so a long body from far away comes in."""
    async with _listening() as port:
        answer = await _said(port, [_HEAD % 5000, *[b"x" * 500] * 10, b"G"], 0.1)
    assert answer.endswith(b"5000")


def test_the_service_listens_so(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """`unbland serve` runs on such connections."""
    used: list[object] = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(uvicorn.Server, "run", lambda server, **_: used.append(server.config.http))
    assert CliRunner().invoke(command, ["serve", "--port", "0"]).exit_code == 0
    assert used == [Arrival]
