"""What the tests of what databases keep begin with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from databases import KINDS, fresh_database
from unbland.adapters.database.connection import Database


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with the newest schema."""
    async with fresh_database(request.param, tmp_path) as made:
        yield made
