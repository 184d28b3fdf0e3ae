"""Slack's web interface, by its own library: messages, files, windows; each failure in the words of the port."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from unbland.adapters.slack.blocks import blocks_of, fits
from unbland.adapters.slack.failures import told
from unbland.adapters.slack.finding import found, metadata_of
from unbland.adapters.slack.installs import Installs
from unbland.application.chat.messages import Message, Posted
from unbland.application.chat.model import Attachment
from unbland.application.chat.ports import Undelivered
from unbland.errors import DraftTooLong, NotText

#: Where Slack is; tests have one of their own.
API = "https://slack.com/api/"
FILES = frozenset({"https://files.slack.com", "https://slack-files.com"})
HOOKS = frozenset({"https://hooks.slack.com"})

#: Seconds for one call; a courier's claim is longer.
_TIMEOUT = 20

#: Bytes of a file that is read: a posting with a logo is far below.
_LARGEST = 10_000_000

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """Which addresses are Slack's."""

    api: str = API
    files: frozenset[str] = field(default=FILES)
    hooks: frozenset[str] = field(default=HOOKS)


class SlackChat:
    """Slack as a messenger, and its windows; see `Messenger`."""

    def __init__(self, installs: Installs, hosts: Hosts) -> None:
        """Take who has the tokens, and where Slack is."""
        self._installs = installs
        self._hosts = hosts

    async def post(self, tenant: str, channel: str, thread: str, message: Message, mark: str) -> Posted:
        """Show a message; see the port."""
        under = {"thread_ts": thread} if thread else {}
        about = {"channel": channel, "unfurl_links": False, "metadata": metadata_of(mark), **under}
        answer, is_whole = await self._said(tenant, "chat.postMessage", message, about)
        return Posted(channel=str(answer["channel"]), id=str(answer["ts"]), is_whole=is_whole)

    async def find(self, tenant: str, channel: str, thread: str, mark: str, since: datetime) -> Posted | None:
        """Where the message with this mark stands; see the port."""
        return await found(await self._client(tenant), Posted(channel=channel, id=thread), mark, since)

    async def update(self, tenant: str, at: Posted, message: Message) -> bool:
        """Show something else; see the port."""
        _, is_whole = await self._said(tenant, "chat.update", message, {"channel": at.channel, "ts": at.id})
        return is_whole

    async def upload(self, tenant: str, thread: Posted, name: str, text: str) -> str:  # noqa: ARG002 - it is shared later
        """Bring a text to Slack; see the port."""
        content = text.encode("utf-8")
        client = await self._client(tenant)
        place = await told(client.files_getUploadURLExternal(filename=name, length=len(content)))
        if not await _taken(str(place["upload_url"]), data=content):
            raise Undelivered("file_not_taken")
        return str(place["file_id"])

    async def share(self, tenant: str, thread: Posted, name: str, file: str) -> None:
        """Show a file in a thread; see the port."""
        files: list[dict[str, str | None]] = [{"id": file, "title": name}]
        client = await self._client(tenant)
        await told(client.files_completeUploadExternal(files=files, channel_id=thread.channel, thread_ts=thread.id))

    async def is_shared(self, tenant: str, file: str) -> bool:
        """Whether a file is shown; see the port."""
        try:
            found = (await told((await self._client(tenant)).files_info(file=file))).get("file") or {}
        except Undelivered as failure:
            if failure.code not in _NO_FILE:
                raise
            return False
        return any(found.get(name) for name in ("shares", "channels", "groups", "ims"))

    async def fetch(self, tenant: str, attachment: Attachment) -> bytes:
        """The bytes of a file of Slack's own; see the port. No redirect is followed: it would take the token along."""
        if not _is_at(attachment.url, self._hosts.files):
            raise NotText("That file is not Slack's own; put it into the window from your computer.")
        if attachment.size > _LARGEST:
            raise _TOO_LARGE
        token = (await self._client(tenant)).token
        headers = {"Authorization": f"Bearer {token}"}
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(attachment.url, headers=headers, allow_redirects=False) as answer,
            ):
                return await _content(answer, attachment)
        except (aiohttp.ClientError, TimeoutError):
            raise Undelivered("file_not_reached") from None

    async def open(self, tenant: str, trigger: str, view: Mapping[str, object]) -> None:
        """Open a window for whoever pressed; raises Undelivered, such as for a trigger older than 3 seconds."""
        await self._call(tenant, "views.open", trigger_id=trigger, view=view)

    async def publish(self, tenant: str, user: str, view: Mapping[str, object]) -> None:
        """Show somebody's home; raises Undelivered."""
        await self._call(tenant, "views.publish", user_id=user, view=view)

    async def respond(self, url: str, body: Mapping[str, object]) -> bool:
        """Answer whoever pressed, and nobody else, at the address that came with it; False where it is not Slack's."""
        if not _is_at(url, self._hosts.hooks):
            _LOG.warning("a response address that is not Slack's", extra={"action": "slack.foreign_response_url"})
            return False
        return await _taken(url, json=dict(body))

    async def _said(
        self, tenant: str, method: str, message: Message, about: Mapping[str, object]
    ) -> tuple[AsyncSlackResponse, bool]:
        """Slack's answer to a message, and whether the posting is in it: not in one that Slack finds too long."""
        if fits(message):
            text, blocks = blocks_of(message)
            try:
                return await self._call(tenant, method, text=text, blocks=blocks, **about), True
            except Undelivered as failure:
                if failure.code not in _TOO_LONG:
                    raise
        text, blocks = blocks_of(message, whole=False)
        return await self._call(tenant, method, text=text, blocks=blocks, **about), False

    async def _call(self, tenant: str, method: str, **arguments: object) -> AsyncSlackResponse:
        client = await self._client(tenant)
        return await told(client.api_call(method, json=arguments))

    async def _client(self, tenant: str) -> AsyncWebClient:
        """A client with the tenant's token; the courier tries again, so the library does not."""
        token = await self._installs.token(tenant)
        if token is None:
            raise Undelivered("not_installed", barred=True)
        return AsyncWebClient(token=token, base_url=self._hosts.api, timeout=_TIMEOUT, retry_handlers=[])


