"""Words of applicant tracking systems that a posting changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a011"
down_revision = "a010"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ats_hints",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("system", sa.String(32), nullable=False),
        sa.Column("posting", sa.String(64), nullable=False),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("noted", _MOMENT, nullable=False),
        sa.Column("due", _MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("read", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_ats_hints"),
    )
    columns = ["tenant", "system", "posting"]
    op.create_index("ix_ats_hints_tenant_system_posting", "ats_hints", columns, unique=True)
    op.create_index("ix_ats_hints_due", "ats_hints", ["due"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("ats_hints")
