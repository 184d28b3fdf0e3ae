"""Texts for postings of applicant tracking systems."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "a006"
down_revision = "a005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    whole = sa.JSON().with_variant(JSONB(), "postgresql")
    op.create_table(
        "ats_links",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("system", sa.String(32), nullable=False),
        sa.Column("posting", sa.String(64), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("goal", sa.String(16), nullable=False),
        sa.Column("read", sa.String(64), nullable=False),
        sa.Column("written", sa.String(64)),
        sa.Column("old", whole, nullable=False),
        sa.Column("new", whole, nullable=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_ats_links"),
        sa.UniqueConstraint("id", name="uq_ats_links_id"),
    )
    op.create_index("ix_ats_links_tenant_seq", "ats_links", ["tenant", "seq"])
    op.create_index("ix_ats_links_tenant_system_posting", "ats_links", ["tenant", "system", "posting"])
    op.create_table(
        "ats_steps",
        sa.Column("link", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("code", sa.String(64)),
        sa.PrimaryKeyConstraint("link", "number", name="pk_ats_steps"),
        sa.ForeignKeyConstraint(["link"], ["ats_links.id"], name="fk_ats_steps_link", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("ats_steps")
    op.drop_table("ats_links")
