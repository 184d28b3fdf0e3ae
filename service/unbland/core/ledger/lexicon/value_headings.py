"""Headings over a value or two: pay, hours, place, whom one reports to, what the job is called.

The wordings were counted as those of the other headings, over some 2,500 postings of many trades.
"""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import FIRM, PLAIN, HeadingCue, listed
from unbland.core.ledger.model import Kind

VALUE_HEADINGS: tuple[HeadingCue, ...] = (
    HeadingCue(
        kind=Kind.PAY,
        phrases=listed("""
            compensation, salary, pay, wage, wages, remuneration, hourly rate, total rewards, earnings, package, shift
            differential*, shift premium*, night differential*, ^money$, ^the money$, ^band$, ^grade$, ^ctc$
        """),
    ),
    HeadingCue(
        kind=Kind.REPORTING,
        phrases=listed("""
            reports to, reporting to, report to, responsible to, accountable to, reporting line*, direct reports,
            reporting structure, ^supervision$, supervisor, line manager, department, ^dept, division, ^directorate$,
            ^service$, ^business unit$
        """),
    ),
    HeadingCue(
        kind=Kind.SCHEDULE,
        phrases=listed("""
            schedule, hours, working days, shift, shifts, start date*, ^required from$, ^required for$, duration, term,
            contract, employment type, flsa*, job type, type of employment, time type, working pattern, position type,
            appointment type, type of appointment, availability, travel, expected commitment, time commitment,
            ^commitment$, expected start, seniority, job level, job group, pay group, salary group, fte, ^when$,
            ^start$, ^season$, home time, ^openings$, number of openings, no of openings, number of vacancies, number of
            positions, no. of openings, no of positions, no. of positions, no of posts, no. of posts, notice period,
            positions available, vacancies available, ^union$, ^bargaining unit
        """),
    ),
    HeadingCue(
        # What the work is like, where its words speak for nothing nearer.
        kind=Kind.SCHEDULE,
        weight=PLAIN,
        phrases=listed("^work environment$, ^working environment$, ^working conditions$, ^work conditions$"),
    ),
    HeadingCue(
        kind=Kind.LOCATION,
        phrases=listed("""
            location*, telework*, place of work, where you'll work, where you will work, workplace, work model, remote
            type, duty station, ^country$, city, town, ^where$, ^base$, ^work arrangement$, ^work mode$, ^working
            model$, ^lanes$, ^territory$, ^patch$, ^facility$, ^office$, ^offices$, ^campus$, ^branch$, ^site$, ^depot$,
            ^standort$, ^ort$, ^lieu$
        """),
    ),
    HeadingCue(
        kind=Kind.TITLE,
        phrases=listed("""
            ^title$, job title, position title, role title, position name, title of assignment, title of the assignment,
            title of post, title of the post, title of position, title of the position, title of consultancy, title of
            the consultancy, assignment title, consultancy title, post title, ^class title$, ^classification title$
        """),
        weight=FIRM,
    ),
    HeadingCue(
        # Over several lines, what there is to do.
        kind=Kind.TITLE,
        phrases=listed("^position$, ^role$, ^vacancy$, ^job$, ^post$"),
    ),
)
