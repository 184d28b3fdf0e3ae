"""Webhooks: whoever asked to be told of the ends of rewrites is told, however long it takes."""
