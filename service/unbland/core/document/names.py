"""The names that sections of postings go by, so that they are known without any markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

#: Counted in the headings of public postings, without those that only one employer uses.
_SECTIONS = """
about | about the company | about the job | about the position | about the role | about the team | about us
about you | accountabilities | additional information | application instructions | application procedure
application procedures | application process | apply now | background | basic qualifications | basic requirements
benefits | benefits and perks | bonus points | bonus skills | candidate profile | candidate requirements
challenges | commitment | company description | company overview | compensation and benefits
conditions of employment | contact | core competencies | core responsibilities | day to day | day-to-day
deliverables | description | desirable | desirable skills | desired experience | desired qualifications
desired skills | details | diversity and inclusion | duties | duties and responsibilities | education
education and experience | eeo | eeo statement | equal employment opportunity | equal opportunity
equal opportunity employer | essential | essential duties | essential functions | essential requirements
essential responsibilities | essential skills | experience | experience and skills | experience required
full job description | functions | general description | good to have | hiring process | how to apply | how we work
examples of duties | supplemental information | typical qualifications
how you will work | ideal candidate | in this role | interview process | introduction | job brief | job description
job details | job duties | job overview | job purpose | job spec | job requirements | job responsibilities
job summary | key accountabilities | key competencies | key duties | key objectives | key qualifications
key requirements | key responsibilities | key skills | key tasks | knowledge and skills | languages | main duties
main responsibilities | main tasks | minimum qualifications | minimum requirements | must have | must haves
must-have | must-haves | next steps | not needed | nice to have | nice to haves | nice-to-have | nice-to-haves
notes | objective | objectives | offer | open to | opportunity | other information | our benefits | our client
our company | our culture | our mission | our offer | our process | our stack | our story | our team
our tech stack | our values | overview | package | pay and benefits | perks | perks and benefits
person specification | personal qualities | person spec | personal skills | physical requirements | plus | pluses
position description | position details | position overview | position purpose | position requirements
position responsibilities | position summary | preferred | preferred experience | preferred qualifications
preferred requirements | preferred skills | primary responsibilities | principal responsibilities | privacy notice
process | profile | program details | program overview | project details | project overview | purpose
purpose of the role | qualifications | qualifications and experience | qualifications and skills
recruitment process | remuneration | reporting | required experience | required qualifications | required skills
required skills and experience | requirements | responsibilities | responsibilities and duties | rewards | role
role and responsibilities | role description | role details | role overview | role purpose | role responsibilities
role summary | roles and responsibilities | salary and benefits | selection process | skills | skills and experience
skills and qualifications | skills and requirements | skills required | soft skills | special requirements
success in this role | summary | tasks | tech stack | technical requirements | technical skills | technologies
the boring bit | the boring bits | the boring stuff
terms | the challenge | the company | the deal | the ideal candidate | the job | the offer | the opportunity | the firm
the package | the perks | the person | the position | the process | the role | the successful candidate | the team
the work | they must have | they need | they will | to apply | tools | training | travel requirements | us | we will
what is in it for you | what makes you a great fit | what success looks like | what to expect
what we are looking for | what we do | what we expect | what we need | what we offer | what we offer you
what we require | we require | what we want | what will you be doing | what will you do | what you bring | what you get
what you need | what you offer | what you will be doing | what you will bring | what you will do | what you will get
what you will learn | what you will need | what you will work on | where you will work | who are we | who are you
who should apply | who we are | who we are looking for | who you are | why join | why join us | why us
why work with us | why you will love working here | work conditions | work environment | work experience
working conditions | working with us | you | you are | you bring | you get | you have | you may be a good fit if
you must have | you need | you should have | you will need
you might be a fit if | you will | you will have | your background | your impact | your mission | your profile
what to expect at the end of your apprenticeship | training outcome | training plan | your training
supervision | safeguarding | selection criteria
your qualifications | your responsibilities | your role | your skills | your tasks | your team
"""

#: Names of one fact, which mostly stands on the same line: "Location: Oslo".
_FACTS = """
announcement code | application deadline | closing date | company | compensation | contract | contract type
deadline | department | duration | education level | employment type | experience level | hours | industry
job location | job title | job type | language | level | location | locations | openings | pay | pay range
assignment title | post title | accountable to | responsible to
pay rate | position | position title | position type | rate | reporting to | reports to | salary | salary range
schedule | seniority | seniority level | start date | team | title | travel | type | url | vacancy | what | when
where | who
why | how | exp | housing | accommodation | interview
job function | industries
work arrangement | work hours | work location | working hours | workplace | workplace type
"""

#: With a colon these begin a sentence: `We offer: £14 an hour, 28 days off`.
_UNLABELLED = frozenset({"we offer"})

_NAMES = frozenset(name for line in (_SECTIONS + _FACTS).split("\n") for name in line.split(" | "))

#: "Essential experience", "Other requirements", "Our perks"; but a "Special offer" is somebody else's.
_QUALIFIED = re.compile(
    r"(?:our|your|the|additional|basic|bonus|core|desirable|desired|essential|general|good[ -]to[ -]have"
    r"|key|main|minimum|must[ -]have|nice[ -]to[ -]have|other|personal|preferred"
    r"|professional|relevant|required|special|specific|technical) "
    r"(?:accountabilities|benefits|competencies|criteria|duties|education|experience|functions|knowledge|objectives|perks"
    r"|qualifications|requirements|responsibilities|skills|tasks|technologies)"
)

#: "About Acme", "Why Acme Foods?", "Life at Acme".
_NAMED_FOR_COMPANY = re.compile(r"(?:about|why|life at|working at|who is) [\w.&'-]+(?: [\w.&'-]+){0,2}")

#: "What the job is", "Nice if you have": questions and half sentences that only head a section.
_PHRASE = re.compile(
    r"(?:application|hiring|interview|recruitment|selection) (?:approach|format|stages|steps|timeline)"
    r"|(?:what|who|why|how|where) (?:the|you|we|this|it|your|our)\b[\w' ]{0,30}"
    r"|(?:(?:main|overall|specific|general) )?(?:purpose|objectives?|scope|aims?|duration) of (?:the |this )?"
    r"(?:job|position|post|role|work|assignment|consultancy|engagement|contract|services)(?: and deliverables)?"
    r"|(?:for|to do|to get|to be good at) (?:this|it|the job|the role),? you (?:will )?(?:must )?(?:need|bring|have)"
    r"(?: to have)?"
    r"|(?:need|nice|must|good|great|bonus)(?: to| if you)? have|a day in the life(?: of [\w' ]{1,30})?"
)

_SPELLINGS = (("’", "'"), (" / ", " and "), ("&", "and"), ("'ll ", " will "), ("'re ", " are "), ("'s ", " is "))

#: Up to six words and the colon behind them; a name of a section has no more.
_BEFORE_COLON = re.compile(r"(?<!\S)(?:[^\s:]++\s){0,5}+[^\s:]++:(?=\s)")
_WORD = re.compile(r"\S+")

#: `Name: Pat Lowe, Job title: Team Lead`: the post of whoever is asked, which is not the one that is open.
_OF_A_CONTACT = re.compile(r"\bname:? [^:]{2,60}[,;]\s*$", re.IGNORECASE)

#: `Location: Cork | Contract: Permanent | Ref: FIN-2291`: facts in one row; behind semicolons some are known.
_FACTS_IN_A_ROW = 3
_BARRED = re.compile(r"[|;]\s+(?P<label>[^\W\d][\w /&'’#-]{0,30}:)(?=\s)")


#: `The role ⚡`: the picture is no part of the name.
_PICTURE_BEHIND = re.compile("\\s[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]+$")


def bare(text: str) -> str:
    """A heading without what is no part of its name: dashes before it, a colon behind it, folded blanks."""
    return " ".join(text.split()).lstrip(":-–—*_|# ").rstrip(":-–—*_| ")


@lru_cache(maxsize=4_096)
def is_name(text: str) -> bool:
    """Whether sections of postings are called so; a full stop, or a small letter with no colon, makes it a sentence."""
    name = bare(_PICTURE_BEHIND.sub("", text))
    if name.endswith(".") or not (name[:1].isupper() or text.endswith(":")):
        return False
    name = name.rstrip("?… ").lower() + " "
    for written, plain in _SPELLINGS:
        name = name.replace(written, plain)
    name = name.strip()
    if text.endswith(":"):
        return name not in _UNLABELLED and (_is_known(name) or _is_in_two_languages(name, text))
    return name in _UNLABELLED or _is_known(name)


def _is_in_two_languages(name: str, text: str) -> bool:
    """Whether one side of a label is known: `Lieu / Location:`."""
    return " / " in text and any(part in _NAMES for part in name.split(" and "))


def _is_known(name: str) -> bool:
    return name in _NAMES or any(shape.fullmatch(name) for shape in (_QUALIFIED, _NAMED_FOR_COMPANY, _PHRASE))


def inline_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of sections stand with a colon inside running text that lost its line breaks; behind a bar, any."""
    parted = "|" in text or text.count(";") >= _FACTS_IN_A_ROW
    barred = [match.span("label") for match in _BARRED.finditer(text)] if parted else []
    known = "|" in text or sum(is_name(text[begin:end]) for begin, end in barred) >= _FACTS_IN_A_ROW
    barred = barred if known else []
    ends = {end for _, end in barred}
    yield from sorted([*barred, *(name for name in _names_before_colons(text) if name[1] not in ends)])


def _names_before_colons(text: str) -> Iterator[tuple[int, int]]:
    for match in _BEFORE_COLON.finditer(text):
        for word in _WORD.finditer(match[0]):
            begin = match.start() + word.start()
            if word[0][0].isupper() and is_name(text[begin : match.end()]):
                if not _OF_A_CONTACT.search(text, 0, begin):
                    yield begin, match.end()
                break
