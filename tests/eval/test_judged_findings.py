"""The sheet of judged findings holds what the page says of it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

_EVAL = Path(__file__).parents[2] / "eval"


def test_the_page_counts_what_the_sheet_holds() -> None:
    """So many could be judged, so many of them are useful."""
    with (_EVAL / "score" / "findings.tsv").open(encoding="utf-8") as sheet:
        verdicts = Counter(row["verdict"] for row in csv.DictReader(sheet, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = re.search(
        r"Of (\d+) that could be judged (\d+) are useful: ([\d.]+) %", (_EVAL / "README.md").read_text("utf-8")
    )
    assert said is not None
    useful, false = verdicts["useful"], verdicts["false"]
    assert verdicts.total() == 300
    assert (int(said[1]), int(said[2]), float(said[3])) == (
        useful + false,
        useful,
        round(100 * useful / (useful + false), 1),
    )
