"""Posting law as data: dated, sourced, marked with its certainty; no legal advice."""

from unbland.core.law.gazetteer import name_of
from unbland.core.law.laws import AS_OF, LAWS, coming, laws_of
from unbland.core.law.mentions import Mention
from unbland.core.law.model import WORDS, Certainty, Circumstances, Demand, PostingLaw, Unmet
from unbland.core.law.page import law_page
from unbland.core.law.unmet import unmet, unmet_soon
from unbland.core.law.whereabouts import whereabouts
from unbland.core.law.wording import terms, wants, whom, whose

__all__ = [
    "AS_OF",
    "LAWS",
    "WORDS",
    "Certainty",
    "Circumstances",
    "Demand",
    "Mention",
    "PostingLaw",
    "Unmet",
    "coming",
    "law_page",
    "laws_of",
    "name_of",
    "terms",
    "unmet",
    "unmet_soon",
    "wants",
    "whereabouts",
    "whom",
    "whose",
]
