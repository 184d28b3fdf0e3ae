"""Headings that carry no heading markup: how they look, and the names that sections of postings go by."""

from __future__ import annotations

import re

from unbland.core.document.rows import Row

#: What sections are called, counted in the headings of public postings: a name alone on a line is a heading.
#: `label` are names of one fact, which the same line states.
_NAMES = """
about | about the job | about the position | about the role | about the team | about the company | about us | about you
accountabilities | additional information | application deadline | application instructions | application procedure
application procedures | application process | apply now | background | basic qualifications | basic requirements
benefits | benefits and perks | bonus points | bonus skills | candidate profile | candidate requirements | challenges
commitment | company description | company overview | compensation | compensation and benefits | contact
core competencies | core responsibilities | day to day | day-to-day | deliverables | description | desirable | desirable skills
desired experience | desired qualifications | desired skills | details | diversity and inclusion | duties
duties and responsibilities | education | education and experience | equal employment opportunity | equal opportunity
equal opportunity employer | essential | essential duties | essential functions | essential requirements
essential responsibilities | essential skills | experience | experience and skills | experience required | functions
general description | good to have | hiring process | hours | how to apply | how we work | how you will work
ideal candidate | in this role | interview process | introduction | job brief | job description | job details
job duties | job overview | job purpose | job requirements | job responsibilities | job summary | key accountabilities
key competencies | key duties | key objectives | key qualifications | key requirements | key responsibilities | key skills
key tasks | knowledge and skills | languages | main duties | main responsibilities | main tasks | minimum qualifications
minimum requirements | must have | must haves | must-have | must-haves | nice to have | nice to haves | nice-to-have
nice-to-haves | next steps | notes | objective | objectives | offer | open to | opportunity | other information | our benefits
our client | our company | our culture | our mission | our offer | our process | our stack | our story | our team
our tech stack | our values | overview | package | pay | pay and benefits | pay range | perks | perks and benefits
person specification | personal qualities | personal skills | physical requirements | plus | pluses | position description
position details | position overview | position purpose | position requirements | position responsibilities
position summary | preferred | preferred experience | preferred qualifications | preferred requirements
preferred skills | primary responsibilities | principal responsibilities | privacy notice | process | profile | purpose
purpose of the role | qualifications | qualifications and experience | qualifications and skills | recruitment process
remuneration | reporting | required experience | required qualifications | required skills
required skills and experience | requirements | responsibilities | responsibilities and duties | rewards | role
role and responsibilities | role description | role details | role overview | role purpose | role responsibilities
role summary | roles and responsibilities | salary and benefits | salary range | schedule | selection process | skills
skills and experience | skills and qualifications | skills and requirements | skills required | soft skills
special requirements | success in this role | summary | tasks | tech stack | technical requirements | technical skills
technologies | the challenge | the company | the ideal candidate | the job | the offer | the opportunity | the package
the perks | the person | the position | the process | the role | the successful candidate | the team | the work
tools | training | travel | travel requirements | what to expect | what we do | what we expect | what we need | what we offer
what we offer you | what we require | what we want | what we are looking for | what will you do | what will you be doing
what you bring | what you get | what you need | what you offer | what you will bring | what you will do | what you will get
what you will learn | what you will need | what you will be doing | what you will work on | what is in it for you
what success looks like | what makes you a great fit | where you will work | who should apply | who we are
who we are looking for | who you are | who are we | who are you | why join | why join us | why us | why work with us
why you will love working here | work conditions | work environment | work experience | working conditions
working hours | working with us | you | you are | you bring | you have | you will | you will have | you might be a fit if
you may be a good fit if | your background | your impact | your mission | your profile | your qualifications | your responsibilities
your role | your skills | your tasks | your team
"""
_LABELS = """
announcement code | application deadline | closing date | company | compensation | contract | contract type | deadline
department | duration | employment type | hours | industry | job location | job title | job type | language | level | location
locations | openings | pay | pay rate | pay range | position | position title | position type | rate | reports to | reporting to
salary | salary range | schedule | seniority | seniority level | start date | team | title | travel | type | url
vacancy | work arrangement | work hours | work location | workplace | workplace type | working hours
"""
SECTION_NAMES = frozenset(name.strip() for name in _NAMES.replace("\n", "|").split("|") if name.strip())
LABELS = frozenset(name.strip() for name in _LABELS.replace("\n", "|").split("|") if name.strip())

