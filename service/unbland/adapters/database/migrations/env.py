"""How alembic runs our migrations: on the connection it is given, in the transaction that is open."""

from __future__ import annotations

from alembic import context

from unbland.adapters.database.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
