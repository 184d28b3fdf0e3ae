"""Live runs against a model on a real socket: recorded as they go, replayed to the same figures, stopped by money."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from doubles.case_model import INPUT_TOKENS, OUTPUT_TOKENS, CaseModel, serving
from unbland.adapters.evaluation.runs import read_run
from unbland.bootstrap import sets
from unbland.core.evaluation.runs.run import Run, Verdict
from unbland.edges.cli.app import app

CASES = sets.eval_cases()
TWO = ("line-cook", "electrician")


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseModel]:
    """A model that plays the honest persona of each case, and the settings that lead to it."""
    chosen = [case for case in CASES if case.id in TWO]
    with serving(CaseModel(chosen, lambda _, __: "faithful")) as served:
        monkeypatch.setenv("OPENAI_BASE_URL", served.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        monkeypatch.setenv("UNBLAND_MODEL", "gpt-5.4-mini")
        yield served


def _eval(tmp_path: Path, *options: str, expect: int = 0) -> tuple[Result, Run]:
    """The command on the two cases, and the run it kept."""
    chosen = [word for case in TWO for word in ("--case", case)]
    file, answers = tmp_path / "run.json", tmp_path / "answers.jsonl"
    result = CliRunner().invoke(
        app, ["eval", *chosen, "--recording", str(answers), "-o", str(file), *options], catch_exceptions=False
    )
    assert result.exit_code == expect, result.output
    return result, read_run(file)


def _figures(run: Run) -> list[tuple[object, ...]]:
    return [(t.case, t.repeat, t.status, t.quality, t.spent.input_tokens, t.spent.dollars) for t in run.trials]


def test_a_live_run_is_recorded_and_replays_without_a_call(model: CaseModel, tmp_path: Path) -> None:
    """Same trials, same figures, original tokens, money and seconds; nobody is asked."""
    _, live = _eval(tmp_path, "--live", "--repeats", "2")
    calls = model.asked.total()
    _, replayed = _eval(tmp_path, "--repeats", "2")

    assert calls >= 4
    assert model.asked.total() == calls
    assert _figures(replayed) == _figures(live)
    assert [t.spent.seconds for t in replayed.trials] == pytest.approx([t.spent.seconds for t in live.trials], abs=0.01)
    assert live.trials[0].spent.input_tokens >= INPUT_TOKENS
    assert live.live
    assert not replayed.live


def test_a_repeat_is_a_draw_of_its_own(model: CaseModel, tmp_path: Path) -> None:
    """Two repeats are two questions to the model, never one answer twice."""
    _eval(tmp_path, "--live", "--strategy", "one-shot", "--repeats", "3")

    assert model.asked["write"] == 3 * len(TWO)


def test_what_is_recorded_is_not_asked_again(model: CaseModel, tmp_path: Path) -> None:
    """A second live run asks for what is missing and pays for nothing else."""
    _eval(tmp_path, "--live", "--strategy", "one-shot")
    _eval(tmp_path, "--live", "--strategy", "one-shot", "--repeats", "2")

    assert model.asked["write"] == 2 * len(TWO)


def test_a_replay_miss_is_an_error_and_never_a_call(model: CaseModel, tmp_path: Path) -> None:
    """The run is invalid, and says what to do."""
    _eval(tmp_path, "--live")
    calls = model.asked.total()
    result, run = _eval(tmp_path, "--repeats", "2", expect=2)

    assert model.asked.total() == calls
    assert run.verdict is Verdict.INVALID
    assert "--live" in result.stdout


@pytest.mark.parametrize(
    "bent",
    [
        {"content": None, "refusal": "I will not."},
        {"content": "{", "finish_reason": "length"},
        {"content": "", "finish_reason": "content_filter"},
        {"content": "Here is your posting!"},
    ],
    ids=["refused", "cut off", "filtered", "no posting"],
)
def test_what_is_no_answer_is_not_recorded(model: CaseModel, tmp_path: Path, bent: dict[str, object]) -> None:
    """A refusal today is no refusal tomorrow: the next run asks again."""
    model.bend = lambda _: dict(bent)
    _eval(tmp_path, "--live")
    model.bend = lambda text: {"content": text}
    before = model.asked["write"]
    _, run = _eval(tmp_path, "--live")

    assert model.asked["write"] == before + len(TWO)
    assert [trial.degraded for trial in run.trials] == [None] * len(TWO)


def test_a_model_that_is_down_makes_the_run_invalid(
    model: CaseModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor's postings would all pass; they say nothing of the model."""
    monkeypatch.setattr("unbland.adapters.retrying._CALLS", 1)  # what is retried is tested elsewhere
    model.bend = lambda _: None
    result, run = _eval(tmp_path, "--live", expect=2)

    assert run.verdict is Verdict.INVALID
    assert "2 not measured" in result.stdout


def test_money_ends_a_run_before_the_call_that_may_pass_the_limit(model: CaseModel, tmp_path: Path) -> None:
    """Nothing is spent beyond it, the run is invalid, and what was answered is kept."""
    result, run = _eval(tmp_path, "--live", "--max-cost", "0.01", expect=2)

    assert model.asked.total() == 0
    assert run.stopped
    assert "limit in money" in result.stdout


