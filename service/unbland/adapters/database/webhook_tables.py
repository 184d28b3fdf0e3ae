"""The tables of webhooks."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from unbland.adapters.database.tables import METADATA, Moment, Whole

WEBHOOKS = Table(
    "webhooks",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("url", String(2000), nullable=False),
    Column("events", Whole, nullable=False),
    Column("secrets", Whole, nullable=False),
    Column("created", Moment, nullable=False),
    Column("disabled", String(200)),
    Index(None, "tenant"),
)

DELIVERIES = Table(
    "webhook_deliveries",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("endpoint", String(64), ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", Whole, nullable=False),
    Column("created", Moment, nullable=False),
    Column("fate", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due", Moment),
    #: Until when an attempt is under way.
    Column("claimed_until", Moment),
    Column("outcome", String(32)),
    Index(None, "endpoint", "created"),
    Index(None, "due"),
)
