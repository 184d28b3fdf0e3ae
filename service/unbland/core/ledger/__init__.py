"""The ledger of one rewrite: every draft line and every fact as a source, and where they disagree."""

from __future__ import annotations

from unbland.core.ledger.bookkeeping import build

__all__ = ["build"]
