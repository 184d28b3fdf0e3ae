"""Texts of others in Slack: nothing of them becomes a mention, a link or markup."""

from __future__ import annotations

import re
from datetime import datetime

#: What reaches everybody in a channel; a word joiner after the sign keeps the look and takes the effect.
_CALLS = re.compile(r"@(?=(?:channel|here|everyone)\b)", re.IGNORECASE)

_JOINER = "\u2060"

_USER = re.compile(r"[UW][A-Z0-9]{1,30}")

_CHARACTERS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def harmless(text: str) -> str:
    """The text with what Slack reads as control characters made literal, and calls to everybody made words."""
    return _CALLS.sub(f"@{_JOINER}", "".join(_CHARACTERS.get(sign, sign) for sign in text))


def mention(user: str) -> str:
    """A mention of a user; of an id that is none, the harmless text."""
    return f"<@{user}>" if _USER.fullmatch(user) else harmless(user)


def local(at: datetime) -> str:
    """A time as each reader's own clock shows it."""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{at:%Y-%m-%d %H:%M} UTC>"


def plain(text: str, most: int) -> dict[str, object]:
    """A text object in which nothing is markup, of at most so many characters."""
    calm = _CALLS.sub(f"@{_JOINER}", text) or " "
    return {"type": "plain_text", "text": calm if len(calm) <= most else f"{calm[: most - 1]}…", "emoji": False}


def ours(text: str) -> dict[str, object]:
    """A text object of our own words, with Slack's marks; others' words in it were made harmless before."""
    return {"type": "mrkdwn", "text": text[:3000], "verbatim": True}
