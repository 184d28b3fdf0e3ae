"""Words that tell what the person gets: pay and benefits."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, HEADING, PLAIN, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

OFFER: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(
            r"[£$€] ?\d{2,3}(?:[,.]\d{3}|k)\s*(?:-|–|to)\s*[£$€]? ?\d{2,3}(?:[,.]\d{3}|k)"
            r"|^(?:(?:the|our|your|base|starting) )*(?:salary(?! packaging| sacrifice)|pay|wage)\b.{0,20}[£$€] ?\d"
        ),
        why="Two amounts of thousands with a dash between them, or a salary with its amount.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(
            r"^[£$€] ?\d{2,3}(?:[,.]\d{3}|k)\s*(?:-|–|to)\s*[£$€]? ?\d{2,3}(?:[,.]\d{3}|k).{0,40}\ballowance\b"
        ),
        why="A range of thousands at the start, and an allowance beside it: `$98,000–$125,000, truck allowance`.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=FIRM,
        pattern=shape(
            r"\b(?:are|is) provided\b|\b(?:housing|meals?|uniforms?|lodging|board|ppe)\b.{0,30}\bprovided\b"
            r"|\b(?:one|two|three|\d) days? off (?:a|per|every) week\b|\b\d+ days?\b.{0,12}\bbank hols?\b"
            r"|\b\d+ days['’]? (?:of )?(?:paid |annual )?"
            r"(?:leave|hols?|holidays?|vacation|pto|off)\b"
            r"|^(?:\d+(?:\.\d)?|two|three|four|five|six) weeks['’]? (?:off|leave|hol(?:iday)?s?|vacation)\b"
            r"|\b(?:staff|free) meals?\b|\bhome every night\b"
            r"|\b(?:ok|okay|allowed|welcome|permitted|eligible)\b.{0,12}\bafter (?:\d|one|two|three|six|the first)"
        ),
        why="What is handed out, days off by number, meals, what is allowed from some day on.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=-(SURE + SURE),
        pattern=shape(
            r"\b(?:bills?|budget|spend(?:ing)?|costs?|revenues?|turnover|sales|debt|rent|losses)\b.{0,30}"
            r"\b(?:went|gone|goes|rose|risen|grew|grown|fell|fallen|doubled|up)\b.{0,20}[$£€] ?\d"
            r"|^(?!.*\b(?:salary|pay|wage|bonus)).*[$£€] ?\d[\d.,]* ?(?:m|mn|bn|million|billion)\b"
        ),
        why="`The power bill went from £41k to £93k a month`: what the employer pays, and to nobody who works there.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=-(FIRM + FIRM),
        pattern=shape(
            r"^(?!.*\b(?:salary(?! packaging| sacrifice)|wages?|(?:an|per) hour|per annum|gross)\b)"
            r"(?:(?:\d+|two|three|four|five|six) (?:days|weeks)['’]? (?:paid |annual )*"
            r"(?:off|leave|holidays?|vacation)\b"
            r"|salary (?:packaging|sacrifice)\b)"
        ),
        why="`6 weeks' leave, £600 for courses`: what begins with time off is no wage, whatever sums follow.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=HEADING,
        phrases=listed("""
            you have the opportunity, you have an opportunity, you have opportunities, you have every opportunity,
            you have the chance, you have a chance, you have the possibility, you have the option, you have the freedom,
            you have access to
        """),
        why="What somebody is given, though `you have` often asks for something.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG + FAINT,
        phrases=listed("""
            health insurance, medical insurance, life insurance, dental*, vision insurance, 401k, 401 k, pension*,
            rrsp, prsa, kiwisaver, superannuation, we put in, we match, we contribute, paid time off, pto,
            paid vacation, vacation days, vacation time, days of vacation, weeks of
            vacation, weeks vacation, weeks holiday, weeks' holiday, days off paid, weeks off paid,
            annual leave, days holiday, days' holiday, days annual leave, bank holidays,
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
            laptop of your choice, conference budget, holiday allowance, unlimited vacation, unlimited holiday,
            towards moving, toward moving, towards relocation, toward relocation, towards your move, put you up,
            rsu, rsus, bupa, salary packaging, salary sacrifice, lgps
        """),
        why="What people get besides pay; classes and names as postings use them.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=0,
        phrases=listed("""
            benefits all, benefits from, benefits our, benefits the, benefits everyone, that benefits, plus benefits,
            employee benefits has, hr and benefits, benefits team, benefits administration, benefits enrollment,
            benefits data, payroll and benefits, benefits programs, benefits vendors, benefits providers,
            dental practice*, dental clinic*, dental office*, dental surger*, dental nurs*, dental hygien*,
            dental assistant*, dental technician*, dental team*, dental work
        """),
        why="`Benefit` as a verb, as an aside of the pay, as a trade; listed only to hide the shorter phrase.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG,
        phrases=listed("""
            we offer, we provide, you will receive, you'll receive, you get, you'll get, we pay for,
            we'll pay for, we will pay for, we cover, we
            reimburse, benefits include, perks include, in return, perks, benefits, tuition, we give you, on offer,
            reimbursement, opportunity to learn, you will be offered, we'll provide, we support your, chance to work,
            vacation, holidays, allowance, discounts, paid parking, mentorship, mentoring program, career growth,
            growth opportunities, development opportunities, public transport, flexible schedule,
            flexible working
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
        kind=Kind.BENEFIT,
        weight=STRONG,
        pattern=shape(r"^(?:[\w-]+ ){0,3}earning potential\W*$"),
        why="`Unlimited earning potential!` by itself.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(r"^(?:[$£€]? ?\d{2,3} ?(?:-|–|to) ?\d{2,3} ?k\b|(?:ctc|package)\b.{0,4}\d)"),
        why="`85-98k depending on ports`, `CTC: 6 LPA`: nothing else is written so.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=SURE + PLAIN,
        pattern=shape(
            r"^(?:raise|collect|save|manage|spend|control|win|close|sell) (?:up to |over |around )?[$£€] ?\d"
        ),
        why="`Raise $900,000 annually from foundations`: money that somebody handles is no wage.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM + FIRM,
        pattern=shape(
            r"^(?=.*(?:[$£€₹]\s?[\d*]|\b(?:cad|usd|gbp|eur|amd|aud|inr|chf|dkk|sek|nok|isk|pln|czk|huf|nzd|zar|sgd|hkd"
            r"|mxn|brl)\b\s?[\d*]|[\d*]\s?k?\s?(?:cad|usd|gbp|eur|amd|chf|dkk|sek|nok|isk|pln|czk|huf|nzd|zar|sgd|hkd"
            r"|mxn|brl|dollars|euros|pounds)\b|[\d*]\s?k?\s?[€£]|\b\d{2,3}\s?k\b"
            r"(?! [a-z]+s (?:an?|per|every)\b| (?:followers|subscribers|users|members|visitors|views|readers|fans)\b)))"
            r"(?=.*(?:\b(?:salary|salaries|wage|wages|pay|pays|paid|compensation|remuneration|ote|basic|earn"
            r"|earnings|base|stipend|rate|honorarium|gross|net)\b"
            r"|(?:/|\bper |\ban? )\s?(?:hour|hr|h|year|yr|annum|month|week|wk|day|word|task)\b|\bp\.?a\b"
            r"|\b(?:is|are|be|starts?|you['’]re) on [$£€]|\bp\.?h\b|\bhourly\b|\bannually\b|\bmonthly\b"
            r"|\bweekly\b|\bper annum\b))"
        ),
        why="An amount of money together with a word of pay or a pay period.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=STRONG,
        pattern=shape(
            r"^\W*(?:up to |from |starting from |minimum |starting at )?(?:cad|usd|gbp|eur|ca|us"
            r"|c)?\s?[$£€]\s?[\d*,.]+\s?[k+]?\b(?:\s?(?:-|–|—|to)\s?[$£€]?\s?[\d*,.]+\s?[k+]?)?(?: (?:cad|usd"
            r"|gbp|eur))?\b.{0,25}$"
        ),
        why="A line that is little else than an amount or a range of money.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM,
        pattern=re.compile(r"\bM(?:PS|PR|[1-6]) ?(?:/|-|–|to) ?(?:UPS|UPR|M6|U[1-3])\b"),
        why="`MPS/UPS`: the pay scales of teachers in England.",
    ),
    Cue(
        kind=Kind.PAY,
        weight=FIRM,
        phrases=listed("""
            salary available on application, salary on application, competitive salary, competitive pay,
            competitive wage*, competitive compensation, competitive
            remuneration, competitive rate*, attractive salary, excellent salary, generous salary, competitive basic,
            salary commensurate, commensurate with experience, salary negotiable, final offer, offer amounts, rates
            may, rates vary, higher rates, lower rates, incentive payments, payment terms, rates based on, pay rates,
            exact rate, negotiable salary, salary depend*, salary range, pay range, pay rate, hourly rate, base
            salary, salary will be, salary is, annual salary, monthly salary, starting salary, salary based on, pay
            is, rate of pay, compensation package, salary package, uncapped commission, commission structure,
            performance bonus, annual bonus, signing bonus, sign on bonus, quarterly bonus, referral bonus, retention
            bonus, base pay, salary dependent, salary band, pay band, pay grade, salary scale, salary review, paid
            internship, paid position, unpaid, minimum wage, time and a half, shift premium, night premium, tips,
            gratuities, overtime pay, overtime after, ot after, ot over, ote, bonus scheme, bonus plan,
            bonus structure, discretionary bonus,
            remuneration package, compensation is, compensation will, compensation range, overtime rate, exact
            compensation, mileage rate, commission on, paid per, paid hourly, plus commission, plus bonus, plus tips,
            profit share
        """),
        why="What is said of pay with or without a figure; whether it is hollow, the guide says.",
    ),
    Cue(
        kind=Kind.PAY,
        weight=-(FIRM + FIRM),
        phrases=listed("""
            learning budget, training budget, home office budget, conference budget, professional development budget,
            bill, bills, spend, allowance, wellness allowance, car allowance, home office allowance, holiday
            allowance, reimbursement,
            tuition reimbursement, tuition assistance, tuition*, for training,
            towards training, toward training, for courses, for books, for
            equipment, for education, quota*, revenue*, budget*, turnover, portfolio, arr, in sales, sales of, sales
            target*, book of business, assets under, deal size, deals, contracts worth, funding, raised, series a,
            series b, series c, valuation, million, billion, clients worth, accounts payable, accounts receivable,
            payroll, invoices, ad spend, spend, transactions, p&l, profit and loss, in assets, grants, donations,
            insured, liability, fine of, claims, premiums, projects worth, worth of, credit, costing us, costs us,
            cost us, towards moving, toward moving, towards relocation, toward relocation, towards your move
        """),
        why="Money that the person handles or the company makes, not what the job pays.",
    ),
)
