"""The tables of texts for postings of applicant tracking systems, and of words that one changed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from unbland.adapters.database.tables import METADATA, Moment, Whole

LINKS = Table(
    "ats_links",
    METADATA,
    #: The order they came in.
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("system", String(32), nullable=False),
    Column("posting", String(64), nullable=False),
    Column("title", String, nullable=False),
    Column("state", String(16), nullable=False),
    Column("goal", String(16), nullable=False),
    #: Fingerprints of the posting as it was read, and after our writing.
    Column("read", String(64), nullable=False),
    Column("written", String(64)),
    #: The text from before, for undo, and ours.
    Column("old", Whole, nullable=False),
    Column("new", Whole, nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("by", String(200), nullable=False),
    #: How many lines of audit it has; whoever changes it must have seen the last.
    Column("told", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Index(None, "tenant", "seq"),
    Index(None, "tenant", "system", "posting"),
)

STEPS = Table(
    "ats_steps",
    METADATA,
    Column("link", String(64), ForeignKey("ats_links.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tenant", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("code", String(64)),
)

HINTS = Table(
    "ats_hints",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("system", String(32), nullable=False),
    Column("posting", String(64), nullable=False),
    #: How often it was said, and when last.
    Column("said", Integer, nullable=False),
    Column("noted", Moment, nullable=False),
    #: When it is to be looked at; null where it was.
    Column("due", Moment),
    Column("tries", Integer, nullable=False),
    Column("owner", String(64)),
    Column("claimed_until", Moment),
    #: The fingerprint of the posting at the last look that ended well.
    Column("read", String(64)),
    Index(None, "tenant", "system", "posting", unique=True),
    Index(None, "due"),
)
