"""The guard's labelled sentences, and what it says of them."""
