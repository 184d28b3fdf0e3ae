"""Words of demands that nobody may overlook: degrees, licences, years of experience, what says that it is a must."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

_NUMBER = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several)\b)"

#: Evidence that nobody may overlook: whoever loses such a line has lost a must-have. A line with any of it is
#: never noise, boilerplate or company. Also where a comma may part two requirements (`…'s degree, MBA preferred`).
HARD: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.REQUIREMENT,
        weight=CERTAIN,
        pattern=shape(
            r"\bbut you (?:will |do )?need (?:an?|to (?:be|have|hold))\b[^.;]{0,60}"
            r"(?:licen[cs]e|card|ticket|certificate|\d\d\+)"
        ),
        why="`We train you at £12 an hour, but you need a car licence`: what one brings, whatever else is told.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=FIRM,
        pattern=re.compile(r"^[A-Z]{2,6} (?:registered|registration|certified|qualified|licensed)\b|\bGED\b"),
        why="`GDC registered`: with the body that its trade goes by; `GED`, as no Ged is written.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=FIRM,
        pattern=shape(
            rf"{_NUMBER}\W{{0,4}}(?:\+|plus|or more)?\)?\W{{0,3}}(?:years?|yrs?"
            rf"|months)['’]?\b.{{0,50}}\b(?:experience|background|practice|qualified)\b|years behind you\b"
            rf"|\bexperience\b.{{0,30}}{_NUMBER}\+? ?(?:years|yrs)"
            r"|^(?:at least |minimum (?:of )?)?\d+\+? ?(?:-|–|to)? ?\d* ?(?:years|yrs)\b"
            r"|^(?:at least )?(?:one|two|three|four|five|six) years? (?:in|on|as|at|with|of) an?\b"
        ),
        why="Years of experience.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=FIRM,
        pattern=shape(
            r"^[^.!?]{0,80}\b(?<!that are )(?<!who are )"
            r"(?:(?:looking|searching) for|seeking|in search of|in need of)\b[^.!?;]{3,90}?"
            r"\b(?:who(?:['’](?:s|ve))?(?: (?:also|already|both))?"
            r" (?:has|have|is|are|can|holds?|knows?|speaks?|lives? and breathes?|understands?)"
            r"|with (?:(?:an?|some|strong|solid|proven|good|excellent|deep|relevant|previous|prior) ){0,3}"
            r"(?:experience|background|knowledge|understanding|skills|track record|degree|qualification))\b"
        ),
        why="`We are looking for a cook who can …`: what stands behind the trade is asked for.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        phrases=listed("""
            bachelor*, high school diploma, high school graduate, certified in, is certified, be certified, is
            essential, are essential, this role requires, the role requires, position requires, job requires, chartered
            accountant, chartered engineer, chartered status, master's, masters degree, mba, phd, ph.d*, doctorate*,
            degree in, university degree, college degree, college diploma, degree level, a degree, degree or, degree
            educated, diploma*, a levels, gcse*, nvq*, apprenticeship completed, certificate, certificates,
            certification*, licence*, license, licenses, licensed, licensure, driver's, driving licence, forklift
            ticket, red seal, journeyman, cpa, acca, cfa, pmp, registered nurse, rn, nmc registration, registration
            with, registered with, fluent, fluency, native speaker*, bilingual, security clearance, bsc, msc, b.s*,
            m.s., ba in, ma in, undergraduate degree, postgraduate, graduate degree, qualified teacher, first aid
            certificate, cpr, felony*, felonies, convictions, criminal record, background check, drug screen*, twic,
            pvg*, food handler*, class 1, class a, g licence, cdl, ielts, toefl, b2, c1, smart serve, degree, qualified
            in, years' experience, years experience, years of experience
        """),
        why="Degrees, licences, certificates, languages.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        phrases=listed("""
            must, must have, must be, required, is required, are required, mandatory, a minimum of, minimum of, minimum,
            prerequisite, deal breaker, at a minimum, non negotiable, you will need, you'll need, needs to have, is a
            must, is a condition of, required skills, required qualifications, compulsory, should have, candidates
            should, you should, we ask for, can't do without, have to be able to
        """),
        why="Says by itself that it is needed.",
    ),
)
