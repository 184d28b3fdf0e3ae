"""The tables of the books: what a tenant used, and who did what. They hold no text."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table

from unbland.adapters.database.tables import METADATA, Moment

USAGE = Table(
    "usage_days",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    #: In UTC.
    Column("day", Date, primary_key=True),
    Column("rewrites", BigInteger, nullable=False),
    Column("calls", BigInteger, nullable=False),
    Column("input_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    #: Millionths of a US dollar.
    Column("micros", BigInteger, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    #: The order they came in, which pages go by.
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("artifact", String(64), nullable=False),
    Column("key", String(64), nullable=False),
    Index(None, "tenant", "seq"),
)
