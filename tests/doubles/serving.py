"""`unbland serve` as its own process, asked over a socket by a test that plays the provider meanwhile."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx2


@dataclass
class Serving:
    """A service that runs: what asks it, and what it wrote on standard error once it has ended."""

    client: httpx2.AsyncClient
    log: list[str] = field(default_factory=list)

    async def rewritten(self, draft: str) -> dict[str, object]:
        """The whole result of a draft, which is never an error."""
        answer = await self.client.post("/v1/rewrites", json={"draft": {"content": draft, "format": "markdown"}})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def ready(self) -> tuple[int, dict[str, object]]:
        """The status and the body of `/readyz`."""
        answer = await self.client.get("/readyz")
        return answer.status_code, dict(answer.json())

    async def metrics(self) -> list[str]:
        """The lines of `/metrics`."""
        return (await self.client.get("/metrics")).text.splitlines()


@asynccontextmanager
async def serving(base_url: str, **settings: str) -> AsyncIterator[Serving]:
    """A service whose model is behind this address; told to stop in the end."""
    environment = os.environ | {"OPENAI_BASE_URL": base_url, "UNBLAND_DRAIN_SECONDS": "0.2"} | settings
    command = (sys.executable, "-m", "unbland", "serve", "--port", "0")
    process = await asyncio.create_subprocess_exec(*command, env=environment, stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    try:
        listens = re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())
        assert listens is not None
        reading = asyncio.create_task(process.stderr.read())
        async with httpx2.AsyncClient(base_url=listens[0], timeout=120) as client:
            made = Serving(client)
            yield made
        process.send_signal(signal.SIGTERM)
        made.log += (await reading).decode().splitlines()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
