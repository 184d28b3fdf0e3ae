"""The app's manifest: what Slack must know of it, the same for everybody but for the address."""

from __future__ import annotations

#: The least that the flow needs; of what people write only that which they write to the app itself.
SCOPES = ("commands", "chat:write", "files:read", "files:write", "im:write", "im:history", "metadata.message:read")

#: What the mark on our messages is called; Slack tells us where one with a mark came to stand, and nothing else of it.
METADATA = "unbland_message"

#: With these it finds its own messages in channels too after a crash; they let it read what others write there.
HISTORY = ("channels:history", "groups:history")

#: What Slack tells us of; an organisation also says that a workspace of it has the app no more.
_EVENTS = ("app_home_opened", "app_uninstalled", "message_metadata_posted", "tokens_revoked")
_ORG_EVENTS = ("team_access_revoked",)

#: What the worker shows in place of an address that Slack never calls.
_NO_ADDRESS = "https://unbland.example"


#: How a rewrite is begun but by the command: name → what Slack must know of it.
_SHORTCUTS = {
    "Rewrite this posting": {
        "type": "message",
        "callback_id": "rewrite_message",
        "description": "Rewrite the posting in this message",
    },
    "Rewrite a posting": {
        "type": "global",
        "callback_id": "new_rewrite",
        "description": "Open a window for a draft",
    },
}


def manifest(
    public_url: str, *, sockets: bool, history: bool = False, org: bool = False, alone: bool = False
) -> dict[str, object]:
    """The manifest of an app at this address; with sockets, of one that Slack need not reach.

    With `history` it asks to read the channels that it is in; with `org` a whole organisation may install it at once;
    `alone` it is one workspace's, whose token does not run out after 12 hours (docs.slack.dev, using token rotation).
    """
    base = (public_url or _NO_ADDRESS).rstrip("/")

    def at(path: str) -> dict[str, str]:
        return {} if sockets else {path.partition(":")[0]: f"{base}/slack/{path.partition(':')[2]}"}

    command = {"command": "/rewrite", "description": "Rewrite a job posting", "usage_hint": "[draft | help]"}
    oauth: dict[str, object] = {"scopes": {"bot": [*SCOPES, *(HISTORY if history else ())]}}
    if not (sockets or alone):
        oauth["redirect_urls"] = [f"{base}/slack/oauth_redirect"]
    return {
        "display_information": {
            "name": "unbland",
            "description": "Rewrites job postings: short, specific, and true to their sources.",
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "unbland", "always_online": False},
            "shortcuts": [{"name": name, **about} for name, about in _SHORTCUTS.items()],
            "slash_commands": [command | at("url:commands") | {"should_escape": False}],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {
                **at("request_url:events"),
                "bot_events": [*_EVENTS, *(_ORG_EVENTS if org else ())],
                "metadata_subscriptions": [{"app_id": "*", "event_type": METADATA}],
            },
            "interactivity": {"is_enabled": True} | at("request_url:interactivity"),
            "org_deploy_enabled": org,
            "socket_mode_enabled": sockets,
            "token_rotation_enabled": not (sockets or alone),
        },
    }
