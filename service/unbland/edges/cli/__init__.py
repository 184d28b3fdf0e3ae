"""edges/cli."""
