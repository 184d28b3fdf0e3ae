"""Inputs of many postings, read one after the other; what comes of them, kept on disk and not in memory."""
