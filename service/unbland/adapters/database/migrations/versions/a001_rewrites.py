"""Rewrites, their events, and idempotency keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "a001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WHOLE = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "rewrites",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("family", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("order", _WHOLE, nullable=False),
        sa.Column("result", _WHOLE),
        sa.Column("failure", _WHOLE),
        sa.Column("decision", _WHOLE),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_rewrites"),
        sa.UniqueConstraint("id", name="uq_rewrites_id"),
    )
    op.create_index("ix_rewrites_tenant_seq", "rewrites", ["tenant", "seq"])
    op.create_index("ix_rewrites_tenant_family_revision", "rewrites", ["tenant", "family", "revision"], unique=True)
    op.create_index("ix_rewrites_state_claimed_until", "rewrites", ["state", "claimed_until"])
    op.create_table(
        "rewrite_events",
        sa.Column("rewrite", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("data", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("rewrite", "number", name="pk_rewrite_events"),
        sa.ForeignKeyConstraint(["rewrite"], ["rewrites.id"], ondelete="CASCADE", name="fk_rewrite_events_rewrite"),
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("key", sa.String(300), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("rewrite", sa.String(64), nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "key", name="pk_idempotency_keys"),
        sa.ForeignKeyConstraint(["rewrite"], ["rewrites.id"], ondelete="CASCADE", name="fk_idempotency_keys_rewrite"),
    )
    op.create_index("ix_idempotency_keys_rewrite", "idempotency_keys", ["rewrite"])


def downgrade() -> None:
    """Take them away."""
    for table in ("idempotency_keys", "rewrite_events", "rewrites"):
        op.drop_table(table)
