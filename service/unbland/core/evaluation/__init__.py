"""Is a result true, whole and well behaved? Pure gates over a case and what came out, blind to how it was made.

Nothing here calls the guard, the guide or the ledger's rules: a gate of the same code could not catch their errors.
"""
