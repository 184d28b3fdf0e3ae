"""Seeded defects: true results with one thing made wrong, to see whether the gate that is there for it sees it."""
