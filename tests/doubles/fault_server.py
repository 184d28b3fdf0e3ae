"""An OpenAI-compatible server on a real socket that answers well, badly, late, or never, as it is told."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

#: What a well-behaved provider says it counted, in each answer that is a completion.
INPUT_TOKENS, OUTPUT_TOKENS = 11, 7

#: A reply of the shape that the write step asks for.
POSTING = json.dumps(
    {"title": "Cook", "sections": [{"kind": "do", "lines": [{"text": "Cook lunch.", "cites": ["D1"]}]}]}
)


class Manner(StrEnum):
    """How an answer travels."""

    WHOLE = "whole"
    #: The connection stays open and nothing comes.
    SILENT = "silent"
    #: After a while, but it comes.
    LATE = "late"
    #: When the test says so.
    HELD = "held"
    #: A byte at a time, so that no wait for the next is long.
    DRIP = "drip"
    #: Half the promised bytes, then the end.
    CUT = "cut"
    #: The connection breaks before a byte.
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """One answer of the server."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    manner: Manner = Manner.WHOLE


def completion(content: str | None = POSTING, finish: str = "stop", **message: object) -> Play:
    """A chat completion, as OpenAI words it."""
    said = {"role": "assistant", "content": content, **message}
    return _json(choices=[{"index": 0, "finish_reason": finish, "message": said}])


def error(status: int, code: str = "", **headers: str) -> Play:
    """An error, as OpenAI words it; `retry_after="3"` becomes a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {"error": {"message": "SECRET of the server", "type": "error", "param": None, "code": code}}
    return Play(status=status, body=json.dumps(body).encode(), headers=named)


def _json(**fields: object) -> Play:
    """A 200 with the outer fields of a chat completion."""
    usage = {"prompt_tokens": INPUT_TOKENS, "completion_tokens": OUTPUT_TOKENS, "total_tokens": 18}
    outer = {"id": "c1", "object": "chat.completion", "created": 1, "model": "fault-1", "usage": usage}
    return Play(body=json.dumps(outer | fields).encode())


VALID = completion()

#: The good answer, when the test lets it go.
HELD = Play(body=VALID.body, manner=Manner.HELD)

#: Seconds between the bytes of a drip, and before a late answer.
_PAUSE = 0.05

#: Every way of answering that this server knows, by name.
PLAYS: Mapping[str, Play] = {
    "valid": VALID,
    "fenced": completion(f"```json\n{POSTING}\n```"),
    "late": Play(body=VALID.body, manner=Manner.LATE),
    "silent": Play(manner=Manner.SILENT),
    "drip": Play(body=VALID.body, manner=Manner.DRIP),
    "cut body": Play(body=VALID.body, manner=Manner.CUT),
    "reset": Play(manner=Manner.RESET),
    "429": error(429, "rate_limit_exceeded"),
    "429 no quota": error(429, "insufficient_quota"),
    "402": error(402),
    "400": error(400),
    "401": error(401, "invalid_api_key"),
    "404": error(404, "model_not_found"),
    "408": error(408),
    "500": error(500),
    "503": error(503),
    "redirect": Play(status=307, headers={"location": "http://198.51.100.1/v1/chat/completions"}),
    "html": Play(body=b"<html>SECRET of the server</html>", headers={"content-type": "text/html"}),
    "empty body": Play(),
    "half json": Play(body=VALID.body[: len(VALID.body) // 2]),
    "deep json": Play(body=b"[" * 100_000),
    "array": Play(body=b"[]"),
    "error in 200": _json(error={"message": "SECRET of the server", "code": 502}),
    "nameless error in 200": _json(error="SECRET of the server"),
    "no quota in 200": _json(error={"message": "SECRET of the server", "code": "insufficient_quota"}),
    "no choices": _json(choices=[]),
    "null choices": _json(choices=None),
    "null content": completion(None),
    "empty content": completion(""),
    "length": completion(POSTING[:20], "length"),
    "length, null": completion(None, "length"),
    "content filter": completion("", "content_filter"),
    "refusal": completion(None, refusal="SECRET of the server"),
    "prose": completion("SECRET of the server: here is your posting."),
    "wrong types": completion(json.dumps({"title": 7, "sections": [{"kind": "do", "lines": "Cook lunch."}]})),
    "lone surrogate": completion(POSTING.replace("lunch", "lunch \\ud800")),
}


class FaultServer:
    """Plays its answers in turn, the last one for ever, and counts the calls."""

    def __init__(self, *plays: Play) -> None:
        """Take the answers in the order in which calls shall get them."""
        self._plays: Sequence[Play] = plays
        self._open: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}
        #: The JSON bodies of the calls so far.
        self.requests: list[dict[str, object]] = []
        #: Set with the first call.
        self.asked = asyncio.Event()
        #: To be set by the test: what is held is answered then.
        self.let_go = asyncio.Event()
        self.base_url = ""

    @property
    def calls(self) -> int:
        """How often it was asked."""
        return len(self.requests)

    async def __aenter__(self) -> Self:
        """Listen on a free port of the loopback."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        host, port = self._server.sockets[0].getsockname()
        self.base_url = f"http://{host}:{port}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening and let go of all that still waits."""
        self._server.close()
        self.let_go.set()
        serving = [task for task in self._open.values() if task is not None]
        for writer in tuple(self._open):
            writer.transport.abort()
        await asyncio.gather(*serving)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection, call after call."""
        self._open[writer] = asyncio.current_task()
        try:
            # The caller may leave first, which is what many tests are about.
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                while await self._answer(reader, writer):
                    pass
        finally:
            del self._open[writer]
            writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one call; whether the connection can be used again."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").lower()
        length = next(int(line.split(":")[1]) for line in head.split("\r\n") if line.startswith("content-length:"))
        self.requests.append(json.loads(await reader.readexactly(length)))
        self.asked.set()
        play = self._plays[min(self.calls, len(self._plays)) - 1]
        if play.manner is Manner.SILENT:
            await reader.read()
        if play.manner in {Manner.SILENT, Manner.RESET}:
            return False
        if play.manner is Manner.LATE:
            await asyncio.sleep(_PAUSE)
        if play.manner is Manner.HELD:
            await self.let_go.wait()
        headers = {"content-type": "application/json", "x-request-id": f"r{self.calls}"} | dict(play.headers)
        headers["content-length"] = str(len(play.body))
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"HTTP/1.1 {play.status} Said\r\n{lines}\r\n".encode("ascii"))
        return await _send(play, writer)


async def _send(play: Play, writer: asyncio.StreamWriter) -> bool:
    """Send the body in its manner; whether the connection can be used again."""
    if play.manner is Manner.CUT:
        writer.write(play.body[: len(play.body) // 2])
        writer.write_eof()
        return False
    if play.manner is Manner.DRIP:
        for byte in play.body:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(_PAUSE)
        return True
    writer.write(play.body)
    await writer.drain()
    return True
