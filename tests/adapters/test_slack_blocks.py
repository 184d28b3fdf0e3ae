"""What a message in Slack says of a result."""

from __future__ import annotations

import json
from dataclasses import replace

from doubles.made import rewrite
from unbland.adapters.slack.blocks import blocks_of
from unbland.application.chat.messages import Result
from unbland.application.result import Rewrite


def _said(made: Rewrite) -> str:
    """All texts of the message."""
    result = Result(
        turn="t", revision=1, rewrite=made, posting=made.posting, markdown="", score=88, changes=(), dropped=()
    )
    return json.dumps(blocks_of(result)[1], ensure_ascii=False)


def test_lines_of_a_model_that_do_not_stand_are_counted() -> None:
    """The refused and the others apart; of none nothing is said."""
    made = rewrite()
    assert "1 lines that said more were refused. 1 other line of the model not used." in _said(made)
    books = made.accounting
    twice = replace(books, refused_lines=(), unused_lines=books.unused_lines * 2)
    assert "2 other lines of the model not used." in _said(replace(made, accounting=twice))
    assert "not used" not in _said(replace(made, accounting=replace(books, unused_lines=())))
