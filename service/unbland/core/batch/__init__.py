"""Many postings at once: what each is worth mending for, which are alike, and what to ask once for all of them."""
