"""Batches and their items."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "a007"
down_revision = "a006"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def _whole() -> sa.JSON:
    return sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "batches",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("engine", sa.String(16), nullable=False),
        sa.Column("verify", sa.Integer, nullable=False),
        sa.Column("writer", sa.Text, nullable=False),
        sa.Column("limits", _whole(), nullable=False),
        sa.Column("metadata", _whole(), nullable=False),
        sa.Column("halted", sa.String(32)),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("calls", sa.Integer, nullable=False),
        sa.Column("input_tokens", sa.Integer, nullable=False),
        sa.Column("output_tokens", sa.Integer, nullable=False),
        sa.Column("written", sa.Integer, nullable=False),
        sa.Column("paced_until", sa.Float, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_batches"),
        sa.UniqueConstraint("id", name="uq_batches_id"),
    )
    op.create_index("ix_batches_tenant_seq", "batches", ["tenant", "seq"])
    op.create_index("ix_batches_state", "batches", ["state"])
    _items()


def downgrade() -> None:
    """Take them away."""
    op.drop_table("batch_items")
    op.drop_table("batches")


def _items() -> None:
    op.create_table(
        "batch_items",
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("labels", _whole(), nullable=False),
        sa.Column("chunk", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64)),
        sa.Column("order", _whole()),
        sa.Column("result", _whole()),
        sa.Column("failure", _whole()),
        sa.Column("code", sa.String(64)),
        sa.Column("leader", sa.Integer),
        sa.Column("copied_from", sa.String(80), nullable=False),
        sa.Column("begun", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("started", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("batch", "number", name="pk_batch_items"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_items_batch", ondelete="CASCADE"),
    )
    for columns in (("batch", "state", "chunk"), ("batch", "key"), ("batch", "leader"), ("tenant", "digest")):
        op.create_index(f"ix_batch_items_{'_'.join(columns)}", "batch_items", list(columns))
