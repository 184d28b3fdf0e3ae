"""Items of a batch that say nearly the same as one before them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a013"
down_revision = "a012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and make the table."""
    op.add_column("batch_items", sa.Column("near", sa.Integer()))
    op.create_index("ix_batch_items_batch_near", "batch_items", ["batch", "near"])
    op.create_table(
        "batch_bands",
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_bands_batch_batches", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("batch", "band", name="pk_batch_bands"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("batch_bands")
    op.drop_index("ix_batch_items_batch_near", "batch_items")
    op.drop_column("batch_items", "near")
