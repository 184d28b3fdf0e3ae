"""What the house promises of itself: sizes, words, errors, settings; each failure names the offender."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from unbland import errors
from unbland.settings import Settings

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "service" / "unbland"
MOST_FILE_LINES, MOST_FUNCTION_LINES, MOST_METHODS = 220, 50, 15
MOST_README_WORDS, MOST_WORDS_BEFORE_CODE, MOST_DECISION_WORDS = 600, 60, 350
HEADINGS = ["Status", "Context", "Decision", "Consequences", "Alternatives"]


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def test_a_file_is_a_page_or_three() -> None:
    """No file is longer than a reader's patience."""
    lines = {str(path): path.read_text("utf-8").count("\n") for path in SOURCE.rglob("*.py")}

    assert {path: count for path, count in lines.items() if count > MOST_FILE_LINES} == {}


def test_a_function_fits_the_screen() -> None:
    """No function is longer than a screen, no class has more methods than a reader keeps in mind."""
    long = [
        f"{path}:{node.name}"
        for path, tree in _trees()
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
        )
        or (
            isinstance(node, ast.ClassDef)
            and sum(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) for each in node.body) > MOST_METHODS
        )
    ]

    assert long == []


def test_every_error_is_in_the_tree_that_is_drawn() -> None:
    """The docstring of the errors names each class, and each has a sentence of its own."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.UnblandError)]
    drawn = re.findall(r"[A-Z]\w+(?=\s|$)", (errors.__doc__ or "").partition("UnblandError")[2])

    assert sorted(kind.__name__ for kind in kinds) == sorted(["UnblandError", *drawn])
    assert all((kind.__doc__ or "").endswith(".") for kind in kinds)


def test_settings_are_few_and_explained() -> None:
    """At most thirty, each with a sentence."""
    assert len(Settings.model_fields) <= 30
    assert [name for name, field in Settings.model_fields.items() if not (field.description or "").endswith(".")] == []


def test_the_readme_is_short_and_begins_with_commands() -> None:
    """The two commands come first, within sixty words."""
    text = (ROOT / "README.md").read_text("utf-8")
    before, _, after = text.partition("```")

    assert len(text.split()) <= MOST_README_WORDS
    assert len(before.split()) <= MOST_WORDS_BEFORE_CODE
    assert after.split("```")[0].strip().startswith("make demo")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_is_a_page_of_five_headings(path: Path) -> None:
    """Each decision is short, has the five headings, and says in one line what is to be done."""
    text = path.read_text("utf-8")
    decision = text.partition("## Decision\n")[2].partition("\n\n")[0]

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS
    assert len(text.split()) <= MOST_DECISION_WORDS
    assert decision.count(". ") == 0


def test_no_prompt_text_in_code() -> None:
    """Prompts are files: no string in the code speaks to a model."""
    spoken = re.compile(r"\byou are (?:a|an) (?:careful |expert )?(?:editor|writer|assistant)\b", re.IGNORECASE)
    strings = (
        (path, node.value)
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )

    found = [str(path) for path, text in strings if spoken.search(text) and "lexicon" not in str(path)]
    assert found == []
