"""What a chat says of messages that were about to be posted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a012"
down_revision = "a011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column."""
    whole = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column("chat_turns", sa.Column("heard", whole))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("chat_turns", "heard")
