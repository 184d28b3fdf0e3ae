"""Words that make a claim, by class: a line may have one only where a cited source has one of the same group."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.guard.model import ViolationClass
from unbland.core.language.words import stem

#: A group is one claim, worded in several ways; phrases are parted by commas and found by their stems, one with `=`
#: before it only as it is written. The groups come from the perks, asks and promises that postings name most often.

#: What a posting offers beside pay.
_BENEFITS = """
dental, dentist
vision, optical, eyecare, glasses
health insurance, medical, health plan, health cover, healthcare plan, health care plan, health benefit, =bupa
life insurance, life and, death in service
disability
pension, retirement, 401, rrsp, superannuation
vacation, holiday, annual leave, time off, pto, paid leave, days off, weekend off, weekends off, weeks in
parental, maternity, paternity
sick leave, sick day, sick pay
car, vehicle, van
phone, mobile, cellphone
laptop, computer, tablet, macbook
remote, work from home, working from home, telework, =at home, from home, hybrid, anywhere
flexible hour, flexible schedule, flexible work, flexitime, flextime, flexibility
four day week, compressed
meal, lunch, breakfast, snack, food at work, coffee, fruit, canteen
parking
childcare, daycare, nursery
gym, fitness, yoga, sport
=wellness, wellbeing, mental health, assistance program, counseling
course, training budget, learning budget, conference, tuition, education budget, books, bootcamp
relocation, relocate, moving cost
visa, sponsorship, work permit
discount
transit, commuter, travel pass, mileage, a mile, per mile, bike, bicycle
fuel card
uniform, gear, workwear, clothing, boots
tools paid, tools up, tool allowance, tools
paid break, breaks are paid, breaks paid
sabbatical, volunteer day
mentor, mentorship, coaching
career path, promotion, advancement, career growth, career development, =progression
party, retreat, team event, outing
home office, stipend
insurance
paid time, fully paid, paid training, =paid weeks, =paid week
"""
#: What is paid, and what is said in praise of it.
_PAY = """
salary, wage, pay range, payscale, remuneration, compensation
competitive, attractive, generous, =pay well, =well paid, above market, market rate, market leading, top pay, lucrative
commission
bonus, incentive, profit share
premium, shift allowance, night differential
overtime
equity, stock, share option, =shares, options
tip, gratuity
raise, pay rise, pay increase, salary review
signing
"""
#: What a posting asks for.
_REQUIREMENTS = """
degree, bachelor, bsc, graduate, university
master's, msc, =mba, phd, doctorate, postgraduate
diploma, college, high school, ged
certificate, certification, certified, cert
license, licence, licensed
driver, driving
clearance, vetting, security check
background check, criminal record, dbs, police check
drug test, drug screen
first aid, cpr
passport, citizen, citizenship, work authorization, authorized to work, right to work
fluent, fluency, native, bilingual, mother tongue
expert, expertise, advanced, mastery, deep
proven, track record
experience
physically, lift, stamina, standing
travel, travelling
weekend work, work weekends, night shift, work nights
vaccine, vaccination
reference
portfolio of work
deadline, multitask, pressure
communication skill, interpersonal, team player, self starter, attention to detail, organizational skill
leadership, people management, line management
"""
#: Why a post is open.
_REASONS = """
grow, growth, growing, expand, expansion, scale up, scaling, scale, rapid
=left, resign, quit, departure, =depart, =departs, =departed, turnover, attrition, leaver, vacant, vacancy
retire, retirement
promoted, promotion
maternity, parental leave, sabbatical, secondment
funding, investment, investor, raised, series a, series b, venture, ipo
new market, new region, new country, enter new, entering new, international expansion
launch, new product, new line
new customer, new client, contract, won, sign
replace, replacement, backfill
restructure, reorganization, merger, merge, acquisition, acquire
demand, workload, backlog, busy season
new position, newly created, new role
strategic, transformation
"""
#: Ranks.
_SENIORITY = """
senior, sr
junior, jr, entry level, trainee
principal
=leader, =leaders, team lead, shift lead
head, =chief, vp, vice president
director
=executive, =executives
=manager, =managers
supervisor, foreman, superintendent
sous chef
expert, veteran, seasoned
intermediate, mid level
=associate, =associates
=intern, =interns, internship
"""
#: Praise that no reader can check.
_PUFFERY = """
=best, =best-loved, finest, top rated, top tier, top notch, top talent
=greatest, premier, elite, first class, best in class, second to none
leading, leader in, market leader, number one
world class, worldclass, global leader, state of the art, cutting edge, bleeding edge, innovative, groundbreaking
award winning, award, acclaimed, renowned, prestigious, reputable, celebrated, famous, beloved
fastest, largest, biggest, smartest, strongest, oldest, newest, highest, =most, =fastest-growing
excellent, =exceptional, =exceptionally, outstanding, amazing, incredible, awesome, fantastic
superb, unparalleled, extraordinary
exciting, thrilling, dynamic, vibrant, fast paced
passionate, passion
great, perfect, ideal opportunity, dream, unique, rare
trusted, respected, loved
successful, thriving, flourishing
rock star, rockstar, ninja, guru, wizard, superstar, talented, hero
family, like family
unmatched, unrivalled, unbeatable
high quality, quality
modern, beautiful, stunning
inclusive, diverse, supportive, friendly, collaborative, caring
"""
#: What has a meaning in law.
_LEGAL = """
equal opportunity, equal employment
without regard, regardless of
race, religion, color, gender, sex, sexual, orientation, disability, veteran status, national origin, ethnicity
accommodation, accommodate
at will
background check, criminal record, dbs, police check, basic check
drug test
privacy, gdpr, personal data
artificial intelligence, automated decision
vacancy, existing vacancy
confidential, nda, non compete, noncompete
permanent, fixed term, temporary, contract
full time, part time, freelance, self employed
probation
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One claim in all its wordings."""

    class_: ViolationClass
    #: Stems in a row, between spaces.
    stems: tuple[str, ...]
    #: Words in a row as written in lower case, between spaces.
    plain: tuple[str, ...]


def _groups(class_: ViolationClass, table: str) -> tuple[Group, ...]:
    return tuple(_group(class_, line.split(", ")) for line in table.strip().splitlines())


def _group(class_: ViolationClass, phrases: list[str]) -> Group:
    return Group(
        class_=class_,
        stems=tuple(f" {' '.join(map(stem, phrase.split()))} " for phrase in phrases if phrase[0] != "="),
        plain=tuple(f" {phrase[1:].replace('-', ' ')} " for phrase in phrases if phrase[0] == "="),
    )


CLAIMS = (
    *_groups(ViolationClass.BENEFIT, _BENEFITS),
    *_groups(ViolationClass.PAY, _PAY),
    *_groups(ViolationClass.REQUIREMENT, _REQUIREMENTS),
    *_groups(ViolationClass.REASON, _REASONS),
    *_groups(ViolationClass.SENIORITY, _SENIORITY),
    *_groups(ViolationClass.PUFFERY, _PUFFERY),
    *_groups(ViolationClass.LEGAL, _LEGAL),
)
