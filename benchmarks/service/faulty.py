"""The model of `model.py` with faults, as a process: each call fails with a chance, in one of eight ways.

`python benchmarks/service/faulty.py 0.05` prints its URL.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys

from model import Model

from unbland.bootstrap import sets

#: Seconds after which it answers, at the least and at the most.
_WAIT = (0.02, 0.2)

_KINDS = ("500", "503", "429", "reset", "cut", "html", "half", "prose")


def _head(status: int, length: int, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status} Said\r\ncontent-type: application/json\r\n{more}content-length: {length}\r\n\r\n"
    return head.encode()


def _bad(kind: str, good: bytes) -> tuple[bytes, bool]:
    """What is sent in place of a good answer, and whether the connection ends with it."""
    if kind == "reset":
        return b"", True
    if kind == "cut":
        return good[: len(good) // 2], True
    if kind in ("500", "503", "429"):
        body = json.dumps({"error": {"message": "busy", "type": "error", "param": None, "code": ""}}).encode()
        return _head(int(kind), len(body), "retry-after: 1\r\n" if kind == "429" else "") + body, False
    whole = good.partition(b"\r\n\r\n")[2]
    if kind == "prose":
        said = json.loads(whole)
        said["choices"][0]["message"]["content"] = "Here is your posting, and a rise of 20 % for everybody."
        whole = json.dumps(said).encode()
    body = {"html": b"<html>Bad gateway</html>", "half": whole[: len(whole) // 2]}.get(kind, whole)
    return _head(200, len(body)) + body, False


class Faulty(Model):
    """Answers most calls, and spoils the others."""

    def __init__(self, share: float) -> None:
        super().__init__(sets.eval_cases())
        self._share = share
        self._dice = random.Random(20261126)  # noqa: S311 - no secret

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer on one connection until it ends."""
        over = False
        try:
            while not over:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
                answer = self.reply(await reader.readexactly(length))
                await asyncio.sleep(self._dice.uniform(*_WAIT))
                if self._dice.random() < self._share:
                    answer, over = _bad(self._dice.choice(_KINDS), answer)
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


async def main() -> None:
    """Serve until killed."""
    server = await asyncio.start_server(Faulty(float(sys.argv[1])).talk, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
