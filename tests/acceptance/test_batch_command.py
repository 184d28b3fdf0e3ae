"""`unbland batch run` as a process: killed, cancelled, out of money, out of a model, and run again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path

import pytest

from doubles.batches import BRANCH
from doubles.fault_server import HELD, PLAYS, FaultServer

TEXT = (
    "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n- Greet {} guests at the pier\n"
)

#: Postings of a batch, and how many are under way at a time.
COUNT, AT_ONCE = 24, 4


#: So many that the editor puts a second process to work.
MANY = 100


def _written(file: Path, count: int) -> Path:
    """The file, with as many postings, each its own."""
    lines = [json.dumps({"id": f"job-{n}", "body": TEXT.format(n + 2, n + 150)}) for n in range(count)]
    file.write_text("\n".join(lines) + "\n")
    return file


@pytest.fixture
def postings(tmp_path: Path) -> Path:
    """A file of postings."""
    return _written(tmp_path / "postings.jsonl", COUNT)


class Shop:
    """Where the command is run: a folder, a state of its own, and a model's server."""

    def __init__(self, folder: Path, server: FaultServer | None) -> None:
        """Take both; without a server the editor writes."""
        self.out = folder / "out"
        self.state = folder / "state"
        self.env = os.environ | {"XDG_STATE_HOME": str(self.state), "UNBLAND_DATABASE_URL": ""}
        if server is not None:
            self.env |= {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "sk-none"}

    async def begin(self, *command: str) -> Process:
        """The command, under way; in a group of its own, so that all of it can be looked for."""
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "unbland", "batch", *command), env=self.env, stdout=PIPE, stderr=PIPE
        )

    async def run(self, *command: str) -> tuple[int, str]:
        """The exit code of the command, and all that it said."""
        process = await self.begin(*command)
        out, err = await asyncio.wait_for(process.communicate(), 300)
        return process.returncode or 0, (out + err).decode()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database says."""
        with sqlite3.connect(f"file:{self.state / 'unbland' / 'batches.db'}?mode=ro", uri=True) as database:
            return database.execute(query).fetchall()

    def count(self, query: str) -> int:
        """What a query counts; nothing where the database is not there yet."""
        try:
            (row,) = self.rows(query)
        except sqlite3.OperationalError:
            return 0
        return int(str(row[0]))

    def done(self) -> int:
        """Items that are done."""
        return self.count("SELECT count(*) FROM batch_items WHERE state = 'done'")

    def keys(self) -> list[str]:
        """The names of the results that were written, in their order."""
        return [json.loads(line)["custom_id"] for line in (self.out / "results.jsonl").read_text().splitlines()]


async def _until(condition: Callable[[], bool], seconds: float = 180) -> None:
    """Wait until it holds; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the process tells nobody
            await asyncio.sleep(0.02)


def _names(count: int) -> list[str]:
    return [f"job-{n}" for n in range(count)]


ALL = _names(COUNT)


@pytest.mark.parametrize("point", [1, 15])
async def test_b24_a_batch_that_is_killed_goes_on_where_it_was(point: int, postings: Path, tmp_path: Path) -> None:
    """Killed with -9: resumed at once, nothing is lost or there twice, and only what was under way begins again."""
    async with FaultServer(PLAYS["late"]) as server:
        shop = Shop(tmp_path, server)
        process = await shop.begin("run", str(postings), "-o", str(shop.out), "--concurrency", str(AT_ONCE))
        await _until(lambda: shop.done() >= point)
        process.send_signal(signal.SIGKILL)
        await process.wait()
        code, said = await shop.run("resume", str(shop.out), "--concurrency", str(AT_ONCE))

    assert code == 0, said
    assert shop.keys() == ALL
    (row,) = shop.rows("SELECT count(*), sum(begun) FROM batch_items WHERE state = 'done'")
    assert row[0] == COUNT
    assert int(str(row[1])) <= COUNT + AT_ONCE
    assert (shop.out / "errors.jsonl").read_text() == ""


def _children(process: Process) -> list[str]:
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


