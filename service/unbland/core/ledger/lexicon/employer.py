"""Words that tell what the employer says of itself and why it hires."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, PLAIN, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

EMPLOYER: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.REASON,
        weight=FIRM,
        phrases=listed("""
            due to growth, due to continued growth, due to the continued growth, due to expansion, due to continued
            expansion, due to an internal promotion, due to retirement, because we need, because we are, because our,
            newly created, new position created, this role exists, this job exists, position exists, the reason we are
            hiring, backfill, maternity cover, maternity leave, parental leave cover, will replace, you'll replace,
            moving to our, to replace, replaces, replacing, is leaving, has left, is retiring, retires in, we are
            hiring because, we're hiring because, we need someone, we need somebody, we are opening, we're opening, we
            just opened, we have opened, we opened, we have won, we won, we just won, we've won, we lost, we have
            lost, we've lost, we've opened, we outgrew, we have outgrown, we've outgrown, to keep up with demand, to
            meet demand, to meet growing demand, following the promotion, following the departure, following the
            retirement, we have doubled, we've doubled, we doubled, as we expand into, as we launch, we are launching,
            we're launching, are adding a, we took over, we are moving, we're moving, is moving on, was promoted, has
            been promoted, now need*, to fill the gap, left unfilled, we raised, this vacancy arose, has arisen,
            following our move, second shift opens
        """),
        why="Says what happened or what must be solved: growth, departure, a won contract, a gap.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=PLAIN,
        pattern=shape(
            r"\b(we|our|team|company|business|clinic|school|shop|plant)\b.{0,60}\b(so (that )?we|so that"
            r"|which is why|that is why|that's why|but nobody|but no one|and nobody|can no longer)\b"
        ),
        why="A cause about us joined to what is needed.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=shape(
            r"\bdue to\b.{0,40}\b(growth|expansion|demand|promotion|retirement|departure|success|restructure)\b"
        ),
        why="`Due to further expansion`: the cause that postings name most.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=PLAIN,
        pattern=shape(
            r"\b(our|the|we|we're|company|team)\b.{0,30}\b(grew|(is|are|'re) (rapidly |quickly "
            r"|fast )?growing|is expanding|are expanding|(has|have) grown|(has|have) expanded)\b"
        ),
        why="Growth is a reason, though a thin one.",
    ),
    Cue(
        kind=Kind.COMPANY,
        weight=STRONG,
        phrases=listed("""
            founded in, founded by, established in, was founded, was established, headquartered, our mission, our
            vision, our values, our story, our culture, our customers are, our clients include, our customers include,
            our clients are, is a leading, is the leading, is one of the, non profit, nonprofit, registered charity,
            family owned, privately held, publicly traded, listed on the, subsidiary of, backed by, offices in, with
            offices, our products, our platform, who we are, we are proud, we pride ourselves, we believe, employees
            worldwide, employees across, has been serving, serving customers, is committed to, we offer our customers,
            we offer our clients, we provide our customers, we provide our clients, we are committed to, is dedicated
            to, is a global, is an international, is a provider, provider of, market leader*, world leader*, fortune
            500, was created, specialises in, specializes in, our investors, our company, award winning, our history,
            as a company, a proud member, our headquarters, our technology stack, our tech stack, our work, we've
            built, our team is, our team consists
        """),
        why="Where it comes from, what it makes, for whom, what it holds dear.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=STRONG,
        pattern=re.compile(
            r"^(?!(This|The (role|position|job|ideal|successful|candidate|incumbent|post)|It|There|That|You"
            r"|An|A|Salary|Pay|If|What|Who|Your|English)\b)"
            r"(?:The )?[A-Z0-9][\w&.'’®™-]*(?: [\w&.,'’()®™-]+){0,6}? (is|are|was) (an?|the|one of|your"
            r"|committed|dedicated|home|part of|based)\b"
        ),
        why="`Northlane is a freight broker`: a name, and what it is.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=PLAIN,
        pattern=shape(r"^(?:(?:at|here at) [\w&.' ]+, )?(we|our|we're|we've|since \d{4})\b"),
        why="The employer speaks of itself.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FAINT,
        pattern=shape(r"\b(we|our|us|company|organi[sz]ation|firm|client is|my client|clinic's|inc|ltd|llc|gmbh)\b"),
        why="Speaks of the employer somewhere.",
    ),
    Cue(
        kind=Kind.COMPANY,
        weight=PLAIN,
        phrases=listed("""
            we are looking for, we're looking for, is looking for, is seeking, we are seeking, seeks a, seeks an, we
            seek, is currently seeking, are currently looking, currently recruiting, is recruiting, we are hiring,
            we're hiring, join our, seeks to fill, is currently looking, join the team, my client, our client, are
            looking to recruit, we are searching
        """),
        why="`We are looking for a …` states only that there is a job; it belongs to no other kind.",
    ),
)

OFFER: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG + FAINT,
        phrases=listed("""
            health insurance, medical insurance, life insurance, dental*, vision insurance, 401k, 401 k, pension*,
            rrsp, paid time off, pto, paid vacation, vacation days, vacation time, days of vacation, weeks of
            vacation, weeks vacation, annual leave, days holiday, days' holiday, days annual leave, bank holidays,
            paid holidays, paid leave, parental leave, maternity pay, sick days, sick leave, sick pay, profit sharing,
            stock options, share options, equity package, employee discount*, staff discount*, gym membership,
            wellness allowance, wellness program*, tuition reimbursement, tuition assistance, employee assistance,
            free parking, on site parking, free lunch*, free meals, free snacks, company car, car allowance, company
            phone, company laptop, home office allowance, home office budget, home office stipend, training budget,
            learning budget, cycle to work, season ticket loan, commuter benefit*, transit pass, childcare, relocation
            assistance, relocation package, relocation support, extended health, benefits package, great benefits,
            excellent benefits, competitive benefits, comprehensive benefits, full benefits, flexible benefits,
            employee benefits package, group benefits, meal vouchers, lunch vouchers, private healthcare, private
            medical, death in service, life assurance, days off, summer fridays, team events, company events, social
            events, paid training, professional development budget, opportunities for growth, career development,
            career progression, opportunity for advancement, room to grow, flexible working hours, flexible hours,
            matched to, employer match, work life balance, uniform provided, free coffee, fresh fruit, staff meals,
            shift meals, hsa, fsa, disability insurance, employer paid, company paid, paid breaks, paid volunteer*,
            sabbatical, birthday off, pet friendly, paid weekly, tools provided, van provided, company van, fuel card,
            laptop of your choice, conference budget, holiday allowance, unlimited vacation, unlimited holiday
        """),
        why="What people get besides pay; classes and names as postings use them.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG,
        phrases=listed("""
            we offer, we provide, you will receive, you'll receive, you get, you'll get, we pay for, we cover, we
            reimburse, benefits include, perks include, in return, perks, benefits, tuition, we give you, on offer,
            reimbursement, opportunity to learn, you will be offered, we'll provide, we support your, chance to work,
            vacation, holidays, allowance, discounts, paid parking, mentorship, mentoring program, career growth,
            growth opportunities, development opportunities, friendly team, flexible schedule, flexible working
        """),
        why="Words of offering; they need company from the heading or a second cue to outweigh a requirement.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=PLAIN,
        pattern=shape(
            r"^(competitive|generous|comprehensive|flexible|free|paid|subsidi[sz]ed|discounted|access to"
            r"|opportunity to|opportunities)\b"
        ),
        why="How lines of an offer begin.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM + FIRM,
        pattern=shape(
            r"^(?=.*(?:[$£€₹]\s?[\d*]|\b(?:cad|usd|gbp|eur|amd|aud|inr|chf)\b\s?[\d*]|[\d*]\s?k?\s?(?:cad|usd"
            r"|gbp|eur|amd|dollars|euros|pounds)\b|\b\d{2,3}\s?k\b))"
            r"(?=.*(?:\b(?:salary|salaries|wage|wages|pay|pays|paid|compensation|remuneration|ote|basic|earn"
            r"|earnings|base|stipend|rate|honorarium|gross|net)\b"
            r"|(?:/|\bper |\ban? )\s?(?:hour|hr|h|year|yr|annum|month|week|wk|day|word|task)\b|\bp\.?a\b"
            r"|\bp\.?h\b|\bhourly\b|\bannually\b|\bmonthly\b|\bweekly\b|\bper annum\b))"
        ),
        why="An amount of money together with a word of pay or a pay period.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=STRONG,
        pattern=shape(
            r"^\W*(?:up to |from |minimum |starting at )?(?:cad|usd|gbp|eur|ca|us"
            r"|c)?\s?[$£€]\s?[\d*,.]+\s?[k+]?\b(?:\s?(?:-|–|—|to)\s?[$£€]?\s?[\d*,.]+\s?[k+]?)?(?: (?:cad|usd"
            r"|gbp|eur))?\b.{0,25}$"
        ),
        why="A line that is little else than an amount or a range of money.",
    ),
    Cue(
        kind=Kind.PAY,
        weight=FIRM,
        phrases=listed("""
            competitive salary, competitive pay, competitive wage*, competitive compensation, competitive
            remuneration, competitive rate*, attractive salary, excellent salary, generous salary, competitive basic,
            salary commensurate, commensurate with experience, salary negotiable, negotiable salary, salary depend*,
            salary range, pay range, pay rate, hourly rate, base salary, salary will be, salary is, annual salary,
            monthly salary, starting salary, salary based on, pay is, rate of pay, compensation package, salary
            package, uncapped commission, commission structure, performance bonus, annual bonus, signing bonus, sign
            on bonus, quarterly bonus, referral bonus, retention bonus, base pay, salary dependent, salary band, pay
            band, pay grade, salary scale, salary review, paid internship, paid position, unpaid, minimum wage, time
            and a half, shift premium, night premium, tips, gratuities, overtime pay, ote, bonus scheme, bonus plan,
            bonus structure, discretionary bonus, remuneration package, compensation is, compensation will,
            compensation range, overtime rate, exact compensation, mileage rate, commission on, paid per, paid hourly,
            plus commission, plus bonus, plus tips, profit share
        """),
        why="What is said of pay with or without a figure; whether it is hollow, the guide says.",
    ),
    Cue(
        kind=Kind.PAY,
        weight=-(FIRM + FIRM),
        phrases=listed("""
            learning budget, training budget, home office budget, conference budget, professional development budget,
            allowance, wellness allowance, car allowance, home office allowance, holiday allowance, reimbursement,
            tuition reimbursement, quota*, revenue*, budget*, turnover, portfolio, arr, in sales, sales of, sales
            target*, book of business, assets under, deal size, deals, contracts worth, funding, raised, series a,
            series b, series c, valuation, million, billion, clients worth, accounts payable, accounts receivable,
            payroll, invoices, ad spend, spend, transactions, p&l, profit and loss, in assets, grants, donations,
            insured, liability, fine of, claims, premiums, projects worth, worth of, credit
        """),
        why="Money that the person handles or the company makes, not what the job pays.",
    ),
)
