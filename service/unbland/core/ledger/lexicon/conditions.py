"""Words of workplaces, contracts, ranks and extras, by the value that each stands for."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import shape, words_of

WORKPLACES: dict[str, re.Pattern[str]] = {
    "remote": shape(
        r"(?<!not )(?<!no )\b(?:fully |100 ?% )?remote(?:ly)?\b(?! (?:communities|areas|teams?|sites?"
        r"|customers|clients|access|support|file|monitoring|control|desktop|sensing|learning|diagnos|supervision))"
        r"|\bwork(?:ing)? from home\b"
    ),
    "hybrid": shape(
        r"(?<!no )(?<!not )\bhybrid\b(?! (?:work(?:ing)? |is )*(?:not|un)\w*)"
        r"(?!,?(?: (?:and|or|battery|diesel|petrol|electric))* (?:electric|vehicles?|cars?|buse?s?|trucks?|vans?"
        r"|engines?|drivetrains?|powertrains?|cloud)\b)"
    ),
    "onsite": shape(
        r"(?<!not )\bon[- ]?site\b(?! (?:parking|gym|training|visits?))|\bin[- ]person\b(?! (?:once|twice|meet"
        r"|event|retreat|gather|interview"
        r"|training|onboard|quarterly|annual))"
        r"|\b(?:in[- ]office|in the office)\b(?= (?:5|five) days|\.|,|$)|\b(?:5"
        r"|five) days (?:a week )?in the office\b"
    ),
}

EMPLOYMENTS: dict[str, re.Pattern[str]] = {
    "full-time": shape(r"\bfull[- ]?time\b"),
    "part-time": shape(r"\bpart[- ]?time\b"),
    "permanent": shape(r"\bpermanent\b"),
    "contract": shape(
        r"(?<!permanent )\bcontract\b(?! type)|\bfixed[- ]term\b|\bfreelance\b"
        r"|\b(?:individual|short[- ]term|consultancy) (?:consultancy|consultant|contract|agreement)\b"
    ),
    "temporary": shape(r"\btemporary\b|\bseasonal\b"),
    "internship": shape(r"\bintern(?:ship)?\b"),
}

#: A job that is one is not the other.
EXCLUSIVE: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"full-time"}), frozenset({"part-time"})),
    (frozenset({"permanent"}), frozenset({"contract", "temporary", "internship"})),
)

#: Words that make another post of a title.
RANKS = words_of(
    "senior junior lead principal head chief assistant associate vice deputy intern trainee director staff key"
    " regional global"
)

_EXTRA = (
    r"(?:bonus(?:es)?|commissions?|overtime|shares|stock|profit sharing|differential|allowance|stipend|ote|equity"
    r"|tips|premium|reimbursement|budget|per diem|relocation|match|stand-?by|on-call|call-?outs?|detention|layover)"
)

EXTRA = shape(rf"\b{_EXTRA}\b")

#: Ranks and posts as they are shortened.
SHORT_FORMS = {
    "vp": "vice president", "svp": "senior vice president", "sr": "senior", "snr": "senior", "jr": "junior",
    "mgr": "manager", "asst": "assistant", "assoc": "associate", "exec": "executive", "rep": "representative",
    "eng": "engineer", "dev": "developer", "admin": "administrator", "acct": "account", "coord": "coordinator",
    "dir": "director", "dept": "department", "rn": "registered nurse", "lpn": "licensed practical nurse",
    "hr": "human resources", "qa": "quality assurance", "ops": "operations", "swe": "software engineer",
    "ceo": "chief executive officer", "cfo": "chief financial officer", "cto": "chief technology officer",
    "coo": "chief operating officer", "ece": "early childhood educator", "pa": "personal assistant",
    "ea": "executive assistant", "md": "managing director", "gm": "general manager", "pm": "project manager",
}  # fmt: skip

#: What stands before or after an amount that comes on top of the pay.
EXTRA_BEFORE = shape(rf"\b{_EXTRA}(?: of)?(?: up to)?[ :(]*$|\b{_EXTRA} \([^()]*$")
EXTRA_AFTER = shape(rf"(?! ?(?:\+|plus|and|with)\b)(?: (?!plus\b|and\b|with\b)[\w-]+){{0,4}}? {_EXTRA}\b")

#: What makes an amount of money no pay of this job: an example, all that can be earned, other people's money.
NO_PAY_BEFORE = shape(
    r"\b(?:e\.g\.?|example|for instance|such as|ote|on[- ]target|target earnings|total (?:\w+ )?(?:compensation"
    r"|package|earnings|cash|comp)|worth|valued|raised|funding|revenues? of|annual revenues?|in sales|sales (?:of"
    r"|volume)"
    r"|gross (?:\w+ )?sales"
    r"|turnover|portfolios? of|budgets? of|process(?:ed|ing)|sav(?:e|ing|ed)|average|benchmark|market (?:rate"
    r"|value))\b[^.;]{0,40}$"
    r"|\b(?:support|administrative|admin|kitchen|office|agency|other) staff\b[^.;]{0,60}$"
    r"|\(for $|\b(?:commission|bonus) (?:on|for|of) (?:\w+ ){0,3}(?:over|above|beyond) $"
)
NO_PAY_AFTER = shape(
    r"^ towards?\b|^\+?(?: (?!plus\b|and\b|with\b|per\b|an?\b)[\w-]+){0,3}? (?:ote\b|on[- ]target"
    r"|revenue|sales\b|funding|turnover|budget"
    r"|portfolio|arr\b|projects?\b|total (?:comp|cash|package))"
)

#: For whom a rate is that not everybody gets: by level, shift, age, or stage.
RATES = shape(
    r"\b(?:level|grade|tier|band|step|zone|class|year|phase) (?:[0-9]+|[A-E]\b|I{1,3}\b|one|two|three)"
    r"|\b(?:junior|senior|intermediate|trainees?|apprentices?|students?|starting|training|while you (?:learn|train)"
    r"|after (?:probation|training"
    r"|\w+ (?:months?|weeks?|years?))|nights?|evenings?|weekends?|saturdays?|sundays?|holidays?|overtime|part[- ]time"
    r"|new graduates?|experienced|certified|uncertified|licensed|unlicensed|under \d\d|over \d\d)\b"
)

#: What is paid by what is done and not by time.
PIECES = shape(r"\bcpm\b|(?:/|\ban? |\bper ) ?(?:mile|word|page|piece|task|visit|delivery|drop|unit)\b")

#: What a job may become, and what others are or the person has been: no word on this job's contract.
NOT_THE_JOBS = shape(
    r"^supervises\s*:.*|\b(?:becom\w+|turn\w*|convert\w*|lead\w*|view|possib\w+|chance|potential\w*|opportunity|option|prospect"
    r"|transition\w*"
    r"|move|hold|held|like|than|previous|prior)\b(?: (?!or\b|and\b)[\w-]+){0,6}? (?:permanent|full[- ]time|part[- ]time"
    r"|contract|temporary|intern\w*)(?: (?:or|and) [\w-]+)?"
    r"|\b(?:not|no|isn['’]t|never)(?: an?)? (?:permanent|full[- ]time|part[- ]time|contract|temporary|internship)\b"
    r"|\b(?:permanent|full[- ]time|part[- ]time|temporary|contract|seasonal|freelance)(?: [\w-]+)?"
    r" (?:resid\w+|staff|employees|colleagues?|teams?|members?|teaching|students?|studies|education|degree"
    r"|equivalents?"
    r"|workers?|workforce|crew|helpers?|accommodation|works\b|management|negotiat\w+|law\b|manufactur\w+)"
)

#: Shifts as postings name them.
SHIFTS: dict[str, re.Pattern[str]] = {
    "day": shape(
        r"\b(?:day|daytime|morning|first|early)[- ]?shifts?\b|\b(?:days|daytime) only\b|(?:^|\b(?:shifts?|hours"
        r"|schedule)\b)\W*days\b|\bworks? days\b"
    ),
    "evening": shape(r"\b(?:evening|afternoon|second|late|twilight)[- ]?shifts?\b|\bevenings\b"),
    "night": shape(r"\b(?:night|overnight|graveyard|third)[- ]?shifts?\b|\bnights\b|\bovernights?\b"),
}
ANY_SHIFT = shape(
    r"\brotat\w+|\balternat\w+|\b(?:all|any|various|different|mixed|flexible|both) shifts?\b|\bshift pattern\b|24 ?/ ?7"
)
NEVER = shape(
    r"\b(?:no|not|never|without|instead of|rather than)(?: any| work(?:ing)?| on| at| the| required to work)*"
    r" (?P<shift>nights?|evenings?|overnights?)(?:[- ]shifts?)?(?: work)?\b"
)
#: Money for other shifts, people of other shifts, and other things that happen in the evening.
NOT_THE_SHIFT = shape(
    r"\b(?:visiting|office|opening|business|store) hours\b.*|\b(?:night|evening|weekend|day|shift"
    r"|overnight)s?(?:[- ]shift)?s?(?: (?:and|or|/) \w+)?"
    r" (?:differential|premium|allowance|bonus|supplement|rate|pay|team|crew|staff|manager|supervisor|lead|school"
    r"|class\w*"
    r"|handover|out|event\w*|meals?)\b|\b(?:differential|premium|allowance|supplement|extra|more|bonus)\b"
    r"[^.;]{0,25}\b(?:nights?|evenings?|overnights?)(?:[- ]shifts?)?\b|\b(?:occasional|some|a few|one|two)\b[^.;]{0,15}"
    r"\b(?:nights?|evenings?|overnights?)\b|\bovernight (?:travel|stay|trip)s?\b|\bnights? away\b"
)

#: That the person travels, and that the person does not.
TRAVEL = shape(
    r"\b(?:will|must|you|able|willing\w*|ability|required|requires?|occasional(?:ly)?|frequent(?:ly)?|regular(?:ly)?"
    r"|quarterly|monthly|weekly|some|up to|extensive|domestic|international|\d+ ?%(?: of the time)?"
    r"|travel:)[^.;]{0,20}\btravel"
    r"|\btravel(?:s|ling|ing)?\b[^.;]{0,40}(?:\brequired\b|\bexpected\b|\bneeded\b|\bquarterly\b|\bmonthly\b|\bweekly\b"
    r"|\d ?%|\bup to\b|\bof the time\b)|^\W*travel\w*\b"
)
NO_TRAVEL = shape(
    r"\bno (?:\w+ ){0,2}?travel\b|\b(?:not|never|n['’]t)(?: (?:be|have|required|expected|asked|needed|need"
    r"|to))* travel\b"
    r"|\btravel\w* (?:is |will |be )*(?:not|never|n['’]t)(?: be)? (?:required|needed|expected|part)"
    r"|\btravel\b[^.;:]{0,12}: ?(?:none|no|0 ?%|n/a)\b|\bwithout (?:any )?travel\b"
)
#: Travel as a trade, a cost, a perk, or the way to work.
OTHER_TRAVEL = shape(
    r"\btravel(?:ler|ing|ling)?s?['’]? (?:industry|agen\w+|nurs\w+|expenses?|allowance|costs?|insurance|cards?"
    r"|pass\w*|compan\w+"
    r"|sector|discounts?|reimburs\w+|time|stipend|benefits?|bookings?|arrangements?|plans?|itinerar\w+|technology|brand"
    r"|management|logistics|document\w*|experience|perks?|budget|trade|business)\b"
    r"|\b(?:business|corporate|time|leisure|employee|arrange|book|coordinate|organi[sz]e|manage)(?:\w* \w+)?"
    r" travel\b|\btravel to (?:work|and from)\b"
)
HOW_OFTEN = shape(r"\b(?:daily|weekly|monthly|quarterly|yearly|annually|every (?:day|week|month|quarter|year))\b")