async def test_b24_the_editor_ends_with_its_command_and_goes_on(tmp_path: Path) -> None:
    """Its own processes die with the one that is killed; where only its files are missing, resuming writes them."""
    shop = Shop(tmp_path, None)
    process = await shop.begin("run", str(_written(tmp_path / "many.jsonl", MANY)), "-o", str(shop.out))
    await _until(lambda: shop.done() >= 3 and len(_children(process)) > 1)
    children = _children(process)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    await _until(lambda: not any(_lives(child) for child in children))
    code, said = await shop.run("resume", str(shop.out))

    assert code == 0, said
    assert shop.keys() == _names(MANY)
    (shop.out / "results.jsonl").unlink()
    assert (await shop.run("resume", str(shop.out)))[0] == 0
    assert shop.keys() == _names(MANY)


def _lives(process: str) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


async def test_b27_a_batch_that_is_told_to_stop_drains(postings: Path, tmp_path: Path) -> None:
    """SIGTERM: what is under way ends, what is there is written, and nothing is left begun."""
    async with FaultServer(PLAYS["late"]) as server:
        shop = Shop(tmp_path, server)
        process = await shop.begin("run", str(postings), "-o", str(shop.out), "--concurrency", str(AT_ONCE))
        await _until(lambda: shop.done() >= 5)
        process.send_signal(signal.SIGTERM)
        before = shop.done()
        _, err = await asyncio.wait_for(process.communicate(), 180)
        rows = shop.rows("SELECT state, count(*) FROM batch_items GROUP BY state")
        states = {str(state): int(str(count)) for state, count in rows}
        code, said = await shop.run("resume", str(shop.out))

    assert process.returncode == 0, err
    assert "running" not in states
    assert states["done"] <= before + 2 * AT_ONCE
    assert code == 0, said
    assert shop.keys() == ALL


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
async def test_b27_a_batch_that_is_told_to_stop_while_it_reads_is_none(signum: int, tmp_path: Path) -> None:
    """It says so and how to go on, and leaves nothing behind."""
    many = tmp_path / "postings.jsonl"
    many.write_text("".join(json.dumps({"id": str(n), "body": TEXT.format(n, n)}) + "\n" for n in range(30_000)))
    shop = Shop(tmp_path, None)
    process = await shop.begin("run", str(many), "-o", str(shop.out))
    await _until(lambda: shop.count("SELECT count(*) FROM batch_items") > 0)
    process.send_signal(signum)
    _, err = await asyncio.wait_for(process.communicate(), 180)

    assert process.returncode == 3
    assert err.decode().endswith("none was begun. Run the same again.\n"), err
    assert shop.count("SELECT count(*) FROM batches") == 0
    assert shop.count("SELECT count(*) FROM batch_items") == 0


async def test_b29_a_batch_that_is_cancelled_asks_nobody_more(postings: Path, tmp_path: Path) -> None:
    """From another process: the one at work ends by itself, what is done can be read, and it can be taken up again."""
    async with FaultServer(*[PLAYS["valid"]] * 9, HELD) as server:
        shop = Shop(tmp_path, server)
        process = await shop.begin("run", str(postings), "-o", str(shop.out), "--concurrency", str(AT_ONCE))
        await _until(lambda: shop.done() >= 3 and server.calls > 9)
        code, said = await shop.run("cancel", str(shop.out))
        asked = server.calls
        assert code == 0, said
        server.let_go.set()
        _, err = await asyncio.wait_for(process.communicate(), 180)
        _, status = await shop.run("status", str(shop.out))

        assert server.calls <= asked + AT_ONCE  # what was under way
    assert b"cancelled" in err
    assert "cancelled" in status
    assert 0 < len(shop.keys()) < COUNT


