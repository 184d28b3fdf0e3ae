"""Typed values read from a source's words, and whether two of them can both be true, by subject."""
