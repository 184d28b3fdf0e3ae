"""Words of the job's terms: hours, contract, line."""

from __future__ import annotations

from unbland.core.language.dates import MONTHS
from unbland.core.ledger.lexicon.cue import FIRM, PLAIN, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

#: A day of the week, and a time of day.
_DAYS = r"(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?s?"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|h|noon)?"

TERMS: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        phrases=listed("""
            full time, part time, hours per week, hours a week, hours weekly, monday to friday, monday through friday,
            mon fri, shift pattern, night shift*, day shift*, evening shift*, rotating shift*, weekend shift*, rota,
            start date, starting date, fixed term, permanent position, permanent role, permanent contract, temporary
            position, contract position, contract role, outside ir35, inside ir35, month contract, year contract, zero
            hours, freelance position, freelance basis, freelance contract, independent contractor, 1099, working week,
            work week, seasonal, casual position, on call rotation, on call, weekends off, four day week, 4 day week,
            per diem, employment type, job type, contract type, probation*, duration of, expected to last, scoped to
            last, month assignment, travel up to, start as soon as possible, immediate start, hours are, working hours,
            every second weekend, every other weekend, one weekend, two weekends, months contract, term contract, six
            month contract, around your schedule, on your own schedule, set your own hours, choose your own hours, fully
            asynchronous, weekend work, expected to run, commitment of, role is ongoing, project is ongoing, shift
            starts, shift ends, shifts including, shifts of, shifts per, shifts run, split shifts, mon thu*, may be
            extended, be extended by, contract will be extended, extended for another, possible extension, possibility
            of extension
        """),
        why="When, for how long and on what kind of contract the work is done.",
    ),
    Cue(
        kind=Kind.SCHEDULE,
        weight=0,
        phrases=listed("""
            seasonal budget*, seasonal forecast*, seasonal menu*, seasonal produce, seasonal campaign*, seasonal
            collection*, seasonal display*, seasonal product*, seasonal trend*, seasonal promotion*, seasonal
            ingredient*, seasonal decoration*, seasonal planting
        """),
        why="`Seasonal menus` are made all year; listed only to hide the shorter phrase.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=FIRM,
        pattern=shape(
            r"^this is an? (?:\d{1,2}|two|three|four|six|nine|twelve|eighteen)[- ](?:week|month|year)s?\b[^.;]{0,80}"
            r"\b(?:role|contract|project|position|assignment|engagement|post|placement|secondment|job|cover)\b"
        ),
        why="`This is a 20-week migration project in the grain trade`: how long it lasts.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        pattern=shape(r"^\d{1,2}(?:[.½]5?)?(?:-\d{1,2})? hours(?: (?:a|per|each) week)?\W*$"),
        why="`28 hours.`, behind the days they are worked on.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=STRONG,
        pattern=shape(
            r"^(?:the|your) (?:[\w-]+ )?(?:expertise|experience|skills|knowledge) will be (?:\w+ )?"
            r"(?:instrumental|key|vital|crucial|central|essential|critical) (?:in|to) \w+ing\b"
        ),
        why="`Your expertise will be instrumental in shaping …`: what is done with it.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=FIRM + FIRM,
        pattern=shape(
            rf"^required (?:for|from|by) (?:an? |the )?(?:immediate|{'|'.join(MONTHS)}|easter|christmas|spring|summer"
            r"|autumn|start of)\b[^.;]{0,40}$"
        ),
        why="`Required from Easter or September 2027`: when a school's post begins.",
    ),
    Shape(
        kind=Kind.REPORTING,
        weight=FIRM,
        pattern=shape(r"^(?:receives|works under) (?:\w+,? ){0,2}(?:supervision|direction) (?:from|of) "),
        why="`Receives general supervision from the foreman`: how class specifications name the superior.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM,
        pattern=shape(r"^may (?:also )?(?:lead|supervise|train|direct|assist|act as|fill in for) (?!be\b)[\w-]+"),
        why="`May lead two labourers`: work that is not done every day.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM + FIRM,
        pattern=shape(r"^supervises\s*:"),
        why="`Supervises: 5 part-time wardens`: whom one leads, and not how one is employed.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        pattern=shape(
            r"^(?:the|this) (?:position|role|post|job|contract|assignment|placement)(?: will)?"
            r" (?:starts?|begins?|commences?|lasts?|ends?)\b"
            r"|(?<!prepared to )(?<!able to )(?<!willing to )\bwork (?:(?:on )?(?:some|every|most|alternate|one|two"
            r"|three|\d)(?: or (?:two|three|\d))? )"
            r"(?:saturday|sunday|weekend|evening|night|bank holiday)s?\b"
        ),
        why="`The post starts in May`, `expected to work two Saturdays a month`.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        pattern=shape(
            r"\b\d{1,2}([:.]\d\d)? ?(am|pm|a\.m\.|p\.m\.|h)\b.{0,15}\d{1,2}(?!\d| [a-z]+(?:s|er"
            r"|or)\b)([:.]\d\d)? ?(am|pm|a\.m\.|p\.m\."
            r"|h)?|\btravel\b.{0,30}\d+ ?%|\d+ ?% (of the time )?travel|\b\d+([.,]\d+)? ?(?:h(?:(?:ou)?rs?)?|std\.?"
            r"|stunden)( per | a | pro "
            r"| ?/)\s?(week|woche|wk|day|month)|\b\d+([.,]\d+)? ?h(?:ou)?rs? ?p\.?w\b"
            r"|^\d+([.,]\d+)? ?hours? (over|across|in) (\d|two|three|four|five|six) days?"
        ),
        why="Clock times, hours a week, a share of travel.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        pattern=shape(
            r"^\W*(?:up to |around |about )?\d{1,2}(?:[.,]5)?(?:\s?(?:-|–|to)\s?\d{1,2})? ?h(?:ou)?rs?(?=\W*$|[,;])"
            r"|^\W*(?:permanent|temporary|casual|contract|freelance|fixed[- ]term|zero[- ]hours?"
            r"|asap|as soon as possible|immediate(?: start)?)\W*$"
            r"|^\d(?:[.,]5)? (?:days|nights|shifts|evenings)\b"
            r"(?!['’]? (?:of|off|leave|holidays?|vacation|pto|paid|annual))"
            rf"|^\W*(?:starts?(?:ing)?|mobili[sz]ing) (?:on |in |from )?(?:(?:early|mid|late|the end of"
            rf"|end of)[- ])?(?:\d{{1,2}}\b|now\b|asap\b|{_DAYS}\b|january"
            r"|february|march|april|may|june|july|august|september|october|november|december).{0,36}$"
        ),
        why="`36–40 hours`, `Permanent`, `starts 1 February`: what stands by itself in the row below a title.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=STRONG,
        pattern=shape(
            r"^\d ?[x×] ?\d{1,2} ?h(?:ou)?r?s?\b"
            r"|\b(?:\d+|two|three|four|six|eight) (?:days|weeks|months) on\b.{0,12}\b(?:\d+|one|two|three|four|six"
            r"|eight)"
            r" (?:days|weeks|months) off\b|\b[01][.,]\d+ ?fte\b|\bunioni[sz]ed position\b|\bbargaining unit position\b"
            r"|^(?:we(?:['’]re| are) )?closed (?:on |between |over |at )?(?:mon|tues|wednes|thurs|fri|satur|sun)"
            r"|^\d{1,2}(?::|/| on,? )\d{1,2}(?: off)?,? (?:roster|swing|rotation|fifo)\b"
            r"|\b(?:[\d.]+|twenty|thirty|forty|eight|ten|twelve)[- ]hours? (?:week|day|shift)s?\b"
            r"|\b[\w.]+[- ](?:week|month|year) (?:internship|placement|assignment|contract|secondment)\b"
            r"|\bwork (?:nights|days|evenings|weekends|shifts)\b|^\W*(?:nights|days|evenings|weekends)(?: only)?\W*$"
            r"|\bwe work \d+ hours\b"
            r"|\b(?:mon|tues|wednes|thurs|fri)days?(?: (?:mornings|afternoons|evenings))? (?:are )?off\b"
            r"|^\W*travel\w* (?:daily|weekly|monthly|quarterly)\b"
        ),
        why="The length of a week, a shift or a contract; the shift by its bare name; how often one travels.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=SURE,
        pattern=shape(
            rf"^(?:{_DAYS}(?: ?(?:to|through|-|–|and|,) ?{_DAYS})*)"
            rf"(?:,? ?(?:from )?{_CLOCK} ?(?:to|-|–|until|till) ?{_CLOCK})?\W*$"
            r"|^(?:three|four|five|six|\d) (?:eight|nine|ten|eleven|twelve|\d{1,2})-hour (?:days|shifts|nights)\b"
            r"|^(?:(?:some|occasional|mandatory|weekend|seasonal) )*(?:overtime|evening work|night work)\b.{0,20}"
            r"\b(?:may be|will be|is|are) (?:required|expected|needed|likely|common|paid)\b"
            r"|^(?:some|occasional|regular) work (?:at|in|from|away|outside)\b.{0,40}"
            r"\b(?:may be|will be|is) (?:required|expected|needed|likely)\b"
            r"|^(?:(?:some|occasional|regular|frequent|extensive|overnight) )*travel(?:ling)? "
            r"(?:throughout|across|within|around|to|between|in|is|may|will|required|of|up)\b.{0,60}"
            r"(?:\d+ ?%|weekends?|nights?)"
            r"|^(?:the|this) (?:post|position|role|job|vacancy) is available (?:from|immediately)\b.{0,40}$"
            r"|^required (?:for|from|to start|as of|asap|immediately)\b.{0,24}$"
            r"|^\d{1,2}(?:\.\d+)?[ -]?h(?:ou)?rs? week\b|^(?:earliest|latest) (?:start|finish)\b.{0,60}$"
            r"|^overtime (?:most|every|some|on|at|in) .{0,40}$"
            r"|^(?:guaranteed )?home (?:(?:every|each|most|every other) (?:day|night|week|weekend)s?|daily|nightly"
            r"|weekly|nights|weekends)\b"
            r"|^(?:we(?:['’]re| are) )?(?:closed|shut) (?:on |over |from |between )?(?:(?:most |all )?[a-z]+days"
            rf"|{_DAYS}|\d{{1,2}} ?(?:dec|jan|aug)\w*)\b.{{0,30}}$"
            r"|^no (?:evenings|nights|weekends|sundays|saturdays),? (?:and |or )?(?:no )?"
            r"(?:holidays|evenings|nights|weekends|sundays)\W*$"
        ),
        why="`Monday to Thursday`, `Four ten-hour days`, `No evenings, no holidays`, below benefits too.",
    ),
    Cue(
        kind=Kind.REPORTING,
        weight=FIRM,
        phrases=listed("""
            reports to, reporting to, reporting into, reports directly to, report directly to, reporting directly to,
            will report to, you'll report to, you report to, under the supervision of, under the direction of,
            supervised by, line managed by, your manager will be, direct reports, reporting line, dotted line,
            accountable to
        """),
        why="Who leads the person, and whom the person leads.",
    ),
    Cue(
        kind=Kind.REPORTING,
        weight=-PLAIN,
        phrases=listed("""
            team reporting to you, mis reports to, mis reporting to, monthly reports to, weekly reports to, daily
            reports to, sales reports to, reporting to senior management, reporting to management, reporting to senior
            leadership, reporting to leadership, reporting to stakeholders, reporting to clients, reports to clients,
            reports to management, reports to stakeholders
        """),
        why="Papers that are handed over, not a line of command.",
    ),
    Shape(
        kind=Kind.REPORTING,
        weight=-FIRM,
        pattern=shape(
            r"\b(?:provid|submit|prepar|present|writ|giv|send|deliver|produc|issu)(?:e|es|ing|t|s|ting)?\b"
            r"(?! the team\b)[^.;,:]{3,60}(?<!and )(?<!who )(?<!that )(?<!, )\breports to\b"
        ),
        why="`Providing logistical reports to the supervisor`: papers, not a line of command.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM,
        pattern=shape(r"^(?:supervise|lead|manage|coach|direct|oversee) (?:\w+ ){1,3}direct reports\b"),
        why="`Supervise five direct reports`: work, in a list of it.",
    ),
)
