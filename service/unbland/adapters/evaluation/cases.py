"""The eval set as files: one YAML file a case, refused with its name and field where it is wrong."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from unbland.adapters.evaluation.files import read_file, schema
from unbland.core.evaluation.cases.case import Case
from unbland.errors import EvalSetInvalid

_CASE = TypeAdapter(Case)


def read_cases(folder: Path) -> tuple[Case, ...]:
    """All cases under `folder`, by file name.

    Raises EvalSetInvalid where there is none, or one of them cannot be used.
    """
    cases = tuple(_read(path) for path in sorted(folder.glob("*.yaml")))
    if not cases:
        raise EvalSetInvalid(f"There is no eval case in {folder}; put one there or name another folder.")
    return cases


def case_schema() -> dict[str, object]:
    """The JSON schema of a case, for editors; `eval/case.schema.json` is this, written out."""
    return schema(_CASE)


def _read(path: Path) -> Case:
    case = read_file(path, _CASE, "eval/README.md shows a whole case")
    if case.id != path.stem:
        raise EvalSetInvalid(f"{path.name}: id: {case.id!r} is not the file's name; make them the same.")
    return case
