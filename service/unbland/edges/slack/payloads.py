"""What Slack sends, as values; what does not have the shape is malformed, and nothing of it is repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

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
    team = id_in(fields, "team_id") or id_in(fields, "enterprise_id")
    where = _where(team, id_in(fields, "channel_id"), id_in(fields, "user_id"))
    return Command(
        where=where,
        org=org_of(fields),
        trigger=text_in(fields, "trigger_id"),
        text=text_in(fields, "text"),
        response_url=text_in(fields, "response_url"),
    )


def press_of(payload: Mapping[str, Any]) -> Press:
    """The press that an interaction is; raises Malformed."""
    kind = text_in(payload, "type")
    team = _team(payload)
    channel = id_in(object_in(payload, "channel"), "id") or id_in(object_in(payload, "container"), "channel_id")
    message = object_in(payload, "message")
    thread = text_in(message, "thread_ts") or text_in(message, "ts")
    user = id_in(object_in(payload, "user"), "id")
    where = _where(team, channel or user, user, thread)  # outside a channel the result is a direct message
    about: dict[str, Any] = {
        "kind": kind,
        "where": where,
        "trigger": text_in(payload, "trigger_id"),
        "org": org_of(payload),
    }
    if kind == "view_submission":
        view = object_in(payload, "view")
        return Press(name=text_in(view, "callback_id"), value=text_in(view, "private_metadata"), view=view, **about)
    if kind == "block_actions":
        action = _first(payload)
        return Press(
            name=text_in(action, "action_id"),
            value=text_in(action, "value"),
            response_url=text_in(payload, "response_url"),
            message=text_in(object_in(payload, "container"), "message_ts"),
            **about,
        )
    return Press(
        name=text_in(payload, "callback_id"),
        response_url=text_in(payload, "response_url"),
        message=text_in(message, "ts"),
        text=text_in(message, "text"),
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
    found = (
        id_in(about, "enterprise_id") or id_in(object_in(about, "enterprise"), "id") or id_in(payload, "enterprise_id")
    )
    return f"slack:{found}" if found else ""


def _team(payload: Mapping[str, Any]) -> str:
    """The workspace of a press; of an app that a whole organisation has, Slack may leave the usual field empty."""
    view = object_in(payload, "view")
    places = (
        id_in(view, "app_installed_team_id"),
        id_in(object_in(payload, "team"), "id"),
        id_in(object_in(payload, "user"), "team_id"),
        id_in(view, "team_id"),
    )
    return next((each for each in places if each and each[0] != "E"), id_in(object_in(payload, "enterprise"), "id"))


def said(view: Mapping[str, Any], block: str) -> str:
    """What somebody typed or chose in a window's block, without what surrounds it; empty for nothing."""
    return typed(view, block).strip()


def typed(view: Mapping[str, Any], block: str) -> str:
    """The same as it was typed."""
    element = _element(view, block)
    chosen = element.get("selected_option")
    found = chosen.get("value") if isinstance(chosen, dict) else element.get("value", element.get("selected_date"))
    return _whole(found) if isinstance(found, str) else ""


def people(view: Mapping[str, Any], block: str) -> tuple[str, ...]:
    """Whom somebody chose in a window's block."""
    chosen = _element(view, block).get("selected_users")
    users = [{"id": user} for user in chosen] if isinstance(chosen, list) else []
    return tuple(id_ for user in users[:20] if (id_ := id_in(user, "id")))


def attachment(view: Mapping[str, Any], block: str) -> Attachment | None:
    """The file that somebody put into a window's block."""
    files = _element(view, block).get("files")
    if not (isinstance(files, list) and files and isinstance(files[0], dict)):
        return None
    size = files[0].get("size")
    url = text_in(files[0], "url_private_download") or text_in(files[0], "url_private")
    return Attachment(name=text_in(files[0], "name")[:200], url=url, size=size if isinstance(size, int) else 0)


def _element(view: Mapping[str, Any], block: str) -> Mapping[str, Any]:
    """The one element of a block; each is called as its block is."""
    return object_in(object_in(object_in(object_in(view, "state"), "values"), block), block)


def _where(team: str, channel: str, user: str, thread: str = "") -> Where:
    if not (team and channel and user):
        raise Malformed
    return Where(tenant=f"slack:{team}", channel=channel, user=user, thread=thread)


def _first(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    actions = payload.get("actions")
    if not (isinstance(actions, list) and actions and isinstance(actions[0], dict)):
        raise Malformed
    return actions[0]


def object_in(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object of this name; an empty one for anything else."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def text_in(value: Mapping[str, Any], name: str) -> str:
    """The text of this name; an empty one for anything else."""
    found = value.get(name)
    if not isinstance(found, str):
        return ""
    return _whole(found)


def _whole(text: str) -> str:
    """The text without what no database takes: half a character, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def id_in(value: Mapping[str, Any], name: str) -> str:
    """An id of Slack's: letters and figures; raises Malformed for anything else that is there."""
    found = text_in(value, name)
    if found and not (found.isascii() and found.isalnum() and len(found) <= 40):  # noqa: PLR2004 - Slack's have 9 to 13
        raise Malformed
    return found
