"""Posting law as data: dated, sourced, marked with its certainty; no legal advice."""

from unbland.core.law.laws import AS_OF, LAWS, caveat
from unbland.core.law.model import Certainty, Demand, PostingLaw, Unmet
from unbland.core.law.unmet import laws_of, unmet

__all__ = ["AS_OF", "LAWS", "Certainty", "Demand", "PostingLaw", "Unmet", "caveat", "laws_of", "unmet"]
