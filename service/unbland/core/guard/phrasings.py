"""Set phrases that say how often, how much at most, and on what condition, as rows of the table in `rewritings`."""

from __future__ import annotations

from unbland.core.guard.multiples import Row
from unbland.core.language.numbers import TEENS, TENS, UNITS

#: A number of a share, in digits or words.
NUMBER = f"(?:\\d+|{'|'.join((*UNITS, *TEENS, *TENS, 'a hundred', 'every hundred', 'hundred', 'twenty-five'))})"

_SPAN = "((?:working |business )?(?:day|week|month|hour)s?)"

#: Set phrases that say how often, how much at most, and on what condition.
PHRASINGS: tuple[Row, ...] = (
    (" you ", r"\b(?:as|if|should) you (?:choose|like|wish|prefer|want)\b(?! to\b)", "your choice"),
    ("round", r"\ba?round[- ]the[- ]clock\b", "24/7"),
    (
        "as a rule|in most cases|for the most part|most of the time|more often than not",
        r"\bas a rule\b|\bin most cases\b|\bfor the most part\b|\bmost of the time\b|\bmore often than not\b",
        "usually",
    ),
    (
        "from time to time|now and|every so often|at times|on occasion",
        r"\bfrom time to time\b|\b(?:every )?now and (?:then|again)\b|\bevery so often\b|\bat times\b|\bon occasion\b",
        "sometimes",
    ),
    (
        "later than|within |more than|at most",
        rf"\b(?:not? (?:later|more) than|within|at most) (\d+|{NUMBER}) {_SPAN} after\b",
        r"within \1 \2 of",
    ),
    ("later than|at the latest", r"\bno later than\b|\bnot later than\b|\bat the latest\b", "by"),
    (
        "as many as|as much as|as far as|as high as|as long as",
        rf"\bas many as\b|\bas much as\b|\bas (?:far|high) as(?= (?:\d|{NUMBER}))|\bas long as(?= \d)",
        "up to",
    ),
    (
        "er than",
        rf"\b(?:no|not) (?:longer|greater|larger|higher|older|heavier) than(?= (?:\d|{NUMBER}))",
        "no more than",
    ),
    ("not exceed", r"\b(?:(?:do|does|may|must|should|can) )?not exceed(?:ing)?\b", "no more than"),
    ("years of age|years old", r"\b(\d\d) years (?:of age|old)\b", r"\1"),
    ("s old", r"\b(days|weeks|months) old\b", r"\1"),
    (
        "0 in 0|0 in two",
        r"\b1 in (?:2|two) (weekend|saturday|sunday|friday|evening|night|day|shift)s\b",
        r"every second \1",
    ),
    ("of two", r"\bin (?:teams|groups|crews) of two\b", "in pairs"),
    ("as few as|as little as", r"\bas few as\b|\bas little as\b", "at least"),
    (
        "provid|on condition that|assuming",
        r"\b(?:provided|on condition) that\b|\b(?:providing|assuming) (?:that|(?=(?:you|we|there)\b))",
        "if",
    ),
    ("as soon as", r"\bas soon as (?!possible|practicable|practical)", "once "),
    ("at the most|at the least", r"\bat the (most|least)\b", r"at \1"),
    (
        " but ",
        (
            r"\b((?:any|every|all|each)(?: [a-z]+){1,2}|every(?:thing|body|one))((?: (?:is|are) [a-z]+)?) but "
            r"(?=(?:the |a |an |our |your |on |at |in )?[a-z]+ ?(?:[,.;)]|$))"
        ),
        r"\1\2 except ",
    ),
    ("as long as|so long as", r"\b[as][so] long as\b", "if"),
    (" days off", rf"\b(\d+|{NUMBER}) days off(?= (?:a|per|each|every) year\b)", r"\1 days of leave"),
    ("provided ", r"(?<!is )(?<!are )(?<!be )\bprovided (?=(?:there|you|we|it|the|a|your|one|they|no|all)\b)", "if "),
    ("should ", r"\bshould (?=you |the |a |we )", "if "),
    ("in case", r"\bin cases? of\b", "if there is"),
    ("in case", r"\bin case\b", "if"),
    ("most recent", r"\bmost recent\b", "latest"),
    ("between the ages", r"\bbetween the ages of (\d+) and (\d+)\b", r"aged \1 to \2"),
    (
        "first |second |third |fourth |last ",
        r"\b((?:first|second|third|fourth|last) (?:[a-z]+ )?of )(?:each|every|the) (?=month|year|week|quarter)",
        r"\1a ",
    ),
    ("excludes", r"\b(?:(?:which|that) )?excludes\b", "excluding"),
    ("excluded|excepted", r"\b(?:(?:is|are) )?(?:excluded|excepted)\b", "are not included"),
    ("possib", r"\b(?:where|wherever|when|whenever) possible\b|\bpossibility of\b", "possibly"),
    ("the chance of|a chance of|prospect of", r"\b(?:with )?(?:the|a) (?:chance|prospect) of\b", "possibly"),
    (
        "apart from|aside from|exception of|save for",
        r"\b(?:apart|aside) from\b|\bwith the exception of\b|\bsave for\b",
        "except",
    ),
    (
        "ahead|in advance|beforehand",
        r"\bbeforehand\b|\bahead of time\b|(?<=weeks |.days |hours |month |onths | week |a day )ahead\b",
        "in advance",
    ),
)
