"""The judge: what it is asked, what its votes are worth, and how far it may be trusted."""
