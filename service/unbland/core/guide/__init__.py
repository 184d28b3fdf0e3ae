"""The guide as code: rules as data, kinds as code, and what they say of a text."""

from unbland.core.guide.review import review
from unbland.core.guide.rules import RULES

__all__ = ["RULES", "review"]
