"""What is kept of the API: its description with examples, and what clients of v1 asked and were answered."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from api.shape import shape
from api.tour import CALLS, Answered, Call, plain, toured, visited
from unbland.edges.http import app, description
from unbland.edges.http.errors import MEDIA_TYPE

ROOT = Path(__file__).parents[2]

#: The description as it is committed.
DESCRIPTION = ROOT / "docs" / "openapi.json"
EXAMPLES = Path(description.__file__).with_name("examples.json")

#: What clients of v1 hold: never written anew after a release.
BASELINE = Path(__file__).parent / "v1"

#: Lines that are shown of a page of metrics.
_SHOWN = 3


def described() -> dict[str, Any]:
    """Today's description."""
    made: dict[str, Any] = app.create().openapi()
    return made


def examples_of(content: dict[str, Any]) -> list[Any]:
    """The examples that a description shows of one body or answer."""
    shown = content.get("examples", content.get("schema", {}).get("examples", ()))
    shown = [each["value"] for each in shown.values()] if isinstance(shown, dict) else list(shown)
    return [*shown, *([content["example"]] if "example" in content else [])]


def as_text(value: object) -> str:
    """JSON as it is committed: a difference is a line."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def operation_of(answered: Answered, today: dict[str, Any]) -> tuple[str, str] | None:
    """The method and path of the description that a call was answered by; None where there is none."""
    asked = answered.path.partition("?")[0]
    for method, path, _ in description.operations(today):
        pattern = re.sub(r"\{\w+\}", "[^/]+", path)
        if method == answered.call.method and re.fullmatch(pattern, asked):
            return method, path
    return None


def tour() -> list[Answered]:
    """The whole tour over a service of its own."""

    async def walked() -> list[Answered]:
        with tempfile.TemporaryDirectory() as folder:
            async with visited(Path(folder)) as (client, key):
                return await toured(CALLS, client, key)

    return asyncio.run(walked())


def write_description() -> None:
    """Take the examples from a tour, and write the description that shows them."""
    today = described()
    examples: dict[str, Any] = {}
    for each in tour():
        operation = operation_of(each, today)
        if operation and each.body and MEDIA_TYPE not in each.headers["content-type"]:
            examples.setdefault(f"{' '.join(operation)} {each.status}", _telling(plain(each.body)))
    EXAMPLES.write_text(as_text(dict(sorted(examples.items()))), "utf-8")
    importlib.reload(description)
    importlib.reload(app)
    DESCRIPTION.write_text(as_text(described()), "utf-8")


def write_baseline() -> None:
    """Record what clients of v1 ask, what they are answered, and what they were promised."""
    write_description()
    BASELINE.mkdir(exist_ok=True)
    recorded = [
        {"call": asdict(each.call), "status": each.status, "headers": dict(each.headers), "body": _telling(each.body)}
        for each in tour()
    ]
    (BASELINE / "calls.json").write_text(as_text(plain(recorded)), "utf-8")
    (BASELINE / "openapi.json").write_text(as_text(_without_examples(described())), "utf-8")


def read_baseline() -> list[Answered]:
    """The calls that clients of v1 make, as they were recorded with their answers."""
    recorded = json.loads((BASELINE / "calls.json").read_text("utf-8"))
    return [
        Answered(call=Call(**each["call"]), path="", status=each["status"], headers=each["headers"], body=each["body"])
        for each in recorded
    ]


def _telling(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """The same with those items of each list alone that have a shape of their own, and the first lines of a page."""
    if isinstance(value, dict):
        return {name: _telling(item) for name, item in value.items()}
    if isinstance(value, list):
        seen: set[str] = set()
        kept = []
        for item in map(_telling, value):
            if not shape(item) <= seen:
                seen |= shape(item)
                kept.append(item)
        return kept
    if isinstance(value, str) and value.startswith("# HELP"):
        return "".join(value.splitlines(keepends=True)[:_SHOWN])
    return value


def _without_examples(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """A description without what it shows: what is promised is left."""
    if isinstance(value, dict):
        return {
            name: _without_examples(item)
            for name, item in value.items()
            if not ((name == "example" and "schema" in value) or (name == "examples" and isinstance(item, list)))
        }
    return [_without_examples(item) for item in value] if isinstance(value, list) else value
