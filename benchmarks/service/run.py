"""Our service beside a bare FastAPI echo and langserve, in one run: requests a second, latency, CPU a request.

    .venv/bin/python benchmarks/service/run.py [--count 300] [--rounds 3] [--connections 16]

Servers run on the first core, whoever asks on the others. `ours, rewrite with a model` asks a model that answers at
once (`model.py`), each eval case once, so that no text was seen before; the postings of the other rows are made from
the eval data (`review/postings.py`) and share no long line.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from typing import IO, Any, cast

import servers
from load import Seen, post

sys.path.append(str(Path(__file__).parents[1] / "review"))
from postings import Posting, made

from unbland.bootstrap import sets

Bodies = list[Mapping[str, Any]]

#: Requests that warm a server up, of texts that do not come again.
_WARM = 40

#: A service without a limit a minute; its database is a new file each time.
_FREE = {"UNBLAND_REQUESTS_PER_MINUTE": "0", "UNBLAND_ENGINE": "editor", "UNBLAND_LOG_LEVEL": "error"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One row of the table."""

    name: str
    command: Callable[[int], list[str]]
    path: str
    #: Warm-up and measured requests.
    bodies: tuple[Bodies, Bodies]
    model: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One round of one contestant."""

    seen: Seen
    #: Milliseconds of CPU of the server for a request.
    cpu: float
    #: Megabytes at the end.
    memory: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])  # type: ignore[union-attr]
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    options = parser.parse_args()
    if others := os.sched_getaffinity(0) - {0}:
        os.sched_setaffinity(0, others)
    contestants = _contestants(options.count)
    rounds: dict[str, list[Measured]] = {one.name: [] for one in contestants}
    for _ in range(options.rounds):  # one after the other, and again: what else the machine does hits all alike
        for one in contestants:
            try:
                rounds[one.name].append(_measure(one, options.connections))
            except servers.Missing as error:
                print(f"{one.name}: {error}", file=sys.stderr)
    print(_table(rounds))


def _contestants(count: int) -> list[Contestant]:
    postings = made(_WARM + count)
    plain = _split([{"content": one.text} for one in postings])
    wrapped = _split([{"input": {"content": one.text}} for one in postings])
    drafts = _split([{"draft": _draft(one)} for one in postings])
    echo = Contestant(name="FastAPI echo", command=servers.echo, path="/echo", bodies=plain)
    review = Contestant(name="ours, review", command=servers.ours, path="/v1/reviews", bodies=drafts)
    return [
        echo,
        replace(echo, name="langserve echo", command=servers.langserve, path="/echo/invoke", bodies=wrapped),
        review,
        replace(review, name="ours, rewrite by the editor", path="/v1/rewrites"),
        replace(review, name="ours, rewrite with a model", path="/v1/rewrites", bodies=_cases(), model=True),
    ]


def _draft(posting: Posting) -> dict[str, str]:
    return {"content": posting.text, "format": posting.format}


def _split(bodies: Bodies) -> tuple[Bodies, Bodies]:
    return bodies[:_WARM], bodies[_WARM:]


def _cases() -> tuple[Bodies, Bodies]:
    """Every eval case with a draft of its own, once; the first ten warm up."""
    bodies: dict[str, Mapping[str, Any]] = {}
    for case in sets.eval_cases():
        draft = {"content": case.draft.content, "format": case.draft.format or "auto"}
        bodies.setdefault(case.draft.content, {"draft": draft, "facts": facts_body(asdict(case.facts))})
    every = [*bodies.values()]
    return every[:10], every[10:]


def facts_body(value: Any) -> Any:  # noqa: ANN401 - any part of the facts
    """Facts as JSON has them, without what is not said."""
    if isinstance(value, dict):
        return {key: facts_body(part) for key, part in value.items() if part not in (None, "", (), [])}
    if isinstance(value, list | tuple):
        return [facts_body(part) for part in value]
    return value if isinstance(value, str | int | float | bool) else str(value)


def _measure(one: Contestant, connections: int) -> Measured:
    warm, bodies = one.bodies
    with tempfile.TemporaryDirectory() as folder, _environment(folder, model=one.model) as environment:
        port = servers.free_port()
        with servers.running(one.command(port), port, environment) as pid:
            post(port, one.path, warm, connections)
            before = servers.cpu(pid)
            seen = post(port, one.path, bodies, connections)
            used = servers.cpu(pid) - before
            return Measured(seen=seen, cpu=1000 * used / len(bodies), memory=servers.memory(pid))


@contextmanager
def _environment(folder: str, *, model: bool) -> Iterator[dict[str, str]]:
    """What our service is started with; the model runs while it does."""
    free = {**_FREE, "UNBLAND_DATABASE_URL": f"sqlite:///{folder}/bench.db"}
    if not model:
        yield free
        return
    command = [sys.executable, str(Path(__file__).parent / "model.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        url = cast("IO[str]", process.stdout).readline().strip()
        yield {**free, "UNBLAND_ENGINE": "llm", "OPENAI_BASE_URL": url}
        process.kill()


def _table(rounds: Mapping[str, list[Measured]]) -> str:
    """A row for each, figures of the round with the median CPU."""
    lines = ["| | requests | requests/s | requests a second of CPU | CPU ms | p50 ms | p99 ms | MB | not 200 |"]
    lines.append("|---|" + "---:|" * 8)
    for name, every in rounds.items():
        if not every:
            lines.append(f"| {name} | missing |" + " – |" * 7)
            continue
        middle = sorted(every, key=lambda one: one.cpu)[len(every) // 2]
        taken, count = middle.seen.taken, len(middle.seen.taken)
        figures = (
            f"{count} | {count / middle.seen.wall:,.0f} | {1000 / middle.cpu:,.0f} | {middle.cpu:.1f}",
            f"{1000 * median(taken):.1f} | {1000 * quantiles(taken, n=100)[-1]:.1f} | {middle.memory:.0f}",
            f"{sum(middle.seen.others.values())}",
        )
        lines.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
