"""Word lists that rules need, by subject, each with where it comes from."""

from unbland.core.guide.words.listed import listed
from unbland.core.guide.words.stock import BOASTS, CLICHES

__all__ = ["BOASTS", "CLICHES", "listed"]
