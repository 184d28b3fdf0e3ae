"""Words that tell what the person will have achieved."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FIRM, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

GOALS: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.GOAL,
        weight=FIRM,
        pattern=shape(
            r"\bby the end of (?:your|the) \w+ (?:week|month|quarter|season|year)\b"
            r"|\b(?:you|we|us|should|will|be|run|get)\b.{0,80}\bwithout a single\b"
            r"|^by (?:(?:next|the|this) )?(?:spring|summer|autumn|fall|winter|christmas|easter)\b.{0,60}"
            r"\b(?:you|we|us|our|should|must|need)\b"
            r"|\b(?:is|are|be) (?:back )?(?:above|below|under|over|at) \d+ ?(?:%|per ?cent)?.{0,30} by\b"
            r"|^(?!.*\b(?:must|required|qualified|willing|hire|hiring|repay|leave)\b)(?!we\b|offers?\b|decision\b"
            r"|answer\b)[a-z]+ .{0,80}\bwithin (?:\d+|one|two|three|six|nine"
            r"|twelve|a) (?:months|years?)\b"
            r"(?! of\b)"
            r"|^by (?:week|month|day) (?:\d|one|two|three|four|five|six|eight|nine|ten|twelve)"
            r"|^(?!.*\b(?:experience|proven|must)\b).*\bto (?:cut|get|bring|keep)\b.{0,60}\b(?:under|below"
            r"|within|inside)"
            r" (?:\d+|one|two|three|four|five|six|ten) (?:minutes|hours|days|weeks)\b"
            r"|^(?:achieve|reach|hit|deliver)\b.{3,60}[£$€] ?\d"
            r"|^(?:bring|cut|get|keep|take|hold)\b.{3,60}\b(?:under|below|down to) [£$€] ?\d"
            r"|^[a-z]+ .{0,60}\d.{0,20}\((?:currently|now|today):? (?:at |about |around |only )?[£$€]?\d"
            r"|\bget (?:us )?back to \w+ (?:hours?|days?|weeks?)\b"
            r"|\bin your first \w+ (?:weeks|months|days)\b"
        ),
        why="Something to have done by a time, or a figure to reach again.",
    ),
    Shape(
        kind=Kind.GOAL,
        weight=FIRM,
        pattern=shape(
            r"^(?!.*\b(proven|experience|track record|demonstrated|must|history of|(?<!will )(?<!ll )(?:has|have|had)"
            r" (?:now |already )?(?:increased|grown|risen|doubled|improved|fallen))\b)"
            r".*\b(cut|reduc\w+|increas\w+|rais\w+|grow\w*|lift\w*|bring\w*|improv\w+|doubl\w+|tripl\w+"
            r"|shorten\w*|lower\w*|halv\w+|keep\w*|mov(?:e|ing)|get|take)\b"
            r".{0,90}(\bfrom\b.{0,50}\bto\b.{0,20}(\d|one|two|three|four|five|six|seven|eight|nine|ten|half)"
            r"|\bby\b.{0,12}\d+(\.\d+)? ?(%|per ?cent|points|days|hours)|\b(to|above|below"
            r"|under)\b.{0,12}\d+(\.\d+)? ?(%|per ?cent))"
        ),
        why="A result with its size: from … to …, by … per cent.",
    ),
    Shape(
        kind=Kind.GOAL,
        weight=FIRM,
        pattern=shape(
            r"^(?!report|submit|apply|send|prepare|file|close|attend|please|ring|call|phone|e-?mail|write to"
            r"|contact)\w+\b"
            r".{0,160}\b"
            r"(?:(?:down|back) to (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|zero|half|same|nothing|none)"
            r"|by (?:the end of )?(?:next |this )?(?:spring|summer|autumn|fall|winter|christmas|easter|thanksgiving"
            r"|the 20\d\d season|year end|january|february|march|april|may|june|july|august|september|october"
            r"|november|december)\b)"
        ),
        why="`Bring the wait down to three weeks by September`: a state to reach, and when.",
    ),
    Shape(
        kind=Kind.GOAL,
        weight=STRONG,
        pattern=shape(
            r"^(?!(?:please|apply|send|e-?mail|write to|ring|call|phone|contact|reply)\b)"
            r"(?!.*\b(?:has|have|had) (?:now |already |since )?(?:gone|risen|grown|fallen|doubled|dropped)\b)(?s:.*?)"
            r"(?:\b(with)?in (the |your )?(first )?(\d+|one|two|three|four|six|nine|twelve|eighteen|a) (days"
            r"|weeks|months|years?|quarters?)\b(?! (?:since|before|after|of (experience|hire|hiring"
            r"|employment|application|\w+ing))\b)"
            r"|\bby (the end of|your first|(january|february|march|april|may|june|july|august|september"
            r"|october|november|december)\b)"
            r"|\bin your first (year|month|quarter|week|\d+|six|three|twelve|ninety)\b)"
        ),
        why="A result with its date.",
    ),
    Shape(
        kind=Kind.GOAL,
        weight=STRONG,
        pattern=shape(
            r"\byou(?:'|’)?(?: wi)?ll have (?!a\b|an\b|the (?:opportunity|chance|ability)\b|access|experience"
            r"|to\b|at least)(?:\w+ed|built|brought|cut|won|grown|led|run|set|taken|made|begun|written|hired"
            r"|shipped)\b"
        ),
        why="`You will have cut …` looks back from the goal.",
    ),
    Shape(
        kind=Kind.GOAL,
        weight=-(FIRM + STRONG),
        pattern=re.compile(
            r"^[A-Z]{2,6}\d?(?:(?:,|/| (?:and|or|&)) ?[A-Z]{2,6})*(?: (?i:certification|certificate|registration|card"
            r"|ticket))?"
            r",? (?i:(?:(?:or )?(?:obtained|obtainable|achieved|completed|to be \w+|able to \w+) )?(?:with)?in) (?:\d"
            r"|[a-z])"
        ),
        why="`ACLS within six months`: a certificate and by when it is held.",
    ),
    Cue(
        kind=Kind.GOAL,
        weight=STRONG,
        phrases=listed("""
            success looks like, your goal is, your first goal, your first job is to, your first task is to, the goal is,
            first year goal*, you will be measured, measured by, measured on, success means, success will be measured,
            your target is, you will have succeeded, key result*, after a year, after one year, after six months, after
            three months, after 90 days, by year end, this year's goal, your first project, opening on time, is live by
        """),
        why="Words that name an outcome as one.",
    ),
)
