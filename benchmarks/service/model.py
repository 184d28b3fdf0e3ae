"""A model without latency, as a process: it prints its URL and answers each eval case with its faithful reply."""

from __future__ import annotations

import asyncio
import json

from unbland.application.material import one_line
from unbland.application.review import Draft, look
from unbland.bootstrap import sets
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.personas import FAITHFUL
from unbland.core.evaluation.cases.replies import answer
from unbland.core.ledger.model import Ledger


def _shown(ledger: Ledger) -> set[str]:
    """The lines by which a question shows its sources."""
    return {f"{source.id}│ {one_line(source.text)}" for source in ledger.sources}


def _completion(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    usage = {"prompt_tokens": 2000, "completion_tokens": 500, "total_tokens": 2500}
    said = {"id": "c1", "object": "chat.completion", "created": 1, "model": "faithful", "usage": usage}
    body = json.dumps(said | {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}).encode()
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body) + body


class Model:
    """What it knows: for each case the lines of its question, and its answer as bytes."""

    def __init__(self, cases: tuple[Case, ...]) -> None:
        self._known: list[tuple[set[str], bytes]] = []
        for case in cases:
            ledger = look(Draft(content=case.draft.content, format=case.draft.format), case.facts).ledger
            self._known.append((_shown(ledger), _completion(answer(case, FAITHFUL, ledger))))

    def reply(self, body: bytes) -> bytes:
        """The answer to the case that shares most lines with the question."""
        lines = set(json.loads(body)["messages"][1]["content"].split("\n"))
        return max(self._known, key=lambda known: len(known[0] & lines))[1]

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer on one connection until it ends."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
                writer.write(self.reply(await reader.readexactly(length)))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


async def main() -> None:
    """Serve until killed."""
    model = Model(sets.eval_cases())
    server = await asyncio.start_server(model.talk, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
