"""unbland: job postings that are short, specific, and true to their sources."""

__version__ = "0.1.0"
