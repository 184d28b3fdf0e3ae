"""Kept runs as files: written whole or not at all, and refused with a sentence where they cannot be read."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from unbland.core.evaluation.runs.run import FORMAT, Run
from unbland.errors import EvalSetInvalid

_RUN = TypeAdapter(Run)


def read_run(path: Path) -> Run:
    """The run that was kept in this file; raises EvalSetInvalid where there is none, or none of this format."""
    try:
        run = _RUN.validate_json(path.read_bytes())
    except OSError as error:
        raise EvalSetInvalid(f"{path} cannot be read ({error.strerror}); name a file that `eval -o` wrote.") from None
    except ValidationError:
        raise EvalSetInvalid(f"{path} is no run of the eval; name a file that `eval -o` wrote.") from None
    if run.format != FORMAT:
        raise EvalSetInvalid(f"{path} has format {run.format}, and this version reads {FORMAT}; run the eval again.")
    return run


def write_run(path: Path, run: Run) -> None:
    """Keep a run; a reader sees the old file or the whole new one."""
    write_whole(path, _RUN.dump_json(run, indent=1) + b"\n")


def write_whole(path: Path, data: bytes) -> None:
    """Put this into a file, all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    half.write_bytes(data)
    half.replace(path)
