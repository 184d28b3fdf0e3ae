"""Rewrites in chats: turns, what was seen, profiles, installations, deeds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "a008"
down_revision = "a007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WHOLE = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    _make_turns()
    _make_shelf()


def downgrade() -> None:
    """Take them away."""
    for table in ("chat_deeds", "chat_installs", "chat_profiles", "chat_seen", "chat_turns"):
        op.drop_table(table)


def _make_turns() -> None:
    op.create_table(
        "chat_turns",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("user", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("course", _WHOLE, nullable=False),
        sa.Column("wishes", _WHOLE, nullable=False),
        sa.Column("asked", _WHOLE),
        sa.Column("rewrite", sa.String(64)),
        sa.Column("parent", sa.String(64)),
        sa.Column("due", _MOMENT, nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chat_turns"),
        sa.UniqueConstraint("rewrite", name="uq_chat_turns_rewrite"),
        sa.ForeignKeyConstraint(["rewrite"], ["rewrites.id"], ondelete="CASCADE", name="fk_chat_turns_rewrite"),
    )
    op.create_index("ix_chat_turns_tenant", "chat_turns", ["tenant"])
    op.create_index("ix_chat_turns_standing_due", "chat_turns", ["standing", "due"])


def _make_shelf() -> None:
    op.create_table(
        "chat_seen",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "key", name="pk_chat_seen"),
    )
    op.create_index("ix_chat_seen_expires", "chat_seen", ["expires"])
    op.create_table(
        "chat_profiles",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("facts", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("tenant", name="pk_chat_profiles"),
    )
    op.create_table(
        "chat_installs",
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("installed", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant", name="pk_chat_installs"),
    )
    op.create_table(
        "chat_deeds",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("turn", sa.String(64), nullable=False),
        sa.Column("user", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chat_deeds"),
    )
    op.create_index("ix_chat_deeds_tenant_at", "chat_deeds", ["tenant", "at"])
