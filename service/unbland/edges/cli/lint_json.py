"""A review as programs read it: one JSON object, its files written one after the other."""

from __future__ import annotations

import json
from textwrap import indent

from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import Reviewed
from unbland.edges.wire import review_json


class Json:
    """`{"reviews": [{"file": …, "findings": […], "score": …}]}`."""

    def __init__(self, page: Page) -> None:
        """Take where to write."""
        self._page = page
        self._count = 0

    def begin(self) -> None:
        """Open the list."""
        self._page.text('{\n  "reviews": [')

    def show(self, review: Reviewed) -> None:
        """One item of the list."""
        item = json.dumps({"file": review.name, **review_json(review.looked)}, ensure_ascii=False, indent=2)
        self._page.text(f"{',' if self._count else ''}\n{indent(item, '    ')}")
        self._count += 1

    def end(self, *, failed: int) -> None:  # noqa: ARG002 - what failed is told on standard error
        """Close the list."""
        self._page.text("\n  ]\n}\n" if self._count else "]\n}\n")
