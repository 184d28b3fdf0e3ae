"""Benefits by name: what a reader can picture, count or compare."""

from __future__ import annotations

import re
from functools import lru_cache

from unbland.core.language.forms import any_of
from unbland.core.language.net import Net

#: Things that employers give beside the wage, as postings of several countries name them. A form stands here when it
#: names one thing; "perks", "package" and "wellbeing" name none.
_NAMED = any_of(r"""
    (?:health|medical|dental|vision|life|disability|travel) (?:and \w+ )?(?:insurance|cover(?:age)?|plan)
    (?:health|medical|dental|vision) (?:and \w+ )?(?:benefits|care|aid)  insur(?:ance|ed)  health ?care
    (?:medical|dental|vision|health)(?= for| from| at| is| paid| and|,|;|\.|$)  pensions?  superannuation
    super(?! ?(?:duper|star|hero|user))  401 ?\(?k\)?  403 ?\(?b\)?  rrsp  provident fund  gratuity
    retirement (?:plan|match\w*|contribution\w*|account|savings)
    (?:annual|paid|parental|maternity|paternity|sick|study|family|bereavement|volunteer\w*) (?:leave|time off|days|pay)
    days?'? (?:off|holidays?|leave|(?:of )?(?:annual |paid )?(?:leave|vacation|holiday|pto))
    days? of (?:\w+ )?(?:leave|holiday|vacation|pto)
    (?:weeks?|hours)'? (?:off|(?:of )?(?:\w+ )?(?:leave|holidays?|pto))  weeks? of vacation  pto  bank holidays
    public holidays  vacation  time off in lieu  toil  birthday off  half[- ]days  weekends off
    no (?:nights|sundays|weekends|overtime)  four[- ]day week  bonus(?:es)?  commission  profit[- ]shar\w+
    share (?:scheme|options?|plan)  stock options?  equity  13th month  thirteenth  christmas pay  esop
    company shares
    (?:company|free|paid|staff|subsidi[sz]ed|hot|shift) (?:car|van|truck|vehicle|phone|laptop|parking|lunch\w*)
    (?:company|free|paid|staff|subsidi[sz]ed|hot|shift) (?:meals?|breakfast|food|uniform\w*|training|courses?)
    (?:company|free|paid|staff|subsidi[sz]ed|on[- ]?site) (?:gym|transport|bus|housing|accommodation|tools)
    (?:accommodation|housing|food|transport(?:ation)?)(?=.{0,40}\b(?:provided|paid|covered|reimbursed|free)\b)
    lunch(?:es)?  meals?  uniforms?  overalls  boots  ppe  tools? (?:allowance|provided)  work(?:wear| clothes)
    parking  gym  childcare  cr[eè]che  nursery (?:place|fees|vouchers?)  season ticket  (?:bus|travel|transit) pass
    deutschlandticket  job ?ticket  regional ticket  railcard  cycle[- ]to[- ]work  bike (?:scheme|lease|leasing)
    mileage  fuel card  relocation  cab (?:home|fare)
    (?:tuition|course|exam|training|study|registration|licen[cs]e|membership|nursery) (?:fees?|support)
    (?!(?:our|the|its|your|their|a|an)\b)\w+ (?:budget|allowance|stipend|grant|reimbursement|discounts?|leave)
    \w+ vouchers?  car park  discount on
    \d+ ?% (?:off|discount)  half[- ]price  at cost  sabbaticals?  flexi(?:ble)?[- ]?(?:time|hours|working)
    remote work\w*  hybrid(?: or remote)? work\w*  home ?working  work from home  home[- ]?office  remote days?
    days? (?:a|per) week (?:at|from) home  child benefit
    (?:mental health|psychological|legal) (?:support|help|advice)  employee assistance  counsell?ing  eye ?care
    eye tests?  flu jabs?  physiotherapy  qualification paid  paid (?:breaks?|weekly)  overtime (?:at|paid)
    time and a half  double time
    (?:night|weekend|sunday|evening|shift|weather) (?:premium|loading|rates?|pay|supplement|bonus)  return flights
    free crossings  a (?:room|house|flat|cabin)\b.{0,30}\b(?:for|at|rent)
""")

#: A sum that is given for something names what it is worth.
_MONEY = re.compile(r"[$£€₹¥]")
_SUM = re.compile(r"[$£€₹¥] ?\d")

#: What is not given is no benefit, but for work that one is spared.
_DENIED = re.compile(
    r"(?:there (?:is|are) )?no\b|not\b|we (?:do not|don['’]t|cannot|offer no)\b|without\b", re.IGNORECASE
)
_SPARED = re.compile(
    r"no (?:\w+ )?(?:nights?|sundays?|saturdays?|weekends?|overtime|shifts?|calls?|on-call)\b", re.IGNORECASE
)

#: An amount that could be anything names none: "between 0 and 365 days", "a match of 0 % or more".
_ANYTHING = re.compile(r"\b(?:0|zero|1)\b ?%?(?:-| to | and |–| or more)|\bfrom 0\b|\b365 days\b", re.IGNORECASE)

#: What is only said to be there.
_ONLY_SAID = re.compile(r"\b(?:included|yes|available|applies|explained|named|defined)[.!]?$", re.IGNORECASE)


_NET = Net((_NAMED,))


@lru_cache(maxsize=4_096)
def names_benefit(text: str) -> bool:
    """Whether a line names a benefit that a reader can picture."""
    one_sum = _SUM.search(text) is not None and len(_MONEY.findall(text)) == 1
    if _DENIED.match(text) and not _SPARED.match(text):
        return False
    return (one_sum or _NET.matches(text)) and not _ANYTHING.search(text) and not _ONLY_SAID.search(text)
