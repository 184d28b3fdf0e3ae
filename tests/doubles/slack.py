"""A Slack on a real socket: its web interface, files and response addresses, and what goes wrong with them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

SECRET = "shh-signing"  # noqa: S105 - of the fake
#: What tells one press on a window's button from the next.
_SENT = count()

#: What Slack lets all blocks of a message have together.
_MOST = 13_200

TOKEN = "xoxb-CANARY-1"  # noqa: S105 - of the fake


@dataclass
class Refusal:
    """What a method says instead of what it does."""

    error: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class FakeSlack:
    """Plays Slack for one workspace after another, and keeps what it was told."""

    def __init__(self) -> None:
        """Begin with an empty workspace."""
        self.origin = ""
        self.refusals: defaultdict[str, deque[Refusal]] = defaultdict(deque)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.messages: dict[str, dict[str, Any]] = {}
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.uploads: dict[str, bytes] = {}
        self.shared: list[dict[str, Any]] = []
        self.responses: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.file_tokens: list[str] = []
        self.archived: set[str] = set()
        self.scopes = {"im:history", "metadata.message:read"}
        #: Takes an event, as its bytes, and says whether it was heard; set by whoever runs the service.
        self.hears: Callable[[bytes], Awaitable[bool]] | None = None
        self._telling: set[asyncio.Task[None]] = set()
        #: What a token may do, as a header of each answer says it.
        self.granted = "commands,chat:write,files:read,files:write,im:write,im:history,metadata.message:read"
        #: Methods that do what they do and then give no answer: once the connection breaks off, or it hangs.
        self.breaking: list[str] = []
        self.hanging: set[str] = set()
        self.over = asyncio.Event()
        self.envelopes: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.acknowledged: list[dict[str, Any]] = []
        self.tokens = {TOKEN}
        self.stale: set[str] = set()
        self._used: set[str] = set()
        self._ids = 0

    @property
    def api(self) -> str:
        """Where the web interface is."""
        return f"{self.origin}/api/"

    def hook(self) -> str:
        """A response address."""
        return f"{self.origin}/hooks/1"

    def trigger(self, *, stale: bool = False) -> str:
        """What a press brings along to open one window with."""
        self._ids += 1
        made = f"trigger{self._ids}"
        if stale:
            self.stale.add(made)
        return made

    def refuse(self, method: str, *errors: str, status: int = 200, **headers: str) -> None:
        """Have a method refuse, once for each error."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.refusals[method].extend(Refusal(error, status, named) for error in errors)

    def thread(self, root: str) -> list[dict[str, Any]]:
        """What stands under a message."""
        return [each for each in self.messages.values() if each.get("thread_ts") == root]

    async def call(self, request: web.Request) -> web.Response:
        """One call of the web interface."""
        method = request.match_info["method"]
        data = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.calls.append((method, data))
        if self.refusals[method]:
            refusal = self.refusals[method].popleft()
            body = {"ok": False, "error": refusal.error}
            return web.json_response(body, status=refusal.status, headers=dict(refusal.headers))
        if method != "oauth.v2.access" and token not in self.tokens:
            return web.json_response({"ok": False, "error": "token_revoked"})
        act = getattr(self, f"_{method.replace('.', '_')}", None)
        answer = act(data) if act else {"ok": False, "error": "unknown_method"}
        if method in self.hanging:
            await self.over.wait()
        if method in self.breaking and request.transport is not None:
            self.breaking.remove(method)
            request.transport.close()
        headers = {"x-oauth-scopes": self.granted}
        return web.json_response({"ok": True, **answer} if answer.get("ok", True) else answer, headers=headers)

    def _auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {
            "team_id": "T1",
            "user_id": "UBOT",
            "bot_id": "B1",
            "url": "https://t.slack.com/",
            "team": "T",
            "user": "b",
        }

    def _chat_postMessage(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        if data["channel"] in self.archived:
            return {"ok": False, "error": "is_archived"}
        if wrong := wrong_blocks(data.get("blocks", [])):
            return {"ok": False, "error": "invalid_blocks", "detail": wrong}
        if _size(data.get("blocks", [])) > _MOST:
            return {"ok": False, "error": "msg_blocks_too_long"}
        self._ids += 1
        channel = f"D{data['channel'][1:]}" if data["channel"].startswith("U") else data["channel"]
        ts = f"{int(time.time()) + self._ids}.{self._ids:06d}"
        self.messages[ts] = data | {"channel": channel, "ts": ts}
        if "metadata" in data and "metadata.message:read" in self.scopes:
            task = asyncio.create_task(self._tell(posted_event(self.messages[ts])))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)
        return {"channel": channel, "ts": ts}

    async def _tell(self, event: bytes) -> None:
        """Send an event until somebody hears it; the real one tries three times in six minutes."""
        while not self.over.is_set():
            if self.hears is not None and await self.hears(event):
                return
            await asyncio.sleep(0.05)

    def _chat_update(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["channel"] in self.archived:
            return {"ok": False, "error": "is_archived"}
        if wrong := wrong_blocks(data.get("blocks", [])):
            return {"ok": False, "error": "invalid_blocks", "detail": wrong}
        if _size(data.get("blocks", [])) > _MOST:
            return {"ok": False, "error": "msg_blocks_too_long"}
        if data["ts"] not in self.messages:
            return {"ok": False, "error": "message_not_found"}
        self.messages[data["ts"]] |= {"text": data["text"], "blocks": data["blocks"]}
        return {"channel": data["channel"], "ts": data["ts"]}

    def _conversations_open(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"channel": {"id": f"D{data['users'][1:]}"}}

    def _conversations_history(self, data: dict[str, Any]) -> dict[str, Any]:
        return self._read(data, [each for each in self.messages.values() if "thread_ts" not in each])

    def _conversations_replies(self, data: dict[str, Any]) -> dict[str, Any]:
        return self._read(data, [self.messages[data["ts"]], *self.thread(data["ts"])])

    def _read(self, data: dict[str, Any], messages: list[dict[str, Any]]) -> dict[str, Any]:
        """Two messages a page of what an app may read; of metadata only where it is asked for."""
        scope = "im:history" if data["channel"].startswith("D") else "channels:history"
        if scope not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": scope}
        here = [m for m in messages if m["channel"] == data["channel"] and float(m["ts"]) >= float(data["oldest"])]
        begin = int(data.get("cursor", 0))
        fields = {"ts", "text", "thread_ts", *(["metadata"] if data.get("include_all_metadata") == "1" else [])}
        page = [{name: m[name] for name in fields if name in m} for m in here[begin : begin + 2]]
        following = str(begin + 2) if begin + 2 < len(here) else ""
        return {"messages": page, "response_metadata": {"next_cursor": following}}

    def _views_open(self, data: dict[str, Any]) -> dict[str, Any]:
        trigger = data["trigger_id"]
        if trigger in self.stale or not trigger:
            return {"ok": False, "error": "expired_trigger_id"}
        if trigger in self._used:
            return {"ok": False, "error": "exchanged_trigger_id"}
        if wrong := wrong_view(data["view"]):
            return {"ok": False, "error": "invalid_arguments", "detail": wrong}
        self._used.add(trigger)
        self._ids += 1
        view = data["view"] | {"id": f"V{self._ids}"}
        self.views.append(view)
        return {"view": view}

    def _views_publish(self, data: dict[str, Any]) -> dict[str, Any]:
        if wrong := wrong_view(data["view"]):
            return {"ok": False, "error": "invalid_arguments", "detail": wrong}
        self.homes[data["user_id"]] = data["view"]
        return {"view": data["view"]}

    def _files_getUploadURLExternal(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        if not (data["filename"] and isinstance(data["length"], str)):  # which JSON would bring as a number
            return {"ok": False, "error": "invalid_arguments"}
        self._ids += 1
        return {"upload_url": f"{self.origin}/upload/F{self._ids}", "file_id": f"F{self._ids}"}

    def _files_completeUploadExternal(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        files = json.loads(data["files"])
        if files[0]["id"] not in self.uploads:
            return {"ok": False, "error": "file_not_found"}
        self.shared.append(data | {"id": files[0]["id"]})
        return {"files": files}

    def _files_info(self, data: dict[str, Any]) -> dict[str, Any]:
        shares = {
            each["channel_id"]: [{"thread_ts": each["thread_ts"]}] for each in self.shared if each["id"] == data["file"]
        }
        return {"file": {"shares": {"public": shares}}} if shares else {"ok": False, "error": "file_not_found"}

    def _oauth_v2_access(self, data: dict[str, Any]) -> dict[str, Any]:
        if data.get("grant_type") != "refresh_token" and data.get("code") not in {"good", "org"}:
            return {"ok": False, "error": "invalid_code"}
        is_org = data.get("code") == "org"
        self._ids += 1
        token = f"xoxb-CANARY-{self._ids}"
        self.tokens.add(token)
        return {
            "access_token": token,
            "token_type": "bot",
            "team": None if is_org else {"id": "T1"},
            "enterprise": {"id": "E1"} if is_org else None,
            "is_enterprise_install": is_org,
            "refresh_token": f"xoxe-CANARY-{self._ids}",
            "expires_in": 43200,
        }

    def _apps_connections_open(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"url": f"{self.origin.replace('http', 'ws')}/socket"}

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """A connection that an app opened; what is put into `envelopes` goes down it, and answers are kept."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        await connection.send_json({"type": "hello"})
        sender = asyncio.create_task(self._send_all(connection))
        async for message in connection:
            if message.data not in {"", None} and str(message.data).startswith("{"):
                self.acknowledged.append(json.loads(message.data))
        sender.cancel()
        return connection

    async def _send_all(self, connection: web.WebSocketResponse) -> None:
        while True:
            await connection.send_json(await self.envelopes.get())

    async def upload(self, request: web.Request) -> web.Response:
        """The bytes of a file of ours."""
        form = await request.read()
        self.uploads[request.match_info["id"]] = form
        return web.Response(text="OK")

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of somebody's file."""
        self.file_tokens.append(request.headers.get("Authorization", ""))
        name = request.match_info["name"]
        if name == "moved":
            return web.Response(status=302, headers={"Location": "http://198.51.100.1/steal"})
        if name == "away" and name in self.files:
            return web.Response(status=503, body=self.files.pop(name))
        if name not in self.files:
            return web.Response(text="<html>sign in</html>", content_type="text/html")
        kind = "text/html" if name.endswith(".html") else "application/octet-stream"
        return web.Response(body=self.files[name], content_type=kind)

    async def respond(self, request: web.Request) -> web.Response:
        """A message for whoever pressed."""
        self.responses.append(await request.json())
        return web.Response(text="ok")


@asynccontextmanager
async def fake_slack() -> AsyncIterator[FakeSlack]:
    """A Slack that listens."""
    slack = FakeSlack()
    app = web.Application(client_max_size=20_000_000)
    app.router.add_route("*", "/api/{method}", slack.call)
    app.router.add_post("/upload/{id}", slack.upload)
    app.router.add_get("/files/{name}", slack.download)
    app.router.add_get("/socket", slack.socket)
    app.router.add_post("/hooks/{id}", slack.respond)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield slack
    finally:
        slack.over.set()
        await runner.cleanup()


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    data = dict(request.query)
    data |= {name: str(value) for name, value in (await request.post()).items()}
    return data


def wrong_blocks(blocks: list[dict[str, Any]], most: int = 50) -> str:
    """What Slack would not take in these blocks, by its own library's rules and its documented limits."""
    if len(blocks) > most:
        return f"{len(blocks)} blocks"
    if sum(len(each["text"]) for each in blocks if each["type"] == "markdown") > 12_000:
        return "markdown too long"
    for block in blocks:
        parsed = Block.parse(block)
        if parsed is None:
            return f"unknown {block['type']}"
        try:
            parsed.validate_json()
        except SlackObjectFormationError as error:
            return str(error)
        if not _texts_are_short(block):
            return f"a text of {block['type']} is empty or too long"
    ids = [each["block_id"] for each in blocks if "block_id" in each]
    return "" if len(set(ids)) == len(ids) else "a block id twice"


def _size(blocks: list[dict[str, Any]]) -> int:
    """What a message takes of what Slack lets it have, as others measured it (slackapi/bolt-js#2509)."""
    headings = sum(str(each["text"]).count("\n#") for each in blocks if each["type"] == "markdown")
    return 125 * (len(blocks) + headings) + sum(len(text) for each in blocks for text in _texts(each))


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


def wrong_view(view: dict[str, Any]) -> str:
    """The same for a window or a home."""
    try:
        View(**view).validate_json()
    except SlackObjectFormationError as error:
        return str(error)
    if len(json.dumps(view)) > 250_000 or len(view.get("private_metadata", "")) > 3000:
        return "view too large"
    for block in view["blocks"]:
        element = block.get("element", {})
        if len(element.get("initial_value", "")) > 3000:
            return "initial value too long"
        if "initial_value" in element and not element["initial_value"]:
            return "initial value empty"
    return wrong_blocks(view["blocks"], 100)


def _texts_are_short(value: object) -> bool:
    if isinstance(value, dict):
        text = value.get("text")
        if value.get("type") in {"plain_text", "mrkdwn", "markdown"} and not (
            isinstance(text, str) and 0 < len(text) <= 12_000
        ):
            return False
        if value.get("type") in {"plain_text", "mrkdwn"} and len(str(text)) > 3000:
            return False
        return all(_texts_are_short(item) for item in value.values())
    return all(_texts_are_short(item) for item in value) if isinstance(value, list) else True


def signed(body: bytes, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers that Slack signs a body with."""
    stamp = str(int(time.time() if at is None else at))
    mac = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={mac}",
        "Content-Type": "application/x-www-form-urlencoded",
    }


def posted_event(message: Mapping[str, Any], app: str = "A1", team: str = "T1") -> bytes:
    """The event that tells where a message with metadata came to stand."""
    event = {
        "type": "message_metadata_posted",
        "app_id": app,
        "channel_id": message["channel"],
        "metadata": message["metadata"],
        "message_ts": message["ts"],
    }
    whole = {"type": "event_callback", "team_id": team, "api_app_id": "A1", "event_id": f"E{message['ts']}"}
    return json.dumps(whole | {"event": event}).encode()


def command(slack: FakeSlack, text: str = "", user: str = "U1", **more: str) -> bytes:
    """The body of a slash command."""
    fields = {
        "command": "/rewrite",
        "team_id": "T1",
        "channel_id": "C1",
        "user_id": user,
        "trigger_id": slack.trigger(),
        "response_url": slack.hook(),
        "text": text,
    }
    return urlencode(fields | more).encode()


def interaction(payload: Mapping[str, Any]) -> bytes:
    """The body of an interaction."""
    return urlencode({"payload": json.dumps(payload)}).encode()


def pressed(slack: FakeSlack, message: Mapping[str, Any], action: str, user: str = "U1", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """The payload of a press on a message's button."""
    buttons = [e for b in message["blocks"] for e in [*b.get("elements", []), b.get("accessory") or {}]]
    button = next(each for each in buttons if each.get("action_id") == action)
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": user},
        "channel": {"id": message["channel"]},
        "container": {"type": "message", "message_ts": message["ts"], "channel_id": message["channel"]},
        "message": {"ts": message["ts"]},
        "trigger_id": slack.trigger(),
        "response_url": slack.hook(),
        "actions": [{"type": "button", "action_id": action, "value": button["value"]}],
        **more,
    }


def submitted(view: Mapping[str, Any], user: str = "U1", **values: Any) -> dict[str, Any]:  # noqa: ANN401
    """The payload of a window that was sent; a value is a text, or the state of its element."""
    state = {}
    for block in view["blocks"]:
        element = block.get("element")
        if element is None:
            continue
        name = block["block_id"]
        given = values.get(name, element.get("initial_value"))
        state[name] = {name: given if isinstance(given, dict) else {"type": element["type"], "value": given}}
    return {
        "type": "view_submission",
        "trigger_id": f"sent{next(_SENT)}",
        "team": {"id": "T1"},
        "user": {"id": user},
        "view": {**view, "state": {"values": state}},
    }
