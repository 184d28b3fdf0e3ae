"""Respect: plain, neutral words; nobody shut out by wording, no pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.hit import Hit, matching
from unbland.core.guide.reading import PROSE, Reading
from unbland.core.guide.rule import Each, Phrases, Rule
from unbland.core.guide.words import shut_out
from unbland.core.ledger.model import Kind, Source

_NEUTRAL = "https://pmc.ncbi.nlm.nih.gov/articles/PMC11848290/"

#: Three exclamation marks, or a run of six words in capitals; `IL, IN, OH, KY, TN, GA` are states.
_SHOUT = re.compile(r"!{2,}|\b(?=(?:[A-Z]{2,3}[ ,]+)*[A-Z]{4})(?:[A-Z]{2,}[ ,]+){5,}[A-Z]{2,}\b")
#: Two words in capitals, without which there is no run; they are found sooner.
_CAPITALS = re.compile(r"[A-Z]{2}[ ,]+[A-Z]{2}")


def _shouting(source: Source, read: Reading) -> Iterator[Hit]:
    if "!!" in source.text or _CAPITALS.search(source.text):
        yield from matching(_SHOUT)(source, read)


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
            "man management": "people management",
            "man manager": "people manager",
            "man managing": "managing",
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
            "tradesman": "tradesperson",
            "tradesmen": "tradespeople",
            "barmaid": "bartender",
            "groundsman": "groundskeeper",
            "businessman": "business person",
            "businessmen": "business people",
            "workmanship": "quality of work",
        },
        phrases=shut_out.SEX,
        leaves=shut_out.SEX_LEAVES,
        unless=shut_out.WELCOME,
        reads=PROSE,
        message='"{found}" sorts people by sex; use a neutral word.',
        why="Neutral words raised applications from women and many men; the effect is small, so the weight is low.",
        source=_NEUTRAL,
        cost=15,
        cap=45,
    ),
    Phrases(
        id="respect.age",
        phrases=shut_out.AGE,
        leaves=shut_out.AGE_LEAVES,
        unless=shut_out.WELCOME,
        reads=PROSE - {Kind.DUTY, Kind.GOAL},
        message='"{found}" names an age; say what the person must be able to do.',
        why="It shuts out people who could do the work, and in many places it is unlawful.",
        source="EEOC guidance on job advertisements and age",
        cost=20,
        cap=60,
    ),
    Phrases(
        id="respect.pressure",
        phrases=shut_out.PRESSURE,
        leaves=shut_out.PRESSURE_LEAVES,
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
            "blacklist": "blocklist",
            "whitelist": "allowlist",
            "handicapped": "disabled",
            "crazy hours": "long hours",
            "insane hours": "long hours",
        },
        phrases=shut_out.BODY,
        leaves=shut_out.BODY_LEAVES,
        unless=shut_out.WELCOME,
        reads=PROSE,
        message='"{found}" shuts people out; name the task that must be done.',
        why="What counts is the work, not the body, the birthplace or the likeness to the team.",
        source="retext-equality (MIT) and EEOC guidance on job advertisements",
        cost=15,
        cap=45,
    ),
    Phrases(
        id="respect.fight",
        swaps=shut_out.FIGHT,
        phrases=shut_out.FIGHT_PHRASES,
        leaves=shut_out.FIGHT_LEAVES,
        reads=PROSE,
        message='"{found}" makes the job sound like a fight; say it neutrally.',
        why="Neutral words raised applications from women and many men; the effect is small, so the weight is low.",
        source=_NEUTRAL,
        cost=4,
        cap=8,
    ),
    Phrases(
        id="respect.club",
        phrases=shut_out.CLUB,
        leaves=shut_out.CLUB_LEAVES,
        reads=PROSE,
        message='"{found}" is the talk of a club; say it in words that everybody uses.',
        why="Who does not talk like that takes it that the job is for others; very casual tone cost applications.",
        source="LinkedIn heat map, https://hrdive.com/news/job-listing-heatmap-reveals-what-attracts-candidates/526605",
        cost=8,
        cap=16,
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
