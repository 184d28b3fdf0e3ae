"""The tables. Every row belongs to a tenant; `migrations/` makes them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect

#: Names that migrations on both databases agree on.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

METADATA = MetaData(naming_convention=_NAMES)

#: Objects that are kept whole.
Whole = JSON().with_variant(JSONB(), "postgresql")


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite keeps none of its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The time as it was put in."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


REWRITES = Table(
    "rewrites",
    METADATA,
    #: The order they came in, which pages go by.
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("family", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("order", Whole, nullable=False),
    Column("result", Whole),
    Column("failure", Whole),
    Column("decision", Whole),
    Column("attempts", Integer, nullable=False),
    #: How many events it has.
    Column("told", Integer, nullable=False),
    Column("owner", String(64)),
    Column("claimed_until", Moment),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    #: The id of the HTTP request that asked for it, and its place in a trace.
    Column("request", String(64), nullable=False, server_default=""),
    Column("trace", String(64), nullable=False, server_default=""),
    #: What is set aside of the tenant's quotas until it ends: tokens, and millionths of a US dollar.
    Column("aside_tokens", BigInteger, nullable=False, server_default="0"),
    Column("aside_micros", BigInteger, nullable=False, server_default="0"),
    Index(None, "tenant", "seq"),
    Index(None, "tenant", "state"),
    Index(None, "tenant", "family", "revision", unique=True),
    Index(None, "state", "claimed_until"),
)

EVENTS = Table(
    "rewrite_events",
    METADATA,
    Column("rewrite", String(64), ForeignKey("rewrites.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String(32), nullable=False),
    Column("at", Moment, nullable=False),
    Column("data", Whole, nullable=False),
)

KEYS = Table(
    "idempotency_keys",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    Column("key", String(300), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("rewrite", String(64), ForeignKey("rewrites.id", ondelete="CASCADE"), nullable=False),
    Column("expires", Moment, nullable=False),
    Index(None, "rewrite"),
)

API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("tenant", String(64), nullable=False),
    #: The SHA-256 of the key's text, which is kept nowhere.
    Column("digest", String(64), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("scopes", Whole, nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment),
    Column("revoked", Moment),
    Column("last_used", Moment),
    Index(None, "tenant"),
)

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