async def test_b30_a_budget_that_is_spent_stops_and_goes_on_when_it_is_raised(postings: Path, tmp_path: Path) -> None:
    """Not an item more than was under way; then the rest, by raising it."""
    async with FaultServer(PLAYS["valid"]) as server:
        shop = Shop(tmp_path, server)
        limits = ("--max-tokens", "400", "--concurrency", "1")
        code, said = await shop.run("run", str(postings), "-o", str(shop.out), *limits)
        (row,) = shop.rows("SELECT input_tokens + output_tokens, halted FROM batches")
        first = len(shop.keys())
        assert code == 0, said
        assert "--max-tokens …` goes on" in said
        assert row[1] == "budget_exceeded"
        assert 400 <= int(str(row[0])) < 400 + 4 * 18  # one item, its repairs included
        code, said = await shop.run("resume", str(shop.out), "--max-tokens", "100000")

    assert code == 0, said
    assert 0 < first < COUNT
    assert shop.keys() == ALL


async def test_b33_the_same_batch_again_asks_nobody(postings: Path, tmp_path: Path) -> None:
    """Every result is there, copied, and the provider has heard nothing."""
    async with FaultServer(PLAYS["valid"]) as server:
        shop = Shop(tmp_path, server)
        await shop.run("run", str(postings), "-o", str(shop.out))
        asked = server.calls
        code, said = await shop.run("run", str(postings), "-o", str(shop.out))
        assert server.calls == asked > 0

    assert code == 0, said
    assert shop.keys() == ALL
    assert f"{COUNT} of them copied" in said


async def test_what_says_nearly_the_same_is_asked_once(tmp_path: Path) -> None:
    """Forty branches, one text: the model is asked about the first, and each posting has its own town and no other."""
    towns = [f"{first}{last}" for first in ("Ash", "Elm", "Oak", "Fir") for last in ("ham", "ton", "by", "ley", "ford")]
    towns += [f"{town} North" for town in towns]
    file = tmp_path / "branches.jsonl"
    file.write_text("".join(json.dumps({"id": town, "body": BRANCH.format(town)}) + "\n" for town in towns))
    async with FaultServer(PLAYS["late"]) as server:
        shop = Shop(tmp_path, server)
        code, said = await shop.run("run", str(file), "-o", str(shop.out))
        asked = server.calls

    assert code == 0, said
    assert asked == 2  # to write and, as this model says what no source does, to repair
    results = [json.loads(line) for line in (shop.out / "results.jsonl").read_text().splitlines()]
    assert [result["custom_id"] for result in results] == towns
    assert [result["provenance"]["reused"] for result in results] == [False, *[True] * 39]
    assert {result["copied_from"].partition("/")[2] for result in results[1:]} == {"1"}
    for town, result in zip(towns, results, strict=True):
        assert f"harbor master in {town} before" in result["rendered"]["text"].replace("\n", " ")
    assert "40 results, 39 of them copied" in said


async def test_b8_a_model_that_is_away_halts_the_batch_and_fails_few(postings: Path, tmp_path: Path) -> None:
    """Not one item after the other: it stops, says so, and does the failed ones again when it is told to."""
    async with FaultServer(PLAYS["401"]) as server:
        shop = Shop(tmp_path, server)
        code, said = await shop.run("run", str(postings), "-o", str(shop.out), "--concurrency", "2")
        assert code == 3, said
        assert "model_unauthorized" in said
        assert server.calls <= 8 + 2
    async with FaultServer(PLAYS["valid"]) as server:
        shop = Shop(tmp_path, server)
        code, said = await shop.run("retry-failed", str(shop.out))

    assert code == 0, said
    assert shop.keys() == ALL


async def test_a_folder_is_worked_on_by_one_process(postings: Path, tmp_path: Path) -> None:
    """The second is told so, and a batch that is not done is not written over."""
    async with FaultServer(PLAYS["silent"]) as server:
        shop = Shop(tmp_path, server)
        process = await shop.begin("run", str(postings), "-o", str(shop.out))
        await asyncio.wait_for(server.asked.wait(), 180)
        both = await shop.run("resume", str(shop.out))
        process.send_signal(signal.SIGKILL)
        await process.communicate()
        again = await shop.run("run", str(postings), "-o", str(shop.out))

    assert both[0] == again[0] == 2
    assert "Another process" in both[1]
    assert "resume" in again[1]
