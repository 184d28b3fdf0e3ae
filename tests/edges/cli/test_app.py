"""The last line of defence of the command line."""

from __future__ import annotations

import pytest

from unbland.edges.cli.app import main


class Broken:
    """Standard input that fails as nobody foresaw."""

    @property
    def buffer(self) -> object:
        """What is read from."""
        raise RuntimeError("CANARY")


def test_the_unexpected_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Its words stay inside, since they may be the draft's; the exit code says an outside part failed."""
    monkeypatch.setattr("sys.stdin", Broken())
    monkeypatch.setattr("sys.argv", ["unbland", "rewrite", "-"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    way_out = "`unbland --debug …` shows what to report."
    assert capsys.readouterr().err == f"unbland: Something unexpected went wrong (RuntimeError); {way_out}\n"


def test_a_database_that_is_away_is_told_to_its_operator(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name or a port that is wrong stays wrong however often one asks again; the sentence shows no password."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", "postgresql://ann:CANARY@127.0.0.1:1/unbland")
    monkeypatch.setattr("sys.argv", ["unbland", "keys", "list"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 3
    assert "see that it runs and that UNBLAND_DATABASE_URL names it" in said
    assert "CANARY" not in said


def test_debug_shows_where(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reports it can show the place."""
    monkeypatch.setattr("sys.stdin", Broken())
    monkeypatch.setattr("sys.argv", ["unbland", "--debug", "rewrite", "-"])
    with pytest.raises(RuntimeError, match="CANARY"):
        main()


def test_rules_of_one_principle(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`unbland rules pay` lists what there is on pay, and nothing else."""
    monkeypatch.setattr("sys.argv", ["unbland", "rules", "pay"])
    with pytest.raises(SystemExit) as ended:
        main()
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert "pay.missing" in shown
    assert "reason.missing" not in shown
