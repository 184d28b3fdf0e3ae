"""Why somebody is hired, as postings tell it at their top: something happened, or something goes wrong."""

from __future__ import annotations

import re

from unbland.core.language.net import Net

#: Words of a text within which a reason opens it: the first screen of a telephone and what follows it.
OPENING_WORDS = 160

_MONTH = r"(?:jan|febr)uary|march|april|may|june|july|august|september|october|november|december"

#: Somebody went, or goes soon.
_WENT = (
    r"\bretir(?:ed|es|ing|ement)\b|\bresign(?:ed|s|ation)\b|\bleav(?:es|ing) (?:us|in|at|for|after|this|next|on)\b"
    r"|\b(?:has|have|had|who) left\b|\bleft (?:us|in|for|at|last|this|after|to)\b|\bmov(?:es|ed|ing) (?:on|away|to the)\b"
    r"|\bgo(?:es|ing)? (?:down to|on (?:\w+ )?leave|part[- ]time)\b|\bsteps? (?:down|back)\b|\bhands? back\b"
    r"|\bpromot(?:ed|ion)\b|\b(?:parental|maternity|paternity|family|sick) leave\b|\bdepart(?:ed|ure|ures|s)\b"
    r"|\bmoved? to (?:our|another|a|the)\b"
)

#: Something began, grew or was won.
_CAME = (
    r"\b(?:re)?open(?:s|ed)\b|\b(?:are|is|be|(?:'|’)re) (?:re)?opening\b|\bswitched on\b|\blaunch(?:ed|es|ing)?\b|\b(?:take|took|takes|taking|taken) (?:over|on)\b"
    r"|\b(?:we|has|have|just|who) (?:just )?won\b|\bwon (?:the|a|an|its|our|three|two)\b|\bbought\b|\bacquir(?:ed|es|ing)\b|\bmerged\b|\bjoined\b|\bawarded\b|\baward of\b|\brenewed\b"
    r"|\b(?:doubl|tripl)(?:ed|es|ing)\b|\bgrew\b|\b(?:has|have) grown\b|\bexpand(?:ed|s) (?:to|into|in|by|our|its)\b|\boutgr[eo]wn?\b"
    r"|\b(?:we|has|have|are|(?:'|’)re) add(?:ed|ing)\b|\bfilled up\b|\blanded\b|\bbecomes?\b|\b(?:has|have|been|now) (?:now )?funded\b|\bsanctioned\b|\bapproved\b|\bagreed to\b"
    r"|\bsigned\b|\bpromised\b|\bwent (?:from|live)\b|\bgoes live\b|\bnow (?:runs?|owns?|serves?|has|have)\b"
    r"|\bfrom (?:\d+ )?(?:" + _MONTH + r")\b(?! 20)|\bmust (?:now )?\w+ .*\bfrom\b"
)

#: Something goes wrong, or cannot go on.
_TROUBLE = (
    r"\b(?:(?:days?|weeks?|months?|years?|fallen|fell|run|running) behind\b|too (?:late|slow|few|many|long|often))\b|\b(?:delays?|delayed|backlog|queue|overdue)\b|\b(?:delivered|days|hours|minutes|came|come|been|arrived?|over|two|labels|is|are|was|were) late\b"
    r"|\bwait(?:s|ed|ing)?\b|\bshort of\b|\bbeen short\b|\bshortage\b|\bnobody\b|\bno one\b|\bcannot\b|\bcan(?:'|’)t\b"
    r"|\bcould(?: not|n(?:'|’)t)\b|\bfail(?:s|ed|ing)?\b|\b(?:went|go(?:es)?) down\b|\bcrash(?:ed|es)\b|\bl[oe]s(?:t|es|ing)\b"
    r"|\bmiss(?:es|ed|ing)?\b|\bcomplain\w*\b|\btired\b|\bst(?:ands?|ood) (?:still|empty|idle|under)\b|\bsitting on\b|\bstuck\b"
    r"|\bonly one\b|\b(?:works?|covers?|all|does) (?:\w+ ){0,3}alone\b|\bsent back\b|\bsend back\b|\bgive back\b|\bruns? dry\b|\brun out\b|\bhalf[- ](?:empty|full)\b"
    r"|\bvacant\b|\bunfilled\b|\bthrow away\b|\bmistakes?\b|\berrors? in\b|\bqualified (?:our|last|the)\b|\bcut off\b|\bstopped\b"
    r"|\bstops\b|\bfell (?:to|from|behind)\b|\bdropped\b|\bflood(?:ed)?\b|\bbroke\b|\bstruggl\w+\b|\b(?:the|a|our|one|that|this) (?:problem|trouble)\b(?! sol)"
    r"|\bvoicemail\b|\bovertime\b|\bagency (?:nurses|staff|cover|drivers|teachers)\b|\brelief \w+ in\b|\bend(?:s|ed) in\b"
    r"|\bno longer\b|\bnot yet\b|\bnever (?:had|run|been)\b|\bhas ever\b|\bon paper\b|\bby feel\b|\bworse\b|\bslipp(?:ed|ing|s)\b"
    r"|\bgone\b|\bin arrears\b|\bturnover of\b|\bclos(?:es|ed|ing) (?:in|its|at|down)\b|\bnobody|\bsplit between\b"
)

