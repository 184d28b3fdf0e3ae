"""The prompt files that are shipped, and how wrong ones are refused at start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unbland.adapters import resources
from unbland.adapters.prompt_files import read_prompt, read_prompts
from unbland.adapters.resources import data_dir
from unbland.application.chain import INPUTS
from unbland.errors import Misconfigured, PromptInvalid

GOOD = """---
id: write
version: 1
step: write
inputs: [text]
schema: posting
changelog: ["1: first"]
---

# system

Edit.

# user

<<text>>
"""


def _put(folder: Path, text: str, name: str = "write/v1.md") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_prompts_serve_every_step() -> None:
    """Each step has a prompt that takes what the step gives."""
    prompts = read_prompts()
    assert {step: prompts[step].inputs for step in INPUTS} == INPUTS


def test_a_released_prompt_never_changes() -> None:
    """Results name the version they were made with: mend a prompt in a new version and add its hash to the lock."""
    folder = data_dir("prompts")
    locked = json.loads((folder / "lock.json").read_text(encoding="utf-8"))
    found = {f"{path.parent.name}/{path.stem}": read_prompt(path).digest for path in folder.glob("*/*.md")}
    assert found == locked


def test_the_newest_version_is_read(tmp_path: Path) -> None:
    """Ten comes after nine."""
    for version in (9, 10):
        _put(tmp_path, GOOD.replace("version: 1", f"version: {version}"), f"write/v{version}.md")
    assert read_prompts(tmp_path)["write"].version == 10


def test_how_a_file_was_saved_does_not_matter(tmp_path: Path) -> None:
    """Line ends and blanks at a line's end leave the hash alone; a word does not."""
    plain = read_prompt(_put(tmp_path, GOOD)).digest
    assert read_prompt(_put(tmp_path, GOOD.replace("\n", "  \r\n"))).digest == plain
    assert read_prompt(_put(tmp_path, GOOD.replace("Edit.", "Edit!"))).digest != plain


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("# user", "# you", "needs front matter"),
        ("---\nid", "id", "needs front matter"),
        ("version: 1", "version: 2", "step and version"),
        ("step: write", "step: repair", "step and version"),
        ("version: 1", "version: first", "fields: version"),
        ("id: write\n", "", "fields: id"),
        ("id: write", "id: write\nmodel: m", "fields: model"),
        ("id: write", "id: [", "no YAML"),
        ("schema: posting", "schema: poem", "schema that nobody reads"),
        ("inputs: [text]", "inputs: [text, more]", "no place: more"),
        ("<<text>>", "<<text>> <<more>>", "do not name: more"),
        ("<<text>>", "<<text>> <<__class__.x>>", "do not name: __class__.x"),
        ("---\nid: write\n", "---\n- id\n", "no YAML"),
    ],
)
def test_a_wrong_file_is_refused_at_start(tmp_path: Path, old: str, new: str, says: str) -> None:
    """The file is named, and what is wrong with it."""
    path = _put(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(PromptInvalid, match=says) as refused:
        read_prompts(tmp_path)
    assert str(refused.value).startswith("Prompt write/v1.md ")
    assert path.is_file()


def test_a_folder_without_prompts_is_refused(tmp_path: Path) -> None:
    """A broken install is found at start."""
    with pytest.raises(PromptInvalid, match="no prompt files"):
        read_prompts(tmp_path)


def test_a_missing_folder_is_named() -> None:
    """A broken install says which folder it misses."""
    with pytest.raises(Misconfigured, match="no_such_folder/"):
        data_dir("no_such_folder")


def test_the_folder_is_found_beside_the_code() -> None:
    """Edits of a checkout are live: an old copy among the installed packages is not read."""
    assert data_dir("prompts").parent == Path(resources.__file__).resolve().parents[3]
