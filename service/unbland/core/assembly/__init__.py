"""From lines to a posting: what code owns, the guide's order, and what became of every source."""
