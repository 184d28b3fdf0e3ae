"""Writes docs/bad-days.md anew: what must hold on a bad day, and the tests that show it.

    python docs/bad_days.py

What must hold stands in bad-days.tsv; a test shows it by its name, such as `test_b34_one_key_makes_one_rewrite`.
"""

# ruff: noqa: INP001

from __future__ import annotations

import ast
import csv
import re
from collections import defaultdict
from pathlib import Path

DOCS = Path(__file__).parent
TESTS = DOCS.parent / "tests"
PAGE = DOCS / "bad-days.md"

_NAME = re.compile(r"test_((?:[bs]\d+_)+)(.+)")

_HEAD = """\
# Bad days

What the service must do when others fail, attack or are merely old, and the tests that show it; they run with all the
others. B is for bad days, S for security. {shown} of {all} are shown. `python docs/bad_days.py` writes this page from
[bad-days.tsv](bad-days.tsv) and the names of the tests.

| | | what must hold | shown by |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The page as it is today."""
    tests = _tests()
    with (DOCS / "bad-days.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if unknown := tests.keys() - {row["id"] for row in rows}:
        raise SystemExit(f"bad-days.tsv does not say what {', '.join(sorted(unknown))} is.")
    head = _HEAD.format(shown=sum(row["id"] in tests for row in rows), all=len(rows))
    lines = [
        f"| {row['id']} | {row['area']} | {row['required']} | {' · '.join(tests.get(row['id'], ['not yet']))} |"
        for row in rows
    ]
    return head + "\n".join(lines) + "\n"


def _tests() -> dict[str, list[str]]:
    """The tests of each id, as links with their names in words."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (named := _NAME.fullmatch(node.name)):
                link = f"[{named[2].replace('_', ' ')}](../{path.relative_to(DOCS.parent).as_posix()})"
                for id_ in named[1].strip("_").split("_"):
                    found[id_.upper()].append(link)
    return dict(found)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
