"""Files of OpenAI's Batch API: a request a line, and what came of each.

The shapes are those of developers.openai.com/api/docs/guides/batch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO

import httpx2

from unbland.adapters.calls import CLASSES, FaultClass
from unbland.adapters.responses import fault, receipt_of
from unbland.application.batch.parcels import Came, Line
from unbland.application.batch.parking import Reply
from unbland.application.books.model import MICROS, Spent
from unbland.core.pricing import BATCH_SHARE, price_of

#: The path that each request of a batch names, whatever the address of the server.
ENDPOINT = "/v1/chat/completions"

#: A question's name: the item's number, and which of the item's questions it is.
_NAME = re.compile(r"([0-9]{1,9})-([0-9]{1,3})")

#: What may stand as the status of an answer.
_STATUSES = range(200, 600)

#: Lines of a file that are kept together.
_TOGETHER = 200


def request_line(line: Line) -> bytes:
    """A question as a line; its body goes in as it would be sent."""
    head = json.dumps({"custom_id": f"{line.number}-{line.step}", "method": "POST", "url": ENDPOINT})
    return head[:-1].encode() + b', "body": ' + line.body + b"}\n"


def came_in(file: IO[bytes], model: str) -> Iterator[list[Came]]:
    """What a file says came, some at a time; what is no line of ours is left out.

    `model` has the price where the provider's own name for it has none.
    """
    found: list[Came] = []
    for line in file:
        came = _came(line, model)
        if came is not None:
            found.append(came)
        if len(found) >= _TOGETHER:
            yield found
            found = []
    yield found


def _came(line: bytes, model: str) -> Came | None:
    try:
        said: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    reply: Reply | None = None
    match said:
        case {"custom_id": str(name), "response": {"status_code": int(status), "body": dict(body)} as response}:
            reply = Reply(status, _header(response.get("request_id")), json.dumps(body).encode())
        case {"error": {"code": "batch_cancelled"}}:
            return None  # it was never asked, and may be again
        case {"custom_id": str(name)}:
            pass
        case _:
            return None
    ours = _NAME.fullmatch(name)
    if ours is None:
        return None
    number, step = int(ours[1]), int(ours[2])
    return Came(number, step, None) if reply is None else _judged(number, step, reply, model)


def _judged(number: int, step: int, reply: Reply, model: str) -> Came:
    """A reply and its price; none where another try may do better, as after a 429 or a 500."""
    if reply.status not in _STATUSES:
        return Came(number, step, None)
    response = [httpx2.Response(reply.status, content=reply.body)]
    if not response[0].is_success:
        passes = CLASSES[fault(response)] in {FaultClass.TRANSIENT, FaultClass.QUOTA, FaultClass.AUTH}
        return Came(number, step, None) if passes else Came(number, step, reply, Spent(calls=1))
    receipt = receipt_of(response)
    price = price_of(receipt.model) or price_of(model)
    cost = price.of(receipt.input_tokens, receipt.output_tokens) * BATCH_SHARE if price else 0.0
    spent = Spent(
        calls=1,
        input_tokens=receipt.input_tokens,
        output_tokens=receipt.output_tokens,
        micros=round(cost * MICROS),
    )
    return Came(number, step, reply, spent)


def _header(value: object) -> str:
    """A request's id, if a header can hold it."""
    return value[:100] if isinstance(value, str) and value.isascii() and value.isprintable() else ""
