"""Bodies that no provider should send in answer to a call that does not stream, and that some do."""

from __future__ import annotations

import json
from collections.abc import Mapping

from doubles.fault_server import POSTING, VALID, Manner, Play

_STREAMED = {"content-type": "text/event-stream"}


def outer(**fields: object) -> Play:
    """The good answer with other outer fields; None of them is left out, Ellipsis takes one away."""
    body: dict[str, object] = json.loads(VALID.body) | fields
    return Play(body=json.dumps({name: value for name, value in body.items() if value is not ...}).encode())


def choice(content: object = POSTING, outer_: dict[str, object] | None = None, **fields: object) -> Play:
    """The good answer with another choice, and other outer fields; Ellipsis takes a field of the choice away."""
    made: dict[str, object] = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": content},
    }
    kept = {name: value for name, value in (made | fields).items() if value is not ...}
    return outer(**({"choices": [kept]} | (outer_ or {})))


def chunk(content: str, finish: str | None = None) -> str:
    """One event of a stream that carries a piece of text."""
    said = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
    return f"data: {json.dumps({'id': 'c1', 'object': 'chat.completion.chunk', 'choices': [said]})}\n\n"


def stream(*events: str) -> Play:
    """A body of server-sent events, whole and at once."""
    return Play(body="".join(events).encode(), headers=_STREAMED)


def alive(sign: str, kind: str) -> Play:
    """A body of nothing but signs of life, a byte at a time."""
    return Play(body=sign.encode() * 1000, headers={"content-type": kind}, manner=Manner.DRIP)


#: What says that somebody is there, and nothing else.
SIGNS: Mapping[str, Play] = {
    "comments": alive(": working\n\n", "text/event-stream"),
    "blanks": alive(" \n", "application/json"),
}

#: No choices, no message, no text, in each way in which they can be missing.
EMPTY: Mapping[str, Play] = {
    "choices empty": outer(choices=[]),
    "choices null": outer(choices=None),
    "choices missing": outer(choices=...),
    "choices a word": outer(choices="none"),
    "choice null": outer(choices=[None]),
    "choice empty": outer(choices=[{}]),
    "message null": choice(message=None),
    "message missing": choice(message=...),
    "content null": choice(None),
    "content missing": choice(message={"role": "assistant"}),
    "content empty": choice(""),
    "content blank": choice(" \n\t "),
}
