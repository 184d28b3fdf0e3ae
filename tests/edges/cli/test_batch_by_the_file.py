"""`unbland batch … --via openai-batch`: what it says, what it writes, and that calls and money add up."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from databases import ready_file
from doubles.batch_server import BatchServer, Plan, holding
from unbland.application.batch.refusals import KeyRefused, NoBatchApi, NoModelToAsk
from unbland.edges.cli.app import app
from unbland.errors import UnblandError

TEXT = (
    "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n- Greet {} guests at the pier\n"
)

#: Postings; every third asks for a repair.
COUNT = 6


class Shop:
    """Where the command is run."""

    def __init__(self, folder: Path, server: BatchServer) -> None:
        """Take a folder for the input and all that comes of it."""
        self.server = server
        self.out = folder / "out"
        self.state = folder / "state"
        self.input = folder / "postings.jsonl"
        lines = [json.dumps({"id": f"job-{n}", "body": TEXT.format(n + 3, n + 50)}) for n in range(COUNT)]
        self.input.write_text("\n".join(lines))
        self.database = self.state / "unbland" / "batches.db"
        self.database.parent.mkdir(parents=True)
        ready_file(self.database.parent)
        (self.database.parent / "unbland.db").rename(self.database)

    def run(self, *more: str) -> Result:
        """A batch by the file."""
        return _said("run", str(self.input), "-o", str(self.out), "--via", "openai-batch", *more)

    def follow(self, command: str, *more: str) -> Result:
        """What is done with it then."""
        return _said(command, str(self.out), *more)

    def results(self) -> list[dict[str, Any]]:
        """What was written."""
        return [json.loads(line) for line in (self.out / "results.jsonl").read_text().splitlines()]

    def spent(self) -> tuple[int, int, int]:
        """Calls, tokens, and tokens at the lower price, as the database has them."""
        query = "SELECT calls, input_tokens + output_tokens, reduced_input_tokens + reduced_output_tokens FROM batches"
        with closing(sqlite3.connect(self.database)) as database:
            row: tuple[int, int, int] = database.execute(query).fetchone()
        return row


def _said(*words: str) -> Result:
    return CliRunner().invoke(app, ["batch", *words], catch_exceptions=False)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """One with a provider."""
    with BatchServer() as server:
        made = Shop(tmp_path, server)
        monkeypatch.setenv("XDG_STATE_HOME", str(made.state))
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
        yield made


def test_a_batch_goes_by_the_file_in_two_rounds_at_half_the_price(shop: Shop) -> None:
    """The write is one, the repair the other; nothing is asked live, and every call is in a result."""
    done = shop.run()

    assert done.exit_code == 0, done.output
    assert [each["provenance"]["calls"] for each in shop.results()] == [2, 1, 1, 2, 1, 1]
    assert {each["provenance"]["engine"] for each in shop.results()} == {"llm"}
    assert (shop.server.paid.total(), shop.server.live.total()) == (8, 0)
    assert shop.server.files == {}
    assert shop.spent() == (8, 8 * 1100, 8 * 1100)
    cost = 8 * (1000 * 0.75 + 100 * 4.5) / 2 / 1_000_000
    assert f"${cost:,.2f} · 8,800 tokens in 8 calls" in done.output


def test_what_expires_or_breaks_is_asked_live_and_paid_in_full(shop: Shop) -> None:
    """Every posting has its result, each call is counted once, and the two prices are kept apart."""
    shop.server.plans = [Plan(end="expired", answered=3, errors={0: 500})]
    done = shop.run("--concurrency", "2")

    assert done.exit_code == 0, done.output
    assert len(shop.results()) == COUNT
    paid, live = shop.server.paid.total(), shop.server.live.total()
    assert (paid, live) == (2, 6)
    assert sum(each["provenance"]["calls"] for each in shop.results()) == paid + live
    assert shop.spent() == (8, 8 * 1100, 2 * 1100)


def test_b30_a_budget_stops_what_is_sent_and_goes_on_when_it_is_raised(shop: Shop) -> None:
    """What came is written; no posting is paid for twice."""
    first = shop.run("--max-tokens", "8000")
    before = shop.spent()[1]
    assert "The budget is spent" in first.output
    assert 0 < before <= 8000
    more = shop.follow("resume", "--max-tokens", "100000")

    assert more.exit_code == 0, more.output
    assert len(shop.results()) == COUNT
    assert shop.server.live.total() == 0
    assert set(shop.server.paid.values()) == {1}


def test_what_the_provider_refuses_is_told_and_can_be_resumed_or_cancelled(shop: Shop) -> None:
    """In its word; a person decides whether it is sent again."""
    shop.server.plans = [Plan(end="failed", code="model_not_found"), Plan(end="cancelled", answered=2)]
    refused = shop.run()
    again = shop.follow("resume")
    status = shop.follow("status")
    cancelled = shop.follow("cancel")

    assert refused.exit_code == again.exit_code == 3
    assert "The provider refused (model_not_found)" in refused.output
    assert "The provider refused (cancelled)" in again.output
    assert "halted: provider_refused" in status.output
    assert "cancelled" in cancelled.output
    assert shop.server.live.total() == 0


def test_b29_told_to_stop_and_cancelled_it_keeps_what_came_and_goes_on(shop: Shop) -> None:
    """Ctrl-C leaves it there; cancelled, what was answered is written; resumed, nothing is paid twice."""
    shop.server.plans, shop.server.looks = [Plan(answered=4)], 1
    with holding(shop.server):
        began = _interrupted(shop)
        status = shop.follow("status")
        cancelled = shop.follow("cancel")
    shop.server.looks = 0
    more = shop.follow("resume")

    assert "With the provider: 6 questions." in began.output
    assert "`unbland batch resume" in began.output
    assert "with the provider: 6 questions in batch_1, in_progress" in status.output
    assert "cancelled: 6 postings" in cancelled.output
    assert shop.server.statuses()[0] == "cancelled"
    assert more.exit_code == 0, more.output
    assert len(shop.results()) == COUNT
    assert (shop.server.live.total(), set(shop.server.paid.values())) == (0, {1})


def _interrupted(shop: Shop) -> Result:
    """A run that is told to stop while its questions are with the provider."""
    over = threading.Event()

    def interrupt() -> None:
        while "in_progress" not in shop.server.statuses() and not over.wait(0.02):
            pass
        if not over.is_set():
            os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    done = shop.run()
    over.set()
    thread.join()
    return done


def test_the_estimate_has_half_the_price_and_two_days(shop: Shop) -> None:
    """And asks nobody."""
    live = _said("run", str(shop.input), "-o", str(shop.out), "--dry-run", "--price", "100,100")
    found = shop.run("--dry-run", "--price", "100,100")

    full, half = ([float(each) for each in re.findall(r"\$([\d.]+)", result.output)] for result in (live, found))
    assert half == pytest.approx([each / 2 for each in full], abs=0.01)
    assert "hours   0.00 to 48.00" in found.output
    assert not shop.server.calls


@pytest.mark.parametrize(
    ("more", "wrong", "error"),
    [
        pytest.param(("--engine", "editor"), {}, NoModelToAsk, id="editor"),
        pytest.param(("--engine", "editor", "--dry-run"), {}, NoModelToAsk, id="editor, dry"),
        pytest.param((), {"keys": {"Bearer sk-other"}}, KeyRefused, id="key"),
        pytest.param((), {"has_batches": False}, NoBatchApi, id="no api"),
    ],
)
def test_bad_use_is_told_in_a_sentence_before_anything_is_read(
    shop: Shop, more: tuple[str, ...], wrong: dict[str, object], error: type[UnblandError]
) -> None:
    """And no batch is there afterwards."""
    for name, value in wrong.items():
        setattr(shop.server, name, value)
    with pytest.raises(error):
        shop.run(*more)

    assert not (shop.out / "batch.json").exists()
