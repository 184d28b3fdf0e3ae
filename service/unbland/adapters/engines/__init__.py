"""Job engines: who runs the work."""
