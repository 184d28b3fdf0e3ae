"""The tables of batches; see `tables`."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from unbland.adapters.database.tables import METADATA, Moment, Whole

BATCHES = Table(
    "batches",
    METADATA,
    #: The order they came in, which pages go by.
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("engine", String(16), nullable=False),
    Column("verify", Integer, nullable=False),
    Column("writer", Text, nullable=False),
    Column("limits", Whole, nullable=False),
    Column("metadata", Whole, nullable=False),
    Column("halted", String(32)),
    Column("total", Integer, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("input_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    #: Items that were written, by which the mean cost of one is known.
    Column("written", Integer, nullable=False),
    #: Until when its turns are taken, in seconds since 1970.
    Column("paced_until", Float, nullable=False),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("via", String(16), nullable=False, server_default="live"),
    #: What of the tokens was asked in a provider's batch.
    Column("reduced_input_tokens", BigInteger, nullable=False, server_default="0"),
    Column("reduced_output_tokens", BigInteger, nullable=False, server_default="0"),
    Index(None, "tenant", "seq"),
    Index(None, "state"),
)

#: Idempotency keys of batches; the fingerprint is known when all of the body is in.
BATCH_KEYS = Table(
    "batch_keys",
    METADATA,
    Column("tenant", String(64), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("fingerprint", String(64)),
    Column("batch", String(64), ForeignKey("batches.id", ondelete="CASCADE"), nullable=False),
    Column("expires", Moment, nullable=False),
    Index(None, "batch"),
)

ITEMS = Table(
    "batch_items",
    METADATA,
    Column("batch", String(64), ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tenant", String(64), nullable=False),
    Column("key", String(200), nullable=False),
    Column("labels", Whole, nullable=False),
    Column("chunk", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    #: The SHA-256 of what is asked and who answers; None where nothing is.
    Column("digest", String(64)),
    Column("order", Whole),
    Column("result", Whole),
    Column("failure", Whole),
    #: The machine word of the failure.
    Column("code", String(64)),
    #: The item before it in the batch that asks the same.
    Column("leader", Integer),
    Column("copied_from", String(80), nullable=False),
    Column("begun", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    #: Whether this claim has begun it.
    Column("started", Integer, nullable=False),
    Column("owner", String(64)),
    Column("claimed_until", Moment),
    Column("updated", Moment, nullable=False),
    #: Whether what it still asks is asked live, in a batch whose questions go by the file.
    Column("live", Integer, nullable=False, server_default="0"),
    #: The item before it in the batch that asks nearly the same.
    Column("near", Integer),
    Index(None, "batch", "state", "chunk"),
    Index(None, "batch", "key"),
    Index(None, "batch", "leader"),
    Index(None, "batch", "near"),
    Index(None, "tenant", "digest"),
)

#: What near duplicates share, while the items of a batch come in.
BANDS = Table(
    "batch_bands",
    METADATA,
    Column("batch", String(64), ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)

#: Questions that go to the provider together, as one batch of its own.
PARCELS = Table(
    "batch_parcels",
    METADATA,
    #: What the provider's batch is found again by: it stands in its metadata.
    Column("name", String(64), primary_key=True),
    Column("batch", String(64), ForeignKey("batches.id", ondelete="CASCADE"), nullable=False),
    Column("model", String(200), nullable=False),
    Column("state", String(16), nullable=False),
    #: The provider's ids of the file and of the batch.
    Column("file", String(200)),
    Column("provider_id", String(200)),
    #: What the provider said last: a state of its batch, or the machine word of an error.
    Column("said", String(64), nullable=False),
    Column("questions", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    #: Questions of it that the provider is done with, in its own words.
    Column("done", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Index(None, "batch", "state"),
)

QUESTIONS = Table(
    "batch_questions",
    METADATA,
    Column("batch", String(64), ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    #: Which of the item's questions it is, from 1.
    Column("step", Integer, primary_key=True, autoincrement=False),
    #: The SHA-256 of the body.
    Column("digest", String(64), nullable=False),
    Column("model", String(200), nullable=False),
    Column("state", String(16), nullable=False),
    Column("parcel", String(64)),
    #: Bytes of the body, and the body packed (zlib), until there is a reply.
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary),
    #: The reply packed, until the item is done.
    Column("reply", LargeBinary),
    Column("updated", Moment, nullable=False),
    Index(None, "batch", "state"),
    Index(None, "parcel"),
)
