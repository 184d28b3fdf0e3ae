"""core/law."""
