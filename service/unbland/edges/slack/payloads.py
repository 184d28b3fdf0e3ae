"""What Slack sends, as values; what does not have the shape is malformed, and nothing of it is repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from unbland.application.chat.messages import Posted
from unbland.application.chat.model import Attachment, Where
from unbland.core.strict_json import Unreadable, json_value


class Malformed(Exception):
    """A request that Slack would not send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command."""

    where: Where
    trigger: str
    text: str
    response_url: str
    #: The organisation that installed the app for all its workspaces, as a tenant; empty where the workspace did.
    org: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A press on a button, on a shortcut, or on a window's "send"."""

    kind: str
    where: Where
    trigger: str
    #: What was pressed: the button's action, the shortcut's or the window's callback.
    name: str
    value: str = ""
    response_url: str = ""
    #: The message that the button or the shortcut stands on.
    message: str = ""
    text: str = ""
    org: str = ""
    view: Mapping[str, Any] | None = None


def form(body: bytes) -> dict[str, str]:
    """The fields of a form; raises Malformed."""
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, strict_parsing=True, max_num_fields=100)
    except (UnicodeDecodeError, ValueError):
        raise Malformed from None
    return {name: values[0] for name, values in fields.items()}


def json_object(text: str | bytes) -> dict[str, Any]:
    """The object of a JSON text; raises Malformed."""
    try:
        value = json_value(text)
    except Unreadable:
        raise Malformed from None
    if not isinstance(value, dict):
        raise Malformed
    return value


def command_of(fields: Mapping[str, object]) -> Command:
    """The command of a form's fields; raises Malformed."""
    team = _id(fields, "team_id") or _id(fields, "enterprise_id")
    where = _where(team, _id(fields, "channel_id"), _id(fields, "user_id"))
    return Command(
        where=where,
        org=org_of(fields),
        trigger=_text(fields, "trigger_id"),
        text=_text(fields, "text"),
        response_url=_text(fields, "response_url"),
    )


def press_of(payload: Mapping[str, Any]) -> Press:
    """The press that an interaction is; raises Malformed."""
    kind = _text(payload, "type")
    team = _team(payload)
    channel = _id(_object(payload, "channel"), "id") or _id(_object(payload, "container"), "channel_id")
    message = _object(payload, "message")
    thread = _text(message, "thread_ts") or _text(message, "ts")
    user = _id(_object(payload, "user"), "id")
    where = _where(team, channel or user, user, thread)  # outside a channel the result is a direct message
    about: dict[str, Any] = {
        "kind": kind,
        "where": where,
        "trigger": _text(payload, "trigger_id"),
        "org": org_of(payload),
    }
    if kind == "view_submission":
        view = _object(payload, "view")
        return Press(name=_text(view, "callback_id"), value=_text(view, "private_metadata"), view=view, **about)
    if kind == "block_actions":
        action = _first(payload)
        return Press(
            name=_text(action, "action_id"),
            value=_text(action, "value"),
            response_url=_text(payload, "response_url"),
            message=_text(_object(payload, "container"), "message_ts"),
            **about,
        )
    return Press(
        name=_text(payload, "callback_id"),
        response_url=_text(payload, "response_url"),
        message=_text(message, "ts"),
        text=_text(message, "text"),
        **about,
    )


def org_of(payload: Mapping[str, Any]) -> str:
    """The tenant of an organisation that installed the app for all its workspaces; raises Malformed.

    An event says it in its first authorization, a command and a press themselves (docs.slack.dev, org-wide apps).
    """
    authorizations = payload.get("authorizations")
    about = authorizations[0] if isinstance(authorizations, list) and authorizations else payload
    if not isinstance(about, dict) or about.get("is_enterprise_install") not in {True, "true"}:
        return ""
    found = _id(about, "enterprise_id") or _id(_object(about, "enterprise"), "id") or _id(payload, "enterprise_id")
    return f"slack:{found}" if found else ""


def standing_of(payload: Mapping[str, Any], kind: str) -> tuple[str, Posted] | None:
    """The mark of a message that came to stand, and where, of an event that tells so; None for one of another app."""
    event = _object(payload, "event")
    metadata, app = _object(event, "metadata"), _text(event, "app_id")
    mark = _text(_object(metadata, "event_payload"), "mark")
    at = Posted(channel=_id(event, "channel_id"), id=_text(event, "message_ts")[:40])
    is_ours = app and app == _text(payload, "api_app_id") and metadata.get("event_type") == kind
    return (mark[:80], at) if is_ours and mark and at.channel and at.id else None


def _team(payload: Mapping[str, Any]) -> str:
    """The workspace of a press; of an app that a whole organisation has, Slack may leave the usual field empty."""
    view = _object(payload, "view")
    places = (
        _id(view, "app_installed_team_id"),
        _id(_object(payload, "team"), "id"),
        _id(_object(payload, "user"), "team_id"),
        _id(view, "team_id"),
    )
    return next((each for each in places if each and each[0] != "E"), _id(_object(payload, "enterprise"), "id"))


def said(view: Mapping[str, Any], block: str) -> str:
    """What somebody typed or chose in a window's block; empty for nothing."""
    element = _element(view, block)
    chosen = element.get("selected_option")
    found = chosen.get("value") if isinstance(chosen, dict) else element.get("value", element.get("selected_date"))
    return found.strip() if isinstance(found, str) else ""


def people(view: Mapping[str, Any], block: str) -> tuple[str, ...]:
    """Whom somebody chose in a window's block."""
    chosen = _element(view, block).get("selected_users")
    return tuple(user for user in chosen if isinstance(user, str))[:20] if isinstance(chosen, list) else ()


def attachment(view: Mapping[str, Any], block: str) -> Attachment | None:
    """The file that somebody put into a window's block."""
    files = _element(view, block).get("files")
    if not (isinstance(files, list) and files and isinstance(files[0], dict)):
        return None
    size = files[0].get("size")
    url = _text(files[0], "url_private_download") or _text(files[0], "url_private")
    return Attachment(name=_text(files[0], "name")[:200], url=url, size=size if isinstance(size, int) else 0)


def _element(view: Mapping[str, Any], block: str) -> Mapping[str, Any]:
    """The one element of a block; each is called as its block is."""
    return _object(_object(_object(_object(view, "state"), "values"), block), block)


def _where(team: str, channel: str, user: str, thread: str = "") -> Where:
    if not (team and channel and user):
        raise Malformed
    return Where(tenant=f"slack:{team}", channel=channel, user=user, thread=thread)


def _first(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    actions = payload.get("actions")
    if not (isinstance(actions, list) and actions and isinstance(actions[0], dict)):
        raise Malformed
    return actions[0]


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    if not isinstance(found, str):
        return ""
    return found.encode("utf-8", "replace").decode()  # half a character has no place in a database


def _id(value: Mapping[str, Any], name: str) -> str:
    """An id of Slack's: letters and figures; raises Malformed for anything else that is there."""
    found = _text(value, name)
    if found and not (found.isascii() and found.isalnum() and len(found) <= 40):  # noqa: PLR2004 - Slack's have 9 to 13
        raise Malformed
    return found
