"""Respect: plain, neutral words; nobody shut out by wording, no pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.reading import PROSE, Reading
from unbland.core.guide.rule import Each, Hit, Phrases, Rule
from unbland.core.guide.words import listed
from unbland.core.ledger.model import Source

_NEUTRAL = "https://pmc.ncbi.nlm.nih.gov/articles/PMC11848290/"

#: Three exclamation marks, or a run of six words in capitals.
_SHOUT = re.compile(r"!{2,}|\b(?:[A-Z]{2,}[ ,]+){5,}[A-Z]{2,}\b")


def _shouting(source: Source, _: Reading) -> Iterator[Hit]:
    yield from (Hit(source=source, start=found.start(), end=found.end()) for found in _SHOUT.finditer(source.text))


RESPECT: tuple[Rule, ...] = (
    Phrases(
        id="respect.gender",
        swaps={
            "his/her": "their",
            "her/his": "their",
            "him/her": "them",
            "his or her": "their",
            "salesman": "salesperson",
            "saleswoman": "salesperson",
            "salesmen": "salespeople",
            "chairman": "chair",
            "foreman": "supervisor",
            "manpower": "staff",
            "man hours": "working hours",
            "man made": "artificial",
            "manned": "staffed",
            "craftsman": "craftsperson",
            "craftsmen": "craftspeople",
            "middleman": "intermediary",
            "handyman": "maintenance worker",
            "repairman": "repairer",
            "cameraman": "camera operator",
            "policeman": "police officer",
            "fireman": "firefighter",
            "mailman": "mail carrier",
            "waitress": "server",
            "stewardess": "flight attendant",
            "cleaning lady": "cleaner",
            "businessman": "business person",
            "businessmen": "business people",
            "workmanship": "quality of work",
        },
        phrases=listed("""
            he/she, she/he, s/he, he or she, she or he, guys, girls, young man, young lady, young woman,
            gentleman, good looking, nice looking, males only, females only, should be female, should be male,
            must be female, must be male
        """),
        leaves=listed("""
            boys and girls, girls and boys, girls' school, women and girls, girls in, girls who code, girl guides
        """),
        reads=PROSE,
        message='"{found}" speaks to one sex; use a neutral word.',
        why="Neutral words raised applications from women and many men; the effect is small, so the weight is low.",
        source=_NEUTRAL,
        cost=15,
        cap=45,
    ),
    Phrases(
        id="respect.age",
        phrases=listed("""
            young and dynamic, young and energetic, young and motivated, young dynamic, young energetic, young
            motivated, young team, young individual, young individuals, young person wanted, young professional,
            young professionals, young candidates, young specialists, young volunteers, youthful, digital
            native, digital natives, recent graduate, recent graduates, recent college graduate, recent college
            graduates, fresh graduate, fresh graduates, new grads only, mature person, no more than 35 years
            old, up to 35 years old, under 35 years, millennials, gen z
        """),
        leaves=("young professionals network",),
        reads=PROSE,
        message='"{found}" names an age; say what the person must be able to do.',
        why="It shuts out people who could do the work, and in many places it is unlawful.",
        source="EEOC guidance on job advertisements and age",
        cost=20,
        cap=60,
    ),
    Phrases(
        id="respect.pressure",
        phrases=listed("""
            urgently hiring, hiring urgently, don't miss this opportunity, don't miss out, apply now before, do
            not miss, what are you waiting for, no excuses, only serious candidates, only serious applicants,
            serious applicants only, not for the faint hearted, not a 9 to 5, not a nine to five, need not
            apply, long hours as required, at all costs, whatever it takes, no drama, thick skin, thick skinned,
            24/7 availability
        """),
        reads=PROSE,
        message='"{found}" puts people under pressure; say plainly what the job needs.',
        why="Pressure and boasting drive off the people who have a choice.",
        source="The guide: show that you value the people you have",
        cost=20,
        cap=40,
    ),
    Phrases(
        id="respect.shut-out",
        swaps={
            "able bodied": "fit for the tasks named here",
            "native english speaker": "fluent English speaker",
            "native english speakers": "fluent English speakers",
            "native speaker of english": "fluent speaker of English",
            "mother tongue english": "fluent English",
            "blacklist": "blocklist",
            "whitelist": "allowlist",
            "handicapped": "disabled",
            "crazy hours": "long hours",
        },
        phrases=listed("""
            perfect health, physically fit, clean shaven, culture fit, cultural fit, no accent, accent free
        """),
        reads=PROSE,
        message='"{found}" shuts people out; name the task that must be done.',
        why="What counts is the work, not the body, the birthplace or the likeness to the team.",
        source="retext-equality (MIT) and EEOC guidance on job advertisements",
        cost=15,
        cap=45,
    ),
    Each(
        id="respect.shouting",
        any_language=True,
        reads=PROSE,
        finds=_shouting,
        message="Capitals and rows of exclamation marks shout; write plainly.",
        why="It reads as spam.",
        source="gov.uk, writing for the web",
        cost=15,
        cap=30,
    ),
)
