"""Lines that could be anybody's: where a duty, a skill or a word of praise says nothing of this job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.density import ENOUGH
from unbland.core.guide.facets import question
from unbland.core.guide.generic import has_anchor
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading, word_count
from unbland.core.language.forms import any_of
from unbland.core.ledger.evidence import duty_weight
from unbland.core.ledger.model import Source

#: How a sentence tells what the reader, or whoever gets the job, does; a bullet begins with the verb.
_PERSON = re.compile(
    r"^(?:(?:as|in) [^,]{3,60}, )?"
    r"(?:you|the (?:successful |ideal )?(?:candidate|applicant|incumbent|post ?holder|role|person))"
    r"(?:['’]ll| will| are| is| would)\b|^(?:responsib\w+|duties|tasks)\b",
    re.IGNORECASE,
)
#: Words that settle a duty that is generic at all: whoever it is done with, it is done anywhere.
_WORN_DUTY = any_of("stakeholders?  professional manner  above and beyond")
#: What is said of the post, its hours or its place in a team.
_THE_POST = re.compile(
    r"^this (?:position|role|job|opportunity)\b|\bworking hours\b|\bwill join as\b|\bflexib\w+", re.IGNORECASE
)
#: What a demand that goes without saying speaks of: a trait, an ability in general, the tools of any office.
_TRAIT = any_of(r"""
    friendly
    communicat\w+  communicator  interpersonal  team ?(?:player|work\w*|spirit)  organi[sz]ation(?:al)?  organi[sz]ed
    motivat\w+  (?:results?-|target[- ])?(?<![-\w])driven  passion\w*  enthusias\w+  attention  details?
    problem[- ]solv\w+  multi-?task\w*  flexib\w+
    reliab\w+  hard[- ]?work\w+  attitude  mindset  personality  proactive  dynamic  creativ\w+  initiative
    independent\w*  self[- ]\w+  leadership  time management  pressure  deadlines  analytical  think(?:ing|er)
    curio\w+  ethic  professional\w*  confident  energetic  positive  commit(?:ment|ted)  dedicat\w+  best practices
    ms office  microsoft office  computer literacy  willing\w*  eager\w*  desire  focus(?:ed)?  thrive  adaptab\w+
    collaborat\w+
""")
#: An ability is a trait where it is one of work anywhere; "able to set a broken bone" can be asked for.
_ABLE = re.compile(r"\b(?:abilit(?:y|ies)|able to|capable of|skills?|strong|good|great|excellent)\b", re.IGNORECASE)
_ANYWHERE = any_of(r"""
    work (?:\w+ )?(?:in|as|with|under|within|across|alongside)  team  people  others  colleagues  multiple  tasks
    priorit\w+  learn\w*  plan  lead  influenc\w+  computer  relationships?  rapport  stakeholders?  judg[e]?ment
    decisions  challeng\w+  autonomy
