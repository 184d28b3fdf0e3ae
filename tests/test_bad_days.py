"""The table of bad days is written from the tests, and says what is not shown yet."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_is_today_s() -> None:
    """`python docs/bad_days.py` writes it anew when tests with ids come, go or are renamed."""
    found = importlib.util.spec_from_file_location("bad_days", DOCS / "bad_days.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)

    assert (DOCS / "bad-days.md").read_text("utf-8") == module.page(), "run `python docs/bad_days.py`"


def test_every_link_leads_to_a_test() -> None:
    """Each names a file that has a test of the id."""
    rows = [line.split(" | ") for line in (DOCS / "bad-days.md").read_text("utf-8").splitlines() if "](../" in line]

    assert len(rows) > 20
    for row in rows:
        for path in re.findall(r"\]\(\.\./(tests/[^)]+)\)", row[-1]):
            assert f"{row[0].removeprefix('| ').lower()}_" in (DOCS.parent / path).read_text("utf-8")
