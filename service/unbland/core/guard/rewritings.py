"""The table of ways to write the same: each row brings one of them to the form that is compared.

A row has the letters that a text must have for the row to be tried at all (parted by `|`, in lower case, `0` for any
digit), what is looked for, and what is read instead. The order counts: what a row makes may be what a later one looks
for.
"""

from __future__ import annotations

from unbland.core.guard.adverbials import ADVERBIALS
from unbland.core.guard.formats import FORMATS
from unbland.core.guard.framings import FRAMINGS
from unbland.core.guard.idioms import IDIOMS
from unbland.core.guard.multiples import MULTIPLES, SHARES, Row
from unbland.core.guard.phrasings import NUMBER, PHRASINGS
from unbland.core.guard.plainings import PLAININGS
from unbland.core.guard.usages import USAGES
from unbland.core.language.dates import MONTHS

_MONTH = "|".join(MONTHS)
_SPAN = "(?:hour|day|week|month|year)"
#: "Year one" counts years; "year one of two" and "week one third" begin a share.
_NO_SHARE = r"(?!-| (?:third|half|quarter|fifth|of|in|out|or|to|(?:hour|day|night|shift|week|month)s?)\b)"
_NTH = "(year|month|week|quarter|(?:working |business )?day)"
#: "Day 3" is none where a time or a span goes on behind it.
_NO_SPAN = r"(?![.,:%]\d| ?[-–]?(?:\d|(?:hour|day|week|month|shift|am|pm|a\.m|p\.m)))"
_ORDINALS = zip(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    strict=True,
)
_DAYS = "weekend|week|saturday|sunday|night|day|evening|friday"
_BEFORE_A_SPAN = "for|within|after|about|least|most|than|under|takes?|lasts?|once|nearly|almost|roughly|of"

#: "Not" becomes a word of its own, and so do the verbs that hang on a pronoun.
_CONTRACTIONS: tuple[Row, ...] = (
    ("won't", r"\bwon't\b", "will not"),
    ("can't|cannot", r"\bcan't\b|\bcannot\b", "can not"),
    ("shan't", r"\bshan't\b", "shall not"),
    ("n't", r"n't\b", " not"),
    ("'ll", r"\b(i|you|we|they|who|there|it|he|she|that)'(?:ll)\b", r"\1 will"),
    ("'re", r"\b(you|we|they)'re\b", r"\1 are"),
    ("'ve", r"\b(i|you|we|they)'ve\b", r"\1 have"),
    ("'s", r"\b(it|that|there|he|she|who|what)'s\b", r"\1 is"),
    ("'d", r"\b(you|we|they|i|he|she)'d\b", r"\1 would"),
    ("let's", r"\blet's\b", "let us"),
    ("&", r"(?<=\w) ?& ?(?=\w\w)", " and "),
    ("no one|no-one", r"\bno[- ]one\b", "nobody"),
    ("no-", r"\bno-(go|show|call)", r"no\1"),
)

