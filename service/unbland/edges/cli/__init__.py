"""The command line: files in, a posting on standard output, the report beside it."""
