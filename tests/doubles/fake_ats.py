"""Greenhouse, Lever and Ashby on a real socket: their auth, pages, limits, and what they do on a bad day."""

from __future__ import annotations

import base64
import copy
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from ats_samples import value_of

CLIENT, SECRET, LEVER_KEY, ASHBY_KEY = "client-CANARY", "secret-CANARY", "lever-CANARY", "ashby-CANARY"
TOKEN = "bearer-CANARY"  # noqa: S105 - of a double

GREENHOUSE_ID, LEVER_ID, ASHBY_ID = (
    "991",
    "75ff237f-c221-4c26-8b23-faf395f5ea1c",
    "11111111-0000-4000-8000-000000000001",
)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A call as it came in."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What happens instead of an answer."""

    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)
    #: Whether the call does what it asks for before that.
    does: bool = False
    #: Whether the connection ends without an answer.
    drops: bool = False
    #: Called before anything is done.
    before: Callable[[], None] | None = None
    #: Called after it is done.
    after: Callable[[], None] | None = None
    #: What is sent in place of the body, piece by piece.
    stream: Callable[[], Iterable[bytes]] | None = None


class FakeAts:
    """One server that is all three; give it plays for single calls, in turn."""

    def __init__(self) -> None:
        """Take the samples as what the systems hold."""
        self.greenhouse: dict[str, Json] = {GREENHOUSE_ID: _object(value_of("greenhouse-harvest.json"))}
        self.lever: dict[str, Json] = {LEVER_ID: _object(value_of("lever-data.json"))["data"]}
        self.ashby: dict[str, Json] = {ASHBY_ID: _object(value_of("ashby.json"))["results"]}
        self.asked: list[Asked] = []
        self.per_page = 2
        #: Whether keys are taken.
        self.revoked = False
        self._plays: list[tuple[str, str, Play]] = []

    def play(self, method: str, path: str, *plays: Play) -> None:
        """The next calls whose path begins so meet these, in turn."""
        self._plays += [(method, path, play) for play in plays]

    @property
    def writes(self) -> list[Asked]:
        """The calls that change something."""
        return [each for each in self.asked if _is_write(each)]

    def __enter__(self) -> Self:
        """Listen on a free port of the loopback."""
        fake = self

        class Handler(_Handler):
            ats: FakeAts = fake

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.hosts = dict.fromkeys(("greenhouse", "greenhouse_token", "lever", "lever_eu", "ashby"), self.url)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next_play(self, asked: Asked) -> Play | None:
        """The play that this call meets."""
        for place, (method, path, play) in enumerate(self._plays):
            if asked.method == method and asked.path.startswith(path):
                del self._plays[place]
                return play
        return None

    def answer(self, asked: Asked) -> tuple[int, object, dict[str, str]]:
        """What the system of this path says."""
        if asked.path == "/token":
            return self._token(asked)
        if asked.path.startswith("/v3/"):
            return self._greenhouse(asked)
        if asked.path.startswith("/v1/"):
            return self._lever(asked)
        return self._ashby(asked)

    def _may(self, asked: Asked, wanted: str) -> bool:
        return not self.revoked and asked.headers.get("authorization") == wanted

    def _token(self, asked: Asked) -> tuple[int, object, dict[str, str]]:
        if not self._may(asked, _basic(f"{CLIENT}:{SECRET}")):
            return 401, {"message": "no"}, {}
        return 200, {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600}, {}

    def _greenhouse(self, asked: Asked) -> tuple[int, object, dict[str, str]]:
        if not self._may(asked, f"Bearer {TOKEN}"):
            return 401, {"message": "Invalid token"}, {}
        if asked.method == "PATCH":
            post = self.greenhouse[asked.path.rpartition("/")[2]]
            if "\n" in asked.body["content"]:
                return 422, {"message": "one line", "errors": []}, {}
            post["content"] = asked.body["content"]
            return 200, post, {}
        if "ids" in asked.query:
            return 200, [post for id_, post in self.greenhouse.items() if id_ == asked.query["ids"]], {}
        if "cursor" in asked.query and "per_page" in asked.query:
            return 422, {"message": "cursor alone"}, {}
        posts, following = self._page(list(self.greenhouse.values()), asked.query.get("cursor"))
        link = f'<{self.url}/v3/job_posts?cursor={following}>; rel="next"' if following else ""
        return 200, posts, {"link": link} if link else {}

    def _lever(self, asked: Asked) -> tuple[int, object, dict[str, str]]:
        if not self._may(asked, _basic(f"{LEVER_KEY}:")):
            return 401, {"code": "Unauthorized", "message": "no"}, {}
        id_ = asked.path.removeprefix("/v1/postings").strip("/")
        if not id_:
            postings, following = self._page(list(self.lever.values()), asked.query.get("offset"))
            return 200, {"data": postings, "hasNext": bool(following), "next": following}, {}
        if id_ not in self.lever:
            return 404, {"code": "ResourceNotFound"}, {}
        if asked.method == "POST":
            if not asked.query.get("perform_as"):
                return 400, {"code": "BadRequest"}, {}
            self.lever[id_]["content"] = asked.body["content"]  # what is left out is gone
        return 200, {"data": self.lever[id_]}, {}

    def _ashby(self, asked: Asked) -> tuple[int, object, dict[str, str]]:
        if not self._may(asked, _basic(f"{ASHBY_KEY}:")):
            return 401, {"success": False, "errors": ["unauthorized"]}, {}
        if asked.path == "/jobPosting.list":
            postings, following = self._page(list(self.ashby.values()), asked.body.get("cursor"))
            more = {"moreDataAvailable": True, "nextCursor": following} if following else {"moreDataAvailable": False}
            return 200, {"success": True, "results": postings, **more}, {}
        posting = self.ashby.get(asked.body["jobPostingId"])
        if posting is None:
            return 200, {"success": False, "errors": ["not found"]}, {}
        if asked.path == "/jobPosting.update":
            parts = posting["descriptionParts"]
            parts["descriptionBody"]["html"] = asked.body["description"]["content"]
            posting["descriptionHtml"] = "".join(parts[name]["html"] for name in parts)
        return 200, {"success": True, "results": posting}, {}

    def _page(self, values: list[Json], cursor: str | None) -> tuple[list[Json], str]:
        start = int(cursor or 0)
        end = start + self.per_page
        return values[start:end], str(end) if end < len(values) else ""

    def more(self, count: int) -> None:
        """Give each system so many more postings."""
        for n in range(count):
            self.greenhouse[f"{2000 + n}"] = copy.deepcopy(self.greenhouse[GREENHOUSE_ID]) | {"id": 2000 + n}
            self.lever[f"l-{n}"] = copy.deepcopy(self.lever[LEVER_ID]) | {"id": f"l-{n}"}
            self.ashby[f"a-{n}"] = copy.deepcopy(self.ashby[ASHBY_ID]) | {"id": f"a-{n}"}


