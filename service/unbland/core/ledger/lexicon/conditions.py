"""Words of workplaces, contracts, ranks and extras, by the value that each stands for."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import shape, words_of

WORKPLACES: dict[str, re.Pattern[str]] = {
    "remote": shape(
        r"(?<!not )(?<!no )\b(?:fully |100 ?% )?remote(?:ly)?\b(?! (?:communities|areas|teams?|sites?"
        r"|customers|clients|access|support))|\bwork(?:ing)? from home\b"
    ),
    "hybrid": shape(r"\bhybrid\b"),
    "onsite": shape(
        r"(?<!not )\bon[- ]?site\b(?! (?:parking|gym|training|visits?))|\bin[- ]person\b"
        r"|\b(?:in[- ]office|in the office)\b(?= (?:5|five) days|\.|,|$)|\b(?:5"
        r"|five) days (?:a week )?in the office\b"
    ),
}

EMPLOYMENTS: dict[str, re.Pattern[str]] = {
    "full-time": shape(r"\bfull[- ]?time\b"),
    "part-time": shape(r"\bpart[- ]?time\b"),
    "permanent": shape(r"\bpermanent\b"),
    "contract": shape(r"(?<!permanent )\bcontract\b(?! type)|\bfixed[- ]term\b|\bfreelance\b"),
    "temporary": shape(r"\btemporary\b|\bseasonal\b"),
    "internship": shape(r"\bintern(?:ship)?\b"),
}

#: A job that is one is not the other.
EXCLUSIVE: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"full-time"}), frozenset({"part-time"})),
    (frozenset({"permanent"}), frozenset({"contract", "temporary", "internship"})),
)

#: Words that make another post of a title.
RANKS = words_of(
    "senior junior lead principal head chief assistant associate vice deputy intern trainee director staff key"
    " regional global"
)

_EXTRA = (
    r"(?:bonus|commission|allowance|stipend|ote|equity|tips|premium|reimbursement|budget|per diem|relocation|match)"
)

#: Ranks and posts as they are shortened.
SHORT_FORMS = {"vp": "vice president", "svp": "senior vice president", "sr": "senior", "jr": "junior", "mgr": "manager"}

#: What stands before or after an amount that comes on top of the pay.
EXTRA_BEFORE = shape(rf"\b{_EXTRA}(?: of)?(?: up to)?[ :]*$")
EXTRA_AFTER = shape(rf"(?! ?(?:\+|plus|and|with)\b)(?: (?!plus\b|and\b|with\b)[\w-]+){{0,4}}? {_EXTRA}\b")
