"""How long Slack waits for its answer while the model hangs: commands and windows sent to a real `unbland serve`.

`python benchmarks/slack/ack.py [requests]` needs the test tools; the fake Slack of the tests plays Slack.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx2

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from doubles.slack import SECRET, TOKEN, FakeSlack, command, fake_slack, interaction, signed, submitted
from slack_service import until

DRAFT = "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n- Answer the phone in German\n"


#: Calls that are never answered.
_CALLS: list[asyncio.StreamWriter] = []


async def _hang(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A model that takes every call and never answers."""
    _CALLS.append(writer)


async def main(count: int) -> None:
    """Print the figures."""
    model = await asyncio.start_server(_hang, "127.0.0.1", 0)
    with tempfile.TemporaryDirectory() as folder:
        async with fake_slack() as slack:
            env = os.environ | {
                "UNBLAND_SLACK_SIGNING_SECRET": SECRET,
                "UNBLAND_SLACK_BOT_TOKEN": TOKEN,
                "UNBLAND_SLACK_API_URL": slack.api,
                "UNBLAND_DATABASE_URL": f"sqlite:///{folder}/x.db",
                "OPENAI_BASE_URL": f"http://127.0.0.1:{model.sockets[0].getsockname()[1]}/v1",
                "UNBLAND_DRAIN_SECONDS": "0",
            }
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "unbland", "serve", "--port", "0", env=env, stderr=asyncio.subprocess.PIPE
            )
            try:
                assert process.stderr is not None  # noqa: S101 - it was asked for
                said = re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())
                drain = asyncio.create_task(_read(process.stderr))
                await _measure(said[0] if said else "", slack, count)
            finally:
                process.kill()
                await process.wait()
                await drain
    for call in _CALLS:
        call.close()
    model.close()


async def _read(stream: asyncio.StreamReader) -> None:
    while await stream.readline():
        pass


async def _measure(address: str, slack: FakeSlack, count: int) -> None:
    took: dict[str, list[float]] = {"command": [], "window": []}
    async with httpx2.AsyncClient(base_url=address, timeout=60) as client:
        for number in range(count):
            await _timed(client, took["command"], "commands", command(slack, DRAFT))
            await until(lambda needed=number + 1: len(slack.views) >= needed)  # type: ignore[misc]
            await _timed(client, took["window"], "interactivity", interaction(submitted(slack.views[number])))
    for name, times in took.items():
        ordered = sorted(times)
        p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        middle = statistics.median(ordered)
        print(f"{name}: {count} answers, median {middle:.0f} ms, p99 {p99:.0f} ms, longest {ordered[-1]:.0f} ms")


async def _timed(client: httpx2.AsyncClient, took: list[float], path: str, body: bytes) -> None:
    began = time.perf_counter()
    answer = await client.post(f"/slack/{path}", content=body, headers=signed(body))
    took.append((time.perf_counter() - began) * 1000)
    if answer.status_code != 200 or answer.content:  # noqa: PLR2004 - the one status that means it
        raise SystemExit(f"answered {answer.status_code}: {answer.text}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
