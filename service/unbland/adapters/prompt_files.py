"""The prompt files: found, read and checked once, at start."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import TypeAdapter, ValidationError

from unbland.adapters.resources import data_dir
from unbland.application.prompting import Prompt
from unbland.application.replies import SCHEMAS
from unbland.errors import PromptInvalid

_FILE = re.compile(r"---\n(?P<front>.*?)\n---\n+# system\n(?P<system>.*?)\n# user\n(?P<user>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Front:
    """What the front matter of a prompt says."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    id: str
    version: int
    step: str
    inputs: list[str]
    schema: str
    #: A line for each version: what changed and why.
    changelog: list[str]


_FRONT = TypeAdapter(_Front)


def read_prompts(folder: Path | None = None, *, without: Path | None = None) -> dict[str, Prompt]:
    """The newest version of each step's prompt, one file left out; raises PromptInvalid for any that is not right."""
    folder = folder or data_dir("prompts")
    prompts: dict[str, Prompt] = {}
    for path in sorted(folder.glob("*/*.md")):
        if without is not None and path.resolve() == without.resolve():
            continue
        prompt = read_prompt(path)
        if (path.parent.name, path.stem) != (prompt.step, f"v{prompt.version}"):
            raise _wrong(path, "lies where its step and version do not belong")
        if prompt.step not in prompts or prompts[prompt.step].version < prompt.version:
            prompts[prompt.step] = prompt
    if not prompts:
        raise PromptInvalid(f"There are no prompt files in {folder}; install unbland anew.")
    return prompts


def changed_prompts(folder: Path | None = None) -> tuple[str, ...]:
    """The prompts (`write/v1`) that are not what `lock.json` says, or are missing; raises PromptInvalid."""
    folder = folder or data_dir("prompts")
    try:
        locked = dict(json.loads((folder / "lock.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise PromptInvalid("The file prompts/lock.json is missing or no JSON; install unbland anew.") from None
    found = {f"{path.parent.name}/{path.stem}": read_prompt(path).digest for path in folder.glob("*/*.md")}
    return tuple(sorted(name for name in locked.keys() | found.keys() if locked.get(name) != found.get(name)))


def read_prompt(path: Path) -> Prompt:
    """The prompt in this file; raises PromptInvalid."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise _wrong(path, "cannot be read as a text") from None
    text = "\n".join(line.rstrip() for line in lines).strip() + "\n"
    parts = _FILE.fullmatch(text)
    if parts is None:
        raise _wrong(path, "needs front matter, then `# system`, then `# user`")
    front = _front(path, parts["front"])
    if front.schema not in SCHEMAS:
        raise _wrong(path, "asks for a schema that nobody reads")
    try:
        return Prompt(
            id=front.id,
            version=front.version,
            step=front.step,
            inputs=frozenset(front.inputs),
            system=parts["system"].strip(),
            user=parts["user"].strip(),
            schema=SCHEMAS[front.schema],
            content=text,
        )
    except PromptInvalid as error:
        raise _wrong(path, str(error)) from None


def _front(path: Path, text: str) -> _Front:
    """The front matter, each field of its type."""
    try:
        return _FRONT.validate_python(yaml.safe_load(text))
    except yaml.YAMLError:
        raise _wrong(path, "has front matter that is no YAML") from None
    except ValidationError as error:
        fields = ", ".join(sorted({str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}))
        raise _wrong(path, f"has front matter with missing, unknown or mistyped fields: {fields}") from None


def _wrong(path: Path, what: str) -> PromptInvalid:
    return PromptInvalid(f"Prompt {path.parent.name}/{path.name} {what}.")
