"""What is taken for a posting, and what is not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest

from unbland.application.replies import (
    MAX_CITES,
    MAX_LINES,
    MAX_REPLY,
    MAX_VERDICTS,
    POSTING,
    VERDICTS,
    Opinion,
    parse,
    parse_opinions,
)
from unbland.core.posting import Form, Line, SectionKind
from unbland.errors import ReplyInvalid


def _reply(*lines: object, kind: object = "do", title: object = "Cook", **extra: object) -> str:
    return json.dumps({"title": title, "sections": [{"kind": kind, "lines": list(lines)}], **extra})


def _said(text: object, *cites: object, **extra: object) -> dict[str, object]:
    return {"text": text, "cites": list(cites), **extra}


def _objects(schema: object) -> Iterator[Mapping[str, object]]:
    """Every object of a schema."""
    if isinstance(schema, Mapping):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)


def test_the_schema_is_strict_throughout() -> None:
    """Strict structured output wants every field required and none besides."""
    objects = [*_objects(POSTING), *_objects(VERDICTS)]
    assert len(objects) == 5
    for found in objects:
        fields = found["properties"]
        assert isinstance(fields, dict)
        assert (found["required"], found["additionalProperties"]) == (list(fields), False)


def test_a_reply_becomes_a_posting_without_headings() -> None:
    """Lines come out as written, with their cites; headings are given elsewhere."""
    posting = parse(_reply(_said("Cook lunch.", "D1", "F2")))
    (section,) = posting.sections
    assert (posting.title, section.kind, section.heading) == ("Cook", SectionKind.DO, "")
    assert section.lines == (Line(text="Cook lunch.", cites=("D1", "F2"), form=Form.WRITTEN),)


@pytest.mark.parametrize("dressed", ["```json\n{}\n```", "```\n{}\n```", "  {}\n", "```JSON {}```"])
def test_a_fence_around_the_json_does_no_harm(dressed: str) -> None:
    """Models fence JSON out of habit."""
    assert parse(dressed.replace("{}", _reply(_said("Cook.", "D1")))).title == "Cook"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Cook\n lunch.\t", "Cook lunch."),
        ("Cook\u00a0lunch.", "Cook lunch."),
        ("Co\u200bok lu\u202ench.\u0000", "Cook lunch."),
        ("Cook \U0001f35d.", "Cook \U0001f35d."),
    ],
)
def test_a_line_is_one_line_of_what_can_be_seen(text: str, cleaned: str) -> None:
    """Line breaks and hidden characters are no part of a line."""
    assert parse(_reply(_said(text, "D1"))).lines[0].text == cleaned


def test_a_slot_in_a_line_is_cited() -> None:
    """A line rests on the slots it holds, whether it says so or not; and on each source once."""
    (line,) = parse(_reply(_said("{{F3}}", " D1 ", "D1"))).lines
    assert line.cites == ("D1", "F3")


def test_lines_of_nothing_are_no_lines() -> None:
    """Blank lines are dropped, and so is what we did not ask for."""
    posting = parse(_reply(_said("  "), _said("Cook.", note="!"), mood="good"))
    assert [line.text for line in posting.lines] == ["Cook."]


def test_no_sections_is_an_answer() -> None:
    """There may be nothing true to say."""
    assert parse('{"title": "", "sections": []}').sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRET prose",
        '{"title": "SECRET"',
        "[" * 50_000,
        "[]",
        "null",
        '{"title": "SECRET"}',
        _reply(title=7),
        '{"title": "SECRET", "sections": {}}',
        '{"title": "SECRET", "sections": [7]}',
        _reply(kind="apply"),
        _reply(kind="SECRET"),
        _reply(kind=None),
        _reply("SECRET"),
        _reply({"text": "SECRET"}),
        _reply(_said(None, "D1")),
        _reply({"text": "SECRET", "cites": "D1"}),
        _reply(_said("SECRET", 1)),
        _reply(_said("SECRET", *["D1"] * (MAX_CITES + 1))),
        _reply(*[_said("SECRET", "D1")] * (MAX_LINES + 1)),
        _reply(_said("SECRET \ud800", "D1")),
        _reply(title="\udfff"),
        _reply(_said("SECRET" * MAX_REPLY)),
        '{"title": ' + "9" * 5000 + "}",
    ],
)
def test_what_is_no_posting_is_refused_without_being_quoted(text: str) -> None:
    """A damaged, wrong or absurd reply is refused in words of our own."""
    with pytest.raises(ReplyInvalid, match="The model's answer") as refused:
        parse(text)
    assert "SECRET" not in str(refused.value)


def _verdict(line: object = "L1", *, supported: object = True, quote: object = "cooks lunch") -> dict[str, object]:
    return {"line": line, "supported": supported, "quote": quote}


def _verdicts(*verdicts: object) -> str:
    return json.dumps({"verdicts": list(verdicts)})


def test_verdicts_are_read_as_they_are_said() -> None:
    """Nothing is mended in a quote, since it will be looked up; what we did not ask for is dropped."""
    text = _verdicts(
        _verdict(" L1 ", quote=" cooks\u200b lunch"), _verdict("L9", supported=False, quote="") | {"why": "-"}
    )
    assert parse_opinions(f"```json\n{text}\n```") == (
        Opinion(line="L1", supported=True, quote=" cooks\u200b lunch"),
        Opinion(line="L9", supported=False, quote=""),
    )
    assert parse_opinions(_verdicts()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRET: all lines are fine",
        "[" * 50_000,
        "[]",
        '{"verdicts": {"L1": true}}',
        '{"verdicts": null}',
        _verdicts("SECRET"),
        _verdicts({"line": "L1", "supported": True}),
        _verdicts({"line": "L1", "quote": "SECRET"}),
        _verdicts(_verdict(line=1)),
        _verdicts(_verdict(supported="true")),
        _verdicts(_verdict(supported=1)),
        _verdicts(_verdict(quote=["SECRET"])),
        _verdicts(_verdict(quote=None)),
        _verdicts(*[_verdict()] * (MAX_VERDICTS + 1)),
        _verdicts(_verdict(quote="SECRET" * MAX_REPLY)),
    ],
)
def test_what_is_no_list_of_verdicts_is_refused_without_being_quoted(text: str) -> None:
    """One verdict that cannot be read spoils the answer: who says true in another way may mean anything."""
    with pytest.raises(ReplyInvalid, match="The model's answer") as refused:
        parse_opinions(text)
    assert "SECRET" not in str(refused.value)
