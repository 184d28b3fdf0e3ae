"""`unbland eval`: a table or JSON, and an exit code that a pipeline can trust."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from doubles.evaluated import CASE
from unbland import bootstrap
from unbland.application.evaluation.evaluate import Report, Trial, TrialResult, evaluate, plan
from unbland.application.rewrite import Engine
from unbland.edges.cli.app import app
from unbland.edges.cli.evaluation.evaluate import to_wire

GOOD = "support-specialist-good"


def test_a_case_is_shown_as_a_row_and_a_sum() -> None:
    """Case, trade, writer, status and score; the last line sums up."""
    result = CliRunner().invoke(app, ["eval", "--case", GOOD, "--engine", "editor"])

    row = next(line for line in result.stdout.splitlines() if line.lstrip().startswith(GOOD))
    assert "customer support" in row
    assert "editor" in row
    assert " → " in row
    assert "of 1 trials hold every gate" in result.stdout.splitlines()[-1]


def test_json_has_every_trial_and_its_evidence() -> None:
    """The same table for machines."""
    result = CliRunner().invoke(app, ["eval", "--case", GOOD, "--json"])

    report = json.loads(result.stdout)
    assert report["planned"] == len(report["trials"]) == 3
    assert {trial["case"] for trial in report["trials"]} == {GOOD}
    assert result.exit_code == {"passed": 0, "broken": 1, "invalid": 2}[report["verdict"]]


@pytest.mark.parametrize("wrong", [["--case", "no-such-case"], ["--persona", "shy"]])
def test_a_wrong_name_is_a_wrong_configuration(wrong: list[str]) -> None:
    """Exit code 3, and a sentence that lists what there is."""
    result = CliRunner().invoke(app, ["eval", *wrong])

    assert result.exit_code == 3
    assert "There is no" in result.stderr


def test_a_crash_has_its_own_row() -> None:
    """It is in the report with its error, and without figures."""
    (trial,) = plan([CASE], engine=Engine.EDITOR)

    wire = to_wire(Report(results=(TrialResult(trial=trial, error="RuntimeError: out of paper"),)))

    assert wire["verdict"] == "invalid"
    assert isinstance(wire["trials"], list)
    assert wire["trials"][0]["status"] == "crashed"
    assert wire["trials"][0]["error"] == "RuntimeError: out of paper"


@pytest.mark.parametrize("trial", plan(bootstrap.eval_cases()), ids=lambda trial: f"{trial.case.id}-{trial.writer}")
async def test_every_trial_of_the_set_holds_every_gate(trial: Trial) -> None:
    """Whatever the model says, what comes out is true, whole and well behaved."""
    (result,) = (await evaluate([trial], bootstrap.scripted_rewriter())).results

    assert result.error == ""
    assert result.breaches == ()
