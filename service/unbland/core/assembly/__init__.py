"""core/assembly."""
