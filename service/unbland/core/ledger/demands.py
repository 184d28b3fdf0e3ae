"""Stretches of a line that are demands of their own, and those that only go on with the one before."""

from __future__ import annotations

import re

from unbland.core.ledger.evidence import weigh

#: How a demand begins that stands by itself in a list of them: `knowledge of …, knowledge of …`.
_DEMAND = re.compile(
    r"\W*(?:(?:and|or|but)\W+)?(?:an? )?(?:[\w-]+ ){0,2}?(?:knowledge|experience|understanding|ability|proficiency"
    r"|familiarity|command|skills?) (?:of|in|with|to|at|as|on)\b",
    re.IGNORECASE,
)
#: What goes beside a demand, and says of itself how much it is wanted: `Secondary education, with training desirable`.
_BESIDE = re.compile(r"\s*with\b", re.IGNORECASE)
_MORE_OF_IT = re.compile(
    r"\W*(?:(?:that|it)(?:['’]s| is| would| will)\b|including|such as|especially|particularly|for example|e\.g\.|i\.e\."
    r"|(?:but )?we(?:['’]ll| will| can)? (?:train|teach|help|show|pay|cover)\b[^;.]*"
    r"\b(?:it|this|that|them|otherwise)\b)",
    re.IGNORECASE,
)
#: What goes on behind a bracket.
_ADDED = re.compile(r"\s*(?:and|plus|but)\b(?!/)", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:and|or|but)\W+(?:an?|any|some|one|two|three)\b", re.IGNORECASE)

#: A comma splice, of which only the last clause is wished for: `Fluent Greek and Turkish, Russian is a plus`.
_IS_WISHED = re.compile(r"\W*(?!(?:is|would|will|which|that|etc)\b)\w[^,;()]*?\b(?:is|would be|will be)\b")
_LISTED = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_A_LIST = re.compile(r"[,:;(]|\b(?:such as|like)\b", re.IGNORECASE)
#: Words: fewer before a splice are members of its list.
_A_DEMAND = 3

_IDEALLY = re.compile(r"\W*(?:and|or|but)\W+(?:ideally|preferably)\b", re.IGNORECASE)

#: `Degree in law, trade or a related field preferred`: the end of the subjects of a degree.
_SUBJECT = re.compile(r"\bor (?:an? |any |other )*(?:closely )?(?:related|similar|relevant|equivalent|comparable) ")


#: A language beside others: `English or Dutch, French a plus`.
_LANGUAGE = re.compile(
    r"\b(?:english|spanish|french|german|italian|portuguese|polish|arabic|dutch|mandarin|cantonese|hindi|welsh|russian"
    r"|irish|swedish|danish|norwegian|finnish|czech|turkish|greek|japanese|korean|romanian|ukrainian)\b",
    re.IGNORECASE,
)
_A_PLUS = re.compile(r"^(?:\s*[\w-]+){1,3} an? (?:plus|bonus|asset|advantage)\W*$", re.IGNORECASE)


def stands_alone(before: str, stretch: str) -> bool:
    """Whether a stretch behind a comma or a dash is another demand than what stands `before` it."""
    if _is_language_beside(before, stretch):
        return True
    if _BESIDE.match(stretch) or (_DEMAND.match(before) and _DEMAND.match(stretch)):
        return True
    spliced = _IS_WISHED.match(stretch) and not _LISTED.search(stretch)
    if spliced and len(before.split()) >= _A_DEMAND and not _A_LIST.search(before.rstrip(" ,")):
        return True
    return is_hard(before) and not _SUBJECT.search(stretch)


def _is_language_beside(before: str, stretch: str) -> bool:
    """Whether a stretch wishes for one more language: `French a plus`."""
    both = _LANGUAGE.match(stretch.lstrip()) is not None and _LANGUAGE.search(before) is not None
    return both and _A_PLUS.search(stretch) is not None


def goes_on(stretch: str) -> bool:
    """Whether a stretch only tells more of what stands before it: `all steps; including design`."""
    return _MORE_OF_IT.match(stretch) is not None


def is_another(stretch: str) -> bool:
    """Whether what `and` adds is a demand of its own, and not one of several things known."""
    return any(shape.match(stretch) for shape in (_ANOTHER, _IDEALLY, _DEMAND)) or is_hard(stretch)


def is_added(stretch: str) -> bool:
    """Whether a stretch goes on with what stands before a bracket: `(S3, Glue) and Git`."""
    return _ADDED.match(stretch) is not None


def is_ideal(stretch: str) -> bool:
    """Whether only what `and` adds is wished for: `and ideally some Go`."""
    return _IDEALLY.match(stretch) is not None


def is_hard(stretch: str) -> bool:
    """Whether a member of a list is a requirement by itself."""
    return weigh(stretch).hard