def test_a_raised_limit_goes_on_from_what_was_answered(model: CaseModel, tmp_path: Path) -> None:
    """With room for about one call at a time, the first run answers some; the next one asks only for the rest."""
    _, first = _eval(tmp_path, "--live", "--max-cost", "0.11", "--at-once", "1", "--repeats", "4", expect=2)
    begun = model.asked["write"]
    _, second = _eval(tmp_path, "--live", "--at-once", "1", "--repeats", "4")

    assert 0 < begun < 4 * len(TWO)
    assert sum(trial.spent.dollars or 0 for trial in first.trials) <= 0.11
    assert model.asked["write"] == 4 * len(TWO)
    assert second.verdict is Verdict.PASSED


@pytest.mark.usefixtures("model")
def test_a_model_without_a_price_is_refused_before_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that nobody can reckon is none; with --price it can be."""
    monkeypatch.setenv("UNBLAND_MODEL", "our-own-7b")
    answers = ["--recording", str(tmp_path / "own.jsonl")]
    refused = CliRunner().invoke(app, ["eval", "--live", "--case", TWO[0], *answers])
    allowed = CliRunner().invoke(app, ["eval", "--live", "--case", TWO[0], "--price", "0,0", *answers])

    assert refused.exit_code == 3
    assert "--price" in refused.stderr
    assert allowed.exit_code == 0, allowed.output


def test_self_refine_takes_three_calls_and_the_bill_says_so(model: CaseModel, tmp_path: Path) -> None:
    """Write, remarks, and write again; one-shot takes one."""
    _, one = _eval(tmp_path, "--live", "--strategy", "one-shot")
    _, three = _eval(tmp_path, "--live", "--strategy", "self-refine")

    assert {trial.spent.calls for trial in one.trials} == {1}
    assert {trial.spent.calls for trial in three.trials} == {3}
    assert {trial.spent.output_tokens for trial in three.trials} == {3 * OUTPUT_TOKENS}
    assert set(model.asked) == {"write", "feedback", "refine"}


def test_the_key_depends_on_model_and_prompt(model: CaseModel, tmp_path: Path) -> None:
    """Another prompt is another question."""
    prompts = Path(__file__).parents[2] / "prompts" / "write" / "v1.md"
    other = tmp_path / "write" / "v2.md"
    other.parent.mkdir()
    other.write_text(prompts.read_text("utf-8").replace("version: 1", "version: 2").replace("one thought", "1 thought"))
    _eval(tmp_path, "--live", "--strategy", "one-shot")
    _, run = _eval(tmp_path, "--live", "--strategy", "one-shot", "--prompt", str(other))

    assert model.asked["write"] == 2 * len(TWO)
    assert run.prompts["write"].startswith("v2@")


def test_a_recording_of_another_model_is_refused(
    model: CaseModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two models' answers in one file would be compared as one."""
    _eval(tmp_path, "--live")
    monkeypatch.setenv("UNBLAND_MODEL", "gpt-5.4")
    answers = ["--recording", str(tmp_path / "answers.jsonl")]
    result = CliRunner().invoke(app, ["eval", "--live", "--case", TWO[0], *answers])

    assert result.exit_code == 3
    assert "another file" in result.stderr
    assert model.asked["write"] == len(TWO)


def test_a_line_that_was_cut_off_by_a_kill_is_left_out(model: CaseModel, tmp_path: Path) -> None:
    """Its answer is asked for again; the others are kept."""
    _eval(tmp_path, "--live", "--strategy", "one-shot")
    file = tmp_path / "answers.jsonl"
    file.write_bytes(file.read_bytes()[:-40])
    _, run = _eval(tmp_path, "--live", "--strategy", "one-shot")

    assert model.asked["write"] == len(TWO) + 1
    assert run.verdict is Verdict.PASSED
    assert len([json.loads(line) for line in file.read_bytes().splitlines() if line.endswith(b"}")]) == 1 + len(TWO)


def test_another_prompt_shows_only_the_lines_that_differ(model: CaseModel, tmp_path: Path) -> None:
    """The model drops what it drops under the new prompt; the rest of the posting is not printed."""
    told = (Path(__file__).parents[2] / "prompts" / "write" / "v1.md").read_text("utf-8")
    other = tmp_path / "write" / "v2.md"
    other.parent.mkdir()
    other.write_text(
        told.replace("version: 1", "version: 2").replace("One thought a line", "At least one thought a line")
    )
    model.mood = lambda _, system: "dropping" if "At least one thought" in system else "faithful"
    answers = ["--recording", str(tmp_path / "answers.jsonl")]
    result = CliRunner().invoke(app, ["eval", "try", str(other), "--cases", "electrician", *answers])

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].startswith("electrician: quality ")
    assert 1 <= sum(line.lstrip().startswith(("- ", "+ ")) for line in lines) <= 6
    again = CliRunner().invoke(app, ["eval", "try", str(other), "--cases", "electrician", "--replay", *answers])
    assert again.stdout == result.stdout
