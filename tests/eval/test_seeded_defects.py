"""Defects that are seeded in true results are seen by the gates that are there for them."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doubles.evaluated import CASE, output
from unbland.application.evaluation.evaluate import Bench
from unbland.application.evaluation.seed import sow
from unbland.bootstrap import sets
from unbland.bootstrap.evaluation import Design, scripted_bench
from unbland.bootstrap.runs import gate_floors
from unbland.core.evaluation.gates import breaches as row
from unbland.core.evaluation.gates.breaches import GATES
from unbland.core.evaluation.mutants import mutation
from unbland.core.evaluation.mutants.mutation import DEFECTS, mutants, tried
from unbland.edges.cli.app import app

#: Kinds of which not one may be missed: what a candidate would be misled by most.
_NEVER_MISSED = {"figure", "pay altered", "denial lost", "denial gained", "must-have lost", "order followed"}


#: Cases in which every kind is seeded somewhere.
_EVERY_KIND = {
    *("account-manager-key", "museum-educator-no-pay", "bus-driver-bare"),
    *("correspondence-clerk-other-pay", "machine-learning-engineer-no-pay", "support-specialist-good"),
}


@pytest.fixture(scope="module")
def bench() -> Bench:
    """What runs the scripts of the cases."""
    return scripted_bench(Design())


async def test_the_committed_shares_are_caught(bench: Bench) -> None:
    """Every kind is seeded somewhere in the set, and no less of it is seen than is committed."""
    sown = await sow(bench, sets.eval_cases(), gate_floors())

    assert sown.shortfalls == ()
    for kind in _NEVER_MISSED:
        assert sown.mutation.by_kind[kind].hits == sown.mutation.by_kind[kind].all


async def test_a_gate_that_sleeps_is_noticed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the gate that is there for it, what was seeded is not caught: the figure is no matter of course."""
    cases = sets.eval_cases()[:4]
    for gate in ("figure", "must-have", "polarity", "modality"):
        with monkeypatch.context() as patched:
            patched.setitem(mutation._LOOKS, gate, lambda *_: ())
            sown = await sow(bench, cases, {})
        lost = [each for each in sown.mutation.seen if not each.caught]
        assert any(gate in _gates(each.kind) for each in lost), gate


def _gates(kind: str) -> tuple[str, ...]:
    return next(defect.gates for defect in DEFECTS if defect.kind == kind)


def test_every_gate_has_a_defect_that_is_there_for_it() -> None:
    """A gate that no defect is seeded for is a gate that nobody tries; shared ones are named with another."""
    assert {gate for defect in DEFECTS for gate in defect.gates} == {gate.id for gate in GATES}


def test_a_mutant_has_one_defect_and_differs_from_the_result() -> None:
    """Each is another text than the true result, and all of one case are different."""
    made = list(mutants(CASE, output()))

    assert len(made) > 40
    assert all(mutant.output != output() for mutant in made)


def test_the_small_case_s_defects_are_all_seen() -> None:
    """The case that gates are tested on by hand."""
    assert [each for each in tried(CASE, output()) if not each.caught] == []


def test_the_gates_share_no_code_with_the_guard() -> None:
    """They are there to catch its errors, so that they must not make them with it."""
    folder = Path(row.__file__).parent
    imported = {
        node.module or ""
        for path in (*folder.glob("*.py"), *folder.parent.joinpath("cases").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert not {module for module in imported if module.startswith(("unbland.core.guard", "unbland.core.editor"))}


def test_the_command_says_what_was_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row a kind, and the sum; JSON with every defect: over a few cases that have every kind between them."""
    few = tuple(case for case in sets.eval_cases() if case.id in _EVERY_KIND)
    monkeypatch.setattr(sets, "eval_cases", lambda: few)
    told = CliRunner().invoke(app, ["eval", "gates"])
    wired = json.loads(CliRunner().invoke(app, ["eval", "gates", "--json"]).stdout)

    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[-1].startswith("holds: the gates caught ")
    assert {each["kind"] for each in wired["defects"]} == {defect.kind for defect in DEFECTS}