class _Handler(BaseHTTPRequestHandler):
    ats: FakeAts
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        url = urlsplit(self.path)
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        body = json.loads(raw) if raw.startswith(b"{") else {}
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(method=self.command, path=url.path, query=query, headers=headers, body=body)
        self.ats.asked.append(asked)
        play = self.ats.next_play(asked)
        if play is None:
            status, value, extra = self.ats.answer(asked)
            self._send(status, json.dumps(value).encode(), extra)
            return
        if play.before is not None:
            play.before()
        if play.does:
            self.ats.answer(asked)
        if play.after is not None:
            play.after()
        if play.drops:
            self.close_connection = True
        elif play.stream is not None:
            self._stream(play.stream())
        else:
            self._send(play.status, play.body, play.headers)

    def _send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, parts: Iterable[bytes]) -> None:
        self.send_response(200)
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for part in parts:
                self.wfile.write(part)
        except ConnectionError:  # who asked has read enough
            return


def _basic(pair: str) -> str:
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


def _object(value: object) -> Json:
    assert isinstance(value, dict)
    return copy.deepcopy(value)


def _is_write(asked: Asked) -> bool:
    lever = asked.method == "POST" and asked.path.startswith("/v1/")
    return lever or asked.method == "PATCH" or asked.path == "/jobPosting.update"
