"""The eval: what is planned is run and judged, and what crashes is never left out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from doubles.evaluated import CASE
from unbland.application.evaluation.evaluate import Bench, run_all, scripted
from unbland.application.evaluation.plan import Planned, model_plan, scripted_plan
from unbland.application.evaluation.recording import Scripted
from unbland.application.ports import Completer, CompletionFailed, Request
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.evaluation.cases.personas import PERSONAS
from unbland.core.evaluation.gates.gate import Breach
from unbland.core.evaluation.runs.run import Run, Trial, Verdict
from unbland.errors import EvalSetInvalid, ReplyInvalid

REQUEST = Request(step="write", system="", user="", schema={}, deadline=0)
EDITED = scripted_plan([CASE], engine=Engine.EDITOR)


def _editor(_: Completer) -> Rewriter:
    return Rewriter(chain=None, new_id=lambda: "rw_1", seconds=5)


def _crashing(_: Completer) -> Rewriter:
    raise RuntimeError("out of paper")


#: The scripted models of every case, and the case's own.
ALL = [f"llm:{name}" for name in (*PERSONAS, "lying", "rambling")]

BENCH = Bench(rewriter=_editor, model=scripted)


def _run(*trials: Trial, live: bool = False, stopped: str = "") -> Run:
    return Run(made="", dataset="", scorers="", label="", trials=trials, live=live, stopped=stopped)


@pytest.mark.parametrize(
    ("asked", "writers"),
    [
        ({}, ["editor", *ALL]),
        ({"engine": Engine.EDITOR}, ["editor"]),
        ({"engine": Engine.LLM}, ALL),
        ({"personas": ["lying"]}, ["llm:lying"]),
        ({"ids": ["ferry-clerk"], "engine": Engine.EDITOR}, ["editor"]),
        ({"ids": [CASE.jurisdiction], "engine": Engine.EDITOR}, ["editor"]),
    ],
)
def test_a_plan_holds_what_is_asked_for(asked: dict[str, object], writers: list[str]) -> None:
    """Without a word, the editor and every scripted model."""
    planned = scripted_plan([CASE], **asked)  # type: ignore[arg-type] # a table of keywords
    assert [trial.writer for trial in planned] == writers


def test_a_model_writes_each_case_as_often_as_asked() -> None:
    """Repeats are trials of their own, from 1."""
    assert [(trial.writer, trial.repeat) for trial in model_plan([CASE], repeats=2)] == [("llm", 1), ("llm", 2)]


@pytest.mark.parametrize("asked", [{"ids": ["no-such-case"]}, {"personas": ["shy"]}])
def test_what_the_set_does_not_have_is_refused(asked: dict[str, list[str]]) -> None:
    """A run over nothing would look like a pass."""
    with pytest.raises(EvalSetInvalid, match="There is no"):
        scripted_plan([CASE], **asked)  # type: ignore[arg-type] # a table of keywords


async def test_a_case_goes_the_whole_way() -> None:
    """The editor's posting is judged and measured, and the case is shown with it."""
    result = await run_all(BENCH, EDITED)

    (trial,), (given,) = result.trials, result.cases
    assert trial.posting is not None
    assert trial.measures is not None
    assert trial.posting.title == "Ferry Clerk"
    assert 0 < trial.quality <= 1
    assert given.id == trial.case == "ferry-clerk"
    assert "Bicycle parking" in given.draft


async def test_a_crash_is_a_failure_and_stays_in_the_count() -> None:
    """The run goes on, counts it, and is invalid."""
    trials = (await run_all(replace(BENCH, rewriter=_crashing), EDITED * 2)).trials

    assert [trial.error for trial in trials] == ["RuntimeError: out of paper"] * 2
    assert [trial.quality for trial in trials] == [0, 0]
    assert (_run(*trials).passed, _run(*trials).verdict) == (0, Verdict.INVALID)


async def test_a_reply_that_cannot_be_resolved_is_a_crash() -> None:
    """A scripted model that cites words of nobody proves nothing."""
    trials = (await run_all(BENCH, [Planned(case=CASE, persona="shy")])).trials

    assert _run(*trials).verdict is Verdict.INVALID


async def test_one_breach_breaks_the_run() -> None:
    """Whatever the other trials say."""
    (trial,) = (await run_all(BENCH, EDITED)).trials
    clean = replace(trial, breaches=())
    broken = replace(trial, breaches=(Breach(gate="figure", evidence="9"),))

    assert _run(clean, clean).verdict is Verdict.PASSED
    assert _run(clean, broken).verdict is Verdict.BROKEN


async def test_a_model_that_was_not_reached_is_not_measured() -> None:
    """The editor's posting in its place proves nothing: a run of those never passes."""
    (trial,) = (await run_all(BENCH, EDITED)).trials
    clean = replace(trial, breaches=())
    absent = replace(clean, degraded="write: timeout")

    assert not absent.measured
    assert absent.quality == 0
    assert _run(clean, absent).verdict is Verdict.INVALID
    assert replace(clean, degraded="repair: timeout").measured
    assert replace(clean, degraded="write: refused; verify: timeout").measured


async def test_a_live_run_bears_a_few_that_were_not_reached_and_does_not_pass() -> None:
    """One of twenty: enough was measured for a verdict, which counts it as a failure."""
    (trial,) = (await run_all(BENCH, EDITED)).trials
    clean = replace(trial, breaches=())
    absent = replace(clean, degraded="write: timeout")

    assert _run(*[clean] * 19, absent, live=True).verdict is Verdict.BROKEN
    assert _run(*[clean] * 18, absent, absent, live=True).verdict is Verdict.INVALID
    assert _run(clean, stopped="no money").verdict is Verdict.INVALID


def test_a_run_of_nothing_is_invalid() -> None:
    """No trial, no pass."""
    assert _run().verdict is Verdict.INVALID


def _replayed(answer: str, accept: Callable[[str], str]) -> str:
    return asyncio.run(Scripted({"write": answer}).complete(REQUEST, accept)).value


def test_a_replay_answers_what_is_written_down() -> None:
    """The text of the step goes through `accept`, as a model's would."""
    assert _replayed("yes", str.upper) == "YES"


def test_a_replayed_answer_that_is_not_accepted_fails_like_a_models() -> None:
    """Once: the same answer would come again."""

    def refuse(text: str) -> str:
        raise ReplyInvalid(f"{text} is no posting")

    with pytest.raises(CompletionFailed) as failure:
        _replayed("no", refuse)
    assert failure.value.usage.calls == 1


def test_a_step_without_an_answer_is_an_error() -> None:
    """A miss never becomes a call."""
    with pytest.raises(EvalSetInvalid, match="write"):
        asyncio.run(Scripted({}).complete(REQUEST, str))
