"""Specific: a line that could stand in any company's posting goes."""

from __future__ import annotations

import re

from unbland.core.guide import anybodys
from unbland.core.guide.reading import PROSE, TELLING
from unbland.core.guide.rule import Band, Each, Phrases, Rule, Whole
from unbland.core.guide.swaps import PRAISE, RANKS
from unbland.core.guide.words import BOASTS, CLICHES, listed
from unbland.core.guide.words.worn import FAME, FAME_LEAVES, PEOPLE, PLACES, WORN_LEAVES
from unbland.core.ledger.model import Kind

#: Fewer specific lines than this tell no reader how this job differs; the guide's own outline asks for one to three
#: in each of its parts.
_ENOUGH = 6

#: What a worn word means here, said behind it; and what is said of equal treatment, which stands as it was agreed.
_EQUAL = r"\b(?:diversity|inclusion|backgrounds|equal opportunit\w+|discriminat\w+|accommodations?)\b"
_FAIR = re.compile(_EQUAL, re.IGNORECASE)
_EXPLAINED = re.compile(rf"(?:[:—–]| - ) ?\w+\W+\w+\W+\w+\W+\w+|{_EQUAL}", re.IGNORECASE)

#: The figure behind the praise: a number, a share, a rank; a year is none.
_FIGURE = re.compile(r"\b\d{2,3}\b|\d,\d{3}|\d ?%|#\d|\*{3}")

