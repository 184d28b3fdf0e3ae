"""Webhooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "a004"
down_revision = "a003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WHOLE = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("url", sa.String(2000), nullable=False),
        sa.Column("events", _WHOLE, nullable=False),
        sa.Column("secrets", _WHOLE, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("disabled", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    op.create_index("ix_webhooks_tenant", "webhooks", ["tenant"])
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("endpoint", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("body", _WHOLE, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("fate", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due", _MOMENT),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("outcome", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_deliveries"),
        sa.ForeignKeyConstraint(
            ["endpoint"], ["webhooks.id"], name="fk_webhook_deliveries_endpoint", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_webhook_deliveries_endpoint_created", "webhook_deliveries", ["endpoint", "created"])
    op.create_index("ix_webhook_deliveries_due", "webhook_deliveries", ["due"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("webhook_deliveries")
    op.drop_table("webhooks")
