"""The description of the API: committed as it is, with a true example for all that is sent and answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from api.breaking import breaking
from api.recording import BASELINE, DESCRIPTION, as_text, described, examples_of, operation_of, tour
from api.shape import lacking
from api.tour import Answered, is_json
from unbland.edges.http.description import operations
from unbland.edges.http.errors import MEDIA_TYPE

TODAY = json.loads(json.dumps(described()))

#: Answers that no request brings about at will: what is in the way, not what was asked.
_NOT_AT_WILL = {("GET /readyz", "503")}


@pytest.fixture(scope="module")
def answers() -> list[Answered]:
    """What a tour of today's service was answered."""
    return tour()


def _valid(value: object, schema: dict[str, Any]) -> list[str]:
    """What the schema says of a value."""
    whole = {**schema, "components": TODAY["components"]}
    return [error.message for error in Draft202012Validator(whole).iter_errors(value)]


def _contents() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Every answer of every route: method and path, status, media type, schema with example."""
    for method, path, operation in operations(TODAY):
        for status, response in operation["responses"].items():
            for kind, content in response.get("content", {}).items():
                yield f"{method} {path}", status, kind, content


def _bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    for method, path, operation in operations(TODAY):
        if "requestBody" in operation:
            for kind, content in operation["requestBody"]["content"].items():
                yield f"{method} {path} {kind}", content


def test_the_committed_description_is_today_s() -> None:
    """`make pages` writes it anew; the difference is what a reviewer of a change reads."""
    assert DESCRIPTION.read_text("utf-8") == as_text(TODAY), "run `make pages` and commit docs/openapi.json"


def test_b42_nothing_that_v1_promised_is_broken() -> None:
    """Clients hold the description of v1: it may grow, and nothing of it may go."""
    assert breaking(json.loads((BASELINE / "openapi.json").read_text("utf-8")), TODAY) == []


@pytest.mark.parametrize(("place", "content"), list(_bodies()), ids=[place for place, _ in _bodies()])
def test_every_body_has_an_example_of_its_schema(place: str, content: dict[str, Any]) -> None:
    """Which the API page sends when a route is tried out."""
    examples = examples_of(content)
    assert examples, f"{place} has no example"
    assert [_valid(each, content["schema"]) for each in examples] == [[] for _ in examples]


def test_every_answer_has_an_example_of_its_schema() -> None:
    """Refusals too; `make pages` takes those of new routes from tests/api/tour.py."""
    for place, status, kind, content in _contents():
        if (place, status) in _NOT_AT_WILL:
            continue
        assert "example" in content, f"{place} {status}: add a call to tests/api/tour.py and run `make pages`"
        if is_json(kind):
            assert _valid(content["example"], content["schema"]) == [], f"{place} {status}"
            assert kind != MEDIA_TYPE or content["example"]["status"] == int(status)


def test_every_body_that_is_shown_is_sent_and_answered_as_described(answers: list[Answered]) -> None:
    """A tour sends each example; the answers have a status, a media type and a shape that the description has."""
    sent = []
    for each in answers:
        operation = operation_of(each, TODAY)
        if operation is None:
            assert each.status in {404, 405}
            continue
        method, path = operation
        responses = TODAY["paths"][path][method.lower()]["responses"]
        assert str(each.status) in responses, f"{each.call.name}: {each.status}"
        told = {name.lower() for name in responses[str(each.status)]["headers"]} | {"content-type"}
        assert each.headers.keys() <= told, each.call.name
        if each.status == HTTPStatus.NO_CONTENT:
            assert (each.body, "content" in responses["204"]) == ("", False), each.call.name
            continue
        content = responses[str(each.status)]["content"][each.headers["content-type"].partition(";")[0]]
        if is_json(each.headers["content-type"]):
            assert _valid(each.body, content["schema"]) == [], each.call.name
        if each.status < 300:
            sent.append((f"{method} {path}", each.call.body if each.call.text is None else each.call.text))
            if each.call.name == _first(answers, each):
                assert lacking(content["example"], each.body) == [], each.call.name
    for place, content in _bodies():
        for example in examples_of(content):
            assert (place.rpartition(" ")[0], example) in sent, f"{place}: its example is not sent in tests/api/tour.py"


def _first(answers: list[Answered], answered: Answered) -> str:
    """The name of the first call of the same route with the same status: its answer is the one that is shown."""
    same = (operation_of(answered, TODAY), answered.status)
    return next(each.call.name for each in answers if (operation_of(each, TODAY), each.status) == same)


def test_every_route_is_toured(answers: list[Answered]) -> None:
    """What is not toured has no example, and nobody sees it break."""
    toured = {operation_of(each, TODAY) for each in answers}
    assert {(method, path) for method, path, _ in operations(TODAY)} - toured == set()
