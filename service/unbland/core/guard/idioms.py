"""Turns of phrase of postings that an editor puts for one another, as rows of the table in `rewritings`."""

from __future__ import annotations

from unbland.core.guard.multiples import Row
from unbland.core.guard.phrasings import NUMBER
from unbland.core.language.dates import MONTHS

_COUNT = rf"(?:\d+|{NUMBER})"
_SPAN = "(?:hour|day|week|month|year)s?"
#: Languages whose name alone says what "English-language" says.
TONGUES = "english|french|german|spanish|italian|dutch|polish|portuguese|irish|welsh|arabic|mandarin"
_MONTH = "|".join(MONTHS)

_GOES_BY = "(?:according to|based (?:up)?on|in line with|dependent (?:up)?on|commensurate with|depending upon)"
_CLOSES = (
    r"\b(?:applications? closes?|(?:the )?(?:closing date|deadline)(?: for applications)? is)(?: on| by)?"
    rf" (?=(?:[a-z]+day,? )?(?:the )?(?:\d|(?:{'|'.join(MONTHS)})\b))"
)
#: Behind one of these "once a week" is bounded, and stays a number.
_BOUNDED = "".join(
    f"(?<!{word} )" for word in ("least", "most", "about", "than", "to", "only", "average", "roughly", "around")
)
#: What something may happen once in.
_ROUND = "hour|day|week|month|quarter|year|shift|term"
_NEEDED = "essential|mandatory|obligatory|compulsory|necessary"

#: What is done, without the verb that only says that it is: "give training to" is "train".
_DOING: tuple[Row, ...] = (
    *(
        (
            noun,
            rf"\b(?:provide|give|offer)(s|ing)? (?:the |an? )?{noun} to\b",
            verb if verb.endswith("e") else rf"{verb}\1",
        )
        for noun, verb in (("support", "support"), ("assistance", "assist"), ("training", "train"), ("help", "help"))
    ),
    ("improvements to", r"\bmake improvements to\b", "improve"),
    ("changes to", r"\bmake changes to\b", "change"),
    ("ownership of", r"\btake ownership of\b", "own"),
    ("in charge of", r"\bin charge of (?=[a-z]+ing\b)", "responsible for "),
    ("attention to", r"\bpay (?=(?:close |great |careful )?attention to\b)", "have "),
    ("timely", r"\bin a timely (?:manner|fashion|way)\b", "promptly"),
    ("part of|member of", r"\b(as|am|are|is|be) (?:a )?(?:part|member) of (?=(?:an?|our|the|your)\b)", r"\1 in "),
    ("as in ", r"\bas in (?=(?:an?|our|the|your)\b)", "in "),
    (
        "team of|crew of",
        rf"\b(?:an?|your) (?:team|crew) of (?=(?:1|one) [a-z]|{_COUNT} [a-z-]+s\b)",
        "",
    ),
    ("please", r"\bplease\b,? ", ""),
)

#: How much, how long and how often.
_MEASURING: tuple[Row, ...] = (
    ("most of ", r",? most of (?:them|which|these) (?=(?:on|in|at|during)\b)", " mostly "),
    (
        "once a|once per|once each|once every|one time|0 time",
        rf"{_BOUNDED}\b(?:once|(?:one|1) time) (?:a|per|each|every) (?=(?:{_ROUND})\b)",
        "every ",
    ),
    ("on average", rf"^on average,? ([^$£€]{{3,40}}?)(?<![\d.,])(?=[$£€]?{_COUNT}\b)", r"\1an average of "),
    ("m²|m2|sqm|sq m|sq. m", r"(?<=\d) ?(?:m²|m2\b|sq\.? ?m\b)", " square metres"),
    (
        "weigh",
        rf"\b(?:that |which )?weigh(?:ing|s)? (?=(?:up to|as much as|over|under|at most|no more than|{_COUNT})\b)",
        "of ",
    ),
    ("every other |every second ", r"\bevery (?:second|other) (year|quarter)\b", r"every 2 \1s"),
    ("age ", r"\bmin(?:imum|\.)? age(?: is| of|:)? (?=\d\d\b)", "aged at least "),
    ("age ", r"\bmax(?:imum|\.)? age(?: is| of|:)? (?=\d\d\b)", "aged at most "),
    ("remote", r"\b(days?(?: a week| per week)?|fully|partly|hours) remote\b", r"\1 from home"),
    ("from ", r"\bfrom (7|8|9|10|11|12) (to|until) ([1-6])(?= ?(?:[,.;)]|$))", r"\1 \2 \3"),
    ("once every", rf"\bonce (?=every (?:{_COUNT}|second|third|other|few) )", ""),
    (
        "from ",
        r"\bfrom (\d[\d.,]*) (to|down to|up to) (\d[\d.,]*) ?(%|percent\b|per cent\b)",
        r"from \1% \2 \3%",
    ),
    ("from ", rf"\bfrom ({_COUNT}) ([a-z]{{4,}}s) to ({_COUNT})(?= ?(?:[,.;)]|$))", r"from \1 \2 to \3 \2"),
    (
        "past |last |previous ",
        rf"\b(?:within|in|from|over|during) the (?:last|past) (?={_COUNT} {_SPAN}\b)",
        "within the last ",
    ),
    ("weekly", r"(?<=hours )bi-?weekly\b", "per 2 weeks"),
    ("length of service", r"\b(?:your )?length of service\b", "service"),
    (" of us", rf"\b(?!one\b|1\b)({_COUNT}) of us\b", r"\1 people"),
    (
        "period of|duration of|term of",
        rf"\b(?:a|the) (?:total )?(?:period|duration|term) of (?={_COUNT} {_SPAN}\b)",
        "",
    ),
    (" in |", rf"\b(?:every year|each year|annually|yearly) in (?=(?:{_MONTH})\b)", "every "),
    *(
        (part, rf"\bby (?:an?|one)[- ]{part}\b", f"by {share}")
        for part, share in (("third", "33.3%"), ("quarter", "25%"), ("fifth", "20%"), ("tenth", "10%"))
    ),
    *(
        (f"to a {part}|to one {part}", rf"\bto (?:an?|one)[- ]{part}\b(?! of)", f"to {share}")
        for part, share in (("third", "33.3%"), ("quarter", "25%"), ("fifth", "20%"), ("tenth", "10%"))
    ),
    ("one |0 ", r"\b(?:one|1) (hour|day|week|month|year)'s\b", r"1 \1"),
    ("half rate|half pay", r"\bhalf (?:the )?(?:hourly )?(?:rate|pay)\b", "50% pay"),
    ("all but|all except|all bar", rf"\ball (?:but|bar) (?={_COUNT}\b)", "all except "),
    ("month's|months'", r"\b(months?'s?) (?:salary|salaries|wages?)\b", r"\1 pay"),
    ("thirteenth", r"\bthirteenth\b", "13th"),
    ("fourteenth", r"\bfourteenth\b", "14th"),
    ("0th month", r"\b(1[34])th[- ]month(?:'s)?(?: (?:pay|salary))?\b", r"\1th month"),
)

