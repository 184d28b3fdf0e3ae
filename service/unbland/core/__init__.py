"""The pure core: what a posting is, what it rests on, what is wrong with it, and what may be said."""
