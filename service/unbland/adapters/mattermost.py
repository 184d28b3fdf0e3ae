"""Mattermost as a messenger: posts of a bot, in Markdown, answered and decided on by further commands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

import httpx2

from unbland.adapters.trust import trust
from unbland.application.chat.messages import Message, Posted, Progress, Result
from unbland.application.chat.model import Attachment
from unbland.application.chat.ports import Undelivered
from unbland.application.chat.steps import ALL_STEPS, STEPS, waiting
from unbland.errors import NotText

#: Characters of a post (the server's limit is 16,383), and how many of them a posting may have.
LONGEST_POST, LONGEST_BODY = 16_000, 11_500

_TIMEOUT = 20.0

#: The property of a post that holds its mark, and the seconds that the server's clock may be behind ours.
_MARK, _SKEW = "unbland_mark", 300

#: A sign that calls somebody: the space without width after it keeps the look and takes the effect.
_CALLS = re.compile(r"@(?=[\w.-])")
_LINKS = re.compile(r"([\[\]!])")
_GONE = frozenset({403, 404})

_STAGES = {
    "queued": "In the queue, {title}: {waiting}.",
    "working": "Rewriting {title}: {step}.",
    "done": "Rewritten {title}: score {before} → {after}.",
    "failed": "No rewrite of {title}. {complaint}",
}


class MattermostChat:
    """A Mattermost server; see `Messenger`."""

    def __init__(self, url: str, token: str) -> None:
        """Take where the server is, and the bot's token."""
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}

    async def post(self, tenant: str, channel: str, thread: str, message: Message, mark: str) -> Posted:  # noqa: ARG002 - one server
        """Show a message; see the port."""
        words = _words(message, fits=_fits(message))
        body = {"channel_id": channel, "message": words, "root_id": thread, "props": {_MARK: mark}}
        answer = await self._call("POST", "/posts", body)
        return Posted(channel=channel, id=str(answer.get("id", "")), is_whole=_fits(message))

    async def find(self, tenant: str, channel: str, thread: str, mark: str, since: datetime) -> Posted | None:  # noqa: ARG002 - one server
        """Where the post with this mark stands; see the port."""
        earliest = int((since.timestamp() - _SKEW) * 1000)
        path = f"/posts/{thread}/thread" if thread else f"/channels/{channel}/posts?since={earliest}"
        posts = (await self._call("GET", path, None)).get("posts")
        for id_, post in posts.items() if isinstance(posts, dict) else ():
            if isinstance(post, dict) and (post.get("props") or {}).get(_MARK) == mark:
                return Posted(channel=channel, id=str(id_))
        return None

    async def update(self, tenant: str, at: Posted, message: Message) -> bool:  # noqa: ARG002 - one server
        """Show something else; see the port."""
        body = {"message": _words(message, fits=_fits(message))}
        await self._call("PUT", f"/posts/{at.id}/patch", body)
        return _fits(message)

    async def upload(self, tenant: str, thread: Posted, name: str, text: str) -> str:  # noqa: ARG002 - one server
        """Bring a text to the server; see the port."""
        files = {"files": (name, text.encode("utf-8"), "text/markdown")}
        answer = await self._call("POST", "/files", None, data={"channel_id": thread.channel}, files=files)
        infos = answer.get("file_infos")
        if not (isinstance(infos, list) and infos and isinstance(infos[0], dict)):
            raise Undelivered("file_not_taken")
        return str(infos[0].get("id"))

    async def share(self, tenant: str, thread: Posted, name: str, file: str) -> None:  # noqa: ARG002 - one server
        """Show a file in a thread; see the port."""
        body = {"channel_id": thread.channel, "message": name, "root_id": thread.id, "file_ids": [file]}
        await self._call("POST", "/posts", body)

    async def is_shared(self, tenant: str, file: str) -> bool:  # noqa: ARG002 - one server
        """Whether a post has the file; see the port."""
        return bool((await self._call("GET", f"/files/{file}/info", None)).get("post_id"))

    async def fetch(self, tenant: str, attachment: Attachment) -> bytes:  # noqa: ARG002 - commands bring no files
        """Commands of Mattermost bring no files; see the port."""
        raise NotText("Paste the draft behind the command.")

    async def _call(self, method: str, path: str, body: object, **form: object) -> Mapping[str, object]:
        try:
            async with httpx2.AsyncClient(verify=trust(), timeout=_TIMEOUT, headers=self._headers) as client:
                whole = {"json": body} if body is not None else form
                answer = await client.request(method, f"{self._url}/api/v4{path}", **whole)  # type: ignore[arg-type]
            if answer.status_code in {200, 201}:
                return dict(answer.json())
        except (httpx2.HTTPError, ValueError):
            raise Undelivered("not_reached", unsure=True) from None
        after = answer.headers.get("X-Ratelimit-Reset", "")
        wait = float(after) if answer.status_code == 429 and after.isdecimal() else None  # noqa: PLR2004 - too many
        status = answer.status_code
        about = {"gone": status in _GONE, "barred": status == 401, "unsure": status >= 500}  # noqa: PLR2004
        raise Undelivered(f"status_{status}", wait=wait, **about)


def _fits(message: Message) -> bool:
    """Whether the posting can be read in the post."""
    return isinstance(message, Progress) or len(harmless(message.markdown)) <= LONGEST_BODY


def harmless(text: str) -> str:
    """The text without calls to anybody and without links of its own making."""
    return _CALLS.sub("@\u200b", text)


def _words(message: Message, *, fits: bool) -> str:
    if isinstance(message, Result):
        return _result(message, fits=fits)[:LONGEST_POST]
    title = f"“{_calm(message.title)}”" if message.title else "a posting"
    step = STEPS.get(message.step, ALL_STEPS)
    said = _STAGES[message.stage].format(
        title=title,
        waiting=waiting(message.ahead),
        step=step,
        before=message.before,
        after=message.after,
        complaint=_calm(message.complaint),
    )
    return said[:LONGEST_POST]


def _result(result: Result, *, fits: bool) -> str:
    made = result.rewrite
    parts = [f"**Score {made.score.before.total} → {result.score}**, revision {result.revision}."]
    parts += [_listed("What changed, and why", result.changes, 5), _listed("What was dropped", result.dropped, 5)]
    parts.append(_listed("To settle before you publish", result.settle, 5))
    parts.append(harmless(result.markdown) if fits else "The posting is too long for a post; it is in the file below.")
    if result.decision is not None:
        made_at = f"{result.decision.at:%Y-%m-%d %H:%M} UTC"
        parts.append(f"{result.decision.verdict.value.capitalize()} by {_calm(result.decision.by)} at {made_at}.")
    elif not result.superseded:
        asked = [f"{each.ask} `/rewrite answer {result.turn} {each.field}: …`" for each in made.questions]
        parts.append(_listed("What is missing", asked, 10))
        parts.append(f"`/rewrite accept {result.turn}` or `/rewrite reject {result.turn}`")
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, lines: tuple[str, ...] | list[str], most: int) -> str:
    if not lines:
        return ""
    more = [f"- and {len(lines) - most} more"] if len(lines) > most else []
    ours = heading == "What is missing"
    shown = [f"- {line if ours else _calm(line)}" for line in lines[:most]]
    return "\n".join([f"**{heading}**", *shown, *more])


def _calm(text: str) -> str:
    """A text of others in a line of ours: no call, no link, no picture."""
    return _LINKS.sub(r"\\\1", harmless(" ".join(text.split())))