#: What follows from it: somebody is needed.
_SO = (
    r"\b(?:so|and) we(?:(?:'|’)re| are)? (?:need|want|add|look|hir|going)\w*\b|\bthat(?:(?:'|’)s| is) why\b|\bwhich is why\b"
    r"|\bwe(?:(?:'|’)d like| need| want) (?:a|an|one|two|three|somebody|someone|another|that|other|to serve)\b"
    r"|\bneeds? (?:one person|somebody|someone|another|a second|a third)\b|\b(?:is|are|(?:'|’)re) adding (?:a|an|two|three|six|\w+ people)\b"
    r"|\byou (?:will be|are|(?:'|’)ll be|would be) (?:the (?:first|second|third|fourth)|one of them)\b|\bclose the gap\b"
    r"|\bmust not happen\b|\b(?:doesn(?:'|’)t|not|never) happen again\b|\bis your job\b|\byou(?: will)? take over\b"
    r"|\bto stop it\b|\bon one condition\b|\bvacancy (?:arises|exists|arose)\b|\bposition (?:replaces|exists|arises)\b"
    r"|\bpost (?:is|was) (?:new|created)\b|\bnew(?:ly created)? (?:post|position|role|seat|job)\b|\badditional \w+ (?:is|are) needed\b"
)

_TELLS = Net([re.compile(pattern, re.IGNORECASE) for pattern in (_WENT, _CAME, _TROUBLE, _SO)])

#: When, how many, or by name: an event has at least one of them, and "we are growing" has none.
_CONCRETE = re.compile(
    r"\d|\b(?i:last|this|next) (?i:year|month|week|winter|spring|summer|autumn|fall|term|season|quarter|night)\b"
    r"|\b(?i:" + _MONTH + r"|easter|christmas|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twice|half|third)\b"
    r"|(?<=[\w,;] )(?!I\b)[A-Z][a-zé]+|\b(?i:nobody|no one|only one|alone)\b"
)

#: What a company tells of its past, or a job advertisement of its applicants, is no reason to hire now.
_PAST = re.compile(
    r"\b(?:founded|established|incorporated|headquartered|our (?:history|story|journey|mission|vision|values)|began (?:in|as)"
    r"|since (?:1\d|200)\d\d?|for (?:over|more than|nearly|the past) \w+ (?:years|decades)|award[- ]winning|proud|passion\w*"
    r"|applicants?|candidates?|apply|experienced?|ideal|opportunit\w+|dynamic|leading|world[- ]class|trusted|our clients?|expanding"
    r"|is (?:seeking|looking|recruiting)|are (?:seeking|looking|recruiting)|we(?:(?:'|’)re| are) (?:seeking|looking|searching|on a)|seeks|recruits?"
    r"|requires?|backed by|on a mission|skills|sponsored|benefits?|salary|announces)\b",
    re.IGNORECASE,
)

#: A demand or an order to the reader is told as one: `You will …`, `You must …`.
_TO_READER = re.compile(
    r"^(?:you(?:'|’)?(?:ll)? (?:will|must|should|may|report|work)|as an?\b|in this role)", re.IGNORECASE
)


def tells_reason(text: str) -> bool:
    """Whether a sentence at the top of a posting tells what happened or what goes wrong, with when, how many or who."""
    if text.endswith("?") or _CONCRETE.search(text) is None or not _TELLS.matches(text):
        return False
    return not _PAST.search(text) and not _TO_READER.match(text)
