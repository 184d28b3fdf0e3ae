"""The verifier of the webhooks page, as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from unbland.application.webhooks.model import SCHEDULE

PAGE = (Path(__file__).parents[3] / "docs" / "webhooks.md").read_text("utf-8")
SIGNED_WITH = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"type":"rewrite.done"}'


def _verified() -> Callable[[str, dict[str, str], bytes], bool]:
    found = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {}
    exec(found[1], names)  # noqa: S102 - the page's own code
    return names["verified"]  # type: ignore[no-any-return]


def _headers(sent: datetime, id_: str = "msg_1") -> dict[str, str]:
    signature = Webhook(SIGNED_WITH).sign(id_, sent, BODY.decode())
    return {"webhook-id": id_, "webhook-timestamp": str(int(sent.timestamp())), "webhook-signature": signature}


def test_s29_what_we_send_is_verified() -> None:
    """Also beside the signature of another secret."""
    headers = _headers(datetime.now(UTC))
    both = headers | {"webhook-signature": "v1,AAAA " + headers["webhook-signature"]}

    assert _verified()(SIGNED_WITH, headers, BODY)
    assert _verified()(SIGNED_WITH, both, BODY)


@pytest.mark.parametrize("late", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_s29_an_old_delivery_is_refused(late: timedelta) -> None:
    """And one from the future."""
    assert not _verified()(SIGNED_WITH, _headers(datetime.now(UTC) - late), BODY)


def test_s29_another_body_id_time_or_secret_is_refused() -> None:
    """Each alone."""
    headers = _headers(datetime.now(UTC))
    other = "whsec_" + "A" * 32

    assert not _verified()(SIGNED_WITH, headers, BODY + b" ")
    assert not _verified()(SIGNED_WITH, headers | {"webhook-id": "msg_2"}, BODY)
    assert not _verified()(SIGNED_WITH, headers | {"webhook-timestamp": "x"}, BODY)
    assert not _verified()(SIGNED_WITH, headers | {"webhook-signature": ""}, BODY)
    assert not _verified()(other, headers, BODY)


def test_the_page_tells_the_schedule() -> None:
    """Every pause, in its words."""
    words = {"seconds": "s", "minutes": "min", "hours": "h"}
    for wait in SCHEDULE:
        seconds = int(wait.total_seconds())
        size, word = (1, "seconds") if seconds < 60 else (60, "minutes") if seconds < 3600 else (3600, "hours")
        assert re.search(rf"\b{seconds // size} {words[word]}\b", PAGE), wait
