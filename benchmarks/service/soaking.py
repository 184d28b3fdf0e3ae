"""Mixed requests from many clients at once, and what came of each."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from itertools import count
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx2
from run import facts_body

from unbland.bootstrap import sets
from unbland.core.evaluation.cases.case import Case

#: How many of ten requests are each: rewrites that are waited for, rewrites that are not, reviews, lists and reads.
_MIX = ("waited",) * 2 + ("later",) * 4 + ("review",) * 2 + ("list", "read")
_TWICE = 0.2

_ENDS = ("done", "failed")

#: Seconds that a rewrite may take.
_PATIENCE = 120


@dataclass
class Seen:
    """What was asked, and what came of it."""

    #: Id → the case and the reference number of its draft.
    asked: dict[str, tuple[str, str]] = field(default_factory=dict)
    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def table(self) -> str:
        """The figures as lines."""
        degraded = Counter(str(one["provenance"]["degraded"]) for one in self.done.values())
        lines = [f"{len(self.asked)} rewrites, {len(self.done)} done; degraded: {dict(degraded)}"]
        lines += [f"answers: {dict(sorted(self.statuses.items()))}"]
        for kind, seconds in sorted(self.taken.items()):
            seconds.sort()
            p50, p99 = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)]
            lines.append(f"{kind}: {len(seconds)}, p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms")
        return "\n".join(lines)


def references(seen: Seen) -> list[str]:
    """Results that are not what they say: without their draft's number, or another text than their case's others."""
    false, texts = [], defaultdict(Counter)
    said = {}
    for id_, one in seen.done.items():
        case, number = seen.asked[id_]
        text = one["rendered"]["text"]
        if number not in text:
            false.append(f"{id_}: {case} has not its own number")
        if one["provenance"]["degraded"] is None:
            said[id_] = text.replace(number, "")
            texts[case][said[id_]] += 1
    for id_, text in said.items():
        case, _ = seen.asked[id_]
        if text != texts[case].most_common(1)[0][0]:
            false.append(f"{id_}: {case} reads otherwise than the others, and does not say why")
    return false


class Load:
    """Clients of one service."""

    def __init__(self, address: str) -> None:
        self.seen = Seen()
        self._client = httpx2.AsyncClient(base_url=address, timeout=60)
        self._cases = [case for case in sets.eval_cases() if case.draft.format in (None, "markdown", "text")]
        self._numbers = count(10_000)
        self._dice = random.Random(7)  # noqa: S311 - no secret

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def run(self, seconds: float, at_once: int) -> None:
        """Ask for so long."""
        end = time.monotonic() + seconds
        await asyncio.gather(*(self._ask(end) for _ in range(at_once)))

    async def end(self) -> None:
        """Read every result; what does not end in time, or failed, is lost."""
        for id_ in list(self.seen.asked):
            body = await self._over(id_)
            if body.get("state") == "done":
                self.seen.done[id_] = body
            else:
                self.seen.lost.append(f"{id_}: {body.get('state')} {body.get('detail', '')}")

    async def _ask(self, end: float) -> None:
        while time.monotonic() < end:
            kind = self._dice.choice(_MIX)
            begin = time.perf_counter()
            try:
                await self._one(kind)
            except httpx2.HTTPError as error:
                self.seen.statuses[f"{kind}: {type(error).__name__}"] += 1
            self.seen.taken[kind].append(time.perf_counter() - begin)
            await asyncio.sleep(self._dice.uniform(0.05, 0.5))

    async def _one(self, kind: str) -> None:
        if kind == "list":
            self._count(kind, await self._client.get("/v1/rewrites?limit=10"))
        elif kind == "read" and self.seen.asked:
            self._count(kind, await self._client.get(f"/v1/rewrites/{self._dice.choice(list(self.seen.asked))}"))
        elif kind == "review":
            self._count(kind, await self._client.post("/v1/reviews", json={"draft": self._draft(self._case(), "9")}))
        elif kind in ("waited", "later"):
            await self._rewrite(kind)

    async def _rewrite(self, kind: str) -> None:
        case, number = self._case(), f"UB-{next(self._numbers)}"
        body = {"draft": self._draft(case, number), "facts": facts_body(asdict(case.facts))}
        headers = {"Prefer": "wait=10" if kind == "waited" else "respond-async", "Idempotency-Key": uuid4().hex}
        times = 2 if self._dice.random() < _TWICE else 1
        sent = [self._client.post("/v1/rewrites", json=body, headers=headers) for _ in range(times)]
        answers = await asyncio.gather(*sent)
        for answer in answers:
            self._count(kind, answer)
        ids = {answer.json()["id"] for answer in answers if answer.is_success}
        if len(ids) > 1:
            self.seen.lost.append(f"{ids}: one key, two rewrites")
        self.seen.asked |= dict.fromkeys(ids, (case.id, number))
        for id_ in ids:  # nobody asks for more before this is over, or what waits would only grow
            await self._over(id_)

    async def _over(self, id_: str) -> dict[str, Any]:
        """The rewrite when it is over, or as it is after a while."""
        end = time.monotonic() + _PATIENCE
        while True:
            body: dict[str, Any] = (await self._client.get(f"/v1/rewrites/{id_}")).json()
            if body.get("state") in _ENDS or time.monotonic() > end:
                return body
            await asyncio.sleep(0.2)

    def _case(self) -> Case:
        return self._dice.choice(self._cases)

    @staticmethod
    def _draft(case: Case, number: str) -> dict[str, str]:
        content = f"{case.draft.content}\n\nHow to apply\n\nQuote the reference number {number} in your e-mail.\n"
        return {"content": content, "format": case.draft.format or "auto"}

    def _count(self, kind: str, answer: httpx2.Response) -> None:
        self.seen.statuses[f"{kind}: {answer.status_code}"] += 1