#: Figures as postings write them: halves, spans of time without a number, clock times, short units, turns of duty.
_FIGURES: tuple[Row, ...] = (
    ("half", r"\bhalf[- ](?:an |of an )?hour(?:'s)?\b", "30 minutes"),
    ("half a", r"\bhalf an? (month|week)(?:'s)?\b", r"50% of 1 \1"),
    ("'s", r"\ban? (hour|day|week|month|year|decade)'s\b", r"1 \1"),
    (" or more| or longer", r"\ban? (year|month|week|day) or (?:more|longer)\b", r"at least 1 \1"),
    ("0.0", r"\b(\d{1,2})\.(\d\d) ?(to|-|–) ?(\d{1,2})\.(\d\d)(?! ?[ap]\.?m)\b", r"\1:\2 \3 \4:\5"),
    ("0p|0 p", r"\b(\d\d) ?(?:p|pence)\b(?!\.m)", r"£0.\1"),
    ("a fortnight's", r"\ba fortnight's\b", "2 weeks"),
    ("0k|0l|0m|0c|0h|0y|0w", r"(?<=\d)(kg|kgs|km|lbs?|ml|mm|cm|hrs?|mins?|yrs?|wks?)\b", r" \1"),
    ("hpw", r"(?<=\d) ?hpw\b", " hours per week"),
    ("0p|0 p", r"(?<=\d) ?p/?h\b", " per hour"),
    ("pcm", r"(?<=\d) ?pcm\b", " per month"),
    ("0000", r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs)? ?(to|-|–) ?([01]\d|2[0-3])([0-5]\d)\b", r"\1:\2 \3 \4:\5"),
    ("within the hour", r"\bwithin the hour\b", "within 1 hour"),
    ("in no more than", rf"\bin no more than (?=(?:\d+|{NUMBER}) [a-z])", "within "),
    ("-fri|–fri| to fri", r"\bmon[-– ]{1,3}(?:to )?fri\b", "Monday to Friday"),
    ("weekdays", r"\b(?:on )?weekdays\b", "Monday to Friday"),
    ("remote", r"\bremote work(?:ing)?\b", "work from home"),
    ("remotely", r"\bremotely\b", "from home"),
    ("probationary", r"\bprobationary\b", "probation"),
    ("day one|day 0", r"\bday (?:one|1)\b", "first day"),
    *USAGES,
    ("every third", r"\bevery third\b", "1 in 3"),
    ("every fourth", r"\bevery fourth\b", "1 in 4"),
    ("every fifth", r"\bevery fifth\b", "1 in 5"),
    ("one |0 ", rf"\b(?:one|1) ({_DAYS}) (?:in|out of) ({NUMBER})\b", r"1 in \2 \1s"),
    ("s in one|s in 0", rf"\b({NUMBER}) ({_DAYS})s in (?:one|1)\b", r"\1 in 1 \2s"),
    ("0 and 0|0 & 0", rf"\b(\d{{1,2}}) (?:and|&) (\d{{1,2}}) ({_MONTH})\b", r"\1 \3 and \2 \3"),
    ("0 and 0|0 & 0", rf"\b({_MONTH}) (\d{{1,2}}) (?:and|&) (\d{{1,2}})\b(?! [a-z]*s\b)", r"\1 \2 and \1 \3"),
    ("here a|been a", r"\b(here|been) an? (year|month|week)\b", r"\1 1 \2"),
    ("alternate ", r"\balternate (?=(?:week|weekend|day|saturday|sunday|monday|friday)s?\b)", "every second "),
    (" or so", r"\b(\d[\d,]*) or so\b", r"about \1"),
    (" up to", r"\b(?:going|goes|go|rising|rises|moving|moves|increasing|growing) up to\b", "rising to"),
    ("averaging ", r"\baveraging (?=\d)", "an average of "),
    (" on average", rf"\b(\d[\d.,]*|{NUMBER}) ([a-z]+)((?: a| per) [a-z]+)? on average\b", r"an average of \1 \2\3"),
    (
        " on average",
        r"\b(once|twice|(?:\d+|three|four|five|six) times) (a|per|each|every) (day|week|month|year) on average\b",
        r"on average \1 \2 \3",
    ),
    ("one |0 ", rf"\b(?:one|1) ([a-z]+) (?:in|out of) ({NUMBER})(?= ?(?:[,.;)]|$))", r"1 in \2 \1s"),
    (
        "every ",
        rf"\b(?:one|1) ({_DAYS})( morning| afternoon| evening)? every ({NUMBER}) weeks\b",
        r"1 in \3 \1s\2",
    ),
    ("up to a |up to the ", r"\bup to (?:a|the) (?:sum|total|maximum|amount|limit|value) of\b", "up to"),
    (
        "0.00",
        r"(?<![\d.,:$€£] )(?<![\d.,:$€£])\b(\d{1,2}) ?(to|-|–|until) ?(\d{1,2})\.(00|15|30|45)(?= ?(?:[,.;)]|$))",
        r"\1:00 \2 \3:\4",
    ),
    ("00 noon|00 midnight|twelve ", r"\b(?:12|twelve) (noon|midnight)\b", r"\1"),
    ("in the next ", rf"\bin the next (?=(?:\d+|{NUMBER}) )", "within "),
    ("half ", r"\bhalf (?=(?:on|to|tied|with|are|were|in|from)\b)", "50% "),
    ("perhaps |maybe ", rf"\b(?:perhaps|maybe) (?=(?:\d|{NUMBER}\b))", "about "),
    ("half for", r"(?<![- ]a )\bhalf for\b(?! an? )", "50% for"),
    ("0 t", r"(?<=\d) t\b", " tonne"),
    ("per cent", r"\bper cent\b", "percent"),
    ("0½", r"(?<=\d)½", ".5"),
    ("0¼", r"(?<=\d)¼", ".25"),
    ("0¾", r"(?<=\d)¾", ".75"),
    ("week of ", rf"\bweek of (\d[\d.,]*|{NUMBER}) hours\b", r"\1 hours a week"),
    ("discount", r"\b(?:(?:is|are) )?discounted (?:by )?(\d[\d.]*) ?(?:%|percent\b)", r"at \1% off"),
    ("discount", r"\b(\d[\d.]*) ?(?:%|percent) discount\b", r"\1% off"),
    ("°", r"°\s?F\b", " degrees Fahrenheit"),
    ("°", r"°\s?C\b", " degrees Celsius"),
)

