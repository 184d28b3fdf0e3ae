"""Kept runs: written, read, blessed, shown; and what the gates must catch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from unbland.adapters.evaluation.files import read_file
from unbland.adapters.evaluation.runs import read_run, write_run
from unbland.adapters.resources import data_dir
from unbland.bootstrap.evaluation import file_name
from unbland.core.evaluation.reporting.report import MOST_RUNS, report
from unbland.core.evaluation.runs.run import Run, Verdict
from unbland.errors import Misconfigured

_FLOORS = TypeAdapter(dict[str, Annotated[float, Field(ge=0, le=1)]])


def keep(file: Path, run: Run) -> None:
    """Write a run to a file; raises Misconfigured where that cannot be."""
    try:
        write_run(file, run)
    except OSError as error:
        raise Misconfigured(f"{file} cannot be written ({error.strerror}); name another with -o.") from None


def gate_floors() -> dict[str, float]:
    """The share of each kind of seeded defect that the gates must catch; raises EvalSetInvalid."""
    return read_file(data_dir("eval") / "gates.yaml", _FLOORS, "each kind has a share from 0 to 1")


def kept_run(file: Path) -> Run:
    """The run in a file; raises EvalSetInvalid."""
    return read_run(file)


def write_report(files: Sequence[Path], output: Path) -> int:
    """Write the page of kept runs, in bytes; raises EvalSetInvalid, and Misconfigured where it cannot be written."""
    from unbland.adapters.pages.pages import page  # noqa: PLC0415 - only here, and slow to load

    if len(files) > MOST_RUNS:
        raise Misconfigured(f"A report shows at most {MOST_RUNS} runs side by side; name fewer.")
    if output.resolve() in {file.resolve() for file in files}:
        raise Misconfigured(f"The report would be written over the run in {output}; name another file with -o.")
    text = page("eval_report", report=report([read_run(file) for file in files])).encode()
    try:
        output.write_bytes(text)
    except OSError as error:
        raise Misconfigured(f"{output} cannot be written ({error.strerror}); name another with -o.") from None
    return len(text)


def baseline_of(run: Run) -> Run | None:
    """What a run is to be held against: the blessed one of its name, if there is one; raises EvalSetInvalid."""
    place = data_dir("eval") / "baselines" / baseline_name(run)
    return read_run(place) if place.exists() else None


def baseline_name(run: Run) -> str:
    """What a run is blessed as without a word: its model and its strategy."""
    return file_name(f"{run.model}-{run.strategy}", ".json")


def bless(file: Path, name: str | None, folder: Path | None) -> tuple[Run | None, Run, Path]:
    """Keep a run as a baseline: what was there before, what is there now, and where; raises Misconfigured."""
    run = read_run(file)
    if run.verdict is not Verdict.PASSED:
        raise Misconfigured(f"{file} did not pass ({run.verdict}); only a run that did can be what others are held to.")
    place = (folder or data_dir("eval") / "baselines") / (f"{name}.json" if name else baseline_name(run))
    before = read_run(place) if place.exists() else None
    keep(place, run.small())
    return before, run, place
