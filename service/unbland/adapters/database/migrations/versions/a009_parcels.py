"""Questions of batches that go to a provider by the file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a009"
down_revision = "a008"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_REDUCED = ("reduced_input_tokens", "reduced_output_tokens")


def upgrade() -> None:
    """Make the columns and the tables."""
    op.add_column("batches", sa.Column("via", sa.String(16), nullable=False, server_default="live"))
    for name in _REDUCED:
        op.add_column("batches", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("batch_items", sa.Column("live", sa.Integer(), nullable=False, server_default="0"))
    _make_parcels()
    _make_questions()


def downgrade() -> None:
    """Take them away."""
    op.drop_table("batch_questions")
    op.drop_table("batch_parcels")
    with op.batch_alter_table("batch_items") as table:
        table.drop_column("live")
    with op.batch_alter_table("batches") as table:
        for name in ("via", *_REDUCED):
            table.drop_column(name)


def _make_parcels() -> None:
    op.create_table(
        "batch_parcels",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("file", sa.String(200)),
        sa.Column("provider_id", sa.String(200)),
        sa.Column("said", sa.String(64), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_batch_parcels"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_parcels_batch", ondelete="CASCADE"),
    )
    op.create_index("ix_batch_parcels_batch_state", "batch_parcels", ["batch", "state"])


def _make_questions() -> None:
    op.create_table(
        "batch_questions",
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("step", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("parcel", sa.String(64)),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("reply", sa.LargeBinary()),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("batch", "number", "step", name="pk_batch_questions"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_questions_batch", ondelete="CASCADE"),
    )
    op.create_index("ix_batch_questions_batch_state", "batch_questions", ["batch", "state"])
    op.create_index("ix_batch_questions_parcel", "batch_questions", ["parcel"])
