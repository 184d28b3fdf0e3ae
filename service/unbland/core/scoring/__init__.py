"""The score of a posting, with a public formula."""

from unbland.core.scoring.score import score

__all__ = ["score"]
