"""What postings say in the place of pay."""

from __future__ import annotations

import re

from unbland.core.guide.words.listed import listed

_PRAISE = listed("""
    competitive, attractive, excellent, great, generous, market leading, above average, good, lucrative, fantastic,
    rewarding, superb, very competitive, highly competitive, exceptional, outstanding, top, industry leading, market
    related, market aligned, market competitive, negotiable
""")
_NAMES = listed("""
    salary, salaries, pay, compensation, compensation package, remuneration, wage, wages, rate, rates, package, base
    salary, remuneration package, salary package, basic salary, pay rates, rates of pay, starting salary, earnings
""")
#: Names that praise alone hides nothing of: "top rates for parking", "a good package".
_LOOSE = frozenset({("good", "pay"), ("good", "rate"), ("good", "rates"), ("good", "package"), ("top", "rate")})

#: A word for pay that says nothing of it.
NO_PAY = (
    *(f"{praise} {noun}" for praise in _PRAISE for noun in _NAMES if (praise, noun) not in _LOOSE),
    *listed("""
        competitive base, competitive basic, salary negotiable, salary is negotiable, salary: negotiable, pay
        negotiable, negotiable pay scale, market rate, market rates, market salary, salary to be discussed, salary to
        be confirmed, salary tbc, salary tbd, salary tba, salary: tbc, salary: tbd, salary: tba, salary: competitive,
        salary: attractive, salary: market rate, salary competitive, salary is competitive, salary on application,
        salary upon application, salary will be discussed, salary discussed at interview, pay to be discussed,
        compensation to be discussed, remuneration to be discussed, salary open, salary commensurate, remuneration
        commensurate, compensation commensurate, pay commensurate, to be negotiated, attractive commission structure,
        salary in line with market
    """),
)

#: What an amount beside it makes true.
NO_PAY_LEAVES = ("great rates for", "top rates for", "competitive rates for customers")

_TIES = listed("""
    depending on, depends on, dependent on, dependant on, based on, commensurate with, according to, in line with,
    dependent upon, dependant upon, depending upon, based upon, increasing with, aligned with, subject to, depend on
""")
_TIED_TO = listed("""
    experience, your experience, qualifications, qualifications and experience, experience and qualifications, skills
    and experience, experience and skills, candidate experience, skills, your skills, skill level, background,
    background and experience, level of experience, years of experience, previous experience, relevant experience,
    ability, candidate, the candidate, your level, your background, skills and competencies, a number of factors,
    various factors
""")

#: What moves a person within a range, left unnamed.
DEPENDS = (*(f"{tie} {what}" for tie in _TIES for what in _TIED_TO), "doe", "d.o.e", "dpe", "negotiable depending on")

#: Money without a figure.
BAIT = listed("""
    unlimited earning potential, earn unlimited, unlimited earnings potential, unlimited earnings, unlimited income,
    unlimited income
    potential, unlimited ote, unlimited commission, uncapped earning potential, uncapped earnings, uncapped earnings
    potential, limitless earning potential, limitless earnings, six figure earning potential, six figure earnings, six
    figure income, six figure potential, high earning potential, huge earning potential, massive earning potential,
    excellent earning potential, great earning potential, fantastic earning potential, earning potential, earn what
    you are worth, earn what you're worth, get paid what you're worth, sky high earnings, be your own boss, no cap on
    earnings, no limit to your earnings, no limit on your earnings, financial freedom, money is no object, exceptional
    ote, realistic ote
""")

FIGURE = re.compile(r"\d")
