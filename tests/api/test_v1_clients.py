"""Clients of v1, as they were recorded, against today's service."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.recording import read_baseline
from api.shape import lacking
from api.tour import toured, visited


async def test_b42_a_client_of_v1_is_answered_as_ever(tmp_path: Path) -> None:
    """The same statuses and headers, and every field where it was, of the type it had; fields may have been added."""
    recorded = read_baseline()
    async with visited(tmp_path) as (client, key):
        today = await toured([each.call for each in recorded], client, key)

    assert len(today) > 20
    for was, now in zip(recorded, today, strict=True):
        assert (now.status, now.headers.keys()) == (was.status, was.headers.keys()), was.call.name
        assert now.headers.get("content-type") == was.headers.get("content-type"), was.call.name
        assert lacking(was.body, now.body) == [], was.call.name


@pytest.mark.parametrize(
    ("was", "now", "lacks"),
    [
        ({"a": 1}, {"a": 2.5, "b": 1}, []),
        ({"a": 1}, {}, ["a: number"]),
        ({"a": 1}, {"a": "1"}, ["a: number"]),
        ({"a": 1}, {"a": None}, ["a: number"]),
        ({"a": None}, {"a": {"b": 1}}, []),
        ({"a": None}, {}, ["a: null"]),
        ({"a": [{"b": 1}, {"c": 1}]}, {"a": [{"c": 2}, {"b": 3}]}, []),
        ({"a": [{"b": 1}]}, {"a": [{"c": 1}]}, ["a[].b: number"]),
        ({"a": [{"b": 1}]}, {"a": []}, []),
        ({"a": []}, {"a": [1]}, []),
        ({"a": []}, {}, ["a: array"]),
        ({"a": True}, {"a": 1}, ["a: boolean"]),
    ],
)
def test_what_a_shape_lacks(was: object, now: object, lacks: list[str]) -> None:
    """A field that is gone or of another type; never one that was added."""
    assert lacking(was, now) == lacks
