"""How a wait that a provider asks for is read."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from unbland.adapters.retry_after import retry_after

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "300"}, 0.3),
        ({"retry-after-ms": "300", "retry-after": "2"}, 0.3),
        ({"retry-after-ms": "?", "retry-after": "2"}, 2.0),
        ({"retry-after": formatdate(NOW + 20, usegmt=True)}, 20.0),
        ({"retry-after": formatdate(NOW - 20, usegmt=True)}, 0.0),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "tomorrow"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "Mon, 99 Foo 2026 00:00:00 GMT"}, None),
    ],
)
def test_a_wait_is_read_or_left(headers: dict[str, str], seconds: float | None) -> None:
    """What cannot be followed is as good as not said."""
    assert retry_after(headers, NOW) == seconds
