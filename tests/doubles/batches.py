"""Batches for tests: small ones, put straight into a database."""

from __future__ import annotations

from datetime import UTC, datetime

from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import Batch, BatchState, Limits, NewItem, Via
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Order
from unbland.core.batch.triaged import Labels

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n"

#: A text for many branches, of which each has another town.
BRANCH = """Ferry Clerk

Duties
- Sell tickets for two ferries to the islands and one to the mainland
- Count the till at 18:00 and carry it to the bank
- Greet up to 80 guests at the pier and show them their places
- Wash the deck of the small ferry every Monday morning
- Speak to the harbor master in {} before each trip
"""


def batch(id_: str = "batch_1", tenant: str = "acme", limits: Limits | None = None, via: Via = Via.LIVE) -> Batch:
    """A batch without items."""
    return Batch(
        id=id_,
        tenant=tenant,
        name="jobs.csv",
        state=BatchState.VALIDATING,
        created=NOW,
        updated=NOW,
        engine=Engine.EDITOR,
        writer="editor 1",
        limits=limits or Limits(),
        via=via,
    )


def item(key: str, text: str | None = None) -> NewItem:
    """An item that asks for a rewrite of a text of its own."""
    draft = Draft(content=TEXT.format(key) if text is None else text)
    return NewItem(labels=Labels(key=key, place=f"line {key}"), order=Order(draft=draft))


async def add_batch(
    database: Database,
    id_: str,
    tenant: str = "acme",
    *items: NewItem,
    limits: Limits | None = None,
    via: Via = Via.LIVE,
) -> Batch:
    """A batch with items whose work may begin; with one item where none is given."""
    store = DatabaseBatchMaking(database)
    made = batch(id_, tenant, limits, via)
    await store.create(made)
    await store.add(made, items or (item("1"),), NOW)
    return await store.begin(tenant, id_, NOW)
