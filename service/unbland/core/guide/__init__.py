"""The guide as code: rules as data, kinds as code, and what they say of a text."""

from unbland.core.guide.names import checked
from unbland.core.guide.options import DEFAULT_OPTIONS, ReviewOptions
from unbland.core.guide.page import rule_page, rules_page
from unbland.core.guide.principles import PRINCIPLES, guide_text
from unbland.core.guide.reading import reading
from unbland.core.guide.review import review, to_settle, warnings
from unbland.core.guide.rules import RULES
from unbland.core.guide.rules.trust import WARNINGS

__all__ = [
    "DEFAULT_OPTIONS",
    "PRINCIPLES",
    "RULES",
    "WARNINGS",
    "ReviewOptions",
    "checked",
    "guide_text",
    "reading",
    "review",
    "rule_page",
    "rules_page",
    "to_settle",
    "warnings",
]
