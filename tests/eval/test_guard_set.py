"""The guard's labelled sentences as files: they load, no trade stands in two parts, and what is wrong is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from unbland.adapters.evaluation.guard_set import read_committed, read_guard_set, read_trades, sentences_schema
from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part
from unbland.core.evaluation.sentences.judging import judge
from unbland.core.evaluation.sentences.labelled import Label, Trade, ledger_of, sentences
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Modality
from unbland.errors import EvalSetInvalid

GUARD = Path(__file__).parents[2] / "eval" / "guard"
OURS = Path(__file__).parent / "guard"


def _trade(name: str) -> Trade:
    return next(trade for trade in read_trades(OURS) if trade.trade == name)


def test_the_set_loads_with_many_trades() -> None:
    """At least 17 trades to learn from."""
    assert len(sets.guard_set()[Part.DEV]) >= 17


def test_the_schema_for_editors_is_up_to_date() -> None:
    """`sentences.schema.json` is the types, written out; on failure write `sentences_schema()` with an indent of 1."""
    assert json.loads((GUARD / "sentences.schema.json").read_text("utf-8")) == sentences_schema()


def test_every_file_names_the_schema() -> None:
    """The first line lets an editor complete and check the fields."""
    first = "# yaml-language-server: $schema=../sentences.schema.json\n"
    files = [path for part in Part for path in (GUARD / part).glob("*.yaml")]

    assert [path.name for path in files if not path.read_text("utf-8").startswith(first)] == []


def test_title_and_company_name_stand_in_their_fields() -> None:
    """The first fact of each kind names what the posting is about; a second one about the company does not."""
    ledger = ledger_of(_trade("lighthouse keeper"))

    assert {field: source.id for field, source in ledger.by_field.items()} == {"role.title": "F1", "company.name": "F2"}
    assert [source.id for source in ledger.must_haves] == ["D3"]
    assert ledger.by_id["D1"].modality is Modality.NONE


def test_a_line_is_judged_with_all_sources_of_its_trade() -> None:
    """Its ids are its cites, in their order."""
    all_ = list(sentences([_trade("lighthouse keeper")]))
    merged = next(each for each in all_ if "looks after 9 lamps" in each.line.text)

    assert merged.line.cites == ("D5", "F3")
    assert merged.label is Label.LEGAL
    assert {"F1", "D1"} <= set(merged.ledger.by_id)


def test_a_hollow_line_is_asked_of_coverage() -> None:
    """What the checks let through does not count as stating what it cites where it is too empty."""
    hollow = next(each for each in sentences([_trade("lighthouse keeper")]) if each.label is Label.HOLLOW)

    assert judge(hollow).uncounted
    assert judge(hollow).outcome is Outcome.REFUSED


def test_a_true_line_passes_and_an_untrue_one_does_not() -> None:
    """Figures that change places are refused."""
    outcomes = {each.line.text: judge(each).outcome for each in sentences([_trade("cheesemonger")])}

    assert outcomes["You cut and wrap 60 cheeses from 14 dairies."] is Outcome.PASSED
    assert outcomes["You cut and wrap 14 cheeses from 60 dairies."] is Outcome.REFUSED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trade: ", "trad: ", "trad: Unexpected keyword"),
        ("  slot:\n", "  solt:\n", "lines.solt: Input should be 'light'"),
        ("kind: title", "kind: titel", "sources.0.kind"),
        ("modality: required,", "modality: must,", "sources.3.modality"),
        ("modality: required, ", "", "sources.3.modality: D2 is a requirement and must say"),
        ("tier: slot", "teir: slot", "sources.5.teir: Unexpected keyword"),
        ("{id: F2", "{id: F1", "sources.1.id: F1 stands for two sources"),
        ('"Rind & Whey"', '" "', "sources.1.text: F2 is empty"),
        ('dairies.", D1]\n    - ["Pref', 'dairies.", D9]\n    - ["Pref', "lines.light.0: there is no source 'D9'"),
        ('14 dairies.", D1]\n  modality', '14 dairies."]\n  modality', "lines.number.1: the line cites nothing"),
        ('"You know what you are doing."', '""', "lines.hollow.0: the line is empty"),
        ('doing.", D2]', 'doing.", D3]', "lines.hollow.0: a hollow line cites a required requirement"),
        ("Cut and wrap 70", "You cut and wrap 60", "lines.number.1: the same line with the same ids"),
        ('an hour", D4]', 'an hour", 4]', "lines.slot.0.1: Input should be a valid string"),
        ("  modality:\n", "  number:\n", "line 19: number stands twice"),
        ('["£13.20', '["£13.20" "', "line 22 is no YAML"),
        ("trade: cheesemonger", "", "trade: "),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_field(tmp_path: Path, old: str, new: str, said: str) -> None:
    """The message names the file and the field, so that it can be mended without a search."""
    text = (OURS / "cheesemonger.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "cheesemonger.yaml").write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(EvalSetInvalid) as refused:
        read_trades(tmp_path)
    assert str(refused.value).startswith("cheesemonger.yaml")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A sentence, not a traceback."""
    (tmp_path / "cook.yaml").write_bytes(b"trade: caf\xe9")

    with pytest.raises(EvalSetInvalid, match=r"cook\.yaml is no UTF-8"):
        read_trades(tmp_path)


@pytest.mark.parametrize("name", ["dev/monger.yaml", "test/cheesemonger.yaml"])
def test_a_trade_has_one_file(tmp_path: Path, name: str) -> None:
    """In one part it would be counted apart; in both, the test would be of what was tuned on."""
    for copy in ("dev/cheesemonger.yaml", name):
        (tmp_path / copy).parent.mkdir(exist_ok=True)
        shutil.copy(OURS / "cheesemonger.yaml", tmp_path / copy)

    with pytest.raises(EvalSetInvalid, match=r"'cheesemonger' is the trade of \w+/\w+\.yaml too"):
        read_guard_set(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("train: {caught: 0.9}", "train"),
        ("dev: {caught: 0.9, flors: {number: 1}}", "dev.flors"),
        ("dev: {caught: 90}", "dev: 90.0 is no share"),
        ("dev: {caught: 0.9, floors: {light: 0.9}}", "dev: floors.light"),
        ("dev: {caught: 0.9, false_alarms: {number: 0.9}}", "dev: false_alarms.number"),
        ("dev: {floors: {number: 0.9}}", "dev.caught"),
    ],
)
def test_wrong_figures_are_refused(tmp_path: Path, text: str, said: str) -> None:
    """A figure that holds nothing must not look like one that does."""
    (tmp_path / "figures.yaml").write_text(text, "utf-8")

    with pytest.raises(EvalSetInvalid, match=rf"figures\.yaml: {said}"):
        read_committed(tmp_path / "figures.yaml")


def test_missing_figures_are_refused(tmp_path: Path) -> None:
    """Without them the set would hold nothing."""
    with pytest.raises(EvalSetInvalid, match=r"figures\.yaml is missing"):
        read_committed(tmp_path / "figures.yaml")
