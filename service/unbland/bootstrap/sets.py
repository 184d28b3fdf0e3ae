"""The sets that came with the package: cases, labelled sentences, ranked postings; and a folder of somebody's own."""

from __future__ import annotations

from pathlib import Path

from unbland.adapters.evaluation.cases import read_cases
from unbland.adapters.evaluation.guard_set import read_committed, read_guard_set, read_trades
from unbland.adapters.evaluation.score_set import read_score_figures, read_score_set
from unbland.adapters.resources import data_dir
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.ranks.figures import ScoreFigures
from unbland.core.evaluation.ranks.ranked import Group
from unbland.core.evaluation.sentences.committed import Committed, Part
from unbland.core.evaluation.sentences.labelled import Trade
from unbland.errors import EvalSetInvalid


def eval_cases() -> tuple[Case, ...]:
    """The eval set that came with the package; raises EvalSetInvalid."""
    return read_cases(data_dir("eval") / "cases")


def guard_set() -> dict[Part, tuple[Trade, ...]]:
    """The guard's labelled sentences that came with the package, by part; raises EvalSetInvalid."""
    return read_guard_set(data_dir("eval") / "guard")


def guard_figures() -> dict[Part, Committed]:
    """The figures that the guard must hold on them; raises EvalSetInvalid."""
    return read_committed(data_dir("eval") / "guard" / "figures.yaml")


def guard_sentences(folder: Path) -> tuple[Trade, ...]:
    """Labelled sentences of somebody's own; raises EvalSetInvalid."""
    if not folder.is_dir():
        raise EvalSetInvalid(f"There is no folder {folder}; name one that holds a YAML file for each trade.")
    return read_trades(folder)


def score_set() -> dict[Part, dict[str, Group]]:
    """The ranked postings that came with the package, by part and name; raises EvalSetInvalid."""
    return read_score_set(data_dir("eval") / "score")


def score_figures() -> dict[Part, ScoreFigures]:
    """The figures that the score must hold on them; raises EvalSetInvalid."""
    return read_score_figures(data_dir("eval") / "score" / "figures.yaml")
