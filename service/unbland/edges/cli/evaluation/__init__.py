"""`unbland eval` and its commands."""
