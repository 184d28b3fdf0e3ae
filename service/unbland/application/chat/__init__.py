"""Rewrites in a chat: asked for, shown, answered and decided on where people talk; which chat it is, adapters know."""
