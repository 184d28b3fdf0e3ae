"""Judged runs as files, written whole or not at all, and refused with a sentence where they cannot be read."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from unbland.adapters.evaluation.runs import write_whole
from unbland.core.evaluation.judging.judged import FORMAT, JudgedRun
from unbland.errors import EvalSetInvalid

_JUDGED = TypeAdapter(JudgedRun)


def read_judged(path: Path) -> JudgedRun:
    """The judged run that was kept in this file; raises EvalSetInvalid."""
    try:
        judged = _JUDGED.validate_json(path.read_bytes())
    except OSError as error:
        way = "name a file that `eval judge -o` wrote"
        raise EvalSetInvalid(f"{path} cannot be read ({error.strerror}); {way}.") from None
    except ValidationError:
        raise EvalSetInvalid(f"{path} is no judged run; name a file that `eval judge -o` wrote.") from None
    if judged.format != FORMAT:
        raise EvalSetInvalid(f"{path} has format {judged.format}, and this version reads {FORMAT}; judge the run anew.")
    return judged


def write_judged(path: Path, judged: JudgedRun) -> None:
    """Keep a judged run."""
    write_whole(path, _JUDGED.dump_json(judged, indent=1) + b"\n")
