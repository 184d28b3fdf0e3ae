"""The edges: parse, one call of the application, render."""
