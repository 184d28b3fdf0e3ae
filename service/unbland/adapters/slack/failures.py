"""What Slack refuses, in the words of the port; never with what was sent."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from unbland.application.chat.ports import Undelivered

#: The place takes no message of ours; whoever asked may still be told.
_GONE = frozenset(
    {
        "is_archived",
        "channel_not_found",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "cannot_reply_to_message",
        "thread_not_found",
        "message_not_found",
        "cant_update_message",
        "user_not_found",
        "no_permission",
    }
)

#: Nothing of this workspace is open to us any more.
_BARRED = frozenset(
    {
        "token_revoked",
        "token_expired",
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "missing_scope",
        "org_login_required",
    }
)

#: Faults of Slack's own, after which a message may stand all the same (docs.slack.dev, chat.postMessage).
_UNSURE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "unreadable"})


async def told(call: Any) -> AsyncSlackResponse:  # noqa: ANN401 - any call of the library
    """What Slack says, its refusals in the words of the port; never with what was sent."""
    try:
        answer: AsyncSlackResponse = await call
    except SlackApiError as error:
        raise _refused(error) from None
    except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError, json.JSONDecodeError):
        raise Undelivered("not_reached", unsure=True) from None
    return answer


def _refused(error: SlackApiError) -> Undelivered:
    answer = error.response
    code = str(answer.get("error") or "unknown") if isinstance(answer.data, dict) else "unreadable"
    if answer.status_code == 429:  # noqa: PLR2004 - Slack's own status for it
        after = str(answer.headers.get("Retry-After", ""))
        return Undelivered("rate_limited", wait=min(float(after), 3600.0) if after.isdecimal() else 30.0)
    unsure = code in _UNSURE or answer.status_code >= 500  # noqa: PLR2004 - a fault of Slack's
    return Undelivered(code[:64], gone=code in _GONE, barred=code in _BARRED, unsure=unsure)
