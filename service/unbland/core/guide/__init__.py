"""The guide as code: rules as data, kinds as code, and what they say of a text."""

from unbland.core.guide.page import rule_page, rules_page
from unbland.core.guide.principles import PRINCIPLES, guide_text
from unbland.core.guide.review import review, warnings
from unbland.core.guide.rules import RULES
from unbland.core.guide.rules.trust import WARNINGS

__all__ = ["PRINCIPLES", "RULES", "WARNINGS", "guide_text", "review", "rule_page", "rules_page", "warnings"]
