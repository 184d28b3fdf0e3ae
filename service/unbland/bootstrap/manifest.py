"""The manifest of the Slack app, for the command and the routes alike."""

from __future__ import annotations

from unbland.adapters.slack.manifest import HISTORY, METADATA, SCOPES, manifest
from unbland.errors import Misconfigured

#: What the app asks a workspace for.
SLACK_SCOPES = SCOPES
#: What it asks for beside them where it shall find its own messages in channels.
SLACK_HISTORY = HISTORY

#: What the mark on its messages is called.
SLACK_METADATA = METADATA


def slack_manifest(
    url: str, *, sockets: bool, history: bool = False, org: bool = False, alone: bool = False
) -> dict[str, object]:
    """The manifest of an app at this address; raises Misconfigured where Slack could not call it."""
    if not sockets and not url.startswith("https://"):
        raise Misconfigured("Slack calls https addresses only; name one with `--url`, or use `--socket-mode`.")
    return manifest(url, sockets=sockets, history=history, org=org, alone=alone)
