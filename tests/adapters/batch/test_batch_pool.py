"""Processes that judge and write: in order, no more ahead than is needed, and one that dies takes nobody for good."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

import pytest

from unbland.adapters.batch.pool import in_order, processors
from unbland.adapters.batch.pooled import PooledWriter
from unbland.application.batch.parking import Parked, Question
from unbland.application.books.meter import Metered, metered
from unbland.application.masking import Masked
from unbland.application.ports import Completer, Completion, CompletionFailed, Request, Usage
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Order
from unbland.errors import Died, EmptyDraft
from unbland.testing import ScriptedCompleter

T = TypeVar("T")

ORDER = Order(draft=Draft(content="Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"))


def _doubled(number: int) -> int:
    return 2 * number


def test_b31_what_comes_of_a_stream_comes_in_order_and_little_is_ahead() -> None:
    """Ten thousand pieces, of which only some hundred are taken before they are needed."""
    taken = 0

    def stream() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number

    found = in_order(_doubled, stream())
    assert [next(found) for _ in range(100)] == [2 * number for number in range(100)]
    assert taken < 1_000
    assert list(found)[-1] == 19_998


def _children() -> list[int]:
    return [int(each) for each in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


class _Slow:
    """A model that fails when it is let go."""

    def __init__(self) -> None:
        """Nobody has asked."""
        self.asked, self.let_go = asyncio.Event(), asyncio.Event()

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:  # noqa: ARG002 - the port's
        """Wait, and fail."""
        self.asked.set()
        await self.let_go.wait()
        raise CompletionFailed("timeout", Usage(calls=1))


@asynccontextmanager
async def _writing(**models: Completer) -> AsyncIterator[PooledWriter]:
    """A writer over these models, ended with its processes."""
    writer = PooledWriter(lambda: "rw_1", models)
    try:
        yield writer
    finally:
        await writer.aclose()
        assert _children() == []


async def test_b32_a_process_that_dies_over_a_posting_is_one_error_and_the_next_is_written() -> None:
    """Killed with -9 while it is at work; who asked is told, when the model has answered, and the next is written."""
    model = _Slow()
    async with _writing(write=model) as writer:
        first = asyncio.create_task(writer.write(ORDER))
        await asyncio.wait_for(model.asked.wait(), 60)
        for child in _children():
            os.kill(child, signal.SIGKILL)
        model.let_go.set()
        with pytest.raises(Died):
            await asyncio.wait_for(first, 60)
        edited = await writer.write(replace(ORDER, engine=Engine.EDITOR))

    assert (edited.id, edited.posting.title) == ("rw_1", "Ferry Clerk")


async def test_the_model_is_asked_here_and_what_it_says_is_written_there() -> None:
    """By the meter of the work at hand; a model that fails leaves the editor's posting, and both are told."""
    lines = [{"text": "Sell tickets for 3 ferries", "cites": ["D2"]}]
    reply = json.dumps({"title": "Ferry Clerk", "sections": [{"kind": "do", "lines": lines}]})
    failure = CompletionFailed("unreachable", Usage(calls=3))
    model = ScriptedCompleter(reply, failure)
    with metered() as meter:
        async with _writing(write=Metered(model, "m")) as writer:
            written = await writer.write(ORDER)
            edited = await writer.write(ORDER)

    assert (written.provenance.engine, written.provenance.model) == ("llm", "scripted")
    assert "Sell tickets for 3 ferries" in written.rendered.text
    assert (edited.provenance.engine, edited.provenance.degraded) == ("editor", "write: unreachable")
    assert (edited.provenance.calls, meter.spent.calls) == (3, 4)


async def test_work_that_is_given_up_before_it_has_an_answer_leaves_its_process_free() -> None:
    """What the model raises is raised here, and what a draft is refused for there."""
    async with _writing(write=_Parks()) as writer:
        for _ in range(2):
            with pytest.raises(Parked):
                await writer.write(ORDER)
        with pytest.raises(EmptyDraft):
            await writer.write(Order(draft=Draft(content=" ")))
        assert (await writer.write(replace(ORDER, engine=Engine.EDITOR))).id == "rw_1"
        assert len(_children()) <= processors()


class _Parks:
    """A model that has no reply yet."""

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:  # noqa: ARG002 - the port's
        """Say so."""
        raise Parked(Question("m", request.user.encode()))


async def test_a_fault_of_ours_is_told_with_its_line_and_without_text(caplog: pytest.LogCaptureFixture) -> None:
    """And the process that had it writes the next."""
    wrong = Order(draft=cast("Draft", "SECRET"))
    async with _writing() as writer:
        with pytest.raises(RuntimeError, match="AttributeError"):
            await writer.write(wrong)
        assert (await writer.write(ORDER)).id == "rw_1"

    (record,) = caplog.records
    assert "intake.py:" in record.__dict__["where"]
    assert "SECRET" not in caplog.text


async def test_no_module_of_the_folder_at_hand_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lies there beside the postings."""
    (tmp_path / "json.py").write_text("raise SystemExit\n")
    monkeypatch.chdir(tmp_path)
    async with _writing() as writer:
        assert (await writer.write(ORDER)).id == "rw_1"


async def test_s21_what_is_asked_of_a_model_here_is_masked_there() -> None:
    """Where the settings want it so, in every step: the repair sees nothing of the line that shows who is a person."""
    text = "# Picker\n\nDuties\n- Brief Zsofia Nagyova each morning\n- Lead 12 pickers\n\nContact Zsofia Nagyova.\n"
    lines = [
        {"text": "Thoroughly brief [[NAME_1]] each morning.", "cites": ["D2"]},
        {"text": "Lead 15 pickers.", "cites": ["D3"]},
    ]
    reply = json.dumps({"title": "Picker", "sections": [{"kind": "do", "lines": lines}]})
    model = ScriptedCompleter(reply, reply)
    writer = PooledWriter(lambda: "rw_1", {"write": Masked(model)})
    try:
        written = await writer.write(Order(draft=Draft(content=text)))
    finally:
        await writer.aclose()

    assert [request.step for request in model.requests] == ["write", "repair"]
    assert not [request.step for request in model.requests if "Nagyova" in request.user]
    assert "Nagyova" in written.rendered.markdown
    assert "[[" not in written.rendered.markdown
