"""What postings say in the place of benefits."""

from __future__ import annotations

import re

from unbland.core.guide.words.listed import listed

_PRAISE = listed("""
    great, excellent, competitive, comprehensive, generous, attractive, fantastic, outstanding, full, good, extensive,
    company, other, industry leading, amazing, superb, exceptional, usual company, lucrative, top notch, first class,
    best in class, market leading, competitive company, great company, excellent company, standard company, rich,
    robust, strong, unbeatable, cool, awesome
""")
_BENEFITS = (
    "benefits",
    "benefits package",
    "benefit package",
    "benefits packages",
    "benefits program",
    "perks",
    "benefits scheme",
)

#: Praise in the place of a benefit.
HOLLOW = (
    *(f"{praise} {noun}" for praise in _PRAISE for noun in _BENEFITS),
    *listed("""
        benefits package, and benefits package, plus benefits, wide range of benefits, usual benefits, all the usual
        benefits, standard benefits, fun perks, perks galore, lots of perks, loads of perks, tons of perks, great team,
        fun team, fantastic team, great colleagues, nice colleagues, flat hierarchies, flat hierarchy,
        good atmosphere, great team atmosphere, friendly team atmosphere, fantastic atmosphere, pleasant atmosphere,
        good working atmosphere, great working atmosphere,
        pleasant working atmosphere, collaborative work environment, inclusive work environment,
        collaborative and inclusive work environment, supportive work environment,
        friendly work environment, positive work environment, supportive leadership, supportive management
    """),
)

#: Praise of a thing that has a figure.
_COUNTED = listed("""
    pension, pension scheme, pension plan, holiday, holidays, holiday allowance, holiday entitlement, annual leave,
    leave, paid leave, paid time off, pto, time off, vacation, bonus, bonuses, bonus scheme, bonus structure,
    bonus plan, annual bonus, commission, commission scheme, commission structure, discount, discounts, staff
    discount, staff discounts
""")
PRAISED = tuple(
    f"{praise} {noun}"
    for praise in listed(
        "great, excellent, generous, attractive, fantastic, amazing, competitive, good, superb, lucrative"
    )
    for noun in _COUNTED
    if (praise, noun) != ("attractive", "commission structure")  # pay.competitive has it
)

#: What comes after a hollow phrase that does name them.
_NAMED = (" including", " includes", " include", " such as", " that include", " (", ":")

HOLLOW_LEAVES = (
    *(f"{hollow}{named}" for hollow in HOLLOW for named in _NAMED),
    *(f"{praise} team {event}" for praise in ("great", "fun", "fantastic") for event in ("lunch", "lunches", "events")),
)

#: A list that pretends to go on.
AND_MORE = listed("""
    and more, and much more, and many more, and tons more, and lots more, and loads more, plus more, plus much more,
    plus lots more, etc, etcetera, and so on, and others, and other benefits, and other perks, and various other, and
    many other benefits, plus other benefits, many other benefits, amongst others, among others, amongst other things,
    among other things, to name a few, to name but a few, and the list goes on, you name it
""")

#: A future that is promised to everybody.
PROMISES = listed("""
    career progression, career development, career development opportunities, career advancement, career growth,
    career growth opportunities, career opportunities, career prospects, excellent career prospects, growth
    opportunities, development opportunities, advancement opportunities, opportunities for growth, opportunities for
    advancement, opportunities for development, opportunities to grow, opportunities to learn, opportunity to grow,
    opportunity to learn, opportunity for growth, opportunity for advancement, opportunity to develop, room to grow,
    room for growth, room for advancement, plenty of room, professional growth, personal growth, professional
    development, personal development, personal and professional growth, personal and professional development,
    professional and personal growth, learn and grow, grow and develop, learn and develop, grow with us, grow your
    career, progress your career, progression opportunities, clear career path, work life balance, great work life
    balance, good work life balance, excellent work life balance, healthy work life balance, excellent working
    conditions, great working conditions, good working conditions, range of benefits, job satisfaction, unlimited
    opportunities, the chance to grow, develop your skills, grow professionally
""")

#: Play in the place of pay.
FUN = listed("""
    ping pong, ping pong table, table tennis, foosball, table football, pool table, game room, games room, nap pods,
    bean bags, beanbags, slide in the office, pizza, pizza fridays, pizza parties, free pizza, beer, beers, friday
    beers, beer fridays, free beer, beer fridge, beer o'clock, beer o`clock, happy hours, happy hour, keg, kegs,
    kegerator, fun culture, fun atmosphere, fun office, fun activities, fun events, great atmosphere, dress down
    friday, casual fridays, casual dress, casual dress code, birthday cake, company swag, cool swag, swag, free snacks
    and drinks, unlimited snacks, unlimited coffee
""")

#: What makes a promise a fact: somebody pays for it, or it has a day.
PROVED = re.compile(
    r"\b(?:budget|allowance|stipend|funded|sponsor\w*|tuition|courses?|includ\w+|certif\w+|mentor\w*|reimburs\w*|fridays?|promoted)\b",
    re.IGNORECASE,
)
