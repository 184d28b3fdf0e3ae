"""`unbland batch`: many postings at once."""
