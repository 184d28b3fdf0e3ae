"""A provider of a model as a process: slow, faulty and rationed as a real one, the same for whoever asks.

`python benchmarks/batch/provider.py '{"rpm": 6000}'` prints its URL. It answers each question for a posting with the
sources it is shown, each a line under its section: true, and no more. The n-th new question has the same weather (how
long it takes, how often it fails first) whoever asks it, so that contestants differ only by what they do.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from urllib.request import urlopen

#: Where a source of each kind goes.
_SECTIONS = {
    "reason": "opening",
    "goal": "do",
    "duty": "do",
    "requirement": "must",
    "benefit": "offer",
    "company": "about",
}


@dataclass(slots=True, kw_only=True)
class Weather:
    """What the provider is like; a share is of all attempts."""

    seed: int = 20261126
    #: Mean seconds of an answer, and the shape of their lognormal spread.
    seconds: float = 0.5
    shape: float = 0.5
    broken: float = 0.01
    busy: float = 0.02
    #: Calls a minute, a second of them at once; 0 for as many as come.
    rpm: float = 6000

    @property
    def median(self) -> float:
        """Seconds of the middle answer."""
        return self.seconds * math.exp(-(self.shape**2) / 2)

    def fate(self, number: int, attempt: int) -> str:
        """What becomes of an attempt at the n-th question: `busy`, `broken` or `answered`."""
        chance = self._dice(number, attempt).random()
        return "busy" if chance < self.busy else "broken" if chance < self.busy + self.broken else "answered"

    def wait(self, number: int) -> float:
        """Seconds that the answer to the n-th question takes."""
        return self._dice(number, -1).lognormvariate(math.log(self.median), self.shape) if self.seconds else 0.0

    def attempts(self, number: int) -> int:
        """How many attempts the n-th question takes at the least."""
        attempt = 0
        while self.fate(number, attempt) != "answered":
            attempt += 1
        return attempt + 1

    def _dice(self, number: int, attempt: int) -> random.Random:
        return random.Random(f"{self.seed} {number} {attempt}")  # noqa: S311 - no secret


@dataclass(slots=True, kw_only=True)
class Told:
    """What came, for whoever asks at `/told`."""

    questions: int = 0
    attempts: int = 0
    answered: int = 0
    #: Answers to a question that had one before: paid twice.
    again: int = 0
    over_rate: int = 0
    under_way: int = 0
    most_under_way: int = 0
    #: What no client can do without.
    needed_attempts: int = 0
    needed_seconds: float = 0.0
    first: float = 0.0
    last: float = 0.0


@dataclass(slots=True)
class _Question:
    number: int
    attempts: int = 0
    answers: int = 0


@dataclass(slots=True)
class Provider:
    """Answers on any number of connections."""

    weather: Weather
    told: Told = field(default_factory=Told)
    _questions: dict[bytes, _Question] = field(default_factory=dict)
    _left: float = 0.0
    _filled: float = field(default_factory=time.monotonic)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer on one connection until it ends."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"GET /told"):
                    writer.write(_answer(200, asdict(self.told)))
                    continue
                length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                writer.write(await self._asked(json.loads(await reader.readexactly(length))))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _asked(self, body: dict[str, object]) -> bytes:
        told, messages = self.told, body.get("messages")
        if not isinstance(messages, list) or not messages:
            return _refusal(400)
        user = str(messages[-1]["content"])
        told.attempts += 1
        told.last = time.monotonic()
        told.first = told.first or told.last
        if wait := self._over_rate():
            told.over_rate += 1
            return _refusal(429, wait)
        question = self._question(user)
        question.attempts += 1
        fate = self.weather.fate(question.number, question.attempts - 1)
        if fate != "answered":
            return _refusal(429, 0.5) if fate == "busy" else _refusal(500)
        told.under_way += 1
        told.most_under_way = max(told.most_under_way, told.under_way)
        try:
            await asyncio.sleep(self.weather.wait(question.number))
        finally:
            told.under_way -= 1
        question.answers += 1
        told.answered += 1
        told.again += question.answers > 1
        told.last = time.monotonic()
        return _answer(200, _completion(json.dumps(_posting(user), ensure_ascii=False), len(user)))

    def _question(self, user: str) -> _Question:
        key = hashlib.sha256(user.encode()).digest()
        if key not in self._questions:
            number = len(self._questions)
            self._questions[key] = _Question(number)
            self.told.questions += 1
            self.told.needed_attempts += self.weather.attempts(number)
            self.told.needed_seconds += self.weather.wait(number)
        return self._questions[key]

    def _over_rate(self) -> float:
        """Seconds until there is a call left; 0 where there is one, which is taken."""
        rate = self.weather.rpm / 60
        if not rate:
            return 0.0
        now = time.monotonic()
        self._left = min(rate, self._left + (now - self._filled) * rate)
        self._filled = now
        if self._left < 1:
            return (1 - self._left) / rate
        self._left -= 1
        return 0.0


def _posting(user: str) -> dict[str, object]:
    """The sources of a question as a posting."""
    sections: dict[str, list[dict[str, object]]] = {}
    kind = ""
    for line in user.splitlines():
        id_, mark, text = line.partition("│ ")
        if not mark:
            first, _, marks = line.partition(", ")
            kind = "" if "slot" in marks else "nice" if "preferred" in marks else _SECTIONS.get(first, "")
        elif kind and id_[:1] in {"D", "F"} and id_[1:].isdecimal():
            sections.setdefault(kind, []).append({"text": text, "cites": [id_]})
    order = ("opening", "do", "must", "nice", "offer", "about")
    return {"title": "", "sections": [{"kind": each, "lines": sections[each]} for each in order if each in sections]}


def _completion(text: str, asked: int) -> dict[str, object]:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    usage = {"prompt_tokens": asked // 4, "completion_tokens": len(text) // 4}
    usage["total_tokens"] = sum(usage.values())
    return {"id": "c1", "object": "chat.completion", "created": 1, "model": "true", "usage": usage, "choices": [choice]}


def _refusal(status: int, wait: float = 0.0) -> bytes:
    error = {"message": "busy", "type": "error", "param": None, "code": None}
    more = f"retry-after-ms: {math.ceil(wait * 1000)}\r\nretry-after: {math.ceil(wait)}\r\n" if wait else ""
    return _answer(status, {"error": error}, more)


def _answer(status: int, value: object, more: str = "") -> bytes:
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 {status} Said\r\ncontent-type: application/json\r\n{more}content-length: {len(body)}\r\n\r\n"
    return head.encode() + body


@contextmanager
def provided(weather: Weather) -> Iterator[str]:
    """The URL of a provider that is there while this is open, as a process of its own."""
    command = [sys.executable, __file__, json.dumps(asdict(weather))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this file
        try:
            yield process.stdout.readline().strip()  # type: ignore[union-attr] # it is a pipe
        finally:
            process.kill()


def told(url: str) -> Told:
    """What came to a provider so far."""
    with urlopen(url.removesuffix("/v1") + "/told", timeout=30) as answer:  # noqa: S310 - one of ours
        return Told(**json.load(answer))


async def main() -> None:
    """Serve until killed."""
    provider = Provider(Weather(**json.loads(sys.argv[1])))
    server = await asyncio.start_server(provider.talk, "127.0.0.1", 0, limit=1 << 22, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
