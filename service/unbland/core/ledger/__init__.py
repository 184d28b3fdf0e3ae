"""core/ledger."""
