"""Requests over a number of connections, each sent when the one before is answered."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(slots=True)
class Seen:
    """What came of a round."""

    #: Seconds from the first request to the last answer.
    wall: float = 0.0
    #: Seconds of each request.
    taken: list[float] = field(default_factory=list)
    #: Statuses that are not 200, with how many there were.
    others: dict[int, int] = field(default_factory=dict)


def post(port: int, path: str, bodies: list[Mapping[str, object]], connections: int) -> Seen:
    """Send every body once."""
    return asyncio.run(_round(port, path, [json.dumps(body).encode() for body in bodies], connections))


async def _round(port: int, path: str, bodies: list[bytes], connections: int) -> Seen:
    seen, left = Seen(), iter(bodies)
    begin = time.perf_counter()
    await asyncio.gather(*(_connection(port, path, left, seen) for _ in range(connections)))
    seen.wall = time.perf_counter() - begin
    return seen


async def _connection(port: int, path: str, left: Iterator[bytes], seen: Seen) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for body in left:
        begin = time.perf_counter()
        head = f"POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        writer.write(head.encode() + b"content-length: %d\r\n\r\n" % len(body) + body)
        status = await _answer(reader)
        seen.taken.append(time.perf_counter() - begin)
        if status != HTTPStatus.OK:
            seen.others[status] = seen.others.get(status, 0) + 1
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    """The status of the next answer, its body read."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1])
