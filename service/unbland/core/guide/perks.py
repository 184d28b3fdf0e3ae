"""Benefits by name: what a reader can picture, count or compare."""

from __future__ import annotations

import re
from functools import lru_cache

from unbland.core.language.net import Net

#: Things that employers give beside the wage, as postings of several countries name them. A word stands here when it
#: names one thing; "perks", "package" and "wellbeing" name none.
_NAMED = re.compile(
    r"\b(?:(?:health|medical|dental|vision|life|disability|travel|accident|liability) (?:and \w+ )?(?:insurance|cover(?:age)?|plan|benefits|care|aid)"
    r"|(?:medical|dental|vision|health)(?=[,;. ]|$)(?: for| from| at| is| paid| and|,|;|\.|$)"
    r"|insur(?:ance|ed)|health ?care|pensions?|superannuation|super(?=\b)(?! ?(?:duper|star|hero|user))|401 ?\(?k\)?|403 ?\(?b\)?|rrsp|provident fund|gratuity|retirement (?:plan|match\w*|contribution\w*|account|savings)"
    r"|(?:annual|paid|parental|maternity|paternity|sick|study|family|compassionate|bereavement|adoption|volunteer\w*) (?:leave|time off|days|pay)"
    r"|days?['’]? (?:off|holidays?|leave|(?:of )?(?:annual |paid )?(?:leave|vacation|holiday|pto))|days? of (?:\w+ )?(?:leave|holiday|vacation|pto)|(?:weeks?|hours)['’]? (?:off|(?:of )?(?:\w+ )?(?:leave|holidays?|vacation|pto))"
    r"|pto|bank holidays|public holidays|vacation|time off in lieu|toil|birthday off|half[- ]days|weekends off|no (?:nights|sundays|weekends|overtime)|four[- ]day week"
    r"|bonus(?:es)?|commission|profit[- ]shar\w+|share (?:scheme|options?|plan)|stock options?|equity|13th month|thirteenth|christmas pay"
    r"|(?:company|free|paid|staff|subsidi[sz]ed|on[- ]?site|hot|shift) (?:car|van|truck|vehicle|phone|laptop|parking|lunch\w*|meals?|breakfast|food|uniform\w*|training|courses?|gym|transport|bus|housing|accommodation|tools)"
    r"|lunch(?:es)?|meals?|uniforms?|overalls|boots|ppe|tools? (?:allowance|provided)|work(?:wear| clothes)|parking|gym|childcare|cr[eè]che|nursery (?:place|fees|vouchers?)"
    r"|(?:season ticket|bus pass|travel pass|transit pass|deutschlandticket|job ?ticket|regional ticket|railcard|cycle[- ]to[- ]work|bike (?:scheme|lease|leasing)|mileage|fuel card|relocation|cab home|cab fare)"
    r"|(?:tuition|course|exam|training|study|registration|licen[cs]e|membership|conference|education|learning|book|home[- ]office|equipment|wellness|meal|phone|travel|housing|clothing|tool|shoe|childcare) (?:fees?|budget|allowance|stipend|grant|support|reimbursement|vouchers?)"
    r"|(?:staff|employee|family|store|product) discounts?|discount on|\d+ ?% (?:off|discount)|half[- ]price|at cost|sabbaticals?|flexi(?:ble)?[- ]?(?:time|hours|working)|work from home|home[- ]?office|remote days?|days? (?:a|per) week (?:at|from) home|one day a week at home"
    r"|\w+ (?:budget|allowance|stipend|reimbursement|discounts?|leave|vouchers?)\b|car park|(?:mental health|psychological|legal) (?:support|help|advice)|remote work\w*|hybrid work\w*|child benefit|employee assistance|counsell?ing|eye ?care|eye tests?|flu jabs?|physiotherapy|apprenticeship pay|qualification paid|paid (?:breaks?|weekly)|overtime (?:at|paid)|time and a half|double time|(?:night|weekend|sunday|evening|shift|weather) (?:premium|loading|rates?|pay|supplement|bonus|allowance)"
    r"|a (?:room|house|flat|cabin)\b.{0,30}(?:for|at|rent)|return flights|free crossings|company shares|esop)\b",
    re.IGNORECASE,
)

#: An amount that could be anything names none: "between 0 and 365 days", "a match of 0 % or more".
_ANYTHING = re.compile(r"\b(?:0|zero|1)\b ?%?(?:-| to | and |–| or more)|\bfrom 0\b|\b365 days\b", re.IGNORECASE)

#: A sum that is given for something names what it is worth.
_MONEY = re.compile(r"[$£€₹¥] ?\d[\d,.]*\b(?!.*[$£€₹¥])")

#: What is only said to be there.
_ONLY_SAID = re.compile(r"\b(?:included|yes|available|applies|explained|named|defined)[.!]?$", re.IGNORECASE)


_NET = Net((_NAMED, _MONEY))


@lru_cache(maxsize=4_096)
def names_benefit(text: str) -> bool:
    """Whether a line names a benefit that a reader can picture."""
    return _NET.matches(text) and not _ANYTHING.search(text) and not _ONLY_SAID.search(text)
