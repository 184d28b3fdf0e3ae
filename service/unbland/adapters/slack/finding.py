"""Our own messages found again by the mark in their metadata, which people do not see."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient

from unbland.adapters.slack.failures import told
from unbland.adapters.slack.manifest import METADATA
from unbland.application.chat.messages import Posted
from unbland.application.chat.ports import MayNotLook, Undelivered

#: Seconds that Slack's clock may be behind ours.
_SKEW = 300

#: Messages of one look, and looks at the most: a busy channel writes fewer while a service starts anew.
_MESSAGES, _LOOKS = 200, 5

#: What Slack says where an app may not look, for want of a scope or of the place.
_UNSEEN = frozenset(
    {
        "missing_scope",
        "no_permission",
        "access_denied",
        "not_allowed_token_type",
        "method_not_supported_for_channel_type",
        "channel_not_found",
        "not_in_channel",
        "thread_not_found",
    }
)


def metadata_of(mark: str) -> dict[str, object]:
    """The metadata that carries a mark (docs.slack.dev, message metadata)."""
    return {"event_type": METADATA, "event_payload": {"mark": mark}}


async def found(client: AsyncWebClient, at: Posted, mark: str, since: datetime) -> Posted | None:
    """Where the message with this mark stands, in a channel or under the first message of a thread.

    None where there is none. Raises MayNotLook, and Undelivered.
    """
    try:
        channel = await _channel(client, at.channel)
        oldest, cursor = f"{since.timestamp() - _SKEW:.6f}", ""
        look = partial(client.conversations_replies, ts=at.id) if at.id else client.conversations_history
        for _ in range(_LOOKS):
            asked = look(
                channel=channel, oldest=oldest, limit=_MESSAGES, cursor=cursor or None, include_all_metadata=True
            )
            answer = await told(asked)
            for message in answer.get("messages") or ():
                if message.get("metadata") == metadata_of(mark):
                    return Posted(channel=channel, id=str(message["ts"]))
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None
    except Undelivered as failure:
        if failure.code not in _UNSEEN:
            raise
        raise MayNotLook(failure.code) from None
    return None


async def _channel(client: AsyncWebClient, place: str) -> str:
    """The channel of a place; of a user, that of the direct messages."""
    if not place.startswith(("U", "W")):
        return place
    answer = await told(client.api_call("conversations.open", json={"users": place}))
    return str(answer["channel"]["id"])
