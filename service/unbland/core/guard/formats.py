"""Formats: other ways to write a grade, a pay, a day of the month and the like, as rows of the table in `rewritings`.

Each was met in lines that a careful editor wrote, and says neither more nor less than what is read instead of it.
"""

from __future__ import annotations

from unbland.core.guard.multiples import Row
from unbland.core.guard.phrasings import NUMBER

_COUNT = rf"(?:\d+|{NUMBER})"
_NTH = "first|second|third|fourth|last"
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|working day|weekend|day"
_SPAN = "(?:hour|day|week|month)"
_EACH = "each|every|a|per|the"
#: People of whom "autistic" and "with autism" are told.
_CHILDREN = "pupils|children|students|young people|adults|people|learners|clients"
_PASSED = "passed|completed?|finished|got through|come through"

FORMATS: tuple[Row, ...] = (
    # Days of the month, however their month is named.
    (
        "each month|every month|each term|every term|each quarter|every quarter|each year|every year",
        rf"\b(?:on )?(?:each|every) (month|term|quarter|year)(?:'s| on (?:the|its)|,? the) ({_NTH}) ({_DAY})\b",
        r"on the \2 \3 of a \1",
    ),
    ("day |weekend ", rf"\b({_NTH}) ({_DAY}) (?:in |of )?(?:{_EACH}) month\b", r"\1 \2 of a month"),
    ("monthly", rf"\b({_NTH}) ({_DAY}) monthly\b", r"\1 \2 of a month"),
    ("termly", r"\btermly\b", "every term"),
    # Grades and school years.
    ("ks0|ks 0", r"\b(?-i:KS) ?([1-5])\b", r"Key Stage \1"),
    (
        "year 0|years 0",
        r"\byears? (\d{1,2}) ?(?:-|–|to) ?(\d{1,2})\b(?= (?:pupils|students|children|classes))",
        r"years \1 to \2",
    ),
    (
        "grade",
        r"\bgrade (\d)( ?/ ?| ?\()([a-e])\)? (?:or|and) (?:above|higher|better|up|upwards)\b",
        r"grade at least \1/\3",
    ),
    ("grade", r"\b(above|below|at least) grade (\d)( ?/ ?| ?\()([a-e])\)?", r"grade \1 \2/\4"),
    # Pay.
    ("full pay", rf"\b(?:with )?full pay for (?:the )?({_COUNT}[ -](?:day|week|month)s?)\b", r"\1 fully paid"),
    (
        "full pay",
        (
            rf"\bfull pay (?:during|throughout) (?:the |your )?({_COUNT})[ -](day|week|month)s?"
            r" ([a-z]+(?: course| programme| program)?)\b"
        ),
        r"\1-\2 \3 fully paid",
    ),
    # Shares and changes.
    ("one |0 ", rf"\b(?:one|1) ([a-z]+) (?:in|out of) ({NUMBER})(?= (?:is|are|off|free)\b)", r"1 in \2 \1s"),
    (
        "starting at |starting from |starts at ",
        (
            r"\b(?:start(?:s|ing)?) (?:at|from) (\d[\d.,]*) ?%([^.;%]{0,40}?),? (?:and )?"
            r"(?:going up|rising|climbing|growing|increasing|going) to (\d[\d.,]*) ?%"
        ),
        r"from \1% to \3%\2",
    ),
    # Everyday verbs.
    (
        "handl",
        r"\bhandl(e|es|ing) (?=(?:[a-z]+ ){0,2}(?:calls|bookings|e?i?nquiries|payments|reservations|messages)\b)",
        r"tak\1 ",
    ),
    ("attend", r"\battend(s?) (?=(?:[a-z]+ )?(?:classes|lessons)\b)", r"take\1 "),
    (" away", r"\b(is|are) away(?= ?(?:[,.;)]|$))", r"\1 off"),
    # By when and in which case.
    (
        "later than",
        rf"\b(?:no|not) later than (?=(?:an?|{_COUNT}) (?:\w+ )?{_SPAN}s? (?:before|prior to|ahead of)\b)",
        "at least ",
    ),
    (
        "at the latest",
        rf"\b((?:an?|{_COUNT}) (?:hour|day|week|month)s?) before ((?:[a-z']+ ){{0,3}}[a-z']+),? at the latest\b",
        r"at least \1 before \2",
    ),
    ("event of", r"\bin (?:the |any )?event of\b", "if there is"),
    # What is asked for.
    ("as mentor|as a mentor|as coach|as a coach", r"\b(?:act|serve) as (?:an? )?(mentor|coach) (?:for|to)\b", r"\1"),
    ("basis of", r"\bon the basis of\b", "based on"),
    ("not require", r"\b(?:do|does) not require (?:it|one|them|this|that)\b", "is not required"),
    (
        "no conditions|without any conditions",
        r"\b(?:with no|without any) conditions(?: attached)?\b",
        "without conditions",
    ),
    ("conditions attached", r"\bwithout conditions attached\b", "without conditions"),
    ("autistic", rf"\bautistic ({_CHILDREN})\b", r"\1 with autism"),
    (
        "probation",
        rf"\b(?:once|when|after) you(?: have|'ve)? (?:successfully )?(?:{_PASSED}) (?=(?:[\w-]+ ){{0,3}}probation)",
        "after ",
    ),
    (
        "she is|he is|they are",
        r"\b(?:when|while|whenever) (?:she|he|they) (?:is|are) (?:away|absent|out|off)\b",
        "in their absence",
    ),
    ("absence", r"\bin (?:her|his) absence\b", "in their absence"),
    ("not necessarily", r"\bnot necessarily\b", "need not be"),
)