#: Small phrases, abbreviations, and years and weeks by number.
_SMALL: tuple[Row, ...] = (
    ("a single ", r"\ba single (?!room|bed|occupancy|parent|cabin|berth|cell|studio|flat|malt)(?=[a-z])", "one "),
    ("full pay", r"\b(?:at|on) full pay\b", "fully paid"),
    (
        "in all|in total|all told|altogether",
        r"\b(?:all told|altogether|in all(?= ?(?:[,.;)]|$| [a-z]+ (?:in|on|from))))\b",
        "in total",
    ),
    (" possible", r"\b(?:is|are) possible\b", "can be"),
    (
        " possible",
        r"(?<!\bif )(?<!\bas )(?<!\bnot )(?<!where )(?<!when )(?<!ever )(?<!best )\bpossible(?= ?(?:[,.;)]|$))",
        "can be",
    ),
    ("the succ|the ideal", r"\bthe (?:successful|ideal) (?:candidate|applicant)\b", "you"),
    (
        "at first|initially|to begin with|to start with|in the beginning|at the beginning",
        r"\b(?:at first|initially|to begin with|to start with|(?:in|at) the beginning)(?! of\b)\b",
        "initially",
    ),
    ("so far|up to now", r"\b(?:so far|up to now)\b(?! as\b)", "until now"),
    (" long", r"\ball (day|night|shift|week|month|season|year) long\b", r"the whole \1"),
    ("far as", r"\b(?:as|so) far as ([a-z ]{3,30}?) (?:goes?|(?:is|are) concerned)\b", r"for \1"),
    ("by no means", r"\bby no means\b", "not"),
    (", as ", r", as (?:is|are|does|do|would|will)\b", " and"),
    ("with or without", r"\bwith or without\b", "regardless of"),
    ("calendar ", r"\bcalendar (?=year|month|quarter|week)", ""),
    ("profit", r"\bnot[- ]for[- ]profits?\b|\bnon[- ]?profits?\b", "nonprofit"),
    ("unable to", r"\b(?:(am|is|are|was|were) )?unable to\b", "can not"),
    ("no longer", r"\bno longer\b(?! than)", "not"),
    ("non-|non ", r"\bnon[- ](?=[a-z]{4})", "non "),
    *((f" {number}", rf"\b{_NTH} {number}\b{_NO_SHARE}", rf"{nth} \1") for number, nth in _ORDINALS),
    (
        "day 0|month 0|week 0|from year 0",
        rf"\b((?:working |business )?day|month|week|(?<=from )year) (\d{{1,2}})\b{_NO_SPAN}",
        r"\2th \1",
    ),
    ("-monthly|-weekly|-dayly|-yearly", r"\b(two|three|four|six|\d+)-(month|week|day|year)ly\b", r"every \1 \2s"),
    ("e.g.", r"\be\.g\.,?", "such as"),
    ("i.e.", r"\bi\.e\.,?", "that is"),
    ("incl.", r"\bincl\.", "including"),
    ("excl.", r"\bexcl\.", "excluding"),
    ("0x|0 x", r"(?<=\d)\s?x\b(?!\s?\d)", " times"),
    ("w/", r"\bw/(?=\s)", "with"),
    ("w/o", r"\bw/o\b", "without"),
)

#: Spans of time.
_SPANS: tuple[Row, ...] = (
    (
        "fortnight|every second week|every two week|every 0 week",
        r"\b(?:a|each|every|per) fortnight\b|\bfortnightly\b|\bevery second week\b|\bevery (?:two|2) weeks\b",
        "per 2 weeks",
    ),
    ("fortnight", r"\b(the (?:first|last|next|final|past)) fortnight\b", r"\1 2 weeks"),
    ("fortnight", r"\b(?:a |one )?fortnights?\b", "2 weeks"),
    ("decade", r"\bdecades?\b", "10 years"),
    (
        " a hour| a day| a week| a month| a year| an hour| an day| an week| an month| an year",
        rf"\b({_BEFORE_A_SPAN}) an? ({_SPAN})\b(?! (?:or|with|after|before)\b)",
        r"\1 1 \2",
    ),
    ("-long| long", rf"(?<=\d)[- ]({_SPAN})[- ]long\b", r" \1"),
    (
        "hour|day|time|night|shift",
        r"\b(hours?|days?|times?|nights?|shifts?) in (?:a|the|each|every|any|one) (day|week|month|year)\b",
        r"\1 a \2",
    ),
    ("under-|under ", r"\bunder[- ](one|two|three|four|five|\d+)s\b", r"children under \1"),
    ("children children", r"\bchildren children\b", "children"),
    ("day-to|day to", r"\bday[- ]to[- ]day\b", "daily"),
)

ROWS: tuple[Row, ...] = (
    *_CONTRACTIONS,
    *FRAMINGS,
    *PLAININGS,
    *FORMATS,
    *IDIOMS,
    *_FIGURES,
    *_SMALL,
    *SHARES,
    *MULTIPLES,
    *_SPANS,
    *PHRASINGS,
    *ADVERBIALS,
)
