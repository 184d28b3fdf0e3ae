"""The comparison of two descriptions: each way to break a client is found, and what breaks nobody is let through."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from api.breaking import breaking

#: A small description with a union, a reference, an enumeration and a circle.
WAS: dict[str, Any] = {
    "components": {
        "schemas": {
            "Order": {
                "type": "object",
                "required": ["text"],
                "properties": {
                    "text": {"type": "string", "maxLength": 100},
                    "engine": {"type": "string", "enum": ["auto", "editor"]},
                    "count": {"type": "integer"},
                },
            },
            "Node": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string"},
                    "below": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
                    "state": {"type": "string", "enum": ["done"]},
                    "decision": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                },
            },
        }
    },
    "paths": {
        "/v1/nodes": {
            "post": {
                "parameters": [{"in": "header", "name": "Prefer", "required": False, "schema": {"type": "string"}}],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                },
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}},
                    "202": {"headers": {"Location": {"schema": {"type": "string"}}}},
                },
            }
        }
    },
}

Change = Callable[[dict[str, Any], dict[str, Any], dict[str, Any]], object]


def _changed(change: Change) -> list[str]:
    """What a change to (operation, order, node) breaks."""
    now = copy.deepcopy(WAS)
    schemas = now["components"]["schemas"]
    change(now["paths"]["/v1/nodes"]["post"], schemas["Order"], schemas["Node"])
    return breaking(WAS, now)


PLACE = "POST /v1/nodes"
NEW = {"in": "query", "name": "page", "required": True, "schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda op, _o, _n: op["responses"].pop("202"), "202 is gone"),
        (lambda op, _o, _n: op["responses"]["202"]["headers"].clear(), "202 header Location is gone"),
        (lambda op, _o, _n: op["parameters"].clear(), "prefer is gone"),
        (lambda op, _o, _n: op["parameters"].append(NEW), "needs page"),
        (lambda op, _o, _n: op["parameters"][0].update(required=True), "needs prefer"),
        (lambda op, _o, _n: op["requestBody"]["content"].clear(), "body application/json is gone"),
        (lambda _op, order, _n: order["required"].append("count"), "body needs count"),
        (lambda _op, order, _n: order["properties"].pop("count"), "body.count is gone"),
        (lambda _op, order, _n: order["properties"]["text"].update(maxLength=50), "body.text has another maxLength"),
        (lambda _op, order, _n: order["properties"]["count"].update(minimum=0), "body.count has another minimum"),
        (lambda _op, order, _n: order["properties"]["text"].update(pattern="a"), "body.text has another pattern"),
        (lambda _op, order, _n: order["properties"]["engine"]["enum"].remove("editor"), "engine takes fewer words"),
        (
            lambda _op, order, _n: order["properties"].update(count={"type": "string"}),
            "body.count was integer and is string",
        ),
        (lambda _op, _o, node: node["properties"].pop("state"), "200.state is gone"),
        (lambda _op, _o, node: node["required"].clear(), "200.id is not always there"),
        (lambda _op, _o, node: node["properties"].update(id={"type": "integer"}), "200.id was string and is integer"),
        (
            lambda _op, _o, node: node["properties"]["decision"]["anyOf"].append({"type": "object"}),
            "200.decision was string and is object",
        ),
    ],
)
def test_what_breaks_a_client_is_found(change: Change, says: str) -> None:
    """By one sentence, which names the place."""
    assert [sentence.endswith(says) for sentence in _changed(change)] == [True]


@pytest.mark.parametrize(
    "change",
    [
        lambda op, _o, _n: op["responses"].update({"404": {}}),
        lambda op, _o, _n: op["parameters"].append(NEW | {"required": False}),
        lambda _op, order, _n: order["properties"].update(more={"type": "string"}),
        lambda _op, order, _n: order["properties"]["engine"]["enum"].append("llm"),
        lambda _op, order, _n: order["properties"]["text"].update(maxLength=500),
        lambda _op, order, _n: order["required"].clear(),
        lambda _op, order, _n: order["properties"].update(count={"type": "number"}),
        lambda _op, _o, node: node["properties"].update(more={"type": "string"}),
        lambda _op, _o, node: node["properties"]["state"]["enum"].append("cancelled"),
        lambda _op, _o, node: node["required"].append("state"),
        lambda _op, _o, node: node["properties"]["decision"]["anyOf"].pop(),
    ],
)
def test_what_is_added_breaks_nobody(change: Change) -> None:
    """New routes, fields and words are what v1 may get."""
    assert _changed(change) == []


def test_a_route_that_is_gone_is_one_sentence() -> None:
    """Nothing is said of what it had."""
    assert breaking(WAS, {**WAS, "paths": {}}) == [f"{PLACE} is gone"]
