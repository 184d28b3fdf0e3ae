"""The hard gates: what no result may break."""
