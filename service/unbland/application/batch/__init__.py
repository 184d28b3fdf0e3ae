"""Many postings at once: triaged, and rewritten in a batch that lasts."""
