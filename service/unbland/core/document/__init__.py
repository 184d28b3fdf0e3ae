"""core/document."""
