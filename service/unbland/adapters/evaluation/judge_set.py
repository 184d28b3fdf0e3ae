"""What the judge is asked and held against, as files: criteria, postings, and a sheet of labels for each reader."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from unbland.adapters.evaluation.files import read_file
from unbland.core.evaluation.judging.criteria import Criterion, Posted, refuse_unfit
from unbland.core.evaluation.judging.standing import Sheet
from unbland.core.evaluation.judging.votes import Answer
from unbland.errors import EvalSetInvalid

_CRITERIA = TypeAdapter(tuple[Criterion, ...])
_POSTINGS = TypeAdapter(tuple[Posted, ...])
_EXAMPLE = "eval/README.md says what stands in it"

#: What a reader writes → what it means.
_MARKS = {"+": Answer.MET, "-": Answer.UNMET, "?": Answer.CANNOT_ASSESS}

#: Digits of a hash that runs show.
_SHORT = 12


def read_criteria(folder: Path) -> tuple[Criterion, ...]:
    """What the judge is asked; raises EvalSetInvalid."""
    path = folder / "criteria.yaml"
    criteria = read_file(path, _CRITERIA, _EXAMPLE)
    try:
        refuse_unfit(criteria)
    except ValueError as error:
        raise EvalSetInvalid(f"{path.name}: {error}.") from None
    return criteria


def criteria_hash(criteria: Sequence[Criterion]) -> str:
    """The hash of all that is asked."""
    return hashlib.sha256(_CRITERIA.dump_json(tuple(criteria))).hexdigest()[:_SHORT]


def read_postings(folder: Path) -> tuple[Posted, ...]:
    """The postings that readers judged; raises EvalSetInvalid."""
    return read_file(folder / "postings.yaml", _POSTINGS, _EXAMPLE)


def read_labels(folder: Path, criteria: Iterable[str], postings: Iterable[Posted]) -> tuple[Sheet, ...]:
    """The sheets of the readers, one or two; raises EvalSetInvalid for one that is not whole."""
    names, ids = list(criteria), [posting.id for posting in postings]
    paths = [path for path in (folder / "labels-a.tsv", folder / "labels-b.tsv") if path.exists()]
    return tuple(_sheet(path, names, ids) for path in paths)


def _sheet(path: Path, names: list[str], ids: list[str]) -> Sheet:
    """One reader's answers: a row a posting, a column a criterion."""
    try:
        head, *rows = csv.reader(path.read_text("utf-8").splitlines(), delimiter="\t")
    except (ValueError, csv.Error):
        raise EvalSetInvalid(f"{path.name} is no table with tabs between its columns; {_EXAMPLE}.") from None
    if head != ["posting", *names]:
        raise EvalSetInvalid(f"{path.name}: the first row is not posting, {', '.join(names)}; write it so.")
    if [row[0] for row in rows if row] != ids:
        raise EvalSetInvalid(f"{path.name} does not have each posting of postings.yaml once, in their order; mend it.")
    for row in rows:
        for name, mark in zip(names, [*row[1:], *[""] * len(names)], strict=False):
            if mark not in _MARKS:
                raise EvalSetInvalid(f"{path.name}: {row[0]}, {name}: write + for yes, - for no, ? for cannot say.")
    return {name: {row[0]: _MARKS[row[place]] for row in rows} for place, name in enumerate(names, 1)}
