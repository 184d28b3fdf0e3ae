"""Words that tell what the job pays."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FIRM, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

#: Currencies as postings write them, without those that are words (`all`, `top`, `try`).
_CODES = "cad|usd|gbp|eur|amd|aud|inr|chf|dkk|sek|nok|isk|pln|czk|huf|nzd|zar|sgd|hkd|mxn|brl|aed|sar|qar|myr"

#: Fees of the person's that the employer pays up to a sum; `Training paid at £12 an hour` is a wage.
FEES = (
    r"^(?!.*\b(?:salary|wages?|(?:an|per) hour)\b)[^£$€]{0,60}"
    r"\b(?:fees?|memberships?|subscriptions?|courses?|exams?|registrations?|licen[cs]es?|tuition|tests?)"
    r" (?:(?:are|is|will be|fully) )*(?:paid|covered|reimbursed|refunded|met) (?:by us )?"
    r"(?:(?:for )?up to|to a limit of|to a maximum of|to the tune of) [£$€] ?\d"
)

PAY: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(
            r"^[£$€] ?\d{2,3},\d{3},? (?:rising|increasing|going up|moving|then|progressing)\b"
            r"|[£$€] ?\d{2,3}(?:[,.]\d{3}|k)\s*(?:-|–|to)\s*[£$€]? ?\d{2,3}(?:[,.]\d{3}|k)"
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
        kind=Kind.PAY,
        weight=-(SURE + SURE),
        pattern=shape(
            r"\b(?:bills?|budget|spend(?:ing)?|costs?|revenues?|turnover|sales|debt|rent|losses)\b.{0,30}"
            r"\b(?:went|gone|goes|rose|risen|grew|grown|fell|fallen|doubled|up)\b.{0,20}[$£€] ?\d"
            r"|^(?!.*\b(?:salary|pay|wage|bonus)).*[$£€] ?\d[\d.,]* ?(?:m|mn|bn|million|billion)\b"
            r"|\b(?:pay|pays|paid|paying) us\b"
        ),
        why="`The power bill went from £41k to £93k a month`: what the employer pays, and to nobody who works there.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=-(SURE + SURE),
        pattern=shape(
            r"^(?!.*\b(?:salary|wages?|pays?|paid|earn\w*|ote|commission|bonus)\b).*"
            r"\b(?:sales|order|purchas\w+|spend(?:ing)?|billing|invoice|export|import)"
            r" (?:volumes?|targets?|quotas?|values?)"
            r"(?: (?:of|is|are|about|around|approximately|approx\.?|roughly|up to|between|from|some|over))*:? "
            r"(?:[A-Z]{3} ?|[A-Z]{0,2}[$£€] ?)\d"
        ),
        why="`Responsible for a sales volume of $8,000 to $9,000 a month`: what is sold, and no wage.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=-(SURE + SURE),
        pattern=shape(FEES),
        why="`Your exam fees paid up to £900 a year`: what somebody has to pay, and gets back.",
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
    Shape(
        kind=Kind.PAY,
        weight=-(FIRM + FIRM),
        pattern=shape(
            r"^(?!.*\b(?:salary|pay|paid|wages?|earn\w*|rate|(?:an|per) hour|annum)\b)[^£$€]{0,60}"
            r"\b(?:live[- ]in (?:is |also )?(?:available|accommodation|option\w*|possible|rooms?)"
            r"|caravan|accommodation|rooms?|rent|lodgings?|housing|digs|parking|nursery|cr[eè]che)\b"
            r"[^£$€.;]{0,40}[£$€] ?\d"
        ),
        why="`Caravan on site £69.93 a week`: what is paid for a roof, and by whoever works there.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM,
        pattern=shape(
            r"^\W*(?:paye|umbrella|ltd|limited(?: company)?|cis)"
            r"(?:(?:,| or|/| and|\s&)+\s*(?:paye|umbrella|ltd|limited(?: company)?|cis)\b)+\W*$"
        ),
        why="`PAYE or Umbrella`: through whom agency workers in the United Kingdom are paid.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(
            r"^\W*\d{1,3}[,.]?\d{3}(?:\.\d\d)? ?(?:-|–|—|to) ?\d{1,3}[,.]?\d{3}(?:\.\d\d)? ?(?:/|per |an? )"
            r" ?(?:yr|year|annum|month)\b\W*$"
        ),
        why="`52,000 - 61,000 / yr`: nothing else is counted in thousands a year, and stands alone.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(
            r"^(?:[$£€]? ?\d{2,3} ?(?:-|–|to) ?\d{2,3} ?k\b|(?:ctc|package)\b.{0,4}\d"
            r"|(?:(?:day |hourly )?rate|pay|salary)\W{1,3}R ?\d[\d ,.]*\d"
            r"|[$£€] ?\d{2,3}(?:\.\d)?k\b"
            r"(?=\W*$|,| ?(?:\+|/|plus|and|basic|base|gross|per|pa|p\.a|an?|dep\w*|doe|ote)))"
        ),
        why="`85-98k depending on ports`, `CTC: 6 LPA`, `Rate R118/hr`: nothing else is written so.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM + FIRM,
        pattern=shape(
            rf"^(?=.*(?:[$£€₹]\s?[\d*]|\b(?:{_CODES})\b\s?[\d*]|[\d*]\s?k?\s?(?:{_CODES}|dollars|euros|pounds)\b"
            r"|[\d*]\s?k?\s?[€£$](?! ?\d)|\b\d{2,3}\s?k\b"
            r"(?! [a-z]+s (?:an?|per|every)\b| (?:followers|subscribers|users|members|visitors|views|readers|fans)\b)))"
            r"(?=.*(?:\b(?:salary|salaries|wage|wages|pay|pays|paid|compensation|remuneration|ote|basic|earn"
            r"|earnings|base|stipend|rate|honorarium|gross|net)\b"
            r"|(?:/|\bper |\ban? )\s?(?:hour|hr|h|year|yr|annum|month|week|wk|day|word|task)\b|\bp\.?a\b"
            r"|\b(?:is|are|be|starts?|you['’]re) on [$£€]|(?:\b|(?<=\d))p\.?h\b|\bhourly\b|\bannually\b|\bmonthly\b"
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
        weight=SURE,
        pattern=shape(
            r"(?:^|[\s$])0?\.\d\d(?: ?(?:-|–|to) ?\$?0?\.\d\d)? ?(?:cpm\b|(?:/ ?|per |an? )mile\b)"
            r"|\b\d{2}(?: ?(?:-|–|to) ?\d{2})? ?cpm (?:loaded|empty|all miles|to start|base)\b"
            r"|^(?!.*(?:vergoeding|zuschuss|zulage))(?=.*(?:€ ?\d|\d ?€|\d ?eur\b))(?=.*(?:\b(?:brutto|bruto|netto)\b"
            r"|(?:/|\b(?:per|pro) )(?:jahr|monat|stunde|jaar|maand|uur)\b))"
            r"|^(?:E|EG) ?\d{1,2}[a-z]? (?:TV-?L|TVöD|TV-H)\b|^(?:TV-?L|TVöD|TV-H) E ?\d{1,2}\b"
        ),
        why="`.52-.59 CPM by experience`, `52.000 € brutto/Jahr`, `E13 TV-L`: pay as carriers, Germans, Dutch write.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=-(SURE + SURE),
        pattern=shape(
            r"^(?!.*\b(?:salary|wages?|training|hour|hr)\b)[^($£€]{3,60}\((?:we|company|employer)"
            r" (?:pays?|reimburses?|refunds?|covers?|contributes?) (?:up to )?[$£€] ?\d[^)]*\)\W*$"
        ),
        why="`Safety boots (we pay £90 a year)`: what somebody must have, and a part of its price.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=SURE,
        pattern=shape(r"^(?:the |our )?chair rent\b.{0,80}\d|\b\d{2}/\d{2} split\b"),
        why="`Chair rent is 150 a week or 45/55 split`: how hairdressers are paid, or pay.",
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
            salary available on application, salary on application, competitive salary, competitive pay, competitive
            wage*, competitive compensation, competitive remuneration, competitive rate*, attractive salary, excellent
            salary, generous salary, competitive basic, salary commensurate, commensurate with experience, salary
            negotiable, final offer, offer amounts, rates may, rates vary, higher rates, lower rates, incentive
            payments, payment terms, rates based on, pay rates, exact rate, negotiable salary, salary depend*, salary
            range, pay range, pay rate, hourly rate, base salary, salary will be, salary is, annual salary, monthly
            salary, starting salary, salary based on, pay is, rate of pay, compensation package, salary package, salary
            progression, uncapped commission, commission structure, performance bonus, annual bonus, signing bonus, sign
            on bonus, quarterly bonus, referral bonus, retention bonus, base pay, salary dependent, salary band, pay
            band, pay grade, salary scale, salary review, paid internship, paid position, unpaid, minimum wage, time and
            a half, shift premium, night premium, tips, gratuities, overtime pay, overtime after, ot after, ot over,
            ote, bonus scheme, bonus plan, bonus structure, discretionary bonus, remuneration package, compensation is,
            compensation will, compensation range, overtime rate, exact compensation, mileage rate, commission on, paid
            per, paid hourly, plus commission, plus bonus, plus tips, profit share
        """),
        why="What is said of pay with or without a figure; whether it is hollow, the guide says.",
    ),
    Cue(
        kind=Kind.PAY,
        weight=-(FIRM + FIRM),
        phrases=listed("""
            learning budget, training budget, home office budget, conference budget, professional development budget,
            bill, bills, spend, allowance, wellness allowance, car allowance, home office allowance, holiday allowance,
            reimbursement, tuition reimbursement, tuition assistance, tuition*, for training, towards training, toward
            training, for courses, for books, for conferences, for travel, to conferences, for equipment, for education,
            quota*, revenue*, budget*, turnover, portfolio, arr, in sales, sales of, sales target*, book of business,
            assets under, deal size, deals, contracts worth, funding, raised, series a, series b, series c, valuation,
            million, billion, clients worth, accounts payable, accounts receivable, payroll, invoices, ad spend, spend,
            transactions, p&l, profit and loss, in assets, grants, donations, insured, liability, fine of, claims,
            premiums, projects worth, worth of, credit, costing us, costs us, cost us, towards moving, toward moving,
            towards relocation, toward relocation, towards your move
        """),
        why="Money that the person handles or the company makes, not what the job pays.",
    ),
)
