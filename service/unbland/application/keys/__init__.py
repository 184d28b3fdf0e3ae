"""Keys: who may call, for which tenant, and what."""
