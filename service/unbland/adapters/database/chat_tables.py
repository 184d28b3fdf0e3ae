"""The tables of rewrites in chats; `tables` has the others."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table

from unbland.adapters.database.tables import METADATA, Moment, Whole

CHAT_TURNS = Table(
    "chat_turns",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("user", String(64), nullable=False),
    Column("channel", String(64), nullable=False),
    Column("standing", String(16), nullable=False),
    Column("course", Whole, nullable=False),
    Column("wishes", Whole, nullable=False),
    #: Holds a draft until its rewrite has it.
    Column("asked", Whole),
    Column("rewrite", String(64), ForeignKey("rewrites.id", ondelete="CASCADE"), unique=True),
    Column("parent", String(64)),
    #: Where the chat says that a message stands which was about to be posted.
    Column("heard", Whole),
    Column("due", Moment, nullable=False),
    Column("owner", String(64)),
    Column("claimed_until", Moment),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Index(None, "tenant"),
    Index(None, "standing", "due"),
)

#: Requests that came, by the hash of what tells them apart.
CHAT_SEEN = Table(
    "chat_seen",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("expires", Moment, nullable=False),
    Index(None, "expires"),
)

CHAT_PROFILES = Table(
    "chat_profiles",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    Column("facts", Whole, nullable=False),
)

#: What a workspace that installed the app let us have, encrypted.
CHAT_INSTALLS = Table(
    "chat_installs",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("installed", Moment, nullable=False),
)

CHAT_DEEDS = Table(
    "chat_deeds",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("turn", String(64), nullable=False),
    Column("user", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "tenant", "at"),
)

#: All that `keys forget` and an uninstallation delete.
CHAT_TABLES = (CHAT_TURNS, CHAT_SEEN, CHAT_PROFILES, CHAT_INSTALLS, CHAT_DEEDS)