""")
_ONLY_SKILLS = re.compile(r"^\w+ skills\b|\b(?:skills|capabilit\w+|abilities)\W*$", re.IGNORECASE)
#: A trait with praise, or a list of "skills" and no more, settles a line that is generic at all.
_SETTLES = re.compile(
    r"\b(?:great|excellent|exceptional|outstanding|friendly|passion\w*|compassion\w*)\b|\bskills\W*$", re.IGNORECASE
)

#: No skill: what the person will do, a call for the post itself, and who is welcome to apply.
_NO_SKILL = re.compile(
    r"^the [\w ]{3,40} will\b|^note\b|\?$|\byou will\b|\byour job\b|^(?:all|our|my) (?:\w+ )?offer|\bfit if you\b"
    r"|^experience \w+ing\b|\b(?:english|french|german|spanish|italian|arabic|russian|dutch|chinese|japanese)\b"
    r"|^(?:this|the) (?:project|program\w*) |^(?:\w+ )?(?:skills|qualifications) (?:and|&) experience\W*$"
    r"|\b(?:is|are) (?:required|needed|sought|instructed)\b"
    r"|\b(?:apply|encourag\w+|regardless|basis of|employment decisions?|accommodat\w+|disabilit\w+)\b",
    re.IGNORECASE,
)
#: The employer speaks of itself, and does not speak of how it hires.
_ITSELF = re.compile(
    r"\b(?:we|our|ours|us|company|organi[sz]ation|firm|business|employer|client|team|leader|provider|agency|group|corp|inc|ltd"
    r"|seeks|people|culture|workplace|atmosphere|environment)\b",
    re.IGNORECASE,
)
#: The label before its name: `Organisation: Mesa Sana`.
_NAMES_IT = re.compile(
    r"^(?:name of )?(?:the )?(?:company|employer|organi[sz]ation|client|firm|agency)(?: name)?: ", re.IGNORECASE
)
_THE_WAY_IN = re.compile(
    r"\b(?:unable|cannot|can(?:'|’)t|do not|don(?:'|’)t|interviews?|process|visa|paperwork|apply|application"
    r"|applicants?|candidates?|position|role|vacancy|contact|call|opportunity to|hiring|recruiting)\b"
    r"|\b(?:employment (?:agency|business)|(?:speciali[sz]\w+|operates) in)\b|\?$",
    re.IGNORECASE,
)

#: Words from which a line is a statement, and a text a posting; fewer are a label or a heading.
_A_LINE, _A_TEXT = 4, 60

#: A duty of more words than this says more than its words alone.
_TELLS = 25

#: Words up to which a line that comes back to its own words goes in a circle.
_A_ROUND = 20


def generic_skill(source: Source, read: Reading) -> Iterator[Hit]:
    """A demand that goes without saying; what the person will do, or who may apply, is none."""
    sure = source.id in read.surely_generic or (source.id in read.generic and _SETTLES.search(source.text))
    if sure and _is_trait(source.text) and not _NO_SKILL.search(source.text):
        yield whole(source)


def _is_trait(text: str) -> bool:
    """Whether a demand speaks of what somebody is like, or is able to anywhere, and not of what can be learnt."""
    if _TRAIT.search(text):
        return True
    able = _ABLE.search(text) is not None and not has_anchor(text)
    return able and (_ANYWHERE.search(text) is not None or _ONLY_SKILLS.search(text) is not None)


def generic_company(source: Source, read: Reading) -> Iterator[Hit]:
    """What the employer says of itself and any could; what it says of the job or the way in, it says of those."""
    said = _NAMES_IT.sub("", source.text)
    if source.id in read.generic and _ITSELF.search(said) and not _THE_WAY_IN.search(source.text):
        yield whole(source)


def generic_duty(source: Source, read: Reading) -> Iterator[Hit]:
    """A duty that any posting could have, with the question that its side of the work leaves open.

    A heading in a list, what is said of the post and not of the person, and a long line, which tells something by what
    it puts together, are none.
    """
    long = word_count(source.text) > _TELLS
    sure = source.id in read.surely_generic or (source.id in read.generic and _WORN_DUTY.search(source.text))
    if long or not sure or _THE_POST.search(source.text) or has_anchor(source.text):
        return
    if (source.bullet and duty_weight(source.text)) or _PERSON.search(source.text):
        yield Hit(source=source, end=len(source.text), aside=f" {question(source.text)}")


def hollow(source: Source, read: Reading) -> Iterator[Hit]:
    """A statement that says nothing; a long line that comes back to a word may tell a thing on the way."""
    if source.id in read.hollow and _A_LINE <= word_count(source.text) <= _A_ROUND:
        yield whole(source)


def little(read: Reading) -> Iterator[Hit]:
    """A whole posting that says less for its length than real ones do."""
    says = read.density
    if says.words >= _A_TEXT and says.share < ENOUGH:
        yield Hit(found=f"{len(says.own)} different words that mean something in {says.words}")


def specific_lines(read: Reading) -> int:
    """How many different lines say something of this job alone."""
    return len({source.text for source in read.specific() if read.is_tied(source)})
