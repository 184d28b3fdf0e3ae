"""The draft as a reader sees it."""

from unbland.core.document.read import read

__all__ = ["read"]
