"""core/guard."""
