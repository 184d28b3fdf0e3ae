"""Rewrites as things that last: asked for, worked on, answered, accepted."""
