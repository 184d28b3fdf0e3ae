"""YAML files of the eval sets, each read into its type; what is wrong is refused by file and field."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from unbland.errors import EvalSetInvalid

T = TypeVar("T")

#: The parser in C is several times as fast; some builds of the library lack it.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_file(path: Path, kind: TypeAdapter[T], example: str) -> T:
    """The file as this type; `example` says where a right one is shown.

    Raises EvalSetInvalid where it is no YAML, says a field twice, or does not have the fields of the type.
    """
    try:
        return kind.validate_python(_value(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise EvalSetInvalid(
            f"{path.name}{line} is no YAML; quote what holds a colon, a brace or a question mark."
        ) from error
    except UnicodeDecodeError as error:
        raise EvalSetInvalid(f"{path.name} is no UTF-8 text; save it as such.") from error
    except ValidationError as error:
        # An unknown field is named before the field that it leaves empty: it is most often the same, mistyped.
        first = min(error.errors(), key=lambda each: each["type"] != "unexpected_keyword_argument")
        raise EvalSetInvalid(f"{path.name}: {_said(first)}; {example}.") from error


def schema(kind: TypeAdapter[T]) -> dict[str, object]:
    """The JSON schema of such files, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.json_schema()}


def _value(path: Path) -> object:
    loader = _LOADER(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _refuse_twins(node, path)
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _refuse_twins(node: yaml.Node, path: Path) -> None:
    """A field that stands twice in one place would lose its first value without a word."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twins(item, path)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                where = f"{path.name}, line {key.start_mark.line + 1}"
                raise EvalSetInvalid(f"{where}: {key.value} stands twice in one place; keep one.")
            seen.add(key.value)
            _refuse_twins(value, path)


def _said(error: ErrorDetails) -> str:
    """The field and what is wrong with it; our own checks of a whole value name the field themselves."""
    field = ".".join(str(part) for part in error["loc"] if part != "[key]")
    if error["type"] == "value_error":
        own = str(error["ctx"]["error"])
        return f"{field}: {own}" if field else own
    return f"{field or 'the file'}: {error['msg']}"
