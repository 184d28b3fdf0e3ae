"""A text for a posting as it stands in its system now: made, with what accepts it, and kept by whoever asked."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from unbland.application.connectors.model import Body, Found, Link, LinkState, Proposal, System
from unbland.application.connectors.ports import Ats, LinkStore, Rewriting
from unbland.application.result import Status
from unbland.application.review import Draft
from unbland.core.ats.intake import draft_of
from unbland.core.ats.sameness import fingerprint
from unbland.core.document.model import Format
from unbland.core.facts import CompanyFacts
from unbland.core.strict_json import is_kept
from unbland.errors import NotText


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the use cases share."""

    systems: Mapping[System, Ats]
    store: LinkStore
    rewriting: Rewriting
    #: The time, in UTC.
    now: Callable[[], datetime]
    new_id: Callable[[], str]


async def ours(desk: Desk, tenant: str, system: System, found: Found) -> Link | None:
    """The link whose text a posting holds: a word that it changed may come of our own writing."""
    link = await desk.store.last_written(tenant, system, found.id)
    return link if link is not None and link.written == fingerprint(found.document.posting) else None


async def proposed(desk: Desk, tenant: str, system: System, found: Found, how: tuple[str, CompanyFacts]) -> Proposal:
    """A text for a posting as it was found, not kept yet; without a link where there is nothing to write.

    `how` is who asks, and the facts. Raises BadInput.
    """
    by, facts = how
    document = found.document
    draft = Draft(content=draft_of(document.posting), format=Format.HTML, ats=document)
    result = await desk.rewriting(draft, facts)
    if result.status is not Status.REWRITTEN:  # marks of missing facts are for people, not for a live page
        return Proposal(system=system, posting=found.id, result=result)
    now, new = desk.now(), desk.systems[system].body(result.rendered.ats)
    _refuse_unkept(document.posting.title, found.body, new)
    link = Link(
        id=f"al_{desk.new_id()}",
        tenant=tenant,
        system=system,
        posting=found.id,
        title=document.posting.title,
        state=LinkState.PROPOSED,
        read=fingerprint(document.posting),
        old=found.body,
        new=new,
        nonce=desk.new_id(),
        by=by,
        created=now,
        updated=now,
    )
    return Proposal(system=system, posting=found.id, link=link, token=token_of(link), result=result)


def _refuse_unkept(title: str, old: Body, new: Body) -> None:
    """Raise NotText where the posting holds what no database keeps, in a part that is no draft."""
    said = json.dumps([title, dict(old), dict(new)], ensure_ascii=False)
    try:
        kept = is_kept(said.encode())
    except UnicodeEncodeError:
        kept = False
    if not kept:
        raise NotText("The posting holds NULs or halves of characters, which are no text; take them out in its system.")


def token_of(link: Link) -> str:
    """What accepts exactly this text for exactly this posting as it was read: bound to both by their hash."""
    said = json.dumps([link.id, link.system, link.posting, link.read, dict(link.new)], sort_keys=True)
    return "ok_" + hmac.new(link.nonce.encode(), said.encode(), hashlib.sha256).hexdigest()[:32]