SPECIFIC: tuple[Rule, ...] = (
    Each(
        id="specific.generic-duty",
        reads=frozenset({Kind.DUTY, Kind.GOAL}),
        finds=anybodys.generic_duty,
        share_of=(Kind.DUTY, Kind.GOAL),
        message="Anybody in this trade does this anyway; drop it, or say what is different with you.",
        why="A duty that every posting for the job has tells a professional nothing.",
        source="The guide: professionals know what they do, skip the generic responsibilities",
        instead="Run the quarterly review with our 12 hospital clients in Ontario.",
        cost=10,
        cap=50,
    ),
    Each(
        id="specific.generic-skill",
        reads=frozenset({Kind.REQUIREMENT}),
        finds=anybodys.generic_skill,
        share_of=(Kind.REQUIREMENT,),
        message="This goes without saying; drop it, or say what it is needed for with you.",
        why="Generic skills fill every posting, hide the deal-breakers and show in any résumé.",
        source="The guide: skip generic skills like communication and organization",
        instead="You have led a price negotiation with a buyer who knew more than you.",
        cost=10,
        cap=40,
    ),
    Each(
        id="specific.generic-company",
        reads=frozenset({Kind.COMPANY}),
        finds=anybodys.generic_company,
        share_of=(Kind.COMPANY,),
        message="Any company could say this of itself; say what you make, for whom, where, or drop it.",
        why="Praise that fits everybody sets nobody apart.",
        source="The guide: include specifics that make your company different",
        instead="We book ferry crossings for 40,000 truckers a month.",
        cost=10,
        cap=20,
    ),
    Each(
        id="specific.says-nothing",
        reads=frozenset({*TELLING, Kind.PAY}),
        finds=anybodys.hollow,
        message="This says nothing: it repeats the job's name, itself, or what a posting is for; say what, or drop it.",
        why="A reader learns nothing from it, and takes it for a form that was filled in.",
        source="The guide: omit unnecessary words",
        instead="Two of our five largest customers asked for one person who answers for their freight.",
        cost=5,
        cap=30,
    ),
    Whole(
        id="specific.says-little",
        finds=anybodys.little,
        message="For its length this posting says little: {found}; tell what this job is about.",
        why="A text that repeats its words, its names or its own form tells nobody anything; the whole score shrinks.",
        source="Counted over 2,574 real postings, of which about one in 150 says so little",
        cost=0,
    ),
    Phrases(
        id="specific.cliche",
        phrases=CLICHES,
        leaves=(
            "dynamic programming",
            "dynamic sql",
            "dynamic content",
            "dynamic pages",
            "dynamic web",
            "dynamic typing",
            "dynamic testing",
            "dynamic analysis",
            "dynamic pricing",
            "we are a family owned",
            "we are a family run",
            "we are a family business",
            "we are a family of",
            "work independently from",
        ),
        reads=PROSE,
        unless=_FAIR,
        message='"{found}" stands in every posting; cut it or say what it means with you.',
        why="Of 500,000 UK job ads, about nine in ten held one of ten clichés: nobody learns anything from them.",
        source="Adzuna, https://www.managementtoday.co.uk/ten-tired-job-ad-buzzwords/article/1128844",
        cost=6,
        cap=30,
    ),
    Phrases(
        id="specific.worn",
        phrases=PEOPLE + PLACES,
        leaves=WORN_LEAVES,
        reads=PROSE,
        unless=_EXPLAINED,
        message='"{found}" is worn: say what it means with you, or cut it.',
        why="Each says a little, so each costs little; a text full of them tells nothing of this job.",
        source="Counted over 2,574 postings of ten boards: each in five or more, or a form of one that is",
        cost=1,
        cap=5,
    ),
    Phrases(
        id="specific.boast",
        phrases=BOASTS,
        swaps=PRAISE | RANKS,
        leaves=(
            "passionate people",
            "passionate communities",
            "passionate players",
            "passionate fans",
            "passionate users",
        ),
        reads=PROSE - {Kind.REQUIREMENT},
        unless=_FIGURE,
        message='"{found}" is praise that nobody can check; give the figure or the fact behind it, or cut it.',
        why="Cutting superlatives was part of what raised applications by 7 % in a test with 616 postings.",
        source="Uber study, https://www.livemint.com/news/india/why-words-matter-in-job-ads-11576048804079.html",
        instead="Six of the ten largest German breweries order through us.",
        cost=6,
        cap=24,
    ),
    Phrases(
        id="specific.fame",
        phrases=FAME,
        leaves=FAME_LEAVES,
        reads=PROSE - {Kind.REQUIREMENT},
        unless=_FIGURE,
        message='"{found}" is what every company says of itself; give the figure or the name behind it, or cut it.',
        why="A reader believes the number of customers or the year, not the adjective.",
        source="Counted over 2,574 postings of ten boards: each in five or more, or a form of one that is",
        instead="Six of the ten largest German breweries order through us.",
        cost=2,
        cap=6,
    ),
    Phrases(
        id="specific.other-duties",
        phrases=(
            "other duties as assigned",
            "other duties as required",
            "perform other duties as assigned",
            "any other duties as assigned",
            "any other duties as required",
            "other related duties as assigned",
            "other tasks as assigned",
            "other tasks as required",
            "other duties assigned",
            "additional duties as assigned",
            "ad hoc tasks as required",
            "any other ad hoc duties",
            "and other duties",
            *listed("""
                any other duties, other duties as needed, other duties as necessary, other related duties, other
                related tasks, perform other related duties, performs other duties as assigned, performs other related
                duties, perform other duties as required, all other duties as assigned, all other duties, any other
                tasks, other tasks as needed, other projects as assigned, other duties as directed, other duties as
                may be assigned, other duties as may be required, other reasonable duties, any reasonable request, any
                other reasonable duties, any other reasonable request, ad hoc duties as required, additional duties as
                required, additional responsibilities as assigned, other responsibilities as assigned, duties may
                change, not an exhaustive list, not exhaustive, not intended to be exhaustive, not all inclusive
            """),
        ),
        leaves=("other duties include", "other duties such as", "any other duties such as"),
        message='"{found}" tells nothing; name the duty or drop the line.',
        why="It reads as a blank cheque and says nothing of the job.",
        source="The guide: each item on the list is to the point but descriptive",
        cost=5,
        cap=5,
    ),
    Band(
        id="specific.too-few",
        measure=anybodys.specific_lines,
        low=_ENOUGH,
        message="Lines that say something of this job alone: {found}; add names, figures, tools, places and problems.",
        why="Specific postings make people want the job more: about the company, the work and its setting alike.",
        source="Feldman, Bearden and Hardesty 2006, https://scholars.uky.edu/en/publications/varying-the-content-of-job-advertisements-the-effects-of-message-",
        cost=16,
    ),
)
