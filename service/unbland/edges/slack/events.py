"""What Slack tells of itself, as values: a home that was opened, a message that stands, an app that was removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from unbland.application.chat.messages import Posted
from unbland.bootstrap.manifest import SLACK_METADATA
from unbland.edges.slack.payloads import Malformed, id_in, object_in, org_of, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event."""

    id: str
    kind: str
    #: The workspace, as a tenant, and the organisation whose installation serves it; empty where there is none.
    tenant: str
    org: str
    user: str
    #: Whether tokens of ours were revoked.
    bots: bool
    #: The workspaces that an organisation took the app from, as tenants.
    left: frozenset[str]
    #: The mark of a message of ours that came to stand, and where.
    stood: tuple[str, Posted] | None


def event_of(payload: Mapping[str, Any]) -> Event:
    """The event of a payload; raises Malformed."""
    event, team = object_in(payload, "event"), id_in(payload, "team_id") or id_in(payload, "enterprise_id")
    kind, id_, teams = text_in(event, "type"), text_in(payload, "event_id"), event.get("team_ids")
    if not (team and kind and id_):
        raise Malformed
    return Event(
        id=id_,
        kind=kind,
        tenant=f"slack:{team}",
        org=org_of(payload),
        user=id_in(event, "user") if kind == "app_home_opened" else "",
        bots=bool(object_in(event, "tokens").get("bot")),
        left=frozenset(f"slack:{each}" for each in teams) if isinstance(teams, list) else frozenset(),
        stood=_stood(payload, event) if kind == "message_metadata_posted" else None,
    )


def _stood(payload: Mapping[str, Any], event: Mapping[str, Any]) -> tuple[str, Posted] | None:
    """The mark of a message and where it stands; None for one of another app, which may call its marks as we do."""
    metadata, app = object_in(event, "metadata"), text_in(event, "app_id")
    mark = text_in(object_in(metadata, "event_payload"), "mark")
    at = Posted(channel=id_in(event, "channel_id"), id=text_in(event, "message_ts")[:40])
    is_ours = app and app == text_in(payload, "api_app_id") and metadata.get("event_type") == SLACK_METADATA
    return (mark[:80], at) if is_ours and mark and at.channel and at.id else None
