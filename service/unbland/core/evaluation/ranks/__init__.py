"""The ranked postings, and how far the score agrees with their readers."""
