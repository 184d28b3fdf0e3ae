"""core/guide."""
