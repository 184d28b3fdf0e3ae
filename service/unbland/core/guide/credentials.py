"""Requirements that could be checked: nobody calls them generic, however worn their words."""

from __future__ import annotations

import re

from unbland.core.language.net import Net
from unbland.core.language.quantities import quantities
from unbland.core.ledger.model import Kind, Modality, Source

#: What somebody may be turned away for: papers, checks, languages, conditions of work, tools by name.
_CREDENTIAL = re.compile(
    r"degree|diploma|education\b|graduate|bachelor|master['’]?s|ph\.?d|school|licen[cs]e|certific|clearance|permit|\bcheck\b|conviction"
    r"|visa\b|citizen|authori[sz]ed to work|fluent|native|bilingual|registered|registration|vaccin|driv(?:er|ing)"
    r"|travel|relocat|weekend|\bshifts?\b|overtime|on[- ]call|long hours|training$|\blift"
    r"|\bown (?:\w+ )?(?:car|van|vehicle|transport|tools|knives)\b"
    r"|\b(?:excel|word|powerpoint|outlook|office|sql|html|java|python|photoshop|autocad|sap)\b",
    re.IGNORECASE,
)

#: Experience or knowledge that the draft itself calls a must: not ours to call worn.
_LEARNT = re.compile(r"\b(?:experience|knowledge|track record|background)\b", re.IGNORECASE)
_DEMANDED = re.compile(r"\b(?:must|required|mandatory|essential|minimum|at least)\b", re.IGNORECASE)

_LIKED = re.compile(
    r"\b(?:asset|plus|preferred|preferably|helpful|welcome|bonus|ideal|ideally|advantage)\b", re.IGNORECASE
)


_NET = Net((_CREDENTIAL, _LEARNT, _DEMANDED))


def is_checkable(source: Source) -> bool:
    """Whether a requirement could be checked: a figure, a paper somebody has or has not, experience that is a must."""
    if source.kind is not Kind.REQUIREMENT:
        return False
    if source.modality is Modality.PREFERRED and _LIKED.search(source.text):
        return True  # whoever says that a thing is only welcome has thought of that thing
    text = source.text
    said = _NET.matching(text)
    return 0 in said or {1, 2} <= set(said) or bool(quantities(text))
