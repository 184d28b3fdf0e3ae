"""OpenAI's files and batches on a real socket: it validates, takes its time, answers in any order, and fails as told.

The shapes and the order of states are those of developers.openai.com/api/docs/guides/batch and of the SDK's types.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

#: What each answer says it took.
INPUT_TOKENS, OUTPUT_TOKENS = 1000, 100

#: Bytes of a file, and requests of a batch.
LARGEST_FILE, MOST_REQUESTS = 200_000_000, 50_000

_SOURCE = re.compile(r"^(D\d+)│ (.+)$", re.MULTILINE)

Json = dict[str, Any]


class _Quiet(ThreadingHTTPServer):
    """Callers that are killed leave first, which is what many tests are about."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How some calls go wrong."""

    #: `POST /batches`.
    call: str
    #: 0 breaks the connection.
    status: int
    times: int = 1
    headers: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    #: Whether what was asked for is done all the same.
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of one batch."""

    #: `completed`, `expired`, `cancelled` or `failed`.
    end: str = "completed"
    #: Of its requests, how many are answered before it ends.
    answered: int = MOST_REQUESTS
    #: Place of a request, from 0 → the status of its answer; 0 is an error without an answer.
    errors: Mapping[int, int] = field(default_factory=dict)
    #: Why it failed.
    code: str = "invalid_request"


class BatchServer:
    """The server, and all that it has; asked and told from the test's own thread."""

    def __init__(self, answer: Callable[[Json], str] | None = None) -> None:
        """Take how a request is answered, else with the draft's own duties."""
        self.answer = answer or duties
        self.files: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.batches: dict[str, Json] = {}
        #: `POST /files`, as often as they came.
        self.calls: Counter[str] = Counter()
        #: The body of each request that was paid for, and how often: in a batch, and live.
        self.paid: Counter[str] = Counter()
        self.live: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self.plans: list[Plan] = []
        #: Looks at a batch that is in progress until it ends; 0 has it over at the first look at all.
        self.looks = 0
        #: Clear to have batches wait.
        self.may_end = threading.Event()
        self.may_end.set()
        #: Tokens of all batches that are not over, after which a new one fails.
        self.queue = 10**9
        self.largest = LARGEST_FILE
        self.keys = {"Bearer sk-none"}
        self.has_batches = True
        #: Whether a list goes on after the id that is named.
        self.pages = True
        self.lock = threading.RLock()
        self._server = _Quiet(("127.0.0.1", 0), self._handler())
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        """Listen on a free port of the loopback."""
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def statuses(self) -> list[str]:
        """The states of all batches, the oldest first."""
        with self.lock:
            return [batch["status"] for batch in self.batches.values()]

    def respond(self, method: str, target: str, body: bytes, kind: str) -> tuple[int, object]:
        """The status and the JSON, or the bytes, for a call."""
        where = urlsplit(target)
        room, *rest = where.path.removeprefix("/v1").strip("/").split("/")
        if room == "chat":
            self.live[body.decode()] += 1
            return 200, self._completion(json.loads(body))
        if not self.has_batches:
            return 404, _error("Invalid URL", "invalid_url")
        if (method, room, rest) == ("POST", "files", []):
            return self._upload(body, kind)
        if (method, room, rest) == ("GET", "batches", []):
            return 200, self._listed(parse_qs(where.query))
        return self._of_files(method, rest) if room == "files" else self._of_batches(method, rest, body)

    def _of_files(self, method: str, rest: list[str]) -> tuple[int, object]:
        match (method, rest):
            case ("GET", []):
                found = [{"id": id_, "filename": self.names.get(id_, "output.jsonl")} for id_ in self.files]
                return 200, {"object": "list", "data": found[::-1], "has_more": False}
            case ("GET", [id_, "content"]) if id_ in self.files:
                return 200, self.files[id_]
            case ("DELETE", [id_]) if id_ in self.files:
                del self.files[id_]
                return 200, {"id": id_, "object": "file", "deleted": True}
        return 404, _error("No such file", "")

    def _of_batches(self, method: str, rest: list[str], body: bytes) -> tuple[int, object]:
        match (method, rest):
            case ("POST", []):
                return self._create(json.loads(body))
            case ("GET", [id_]) if id_ in self.batches:
                for _ in range(1 if self.looks else 3):
                    self._step(self.batches[id_])
                return 200, _shown(self.batches[id_])
            case ("POST", [id_, "cancel"]) if id_ in self.batches:
                return self._cancel(self.batches[id_])
        return 404, _error("No batch found", "")

    def _upload(self, body: bytes, kind: str) -> tuple[int, object]:
        message = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        parts = {part.get_param("name", header="content-disposition"): part for part in message.walk()}
        if parts["purpose"].get_payload() != "batch" or not str(parts["file"].get_filename()).endswith(".jsonl"):
            return 400, _error("Invalid purpose or file", "invalid_request_error")
        content = parts["file"].get_payload(decode=True)
        assert isinstance(content, bytes)
        if len(content) > self.largest:
            return 413, _error("The file is too large", "")
        id_ = f"file-{len(self.files) + self.calls['POST /files']}"
        self.files[id_] = content
        self.names[id_] = str(parts["file"].get_filename())
        return 200, {"id": id_, "object": "file", "bytes": len(content), "purpose": "batch", "status": "processed"}

    def _create(self, asked: Json) -> tuple[int, object]:
        if asked["completion_window"] != "24h" or asked["endpoint"] != "/v1/chat/completions":
            return 400, _error("Invalid window or endpoint", "invalid_request_error")
        if asked["input_file_id"] not in self.files:
            return 400, _error("No such file", "invalid_input_file")
        plan = self.plans.pop(0) if self.plans else Plan()
        id_ = f"batch_{len(self.batches) + 1}"
        self.batches[id_] = {
            "id": id_,
            "object": "batch",
            "status": "validating",
            "created_at": 1_900_000_000 + len(self.batches),
            "input_file_id": asked["input_file_id"],
            "metadata": asked.get("metadata"),
            "errors": None,
            "output_file_id": None,
            "error_file_id": None,
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
            "_plan": plan,
            "_looks": self.looks,
        }
        return 200, _shown(self.batches[id_])

    def _listed(self, query: Mapping[str, list[str]]) -> Json:
        """The newest first, as many as are asked for."""
        ids = list(self.batches)[::-1]
        after = query.get("after", [""])[0]
        ids = ids[ids.index(after) + 1 :] if after in ids and self.pages else ids
        limit = int(query.get("limit", ["20"])[0])
        data = [_shown(self.batches[id_]) for id_ in ids[:limit]]
        return {"object": "list", "data": data, "has_more": len(ids) > limit}

    def _step(self, batch: Json) -> None:
        """Let a batch come a step further, as if time had passed."""
        if batch["status"] == "validating":
            self._validate(batch)
        elif batch["status"] == "in_progress" and self.may_end.is_set():
            batch["_looks"] -= 1
            if batch["_looks"] <= 0:
                batch["status"] = "finalizing"
        elif batch["status"] == "finalizing":
            self._end(batch, batch["_plan"].end)
        elif batch["status"] == "cancelling":
            self._end(batch, "cancelled")

    def _validate(self, batch: Json) -> None:
        lines = self.files[batch["input_file_id"]].splitlines()
        plan = batch["_plan"]
        errors = [_problem("invalid_request", None)] if plan.end == "failed" else list(_problems(lines))
        if plan.end == "failed":
            errors = [_problem(plan.code, None)]
        queued = sum(INPUT_TOKENS * len(each["_lines"]) for each in self.batches.values() if _is_open(each))
        if queued + INPUT_TOKENS * len(lines) > self.queue:
            errors = [_problem("token_limit_exceeded", None)]
        if errors:
            batch |= {"status": "failed", "errors": {"object": "list", "data": errors}}
            return
        batch |= {"status": "in_progress", "_lines": [json.loads(line) for line in lines]}
        batch["request_counts"]["total"] = len(lines)

    def _cancel(self, batch: Json) -> tuple[int, object]:
        if batch["status"] in {"validating", "in_progress", "finalizing", "cancelling"}:
            batch["status"] = "cancelling"
            return 200, _shown(batch)
        return 409, _error(f"Cannot cancel a batch with status '{batch['status']}'.", "")

    def _end(self, batch: Json, status: str) -> None:
        """Answer as much as the plan says, in another order, and put the rest with the errors."""
        plan, lines = batch["_plan"], batch.get("_lines", [])
        good: list[Json] = []
        bad: list[Json] = []
        for place, line in enumerate(lines):
            code = plan.errors.get(place)
            if code is None and place < plan.answered:
                good.append(_came(line, 200, self._completion(line["body"])))
                self.paid[json.dumps(line["body"], separators=(",", ":"), ensure_ascii=False)] += 1
            elif code:
                bad.append(_came(line, code, _error("It broke", "server_error")))
            else:
                why = "batch_expired" if status == "expired" else f"batch_{status}"
                bad.append({"id": "r", "custom_id": line["custom_id"], "response": None, "error": {"code": why}})
        for name, found in (("output_file_id", good), ("error_file_id", bad)):
            if found:
                batch[name] = f"file-{batch['id']}-{name}"
                self.files[batch[name]] = b"".join(json.dumps(each).encode() + b"\n" for each in found[::-1])
        counts = {"total": len(lines), "completed": len(good), "failed": len(bad)}
        batch |= {"status": status, "request_counts": counts}

    def _completion(self, body: Json) -> Json:
        usage = {"prompt_tokens": INPUT_TOKENS, "completion_tokens": OUTPUT_TOKENS, "total_tokens": 1100}
        message = {"role": "assistant", "content": self.answer(body), "refusal": None}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        outer = {"id": "c1", "object": "chat.completion", "created": 1, "model": body["model"], "usage": usage}
        return outer | {"choices": [choice]}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                with server.lock:
                    self._answer(body)

            def _answer(self, body: bytes) -> None:
                path = urlsplit(self.path).path.removeprefix("/v1")
                call = f"{self.command} {re.sub(r'/(file-|batch_)[^/]*', '/ID', path)}"
                server.calls[call] += 1
                fault = server._fault(call)
                if self.headers.get("authorization") not in server.keys:
                    self._send(401, _error("Incorrect API key", "invalid_api_key"), {})
                    return
                if fault is None or fault.done:
                    status, said = server.respond(self.command, self.path, body, self.headers.get("content-type", ""))
                    if fault is None:
                        self._send(status, said, {})
                        return
                if fault.status == 0:
                    self.close_connection = True
                    self.connection.close()
                    return
                self._send(fault.status, _error("SECRET of the server", fault.code), fault.headers)

            def _send(self, status: int, said: object, headers: Mapping[str, str]) -> None:
                content = said if isinstance(said, bytes) else json.dumps(said).encode()
                self.send_response(status)
                for name, value in {"content-type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_DELETE = _serve  # noqa: N815 - the library's names

        return Handler

    def _fault(self, call: str) -> Fault | None:
        """The fault that this call meets, which is then used up."""
        for place, fault in enumerate(self.faults):
            if fault.call == call:
                left = fault.times - 1
                self.faults[place : place + 1] = [_less(fault, left)] if left else []
                return fault
        return None


def duties(body: Json) -> str:
    """A posting of the draft's duties; of every third draft with a line that nobody said, mended when asked again."""
    step = body["response_format"]["json_schema"]["name"]
    sources = _SOURCE.findall(body["messages"][-1]["content"])
    lines = [
        {"text": f"{text.strip()}.", "cites": [id_]} for id_, text in sources if text.startswith(("Sell", "Greet"))
    ]
    number = re.search(r"Sell tickets for (\d+)", str(sources))
    if step == "write" and number is not None and int(number[1]) % 3 == 0:
        lines[0]["text"] = f"Sell tickets for {number[1]} ferries and 900 trains."
    return json.dumps({"title": "Ferry Clerk", "sections": [{"kind": "do", "lines": lines}]})


@contextmanager
def holding(server: BatchServer) -> Iterator[None]:
    """Have batches wait while this is open."""
    server.may_end.clear()
    try:
        yield
    finally:
        server.may_end.set()


def _less(fault: Fault, times: int) -> Fault:
    return Fault(
        call=fault.call, status=fault.status, times=times, headers=fault.headers, code=fault.code, done=fault.done
    )


def _is_open(batch: Json) -> bool:
    return "_lines" in batch and batch["status"] in {"in_progress", "finalizing", "cancelling"}


def _problems(lines: list[bytes]) -> Iterator[Json]:
    """What is wrong with a file, as the provider words it."""
    if not lines or len(lines) > MOST_REQUESTS:
        yield _problem("invalid_file", None)
    names: set[str] = set()
    models: set[str] = set()
    for number, line in enumerate(lines, 1):
        try:
            asked = json.loads(line)
            models.add(asked["body"]["model"])
        except (ValueError, KeyError):
            yield _problem("invalid_json_line", number)
            continue
        if asked["url"] != "/v1/chat/completions" or asked["method"] != "POST":
            yield _problem("invalid_url", number)
        if asked["custom_id"] in names:
            yield _problem("duplicate_custom_id", number)
        if len(models) > 1:
            yield _problem("mismatched_model", number)
        names.add(asked["custom_id"])


def _problem(code: str, line: int | None) -> Json:
    return {"code": code, "line": line, "message": "SECRET of the server", "param": None}


def _came(line: Json, status: int, body: object) -> Json:
    response = {"status_code": status, "request_id": "req_1", "body": body}
    return {"id": "batch_req_1", "custom_id": line["custom_id"], "response": response, "error": None}


def _error(message: str, code: str) -> Json:
    return {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code or None}}


def _shown(batch: Json) -> Json:
    return {name: value for name, value in batch.items() if not name.startswith("_")}