#: What is asked for, offered and agreed.
_AGREEING: tuple[Row, ...] = (
    (
        "not |no ",
        rf"\b(?:by no means|not|no) (?:an? )?(?:strictly )?(?:{_NEEDED}|must|requirement|condition|prerequisite)\b",
        "not required",
    ),
    (
        "is |are ",
        rf"\b(is|are) (?:absolutely )?(?:{_NEEDED}|an? (?:must|requirement|condition|prerequisite))\b",
        r"\1 required",
    ),
    (
        "licen",
        r"\b(full|full uk|clean|category [a-z]\d?\+?|class [a-z0-9]+) (?:(?:driver'?s'?|driving)[ -])?licen([cs])e\b",
        r"\1 driving licen\2e",
    ),
    (
        "language",
        rf"\b({TONGUES})-language\b(?! (?:school|skill|test|course|teacher|class))",
        r"\1",
    ),
    (
        "experience|qualification",
        rf"\b{_GOES_BY} (?=(?:your |their )?(?:relevant )?(?:experience|qualifications?)\b)",
        "depending on ",
    ),
    (
        "completion of|completing ",
        r"\b(?:(?:up)?on|following|after) (?:successful(?:ly)? )?(?:completion of|completing) ",
        "after ",
    ),
    ("employment", r"\b(first|last) (day|week|month|year) of (?:your |the )?employment\b", r"\1 \2"),
    ("extendable|extendible", r"\b(?:is |are )?extend[ai]ble\b", "possibly extended"),
    ("possible ", r"\b(?:an? )?possible (?=(?:extension|renewal|prolongation)\b)", "possibly "),
    (
        "contract",
        r"\b(?:contract of (?:indefinite|unlimited) duration|(?:open-ended|indefinite|unlimited) contract)\b",
        "permanent contract",
    ),
    ("cost", r"\b(?:cover|pay|meet|bear)(s|ing)? the costs? of\b", r"pay\1 for"),
    (
        "part of ",
        r"\b(is|are) not (?:a )?part of (?:the|this|your) (?:job|role|work|position|duties)\b",
        "do not count",
    ),
    ("applications close|application closes|closing date is|deadline is", _CLOSES, "apply by "),
    ("whatever|no matter", r"\b(?:whatever|no matter what) (?=the\b|your\b)", "regardless of "),
    (
        "once you|when you",
        r"\b(?:once|when) you (?:have )?(?:successfully )?(?:completed?|finished) (?=(?:your|the|a)\b)",
        "after ",
    ),
    ("hear ", r"\byou (?:will )?hear (?:back )?(?:from us\b|(?=(?:within|in|by) ))", "we reply"),
    ("get back|in touch", r"\bwe (?:will )?(?:get back(?: to you)?|be in touch(?: with you)?)\b", "we reply"),
    ("commut", r"\b(?:to commute|for (?:your|the) commute|for commuting)\b", "to get to and from work"),
    ("work and back", r"\bget to work and (?:back|home)\b", "get to and from work"),
)

IDIOMS: tuple[Row, ...] = (*_DOING, *_MEASURING, *_AGREEING)
