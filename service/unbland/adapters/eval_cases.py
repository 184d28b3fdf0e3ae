"""The eval set as files: one YAML file a case, refused with its name and field where it is wrong."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from unbland.core.evaluation.model import Case
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
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_CASE.json_schema()}


def _read(path: Path) -> Case:
    try:
        case = _CASE.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise EvalSetInvalid(
            f"{path.name}{line} is no YAML; quote what holds a colon, a brace or a question mark."
        ) from error
    except ValidationError as error:
        # An unknown field is named before the field that it leaves empty: it is most often the same, mistyped.
        first = min(error.errors(), key=lambda each: each["type"] != "unexpected_keyword_argument")
        field = ".".join(str(part) for part in first["loc"]) or "the file"
        raise EvalSetInvalid(f"{path.name}: {field}: {first['msg']}; eval/README.md shows a whole case.") from error
    if case.id != path.stem:
        raise EvalSetInvalid(f"{path.name}: id: {case.id!r} is not the file's name; make them the same.")
    return case
