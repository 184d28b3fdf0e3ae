"""Whether a source that the guide calls empty is worth keeping all the same: a recruiter would miss it."""

from __future__ import annotations

import re

from unbland.core.document.names import is_name
from unbland.core.guide.credentials import is_checkable
from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import SLOT_KINDS, Kind, Source
from unbland.core.ledger.values import places, terms

#: What somebody has learnt or studied, and of what: a recruiter asks for proof of it in the first call.
_LEARNT_IN = re.compile(
    r"\b(?:experienced?|expertise|expert|background|track record|knowledge|understanding|education|familiar(?:ity)?"
    r"|proficien(?:t|cy)|command|competen(?:t|ce|cy)|skill(?:s|ed)|literacy|fluency|success|history|grasp)"
    r"\s+(?:[\w-]+ ){0,3}?(?:in|of|with|as|on|within|across|from|\w{2,}ing)\b(?P<field>.*)",
    re.IGNORECASE | re.DOTALL,
)
#: `Industrial experience`: the field before the word.
_FIELD_BEFORE = re.compile(r"(?P<field>[^;.]*)\b(?:experience|knowledge|understanding|background)\b", re.IGNORECASE)
#: What was studied, and what is offered though it stands among the demands.
_STUDIED = re.compile(r"\beducation\b|\b(?:budget|allowance|stipend)\b", re.IGNORECASE)
_DEMANDED = re.compile(r"\b(?:must|required|mandatory|essential)\b", re.IGNORECASE)

#: A denial or a bar is never small talk: `We are unable to provide …`.
_DENIES = re.compile(
    r"\b(?:not|no|never|cannot|unable|without|nobody)\b|n['’]t\b",
    re.IGNORECASE,
)
#: What stands at an address.
_ADDRESS = re.compile(r"\S@\S|\bhttps?://|\bwww\.", re.IGNORECASE)

#: Words of what anybody claims of himself: they name no field that a person has worked in.
_SOFT = content_stems(
    "abilities ability able abstract across adapt adaptable areas art attention attitude attitudes"
    " bar best business candidate challenges challenging change changing client clients collaborate collaborating"
    " collaboration collaborative colleagues comfortable commercial communicate communicating communication"
    " communicator company competing complex computer confidence confident creative creativity customer customers"
    " deadline deadlines deal dealing deliver delivering delivery demonstrable demonstrated desire detail detailed"
    " different drive driven dynamic effective effectively efficient energetic enthusiasm enthusiastic environment"
    " environments essential excel excellence excellent exceptional experience experienced expertise fast field"
    " flexibility flexible focus focused following friendly full general good great growing hands-on hard high"
    " highly holder ideas impact independent independently individual industry initiative innovative integrity"
    " interact interpersonal job juggle key knowledge lead leadership learn learning level levels manage"
    " management managing many meet mentality minded mindset motivated motivation multi-task multiple multitask"
    " multitasking must necessary new organisation organisational organise organised orientation oriented other"
    " others outcomes outgoing outstanding pace paced passion passionate people performance person personal"
    " personality planning player plus"
    " position positive possess pressure previous prior priorities prioritise prioritising"
    " pro-active proactive problem problem-solving problems professional profile proof proven qualities quality"
    " quick quickly range record related relationship relationships relevant reliable required requirements"
    " responsibility responsible result results results-oriented role sector self self-motivated self-starter"
    " sense service services set similar situations skill skilled skills solid solution solutions solve solving"
    " someone spirit stakeholders start starter strong success successful successfully superb support target"
    " targets task tasks team teams teamwork teamworking tenacity thinker thinking thrive tight time timely track"
    " training trustworthy under understanding values variety various verbal well willing willingness work worker"
    " working written years youth"
)

#: Kinds that say how, when, where and to whom.
_TERMS = SLOT_KINDS | {Kind.SCHEDULE}

#: A demand that names so many things is more than a wish for a pleasant colleague.
_NAMED = 3


def is_missed(source: Source) -> bool:
    """Whether dropping a source would lose what somebody may be turned down for, told, or written to by."""
    if is_checkable(source):
        return True
    if source.kind in _TERMS:
        return _says_where_or_when(source) or _states_a_term(source) or _denies(source)
    if source.kind is not Kind.REQUIREMENT:
        return False
    return bool(source.links) or _denies(source) or _names_a_field(source.text)


def _denies(source: Source) -> bool:
    return source.kind is not Kind.PAY and _DENIES.search(source.text) is not None


def _states_a_term(source: Source) -> bool:
    """Whether a source says on what terms or where the work is done, in however worn words."""
    readers = (terms.employment, terms.contract_length, terms.shifts, places.workplaces, places.towns)
    return any(read(source) for read in readers)


def _says_where_or_when(source: Source) -> bool:
    return bool(source.links or quantities(source.text)) or _ADDRESS.search(source.text) is not None


def _names_a_field(text: str) -> bool:
    """Whether a requirement names what must have been learnt, done or studied, beyond what anybody claims."""
    learnt = (found["field"] for pattern in (_LEARNT_IN, _FIELD_BEFORE) for found in pattern.finditer(text))
    if any(content_stems(field) - _SOFT for field in learnt):
        return True
    own = content_stems(text) - _SOFT
    return _STUDIED.search(text) is not None or (_DEMANDED.search(text) is not None and len(own) >= _NAMED)


def only_leads_in(source: Source) -> bool:
    """Whether a source only announces what is below it, and has nothing of its own that could be lost."""
    announces = source.text.endswith(":") or (not source.bullet and is_name(source.text))
    # `Please write to us at:` is no more than its address without it.
    if not announces or source.kind in {Kind.LEGAL, Kind.PROCESS, Kind.CONTACT}:
        return False
    return not is_missed(source) and not _says_where_or_when(source)
