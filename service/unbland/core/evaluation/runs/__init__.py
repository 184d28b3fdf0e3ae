"""Runs of the eval: what is measured, recorded and compared."""
