"""core/editor."""
