"""Words by which a posting meets a law's demand or offends against it."""

from __future__ import annotations

import re

from unbland.core.language.late import late


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE)


#: Pay by commission and nothing else; `plus commission` stands beside a base that has a figure.
ALONE = _words(
    r"\bcommission[- ](?:only|based)\b|\b(?:solely|entirely|only|purely|straight|100 ?%)(?: \w+){0,3} commissions?\b"
    r"|\b(?:paid|pay is|compensation is)(?: \w+){0,2} (?:by|on) (?:a )?commissions?\b"
)

#: Benefits named outside a list of benefits.
BENEFIT = _words(
    r"\b(?:health|dental|vision|medical|life|disability) (?:insurance|care|cover(?:age)?|plan)\b|\b401\(?k\b"
    r"|\bpensions?\b|\bRRSP\b|\bpaid (?:time off|days? off|vacations?|holidays?|leave|sick)\b"
    r"|\bretirement (?:plan|benefit)"
)

#: Benefits that are praised and not named: every word of the line is one of these.
HOLLOW = _words(
    r"(?:\b(?:a|an|the|our|your|we|you|of|to|for|and|with|in|plus|also|very|offer|offers|provide|provides|get|enjoy"
    r"|competitive|great|excellent|attractive|generous|full|good|comprehensive|amazing|fantastic|superb|outstanding|wide"
    r"|range|variety|standard|usual|other|many|more|much|named|benefits?|perks?|rewards?|package|program|programme|plans?"
    r"|employees?|company|team|wellness|wellbeing|well-being|culture|environment|atmosphere|growth|opportunity"
    r"|opportunities|career|development|balance|work-life|life|work)\b\W*)+"
)

#: What a law that lets a link stand wants behind it.
LINKED_PAY = _words(r"\b(?:pay|salary|salaries|wages?|compensation|remuneration)\b")
LINKED_BENEFITS = _words(r"\bbenefits?\b|\bcompensation\b|\btotal rewards\b")

#: Benefits whose list does not end.
OPEN_BENEFITS = _words(
    r"\betc\b|\b(?:and|&|plus) (?:much |many |lots |so much )?(?:more|others?)\b(?! (?:than|days|weeks|about))"
    r"|\band so on\b"
)

#: Pay beside the wage; `no bonus` tells it, too.
OTHER_PAY = _words(
    r"\bbonus(?:es)?\b|\bcommissions?\b|\bequity\b|\bstock\b|\bshares?\b|\bprofit[- ]sharing\b|\btips\b|\bgratuit"
    r"|\bincentive pay\b|\bincentives\b|\bshift (?:premium|differential)|\bovertime\b|\bother (?:pay|compensation)\b"
)

TIPS = _words(r"\btips?\b|\btipped\b|\bgratuit(?:y|ies)\b")
#: Trades that usually live on tips.
TIPPED = _words(
    r"\b(?:waiters?|waitress(?:es)?|(?:food|restaurant|banquet|cocktail) servers?|^servers?|bartenders?|baristas?"
    r"|bussers?|bellhops?|valets?|hair ?stylists?|barbers?|manicurists?|nail technicians?)\b"
)

DEADLINE = _words(
    r"\b(?:deadline|closing date|closes|due|apply (?:by|before|until)|applications? (?:by|until|close))\b"
)
#: That there is no last day.
NO_DEADLINE = _words(
    r"\b(?:until|till) (?:\w+ ){0,3}filled\b|\b(?:rolling|ongoing|continuous|continual) (?:basis|applications?)\b"
    r"|\bon a rolling\b|\bno (?:set |fixed |application )?(?:deadline|closing date)\b"
    r"|\b(?:accept\w*|review\w*|tak\w+) (?:\w+ ){0,3}(?:continuously|on an ongoing|as they (?:come|arrive))"
)

VACANCY = _words(
    r"\bvacan(?:t|cy|cies)\b(?! (?:number|no\b|id\b|ref|code))"
    r"|\b(?:existing|current|immediate|newly created|new) (?:position|opening|role)\b"
    r"|\bfuture (?:positions?|openings?|opportunit\w+|needs?)\b|\b(?:talent|candidate) (?:pool|pipeline)\b"
)

#: AI said of hiring; an AI engineer's duties are no statement.
_HIRING = r"(?:screen|assess|select|review|sort|rank|shortlist|hiring|appli|candidate|recruit)"
_AI = r"(?:\bAI\b|\bartificial intelligence\b|\bautomated (?:tools?|decision|screening|systems?))"
AI = _words(rf"{_AI}.*\b{_HIRING}|\b{_HIRING}.*{_AI}")

LOCAL = _words(r"\bCanadian (?:\w+ ){0,2}experience\b|\bexperience (?:\w+ ){0,2}in Canada\b")
#: That none is asked: `no Canadian experience needed`, `Canadian experience is not required`.
LOCAL_DENIED = _words(
    r"\b(?:no|not|never|without|regardless of|whether or not|n['’]t)(?: \w+){0,5} Canadian (?:\w+ ){0,2}experience\b"
    r"|n['’]t(?: \w+){0,4} Canadian (?:\w+ ){0,2}experience\b"
    r"|\bexperience (?:\w+ ){0,3}(?:is |are )?(?:not|never|isn['’]t|unnecessary|optional)\b"
)

#: Titles that name a sex; the Directive asks for neutral ones.
SEXED = _words(r"\b\w*(?:salesm[ae]n|saleswom[ae]n|waitress|hostess|stewardess|chairman|foreman|handyman)\b")
#: Both sexes named, or the mark of a title for all: `(m/f/d)`.
BOTH_SEXES = _words(r"\b[mwfhdx]\s?/\s?[mwfhdx]\b|\w+\s?/\s?\w*(?:wom[ae]n|ess)\b|\w*(?:wom[ae]n|ess)\s?/\s?\w+")

#: A question what the applicant earns or earned.
EARLIER_PAY = _words(
    r"\b(?:your|state|include|provide|indicate|specify|with)(?: \w+){0,3}"
    r" (?:current|present|previous|past|last|prior)(?: or \w+)? (?:salary|pay|wages?|compensation|remuneration)\b"
    r"|\b(?:salary|pay) history\b(?! (?:will|is|are) (?:not|never))"
)
