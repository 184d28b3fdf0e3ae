"""The books: usage by day, the audit trail, and what rewrites say of both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a005"
down_revision = "a004"
branch_labels = None
depends_on = None


def _added() -> tuple[sa.Column[str] | sa.Column[int], ...]:
    words = (sa.Column(name, sa.String(64), nullable=False, server_default="") for name in ("request", "trace"))
    asides = ("aside_tokens", "aside_micros")
    return (*words, *(sa.Column(name, sa.BigInteger(), nullable=False, server_default="0") for name in asides))


def upgrade() -> None:
    """Make the tables and the columns."""
    for column in _added():
        op.add_column("rewrites", column)
    op.create_index("ix_rewrites_tenant_state", "rewrites", ["tenant", "state"])
    counted = ("rewrites", "calls", "input_tokens", "output_tokens", "micros")
    op.create_table(
        "usage_days",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in counted),
        sa.PrimaryKeyConstraint("tenant", "day", name="pk_usage_days"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("subject", "artifact", "key")),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
        sa.UniqueConstraint("id", name="uq_audit_id"),
    )
    op.create_index("ix_audit_tenant_seq", "audit", ["tenant", "seq"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("audit")
    op.drop_table("usage_days")
    op.drop_index("ix_rewrites_tenant_state", "rewrites")
    with op.batch_alter_table("rewrites") as table:
        for column in _added():
            table.drop_column(column.name)
