"""Words that tell what the person gets: benefits."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, HEADING, PLAIN, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.lexicon.pay import FEES
from unbland.core.ledger.model import Kind

OFFER: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.BENEFIT,
        weight=SURE,
        pattern=shape(FEES),
        why="`Your exam fees paid up to £900 a year`, though a licence or a diploma is named.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=FIRM,
        pattern=shape(
            r"^(?:this|the) (?:position|role|job|post|programme?) (?:also )?(?:offers|provides|gives)(?: you)? an? "
            r"(?:[\w-]+ ){0,2}(?:path|chance|opportunity|platform|route|springboard)\b"
        ),
        why="`This position offers a unique path for growth`, whatever skills it lets somebody hone.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=FIRM,
        pattern=shape(
            r"(?<!client)(?<!clients)(?<!customer)(?<!customers)(?<!patients) (?:are|is) provided\b"
            r"(?! (?:for|to|by) (?:our|their|its|hundreds|thousands)\b)"
            r"|\b(?:housing|meals?|uniforms?|lodging|board|ppe)\b.{0,30}\bprovided\b"
            r"|^(?:accomm?\w*|transport|meals|housing)\b.{0,40}\bsupplied\W*$"
            r"|\b(?:one|two|three|\d) days? off (?:a|per|every) week\b|\b\d+ days?\b.{0,12}\bbank hols?\b"
            r"|\b\d+ days['’]? (?:of )?(?:paid |annual )?"
            r"(?:leave|hols?|holidays?|vacation|pto|off)\b"
            r"|^(?:\d+(?:\.\d)?|two|three|four|five|six) weeks['’]? (?:off|leave|hol(?:iday)?s?|vacation)\b"
            r"|\b(?:staff|free) meals?\b|\bhome every night\b|\b(?:taxi|cab|lift|uber)s? home\b"
            r"|\b(?:house|flat|cottage|caravan|room|unit)\b,? [$£€] ?\d+ ?(?:pw|pcm|per week|a week|/ ?w(?:ee)?k)"
            r"|\b(?:ok|okay|allowed|welcome|permitted|eligible)\b.{0,12}\bafter (?:\d|one|two|three|six|the first)"
            r"|^(?:staff |live-in |shared |on-?site )?accommodation (?:is |can be )?(?:available|offered|possible)\b"
            r"(?!.{0,60}\b(?:disab\w*|applica\w+|interviews?|request|recruit\w*|hiring|needs)\b)"
            r"|\b(?:all in|all included|thrown in)\W*$|[a-z], (?:all )?free\W*$"
            r"|^(?:[\w-]+ ){0,2}parking\b(?! (?:attendant|warden|enforcement|officer|marshal|compan|services?|fines?"
            r"|tickets?)).{0,30}$"
            r"|^(?:\d|one|two|three|four|five)[- ]?(?:bed(?:room)?s?|bdrm|br)\b.{0,20}\b(?:house|home|cottage|flat"
            r"|unit|cabin)\b"
            r"|^(?:an? |your |own |one )*(?:dogs?|pets?|cats?|horses?)\b.{0,30}\b(?:fine|ok|okay|welcome|allowed"
            r"|no problem)\b"
            r"|^(?:return |air )?(?:transport|flights?|tickets?)\b.{0,40}\b(?:home|on leave|paid|provided|covered"
            r"|included)\b"
            r"|^[A-Z]{2,6}(?:,? (?:and|&|/) [A-Z]{2,6})* (?:are |is |fully )?paid\W*$"
            r"|\b(?:we|we['’]ll|we will) (?:pay|cover|fund)\W*$|^we pay for your\b"
        ),
        why="What is handed out, days off by number, meals, a roof, a way home, what is allowed from some day on.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=HEADING,
        phrases=listed("""
            you have the opportunity, you have an opportunity, you have opportunities, you have every opportunity, you
            have the chance, you have a chance, you have the possibility, you have the option, you have the freedom, you
            have access to
        """),
        why="What somebody is given, though `you have` often asks for something.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG + FAINT,
        phrases=listed("""
            health insurance, medical insurance, life insurance, dental*, vision insurance, 401k, 401 k, pension*, rrsp,
            prsa, kiwisaver, medical aid, provident fund, superannuation, we put in, we match, we contribute, paid time
            off, pto, paid vacation, vacation days, vacation time, days of vacation, weeks of vacation, weeks vacation,
            weeks holiday, weeks' holiday, days off paid, weeks off paid, annual leave, days holiday, days' holiday,
            days annual leave, bank holidays, paid holidays, paid leave, parental leave, maternity pay, sick days, sick
            leave, sick pay, profit sharing, stock options, share options, equity package, employee discount*, staff
            discount*, gym membership, wellness allowance, wellness program*, tuition reimbursement, tuition assistance,
            employee assistance, free parking, on site parking, free lunch*, free meals, free snacks, company car, car
            allowance, company phone, company laptop, home office allowance, home office budget, home office stipend,
            training budget, learning budget, cycle to work, season ticket loan, commuter benefit*, transit pass,
            childcare, relocation assistance, relocation package, relocation support, extended health, benefits package,
            great benefits, excellent benefits, competitive benefits, comprehensive benefits, full benefits, flexible
            benefits, employee benefits package, group benefits, meal vouchers, lunch vouchers, private healthcare,
            private medical, death in service, life assurance, days off, summer fridays, team events, company events,
            social events, paid training, professional development budget, opportunities for growth, career development,
            career progression, opportunity for advancement, room to grow, flexible working hours, flexible hours,
            matched to, employer match, work life balance, uniform provided, free coffee, fresh fruit, staff meals,
            shift meals, hsa, fsa, disability insurance, employer paid, company paid, paid breaks, paid volunteer*,
            sabbatical, birthday off, pet friendly, paid weekly, tools provided, van provided, company van, fuel card,
            laptop of your choice, conference budget, holiday allowance, unlimited vacation, unlimited holiday, towards
            moving, toward moving, towards relocation, toward relocation, towards your move, put you up, rsu, rsus,
            bupa, dogs welcome, dog friendly, staff food, live in possible, live in available, rider policy, rider
            program, pet policy, pets welcome, cab for, cab facility, cab service, salary packaging, salary sacrifice,
            lgps
        """),
        why="What people get besides pay; classes and names as postings use them.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=0,
        phrases=listed("""
            benefits all, benefits from, benefits our, benefits the, benefits everyone, that benefits, plus benefits,
            employee benefits has, hr and benefits, benefits team, benefits administration, benefits enrollment,
            benefits data, benefits investigation*, benefit verification, benefits verification, payroll and benefits,
            benefits programs, benefits vendors, benefits providers, tuition provider*, tuition centre*, tuition agenc*,
            tuition compan*, dental practice*, dental clinic*, dental office*, dental surger*, dental nurs*, dental
            hygien*, dental assistant*, dental technician*, dental team*, dental work
        """),
        why="`Benefit` as a verb, as an aside of the pay, as a trade; listed only to hide the shorter phrase.",
    ),
    Cue(
        kind=Kind.BENEFIT,
        weight=STRONG,
        phrases=listed("""
            we offer, we provide, receive certificates, receive a certificate, you will receive, you'll receive, you
            get, you'll get, we pay for, we'll pay for, we will pay for, we cover, we reimburse, benefits include, perks
            include, in return, perks, benefits, tuition, we give you, on offer, reimbursement, opportunity to learn,
            you will be offered, we'll provide, we support your, chance to work, vacation, holidays, allowance,
            discounts, paid parking, mentorship, mentoring program, career growth, growth opportunities, development
            opportunities, public transport, flexible schedule, flexible working
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
)