#: "About Acme", "Why Acme Foods?", "Life at Acme".
_NAMED_FOR_COMPANY = re.compile(r"(?:about|why|life at|working at|who is|join) [\w.&'-]+(?: [\w.&'-]+){0,2}")
_SPELLINGS = (("’", "'"), ("&", "and"), ("'ll ", " will "), ("'re ", " are "), ("'s ", " is "), ("we’re", "we are"))

#: Longer lines are sentences, whatever they look like. Characters; the longest guessed headings of the trade are
#: "What we are looking for in the successful candidate" and the like.
_LONGEST_GUESS = 70
_LONGEST_MARKED = 160
_SENTENCE_END = re.compile(r"[.;,!]['\"’”)]*$")
#: Characters: a stop and the brackets and quotation marks behind it.
_LONGEST_ENDING = 6
_CAPS_LABEL = re.compile(r"[A-Z][A-Z0-9 /&().,'’-]{2,59}:(?=\s)")
_LABEL = re.compile(r"[^\W\d][\w /&()'’-]{1,40}:(?=\s)")


def bare(text: str) -> str:
    """A heading without what is no part of its name: bullets, a trailing colon, a second blank."""
    return " ".join(text.split()).lstrip(":-–—*_|# ").rstrip(":-–—*_| ")


def is_name(text: str) -> bool:
    """Whether sections of postings are called so."""
    name = bare(text).rstrip("?.!… ").lower() + " "
    for written, plain in _SPELLINGS:
        name = name.replace(written, plain)
    name = " ".join(name.split())
    return name in SECTION_NAMES or name in LABELS


def ends_sentence(text: str) -> bool:
    """Whether a line ends the way sentences do, and names do not."""
    return _SENTENCE_END.search(text[-_LONGEST_ENDING:]) is not None


def is_heading(row: Row) -> bool:
    """Whether a row without heading markup is the name of what follows."""
    text = row.text.text
    if len(text) > _LONGEST_GUESS or not any(letter.isalpha() for letter in text):
        return False
    if is_name(text):
        return True
    if ends_sentence(text):
        return False
    whole_bold = row.bold >= len(text.rstrip(" :"))
    return whole_bold or _is_caps(text) or _leads_in(text) or _is_about_company(text)


def is_marked_heading(row: Row) -> bool:
    """Whether heading markup stands on a heading, and not on a sentence or a whole paragraph."""
    text = row.text.text
    return bool(row.heading) and len(text) <= _LONGEST_MARKED and not (text.endswith(".") and text.count(" ") > _FEW)


#: A marked heading of so few blanks may end in a full stop ("About Acme Inc."), a sentence has more.
_FEW = 4


def label_end(row: Row) -> int:
    """Where the label of "LABEL: text" ends, colon included; 0 where a row has none."""
    text = row.text.text
    if row.bold and (end := _bold_label_end(text, row.bold)):
        return end
    if match := _CAPS_LABEL.match(text):
        return match.end()
    match = _LABEL.match(text)
    return match.end() if match and is_name(match[0]) else 0


def _bold_label_end(text: str, bold: int) -> int:
    label, rest = text[:bold].rstrip(), text[bold:].lstrip()
    if len(label) > _LONGEST_GUESS:
        return 0
    if label.endswith(":"):
        return len(label) if rest else 0
    return text.index(":", bold) + 1 if rest.startswith(":") and rest.strip(": ") else 0


def _is_caps(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return text.isupper() and (len(words) > 1 or any(len(word) > _LONGEST_ACRONYM for word in words))


#: "SQL" alone is a skill, "DUTIES" alone a heading.
_LONGEST_ACRONYM = 4


def _leads_in(text: str) -> bool:
    return text.endswith((":", ":*")) and text.count(" ") < _LONGEST_LEAD_IN


#: Words: "You will be responsible for:" names a section, a longer clause before a colon is part of the text.
_LONGEST_LEAD_IN = 9


def _is_about_company(text: str) -> bool:
    return bool(_NAMED_FOR_COMPANY.fullmatch(bare(text).rstrip("?").lower())) and text[:1].isupper()
