"""The files of the eval set."""
