"""What is taken for a judge's answer, and what is not."""

from __future__ import annotations

import json

import pytest

from unbland.application.replies import JUDGED, MAX_REPLY, MAX_VERDICTS, parse_judged
from unbland.core.evaluation.judging.votes import Answer, Said
from unbland.errors import ReplyInvalid


def _verdict(**changed: object) -> dict[str, object]:
    return {"criterion": "tone", "quote": "Ring Tui.", "reason": "so", "verdict": "met"} | changed


def _reply(*verdicts: object) -> str:
    return json.dumps({"verdicts": list(verdicts)})


def test_verdicts_are_read_as_they_are_said() -> None:
    """Nothing is mended in a quote, since it will be looked up."""
    text = _reply(_verdict(criterion=" tone ", quote=" Ring\u200b Tui."), _verdict(verdict="cannot_assess", quote=""))
    assert parse_judged(f"```json\n{text}\n```") == (
        Said(criterion="tone", quote=" Ring\u200b Tui.", reason="so", answer=Answer.MET),
        Said(criterion="tone", quote="", reason="so", answer=Answer.CANNOT_ASSESS),
    )


def test_the_quote_is_asked_for_before_the_verdict() -> None:
    """A model writes in the order of the schema, and its verdict shall rest on the quote."""
    (rows,) = JUDGED["properties"].values()  # type: ignore[attr-defined] # a schema
    assert list(rows["items"]["properties"]) == ["criterion", "quote", "reason", "verdict"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRET: all are met",
        "[]",
        '{"verdicts": {"tone": "met"}}',
        _reply("SECRET"),
        _reply(_verdict(verdict="SECRET")),
        _reply(_verdict(verdict="unscored")),
        _reply(_verdict(verdict=True)),
        _reply(_verdict(quote=None)),
        _reply({"criterion": "tone", "verdict": "met"}),
        _reply(*[_verdict()] * (MAX_VERDICTS + 1)),
        _reply(_verdict(quote="SECRET" * MAX_REPLY)),
    ],
)
def test_what_is_no_list_of_verdicts_is_refused_without_being_quoted(text: str) -> None:
    """One that cannot be read spoils the answer; that a vote is void is for code to say."""
    with pytest.raises(ReplyInvalid, match="The model's answer") as refused:
        parse_judged(text)
    assert "SECRET" not in str(refused.value)
