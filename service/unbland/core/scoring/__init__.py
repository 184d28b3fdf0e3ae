"""The score of a posting, with a public formula."""

from unbland.core.scoring.page import score_page
from unbland.core.scoring.score import score

__all__ = ["score", "score_page"]
