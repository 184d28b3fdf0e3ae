"""What a heading, or a label before a value, says of what comes after it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, HEADING, PLAIN, HeadingCue
from unbland.core.ledger.lexicon.headings import HEADINGS
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.phrases import Phrases


class HeadingClass(NamedTuple):
    """What a heading speaks of; kind None where it does not tell."""

    kind: Kind | None
    modality: Modality
    #: How much it counts beside the line's own words.
    weight: int = HEADING


#: A requirement lost is worse than any other mistake, and nothing of a section of noise is the employer's.
_WEIGHTS: dict[Kind | None, int] = {
    Kind.REQUIREMENT: FIRM,
    Kind.PAY: FIRM,
    Kind.BENEFIT: FIRM,
    Kind.NOISE: CERTAIN,
}

NO_HEADING = HeadingClass(None, Modality.NONE)

_PHRASES = Phrases([row.phrases for row in HEADINGS])

#: A longer heading is a sentence: what it mentions is not what stands below it.
_MOST_WORDS = 10

#: One that leads on to what is below it says so with its last words.
_LEADS_ON = re.compile(
    r"\b(?:the following|you (?:will |must |should )?(?:have|bring|be|are|need)|responsible for)\W*$", re.IGNORECASE
)
_LAST_WORDS = 8

#: `Reporting to the head chef, you will`: the list below it is not on whom one reports to.
_SUPERIOR = re.compile(
    r"^report(?:ing|s)(?: directly)? (?:in)?to [^,;:]{3,60}, (?=(?:you|the|this|your)\b)", re.IGNORECASE
)

#: `Salary: …`, `Location | …`: few words, then the value.
_LABEL = re.compile(r"^\W*(?P<label>(?:No\. )?[A-Za-z][\w '’/&()#-]{0,45}?)\s*[:|]\s*(?=\S)(?P<value>.*)$", re.DOTALL)
_MOST_LABEL_WORDS = 5


#: `Language Specialist – AI Trainer`: the name of a post, whatever its words are; `Skills for the Trainer` is none.
_POST = re.compile(
    rf"(?!.*\b(?i:for|as|of|about|our|your|the|required|requirements?|responsibilit\w+|duties|qualifications?)\b)"
    rf"(?:[A-Z][\w&/+-]*,? |(?:and|&) ){{1,5}}(?i:{'|'.join(sorted(POSTS))})s?(?=\W*$|:?\s*[-–—(|,])"
)
#: Kinds that a post may be named after, and a section never by a post's name.
_NAMED_AFTER = frozenset({Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY, Kind.DUTY, Kind.SCHEDULE, Kind.LEGAL, Kind.PROCESS})


def is_sentence(text: str) -> bool:
    """Whether a heading is so long that it says something itself."""
    return len(text.split()) > _MOST_WORDS


@lru_cache(maxsize=4_096)
def heading_class(text: str) -> HeadingClass:
    """What a heading says of the lines below it; behind a superior's name, what it goes on with."""
    text = _SUPERIOR.sub("", text) or text
    if is_sentence(text):
        return heading_class(" ".join(text.split()[-_LAST_WORDS:])) if _LEADS_ON.search(text) else NO_HEADING
    row = _row_of(text)
    if row is None or (row.kind in _NAMED_AFTER and _POST.match(text)):
        return NO_HEADING
    return HeadingClass(row.kind, row.modality, _WEIGHTS.get(row.kind, row.weight))


def _row_of(text: str) -> HeadingCue | None:
    """The first row of the lexicon that has words of a heading, in either of its languages: `Poste / Position`."""
    named = (text, *text.split(" / ")) if " / " in text else (text,)
    lists = [number for name in named for hit in _PHRASES.find(name.strip()) for number in hit.lists]
    return HEADINGS[min(lists)] if lists else None


def is_of_job(says: HeadingClass) -> bool:
    """Whether a heading stands over a bit of everything on the job (`The role`): its list is work, if nothing else."""
    return says.kind is None and says.weight == PLAIN


def split_label(text: str) -> tuple[HeadingClass, str]:
    """What a line's own label says, and the value behind it; the whole line where it has no label that is known."""
    found = _LABEL.match(text) if ":" in text or "|" in text else None
    if found is None or len(found["label"].split()) > _MOST_LABEL_WORDS:
        return NO_HEADING, text
    known = heading_class(found["label"])
    if known.kind is None:
        return NO_HEADING, text
    return known._replace(weight=FIRM), found["value"].strip()