#: What Slack says of a message that is more than it takes; how much that is, it does not say.
_TOO_LONG = frozenset({"msg_blocks_too_long", "msg_too_long", "invalid_blocks", "invalid_blocks_format"})

#: What Slack says of a file that was uploaded and never shared.
_NO_FILE = frozenset({"file_not_found", "file_deleted"})

_NOT_GIVEN = NotText("Slack does not give us that file; add the app to the channel, or paste the text.")
_TOO_LARGE = DraftTooLong(f"The file is larger than {_LARGEST:,} bytes; send one posting at a time.")


async def _taken(url: str, **body: object) -> bool:
    """Whether what is sent to an address of Slack's is taken."""
    timeout = aiohttp.ClientTimeout(total=_TIMEOUT)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, allow_redirects=False, **body) as answer,  # type: ignore[arg-type] # `json` or `data`
        ):
            return answer.status == 200  # noqa: PLR2004 - the one status that means it
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _content(answer: aiohttp.ClientResponse, attachment: Attachment) -> bytes:
    """What a file holds, read no further than the bound; a page to sign in, or the way to one, is no file."""
    if answer.status == 429 or answer.status >= 500:  # noqa: PLR2004 - another time
        raise Undelivered(f"file_{answer.status}")
    if answer.status != 200:  # noqa: PLR2004 - anything else is no file
        raise _NOT_GIVEN
    content = bytearray()
    async for part in answer.content.iter_chunked(65536):
        content += part
        if len(content) > _LARGEST:
            raise _TOO_LARGE
    if answer.content_type == "text/html" and len(content) != attachment.size:  # a page of Slack's, not the file
        raise _NOT_GIVEN
    return bytes(content)


def _is_at(url: str, origins: frozenset[str]) -> bool:
    """Whether an address is one of these origins, by scheme, host and port alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}" in origins


async def exchange(hosts: Hosts, arguments: Mapping[str, str]) -> Mapping[str, Any]:
    """What Slack gives for an installation's code or a refresh token; raises Undelivered."""
    client = AsyncWebClient(base_url=hosts.api, timeout=_TIMEOUT, retry_handlers=[])
    answer = await told(client.api_call("oauth.v2.access", data=dict(arguments)))
    return dict(answer.data) if isinstance(answer.data, dict) else {}


async def taken(hosts: Hosts, token: str, method: str) -> tuple[str, frozenset[str]]:
    """Why Slack does not take a token for a method, as its machine word, empty where it does; and what it may do."""
    client = AsyncWebClient(token=token, base_url=hosts.api, timeout=_TIMEOUT // 2, retry_handlers=[])
    try:
        answer = await told(client.api_call(method))
    except Undelivered as failure:
        return failure.code, frozenset()
    scopes = str(answer.headers.get("x-oauth-scopes", ""))
    return "", frozenset(each.strip() for each in scopes.split(",") if each.strip())
