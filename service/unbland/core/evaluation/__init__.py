"""Is a result true, whole and well behaved? Pure gates over a case and what came out, blind to how it was made.

No gate calls the guard, the guide or the ledger's rules: a gate of the same code could not catch their errors. The
guard itself is measured beside them, on sentences that people have labelled; only `judging` asks it.
"""
