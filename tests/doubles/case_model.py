"""An OpenAI-compatible server on a real socket that knows the eval cases and plays a persona of whichever is meant."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Protocol, TypeVar

from unbland.application.material import one_line
from unbland.application.review import Draft, look
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.replies import answer
from unbland.core.ledger.model import Ledger

#: Case and the system text it is asked with → the persona that answers.
Mood = Callable[[Case, str], str]

#: Tokens that each answer is said to have taken.
INPUT_TOKENS, OUTPUT_TOKENS = 2000, 500


@dataclass
class CaseModel:
    """What answers, and what it was asked."""

    cases: Sequence[Case]
    mood: Mood
    #: How a whole answer is changed on its way: `finish_reason`, `refusal`; None for a status of 500.
    bend: Callable[[str], dict[str, object] | None] = lambda text: {"content": text}
    url: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    ledgers: dict[str, Ledger] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """See every case once."""
        for case in self.cases:
            self.ledgers[case.id] = look(Draft(content=case.draft.content, format=case.draft.format), case.facts).ledger

    def reply(self, body: dict[str, object]) -> dict[str, object] | None:
        """The message that answers a request; None for a failure."""
        messages = body["messages"]
        assert isinstance(messages, list)
        system, user = messages[0]["content"], messages[1]["content"]
        step = body["response_format"]["json_schema"]["name"]  # type: ignore[index] # what the client sent
        self.asked[step] += 1
        if step == "feedback":
            return self.bend(json.dumps({"feedback": [{"line": "L1", "say": "Shorter."}]}))
        case = self._meant(user)
        return self.bend(answer(case, self.mood(case, system), self.ledgers[case.id]))

    def _meant(self, user: str) -> Case:
        """The case whose sources are in the question."""
        return max(self.cases, key=lambda case: sum(self._shown(case, user)))

    def _shown(self, case: Case, user: str) -> Iterator[bool]:
        sources = self.ledgers[case.id].sources
        return (f"{source.id}│ {one_line(source.text)}" in user for source in sources)


class Replies(Protocol):
    """Whatever answers requests."""

    url: str

    def reply(self, body: dict[str, object]) -> dict[str, object] | None:
        """The message that answers a request; None for a failure."""


M = TypeVar("M", bound=Replies)


@contextmanager
def serving(model: M) -> Iterator[M]:
    """The model, listening on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            message = model.reply(body)
            finish = (message or {}).pop("finish_reason", "stop")
            choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", **(message or {})}}
            usage = {"prompt_tokens": INPUT_TOKENS, "completion_tokens": OUTPUT_TOKENS, "total_tokens": 2500}
            said = {"id": "c1", "object": "chat.completion", "created": 1, "model": "case-model", "usage": usage}
            text = json.dumps(said | {"choices": [choice]} if message else {"error": {"message": "no"}}).encode()
            self.send_response(200 if message else 500)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
