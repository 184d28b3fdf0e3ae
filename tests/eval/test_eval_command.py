"""`unbland eval`: a table or JSON, and an exit code that a pipeline can trust."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from unbland.adapters.evaluation.cases import read_cases
from unbland.adapters.evaluation.runs import read_run
from unbland.adapters.resources import data_dir
from unbland.application.evaluation.evaluate import run_all
from unbland.application.evaluation.plan import Planned, scripted_plan
from unbland.bootstrap import sets
from unbland.bootstrap.evaluation import Design, scripted_bench
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.runs.run import Run, Trial
from unbland.edges.cli.app import app
from unbland.edges.cli.evaluation.evaluate import to_wire

GOOD = "support-specialist-good"


def test_a_case_is_shown_as_a_row_and_a_sum() -> None:
    """Case, writer, status and score; the last line sums up."""
    result = CliRunner().invoke(app, ["eval", "--case", GOOD, "--engine", "editor"])

    row = next(line for line in result.stdout.splitlines() if line.lstrip().startswith(GOOD))
    assert "editor" in row
    assert " → " in row
    assert "of 1 trials hold every gate" in result.stdout.splitlines()[-1]


def test_json_has_every_trial_and_its_evidence() -> None:
    """The same table for machines."""
    result = CliRunner().invoke(app, ["eval", "--case", GOOD, "--json"])

    report = json.loads(result.stdout)
    assert report["planned"] == len(report["trials"]) >= 3
    assert {trial["case"] for trial in report["trials"]} == {GOOD}
    assert result.exit_code == {"passed": 0, "broken": 1, "invalid": 2}[report["verdict"]]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--case", "no-such-case"],
        ["--persona", "shy"],
        ["--recording", "nowhere.jsonl"],
        ["--prompt", "nowhere/v1.md"],
    ],
)
def test_what_cannot_be_had_is_a_wrong_configuration(wrong: list[str]) -> None:
    """Exit code 3, and one sentence with the way out."""
    result = CliRunner().invoke(app, ["eval", *wrong])

    assert result.exit_code == 3
    assert result.stderr.startswith("unbland: ")
    assert "Traceback" not in result.stderr


def test_cases_are_chosen_by_tag_trade_or_place() -> None:
    """`--case` takes whatever tells cases apart."""
    for word in ("conflict", "nurse", "CA-ON"):
        result = CliRunner().invoke(app, ["eval", "--case", word, "--engine", "editor", "--json"])
        assert 1 <= json.loads(result.stdout)["planned"] < len(sets.eval_cases())


def test_a_kept_run_is_the_run(tmp_path: Path) -> None:
    """What was shown is in the file, with the case as it was and what makes the run comparable."""
    file = tmp_path / "runs" / "run.json"
    CliRunner().invoke(app, ["eval", "--case", GOOD, "-o", str(file)])

    run = read_run(file)

    assert {trial.case for trial in run.trials} == {GOOD}
    assert run.trials[0].shares["score"] == 1.0
    assert "D1" in run.cases[0].sources
    assert len(run.dataset) == len(run.scorers) == 12
    assert run.prompts["write"].startswith("v")


def test_a_run_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    """The folder is a file."""
    (tmp_path / "file").write_text("")

    result = CliRunner().invoke(app, ["eval", "--case", GOOD, "--engine", "editor", "-o", str(tmp_path / "file" / "x")])

    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


def test_many_processes_say_what_one_says() -> None:
    """In the same order, whoever ran it."""
    whole = CliRunner().invoke(app, ["eval", "--engine", "llm", "--json"])
    trials = json.loads(whole.stdout)["trials"]
    alone = CliRunner().invoke(app, ["eval", "--case", trials[0]["case"], "--engine", "llm", "--json"])

    assert len(trials) > 20
    assert trials[: len(json.loads(alone.stdout)["trials"])] == json.loads(alone.stdout)["trials"]


def test_a_crash_has_its_own_row() -> None:
    """It is in the report with its error, and without figures."""
    crashed = Trial(case="ferry-clerk", writer="editor", error="RuntimeError: out of paper")

    wire = to_wire(Run(made="", dataset="", scorers="", label="", trials=(crashed,)))

    assert wire["verdict"] == "invalid"
    assert isinstance(wire["trials"], list)
    assert wire["trials"][0]["status"] == "crashed"
    assert wire["trials"][0]["error"] == "RuntimeError: out of paper"


@pytest.mark.parametrize(
    "planned", scripted_plan(sets.eval_cases()), ids=lambda planned: f"{planned.case.id}-{planned.writer}"
)
async def test_every_trial_of_the_set_holds_every_gate(planned: Planned) -> None:
    """Whatever the model says, what comes out is true, whole and well behaved."""
    (trial,) = (await run_all(scripted_bench(Design()), [planned])).trials

    assert trial.error == ""
    assert trial.breaches == ()


@pytest.mark.parametrize("case", read_cases(data_dir("eval") / "pending"), ids=lambda case: case.id)
async def test_a_pending_case_is_one_that_the_product_does_not_hold(case: Case) -> None:
    """Once it does, it belongs among the others."""
    trials = (await run_all(scripted_bench(Design()), scripted_plan([case]))).trials

    assert [trial.error for trial in trials] == [""] * len(trials)
    assert any(trial.breaches for trial in trials)
