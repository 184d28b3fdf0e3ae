"""Shapes of words that bar people by who they are: most are unlawful, in most places, whatever the job.

Sources: EEOC, Prohibited employment policies; UK Equality Act 2010, s. 39; EU directives 2000/43, 2000/78, 2006/54.
"""

from __future__ import annotations

import re

from unbland.core.ledger.model import Kind

_AGE = r"(?:1[89]|[2-7]\d)"
_OLD = r"\s*(?:years?[- ]old|years? of age|y\.?\s?o\b)"

#: A limit of age, not a least age: "at least 18" may be the law.
AGE_LIMIT = re.compile(
    rf"\b{_AGE}\s*(?:-|–|to|and)\s*{_AGE}{_OLD}"
    rf"|\b(?:aged?|ages)\b[:\s]*(?:limit|range|group|between|from|of)?[:\s]*{_AGE}\s*(?:-|–|to|and)\s*{_AGE}\b"
    rf"|\b(?:up to|under|below|younger than|(?:not?|never) (?:older|more|over) than|maximum(?: of)?|max\.?|less than"
    rf"|not over)\s+(?:the age of\s+{_AGE}\b|{_AGE}{_OLD})"
    rf"|\b(?:not?|never) older than\s+{_AGE}\b(?! ?(?:days|weeks|months|minutes|hours))"
    rf"|\b{_AGE} years of age or (?:younger|less|under)\b"
    r"|\bmust be (?:under|below) [2-6]\d\b(?! ?(?:years?|y\.|kg|lbs?|pounds|minutes|miles|km))"
    rf"|(?:^|(?<=: ))(?:under|below|up to) {_AGE}(?=\s*(?:[,.;]|$))"
    rf"|\b(?:fe)?males?,? (?:not (?:more|older) than|under) {_AGE}\b"
    rf"|\b(?:over|above|more than|older than) (?:2[2-9]|[3-7]\d){_OLD}"
    rf"|\bage:?\s+(?:below|under|less than|up ?to|max\.?|not (?:exceeding|above|over|more than|older than))\s+{_AGE}\b"
    rf"|\b(?:candidates?|applicants?|persons?|people|you are|you['’]re) (?:aged )?(?:under|below|not above) {_AGE}\b"
    r"(?! ?(?:kg|lbs?|pounds|minutes|miles|km|%))"
    rf"|\b(?:under|below) {_AGE} years(?=\s*(?:[.,;)]|$))"
    r"|\b(?:upper |maximum )age(?: limit)?\b|\bage limit\b",
    re.IGNORECASE,
)
#: Whose age it may be instead.
OTHERS = re.compile(
    r"\b(?:child\w*|pupils?|students?|participants?|patients?|residents?|clients?|customers?|kids"
    r"|dependents?|dependants?"
    r"|famil\w+|insur\w+|apprenticeship|funded|nominees?|youth|players?|cadets?|regardless|any age|debts?|debtors?)\b",
    re.IGNORECASE,
)

SEX_ONLY = re.compile(
    r"\b(?:fe)?males? (?:only|candidates?|applicants?|preferred|required)\b"
    r"|\b(?:only|must be|should be|looking for|seek|seeks|seeking)(?: an?)? (?:fe)?males?\b"
    r"|\b(?:men|women|ladies|gentlemen|boys|girls) only\b|\b(?:sex|gender): ?(?:fe)?male\b"
    r"|\bonly (?:wo)?men (?:may|can|need|should) apply\b|\b(?:lad(?:y|ies)|gentlem[ae]n|women|men|girls?) preferred\b"
    r"|\ban? (?:strong|young|fit) (?:wo)?man\b|^(?:fe)?male (?:[a-z]+ ){0,2}[a-z]+$|\((?:fe)?male\)"
    r"|^(?:he|she) (?:must|will|should|has to)\b"
    r"|(?:^|(?<=: ))(?:fe)?males?\b(?=[,; ]+(?:aged?|under|below|over|up to|between|not)\b|[,; ]+\d\d|\W*$)",
    re.IGNORECASE,
)
#: Where the sex of the person is part of the work, the law asks to say so.
OCCUPATIONAL = re.compile(
    r"\boccupational (?:requirement|qualification)|\bequality act\b|\bGOR\b|\bschedule 9\b|\bsex discrimination act",
    re.IGNORECASE,
)

FAMILY = re.compile(
    r"\bunmarried\b(?! partner)|\bmust be (?:single|married)\b|\b(?:have|with) no (?:children|kids)\b"
    r"|\bwithout (?:children|kids|dependents|family commitments)\b|\bchild(?:less|[- ]free)\b"
    r"|\bno (?:family|childcare|domestic) (?:commitments|obligations|ties)\b|\bnot (?:be )?pregnant\b|\bno pregnan\w+"
    r"|\bno plans? to (?:have|start) (?:a )?(?:family|children)\b|\bmarital status\b",
    re.IGNORECASE,
)

ORIGIN = re.compile(
    r"\bno (?:foreigners|immigrants|expats|refugees|muslims|jews|blacks)\b"
    r"|\b(?:nationals|europeans|whites|westerners) only\b"
    r"|\b(?:must be|should be|be an?) (?:practi[cs]ing |committed |devout )?"
    r"(?:christian|muslim|hindu|catholic|jewish|caucasian|white|european|asian)\b(?! (?:gloves|card|hat))"
    r"|\b(?:christians?|muslims?|hindus?|catholics?) (?:only|preferred|candidates?|applicants?)\b"
    r"|\bof [A-Z]\w+ (?:origin|descent|ethnicity)\b|\bnative[- ]born\b",
    re.IGNORECASE,
)

#: Fluency is what the work needs, not the cradle.
NATIVE = re.compile(
    r"\b[Nn]ative(?P<language> [A-Z][a-z]+)?[- ](?P<what>speakers?|speaking)\b|\b[Mm]other[- ]tongue\b"
    r"|\b[Nn]ative (?P<skill>[A-Z][a-z]+)(?= (?:language )?skills\b)",
)

_PICTURE = r"(?:photo(?:graph)?s?|pictures? of (?:yourself|you))\b"
PHOTO = re.compile(
    rf"\b(?:with|and|including|enclos\w+|attach\w*|accompanied by|send|provide|submit|plus)"
    rf"(?: (?:an?|one|1|2|two|your|recent|identity|colou?r|passport[- ]size\w*|current|digital|\([^)]*\)))* {_PICTURE}"
    rf"|\b(?:1|one|2|two|3|three) (?:colou?r|recent|passport[- ]size\w*) {_PICTURE}"
    rf"|\b(?:CV|resume|résumé|application)s? (?:with|and|must (?:have|include)) (?:an? |your )?(?:recent )?{_PICTURE}",
    re.IGNORECASE,
)

#: One of the papers that an applicant sends: "resume, transcript, photo, and writing sample".
PHOTO_AMONG = re.compile(rf"(?<=, )(?:an? |your )?(?:recent )?{_PICTURE}(?=,? (?:and|to)\b|\W*$|,)", re.IGNORECASE)
PAPERS = re.compile(r"\b(?:CVs?|resumes?|résumés?|cover(?:ing)? letters?|transcripts?)\b", re.IGNORECASE)

#: Where it speaks of applicants and not of whom the work is for.
ASKED = frozenset(Kind) - {
    Kind.DUTY,
    Kind.GOAL,
    Kind.REASON,
    Kind.BENEFIT,
    Kind.PAY,
    Kind.LEGAL,
    Kind.NOISE,
    Kind.MARKET_STAT,
}
