"""`unbland eval compare` and `bless`: what a pipeline sees of two runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doubles.case_model import CaseModel, serving
from doubles.runs import run
from unbland.adapters.evaluation.runs import read_run, write_run
from unbland.bootstrap import sets
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.runs.run import Run
from unbland.edges.cli.app import app

CASES = [f"case-{n}" for n in range(12)]
GROUNDING = "Say only what the cited sources say."


def _files(tmp_path: Path, *runs: Run) -> list[str]:
    for number, each in enumerate(runs):
        write_run(tmp_path / f"{number}.json", each)
    return [str(tmp_path / f"{number}.json") for number in range(len(runs))]


def _runs(*qualities: float) -> list[Run]:
    return [run(dict.fromkeys(CASES, quality)) for quality in qualities]


@pytest.mark.parametrize(("new", "code"), [(0.9, 0), (0.95, 0), (0.8, 1)])
def test_a_worse_run_fails_the_pipeline(tmp_path: Path, new: float, code: int) -> None:
    """1 for a regression; the last line says which and why."""
    result = CliRunner().invoke(app, ["eval", "compare", *_files(tmp_path, *_runs(0.9, new))])

    assert result.exit_code == code, result.output
    assert result.stdout.splitlines()[-1].startswith(("regression:", "no difference", "improvement:"))


def test_what_proves_nothing_is_neither(tmp_path: Path) -> None:
    """2, and it is never called a pass."""
    result = CliRunner().invoke(app, ["eval", "compare", *_files(tmp_path, run({"a": 0.9}), run({"a": 0.9}))])

    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1].startswith("invalid:")


def test_designs_stand_beside_each_other(tmp_path: Path) -> None:
    """Three runs: a row each, with what a posting costs; a regression among them counts."""
    result = CliRunner().invoke(app, ["eval", "compare", *_files(tmp_path, *_runs(0.9, 0.9, 0.8))])

    assert result.exit_code == 1
    assert "0.0040" in result.stdout
    assert "2,000" in result.stdout


def test_json_has_all_of_it(tmp_path: Path) -> None:
    """For machines."""
    result = CliRunner().invoke(app, ["eval", "compare", "--json", *_files(tmp_path, *_runs(0.9, 0.8))])

    (found,) = json.loads(result.stdout).values()
    assert found["outcome"] == "regression"
    assert found["criteria"].keys() == {"facts", "score"}


@pytest.mark.parametrize("text", ["", "{}", '{"made": 1}'])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    """3, in one sentence."""
    (tmp_path / "x.json").write_text(text)
    result = CliRunner().invoke(app, ["eval", "compare", str(tmp_path / "x.json"), str(tmp_path / "x.json")])

    assert result.exit_code == 3
    assert "is no run of the eval" in result.stderr


def test_a_blessed_run_is_small_and_says_what_it_replaces(tmp_path: Path) -> None:
    """No draft and no posting is in it, and it compares as the whole run does."""
    old, new = _files(tmp_path, *_runs(0.9, 0.95))
    CliRunner().invoke(app, ["eval", "bless", old, "--to", str(tmp_path / "kept")])
    again = CliRunner().invoke(app, ["eval", "bless", new, "--to", str(tmp_path / "kept")])
    (file,) = (tmp_path / "kept").iterdir()

    assert file.name == "gpt-5.4-mini-write-repair.json"
    assert "quality was 90.0, now 95.0" in again.stdout
    assert "Ferry clerk" not in file.read_text()
    assert CliRunner().invoke(app, ["eval", "compare", str(file), new]).exit_code == 0


def test_a_run_that_did_not_pass_is_not_blessed(tmp_path: Path) -> None:
    """Nothing would be held to anything."""
    (file,) = _files(tmp_path, Run(made="", dataset="", scorers="", label=""))
    result = CliRunner().invoke(app, ["eval", "bless", file, "--to", str(tmp_path / "kept")])

    assert result.exit_code == 3
    assert not (tmp_path / "kept").exists()


def _mood(case: Case, system: str) -> str:
    """Honest while it is told to be."""
    liars = [name for name in ("inventing", "flattering", "dropping") if name in case.replies]
    return "faithful" if GROUNDING in system or not liars else liars[0]


def test_a_worse_prompt_is_a_regression_an_equal_one_is_not_and_a_broken_run_is_invalid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The grounding paragraph is dropped, and the model invents; a comma is changed; the model is away."""
    text = (Path(__file__).parents[2] / "prompts" / "write" / "v1.md").read_text("utf-8")
    assert GROUNDING in text
    worse, equal = tmp_path / "worse.md", tmp_path / "equal.md"
    worse.write_text(text.replace(GROUNDING, "Write as you like."))
    equal.write_text(text.replace("short and specific, in plain English", "short, specific and in plain English"))
    monkeypatch.setenv("UNBLAND_MODEL", "gpt-5.4-mini")
    kept = {name: str(tmp_path / f"{name}.json") for name in ("old", "worse", "equal", "away")}

    def evaluate(name: str, *options: str) -> int:
        recording = ["--recording", str(tmp_path / f"{name}.jsonl"), "--max-cost", "50"]
        result = CliRunner().invoke(app, ["eval", "--live", "-o", kept[name], *recording, *options])
        return result.exit_code

    with serving(CaseModel(sets.eval_cases(), _mood)) as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.url)
        assert evaluate("old") == 0
        assert evaluate("worse", "--prompt", str(worse)) == 0  # the guard holds; the postings are poorer
        assert evaluate("equal", "--prompt", str(equal)) == 0
    monkeypatch.setattr("unbland.adapters.retrying._CALLS", 1)
    assert evaluate("away") == 2  # the model is gone

    def compared(name: str) -> int:
        return CliRunner().invoke(app, ["eval", "compare", kept["old"], kept[name]]).exit_code

    assert compared("worse") == 1
    assert compared("equal") == 0
    assert compared("away") == 2
    # No model is asked about these.
    untouched = sum(bool({"already-good", "not-english"} & set(case.tags)) for case in sets.eval_cases())
    assert read_run(Path(kept["away"])).passed <= untouched
