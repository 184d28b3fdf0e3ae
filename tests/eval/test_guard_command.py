"""`unbland eval guard`: a table or JSON, an exit code, and a test part that stays unread."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from unbland.adapters import resources
from unbland.bootstrap import sets
from unbland.edges.cli.app import app

OURS = Path(__file__).parent / "guard"
#: The lighthouse keeper has a line that is called true and is not, and one that is called untrue and is true.
STOPPED, LEAK = "to 400 visitors", "Show visitors the tower and the engine room. (D2)"
ALL_HELD = "{caught: 0.5, false_alarms: {light: 0.5, free: 1.0}, hollow_accepted: 0.5}"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["eval", "guard", *arguments])


@pytest.fixture
def guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of our own in place of the one that ships: the cheesemonger in dev, the lighthouse keeper in test."""
    folder = tmp_path / "eval" / "guard"
    for part, trade in (("dev", "cheesemonger"), ("test", "lighthouse_keeper")):
        (folder / part).mkdir(parents=True)
        shutil.copy(OURS / f"{trade}.yaml", folder / part)
    (folder / "figures.yaml").write_text(
        f"dev: {{caught: 0.5, false_alarms: {{light: 0.5}}, hollow_accepted: 0.5}}\ntest: {ALL_HELD}\n", "utf-8"
    )
    monkeypatch.setattr(sets, "data_dir", lambda name: tmp_path / name)
    assert resources.data_dir("eval") != tmp_path / "eval"
    return folder


def test_the_set_that_ships_holds_its_figures() -> None:
    """Exit code 0, a row a label, and the sums under the table; dev is held beside the guard, where all read it."""
    result = _run("--part", "test")

    assert result.exit_code == 0
    assert any(line.split()[:1] == ["number"] for line in result.stdout.splitlines())
    assert "false alarms: light" in result.stdout
    assert "expected with a verifier" in result.stdout
    assert "test: holds the committed figures." in result.stdout


def test_a_set_that_falls_short_fails(guard: Path) -> None:
    """Exit code 1, and the figure that does not hold."""
    figures = (guard / "figures.yaml").read_text("utf-8")
    (guard / "figures.yaml").write_text(figures.replace("free: 1.0", "free: 0.5"), "utf-8")

    result = _run()

    assert result.exit_code == 1
    assert "test: falls short of the committed figures." in result.stdout
    assert "free lines wrongly stopped: 100.0% (1 of 1), at most 50.0% committed" in result.stdout
    assert "dev: holds the committed figures." in result.stdout


def test_a_part_without_sentences_measures_nothing(guard: Path) -> None:
    """Exit code 2, whether it is asked for or its figures wait for it."""
    shutil.rmtree(guard / "test")

    for arguments in ([], ["--part", "test"]):
        result = _run(*arguments)
        assert result.exit_code == 2
        assert "test: nothing measured" in result.stdout
    assert _run("--part", "dev").exit_code == 0


def test_a_part_without_figures_is_a_wrong_configuration(guard: Path) -> None:
    """Exit code 3, with the table from which figures are taken."""
    (guard / "figures.yaml").write_text(f"test: {ALL_HELD}", "utf-8")

    result = _run()

    assert result.exit_code == 3
    assert "dev: no figures are committed for it" in result.stdout
    assert "unfaithful" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--trade", "astronaut"], 3, "There is no trade 'astronaut'"),
        (["--external", "/no/such"], 3, "There is no folder /no/such"),
        (["--external", ".", "--part", "dev"], 2, "give one of them"),
        (["--part", "train"], 2, "--part"),
    ],
)
def test_a_wrong_option_is_named(arguments: list[str], code: int, said: str) -> None:
    """One sentence, no traceback."""
    result = _run(*arguments)

    assert result.exit_code == code
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_an_option_of_the_eval_is_not_lost() -> None:
    """`unbland eval --case x guard` would measure something else than was asked."""
    result = CliRunner().invoke(app, ["eval", "--case", "line-cook", "guard"])

    assert result.exit_code == 2
    assert "--case is an option of `unbland eval` alone" in result.stderr


@pytest.mark.usefixtures("guard")
def test_the_test_part_stays_unread() -> None:
    """Its sentences are listed with --failures and --reveal together, and in no other way."""
    for arguments in ([], ["--failures"], ["--reveal"], ["--json"], ["--failures", "--json"]):
        for where in ([], ["--part", "test"], ["--trade", "lighthouse keeper"]):
            said = _run(*arguments, *where).output
            assert STOPPED not in said
            assert LEAK not in said

    assert "--reveal lists them" in _run("--failures").stdout
    revealed = _run("--failures", "--reveal").stdout
    assert f"leak · lighthouse keeper · role: {LEAK}" in revealed
    assert STOPPED in revealed


def test_failures_are_listed_on_demand() -> None:
    """Each with its trade, its label and what was found in it."""
    assert " · " not in _run("--external", str(OURS)).stdout
    lines = [line for line in _run("--external", str(OURS), "--failures").stdout.splitlines() if " · " in line]

    assert f"leak · lighthouse keeper · role: {LEAK}" in lines
    assert all(" ← " in line for line in lines if line.startswith("false alarm"))


@pytest.mark.usefixtures("guard")
def test_one_trade_is_held_to_no_figures() -> None:
    """Figures are of whole parts."""
    result = _run("--trade", "Lighthouse Keeper")

    assert result.exit_code == 0
    assert "test: measured; no committed figures apply." in result.stdout
    assert "dev:" not in result.stdout


def test_sentences_from_elsewhere_are_measured(tmp_path: Path) -> None:
    """The same format, no figures; an empty folder measures nothing."""
    result = _run("--external", str(OURS), "--failures")

    assert result.exit_code == 0
    assert "external: measured; no committed figures apply." in result.stdout
    assert STOPPED in result.stdout
    assert _run("--external", str(tmp_path)).exit_code == 2
    assert "1 trade\n" in _run("--external", str(OURS), "--trade", "cheesemonger").stdout


def test_json_has_the_same_figures() -> None:
    """For machines: counts, shares and intervals by label, and the failures where they are asked for."""
    report = json.loads(_run("--external", str(OURS), "--failures", "--json").stdout)

    (part,) = report["parts"]
    assert report["standing"] == "holds"
    assert part["trades"] == 2
    assert part["labels"]["hollow"]["refused"] == part["hollow"]["all"] == 2
    untrue = part["unfaithful"]
    assert untrue["stopped_share"] == pytest.approx((untrue["refused"] + untrue["doubted"]) / untrue["all"])
    assert any(STOPPED in alarm["text"] for alarm in part["false_alarms"])
    assert [leak["cites"] for leak in part["leaks"] if leak["label"] == "role"] == [["D2"]]
    assert json.loads(_run("--external", str(OURS), "--json").stdout)["parts"][0]["leaks"] is None
