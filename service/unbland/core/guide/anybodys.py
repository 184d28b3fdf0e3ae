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
#: Words of duties that every posting has, from whatever trade.
_WORN_DUTY = any_of(r"""
    stakeholders?  cross-functional\w*  best practices?  timely  professional manner  various  as needed  as required
    effective(?:ly)?  efficient(?:ly)?  high[- ]quality  excellent  ensur(?:e|es|ing)  collaborat\w+  communicat\w+
    liais\w+  relationships?  day[- ]to[- ]day  other (?:departments|teams|members)  team members  coordinat\w+
    maintain\w*  assist\w*  support\w*  great  superstar  fun  passionate\w*  compassionate\w*  above and beyond
    goals  needs  continuous(?:ly)?
""")
#: What is said of the post, its hours or its place in a team.
_THE_POST = re.compile(
    r"^this (?:position|role|job|opportunity)\b|\bworking hours\b|\bwill join as\b|\bflexib\w+", re.IGNORECASE
)
#: What a demand that goes without saying speaks of: a trait, an ability in general, the tools of any office.
_TRAIT = any_of(r"""
    great  excellent  strong  exceptional  outstanding  good  friendly  skills?  abilit(?:y|ies)  able to  capable of
    communicat\w+  communicator  interpersonal  team ?(?:player|work\w*|spirit)  organi[sz]ation(?:al)?  organi[sz]ed
    motivat\w+  driven  passion\w*  enthusias\w+  attention  details?  problem[- ]solv\w+  multi-?task\w*  flexib\w+
    reliab\w+  hard[- ]?work\w+  attitude  mindset  personality  proactive  dynamic  creativ\w+  initiative
    independent\w*  self[- ]\w+  leadership  time management  pressure  deadlines  analytical  think(?:ing|er)
    curio\w+  ethic  professional\w*  confident  energetic  positive  commit(?:ment|ted)  dedicat\w+  best practices
    ms office  microsoft office  computer literacy  willing\w*  eager\w*  desire  focus(?:ed)?  thrive  adaptab\w+
    collaborat\w+
""")
#: A trait with praise, or a list of "skills" and no more, settles a line that is generic at all.
_SETTLES = re.compile(
    r"\b(?:great|excellent|exceptional|outstanding|friendly|passion\w*|compassion\w*)\b|\bskills\W*$", re.IGNORECASE
)

#: No skill: what the person will do, a call for the post itself, and who is welcome to apply.
_NO_SKILL = re.compile(
    r"^the [\w ]{3,40} will\b|^note\b|\?$|\byou will\b|\byour job\b"
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
_THE_WAY_IN = re.compile(
    r"\b(?:unable|cannot|can(?:'|’)t|do not|don(?:'|’)t|interviews?|process|visa|paperwork|apply|application"
    r"|applicants?|candidates?|position|role|vacancy|contact|call)\b",
    re.IGNORECASE,
)

#: Words from which a line is a statement, and a text a posting; fewer are a label or a heading.
_A_LINE, _A_TEXT = 4, 60


def generic_skill(source: Source, read: Reading) -> Iterator[Hit]:
    """A demand that goes without saying; what the person will do, or who may apply, is none."""
    sure = source.id in read.surely_generic or (source.id in read.generic and _SETTLES.search(source.text))
    if sure and _TRAIT.search(source.text) and not _NO_SKILL.search(source.text):
        yield whole(source)


def generic_company(source: Source, read: Reading) -> Iterator[Hit]:
    """What the employer says of itself and any could; what it says of the job or the way in, it says of those."""
    if source.id in read.generic and _ITSELF.search(source.text) and not _THE_WAY_IN.search(source.text):
        yield whole(source)


def generic_duty(source: Source, read: Reading) -> Iterator[Hit]:
    """A duty that any posting could have, with the question that its side of the work leaves open.

    A heading in a list, or what is said of the post and not of the person, is none.
    """
    if source.id not in read.generic or _THE_POST.search(source.text) or has_anchor(source.text):
        return
    sure = source.id in read.surely_generic or _WORN_DUTY.search(source.text)
    if sure and ((source.bullet and duty_weight(source.text)) or _PERSON.search(source.text)):
        yield Hit(source=source, end=len(source.text), aside=f" {question(source.text)}")


def hollow(source: Source, read: Reading) -> Iterator[Hit]:
    """A statement that says nothing."""
    if source.id in read.hollow and word_count(source.text) >= _A_LINE:
        yield whole(source)


def little(read: Reading) -> Iterator[Hit]:
    """A whole posting that says less for its length than real ones do."""
    says = read.density
    if says.words >= _A_TEXT and says.share < ENOUGH:
        yield Hit(found=f"{len(says.own)} different words that mean something in {says.words}")


def specific_lines(read: Reading) -> int:
    """How many different lines say something of this job alone."""
    return len({source.text for source in read.specific()})
