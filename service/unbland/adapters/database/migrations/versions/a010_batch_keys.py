"""Idempotency keys of batches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a010"
down_revision = "a008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "batch_keys",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "key", name="pk_batch_keys"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], ondelete="CASCADE", name="fk_batch_keys_batch"),
    )
    op.create_index("ix_batch_keys_batch", "batch_keys", ["batch"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("batch_keys")
