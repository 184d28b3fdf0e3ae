"""core/language."""
