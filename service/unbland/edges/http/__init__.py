"""edges/http."""
