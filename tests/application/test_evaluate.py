"""The eval: what is planned is run and judged, and what crashes is never left out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from doubles.evaluated import CASE
from unbland.application.evaluation.evaluate import Report, Trial, TrialResult, Verdict, evaluate, plan
from unbland.application.evaluation.replay import Replay
from unbland.application.ports import Completer, CompletionFailed, Request
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.evaluation.gates.gate import Breach
from unbland.errors import EvalSetInvalid, ReplyInvalid

REQUEST = Request(step="write", system="", user="", schema={}, deadline=0)


def _editor(_: Completer) -> Rewriter:
    return Rewriter(chain=None, new_id=lambda: "rw_1", seconds=5)


def _crashing(_: Completer) -> Rewriter:
    raise RuntimeError("out of paper")


@pytest.mark.parametrize(
    ("asked", "writers"),
    [
        ({}, ["editor", "llm:faithful", "llm:lying", "llm:rambling"]),
        ({"engine": Engine.EDITOR}, ["editor"]),
        ({"engine": Engine.LLM}, ["llm:faithful", "llm:lying", "llm:rambling"]),
        ({"personas": ["lying"]}, ["llm:lying"]),
        ({"ids": ["ferry-clerk"], "engine": Engine.EDITOR}, ["editor"]),
    ],
)
def test_a_plan_holds_what_is_asked_for(asked: dict[str, object], writers: list[str]) -> None:
    """Without a word, the editor and every scripted model."""
    assert [trial.writer for trial in plan([CASE], **asked)] == writers  # type: ignore[arg-type] # a table of keywords


@pytest.mark.parametrize("asked", [{"ids": ["no-such-case"]}, {"personas": ["shy"]}])
def test_what_the_set_does_not_have_is_refused(asked: dict[str, list[str]]) -> None:
    """A run over nothing would look like a pass."""
    with pytest.raises(EvalSetInvalid, match="There is no"):
        plan([CASE], **asked)  # type: ignore[arg-type] # a table of keywords


async def test_a_case_goes_the_whole_way() -> None:
    """The editor's posting is judged and measured."""
    report = await evaluate(plan([CASE], engine=Engine.EDITOR), _editor)

    (result,) = report.results
    assert result.output is not None
    assert result.measures is not None
    assert result.output.posting.title == "Ferry Clerk"


async def test_a_crash_is_a_failure_and_stays_in_the_count() -> None:
    """The run goes on, counts it, and is invalid."""
    report = await evaluate(plan([CASE, CASE], engine=Engine.EDITOR), _crashing)

    assert [result.error for result in report.results] == ["RuntimeError: out of paper"] * 2
    assert (report.passed, report.verdict) == (0, Verdict.INVALID)


async def test_a_reply_that_cannot_be_resolved_is_a_crash() -> None:
    """A scripted model that cites words of nobody proves nothing."""
    trial = Trial(case=CASE, persona="shy")

    report = await evaluate([trial], _editor)

    assert report.verdict is Verdict.INVALID


@pytest.mark.parametrize(
    ("breaches", "verdict"),
    [((), Verdict.PASSED), ((Breach(gate="figure", evidence="9"),), Verdict.BROKEN)],
)
async def test_one_breach_breaks_the_run(breaches: tuple[Breach, ...], verdict: Verdict) -> None:
    """Whatever the other trials say."""
    (good,) = (await evaluate(plan([CASE], engine=Engine.EDITOR), _editor)).results
    clean = TrialResult(trial=good.trial, output=good.output)
    other = TrialResult(trial=good.trial, output=good.output, breaches=breaches)

    assert Report(results=(clean, other)).verdict is verdict


def test_a_run_of_nothing_is_invalid() -> None:
    """No trial, no pass."""
    assert Report().verdict is Verdict.INVALID


def _replayed(answer: str, accept: Callable[[str], str]) -> str:
    return asyncio.run(Replay({"write": answer}).complete(REQUEST, accept)).value


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
        asyncio.run(Replay({}).complete(REQUEST, str))
