"""Usages: everyday ways to write a number, a span, a grade or a deed, as rows of the table in `rewritings`."""

from __future__ import annotations

from unbland.core.guard.multiples import Row
from unbland.core.guard.phrasings import NUMBER

USAGES: tuple[Row, ...] = (
    ("-strong", rf"\b({NUMBER})-strong\b", r"\1-person"),
    ("-hour day", rf"\b(works?|working) ({NUMBER})-hour days?\b", r"\1 \2 hours a day"),
    *(
        (f"year {number}", rf"\b(in|from|of|after|during) year {number}\b", rf"\1 the {nth} year")
        for number, nth in (("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"))
    ),
    (" at a rate of|at the rate of", r"\bat (?:a|the) rate of (?=[$£€\d])", ""),
    ("or higher|or up|and up", r"\b(?:or|and) (?:higher|upwards?|up)(?= ?(?:[,.;)]|$))", "or above"),
    (" or above", r"\b([ABC][12]) or above\b", r"at least \1"),
    (" area", r"\bin the ((?-i:[A-Z])[a-z]+) area\b", r"in and around \1"),
    ("either side", r"\bon either side\b", "on both sides"),
    ("charge of", r"\b(take|takes) charge of\b", "be responsible for"),
    ("e-mail", r"\be-mail(?=s?\b)", "email"),
    ("every sixth", r"\bevery sixth\b", "1 in 6"),
    (
        "ahead|in advance|before|later|earlier",
        r"\ban? (hour|day|week|month|year) (?=(?:ahead|in advance|before|later|earlier)\b)",
        r"1 \1 ",
    ),
    (
        " days of ",
        rf"\b({NUMBER}) days of (\d{{1,2}}|{NUMBER}) hours(?: each)?(?= ?(?:[,.;)]|$))",
        r"\1 \2-hour days",
    ),
    (
        "a day |a week|an evening|an hour ",
        r"\ba(n?) (day|weekend|evening|hour) (?:a|per|each|every) (?=(?:week|month|quarter|year)\b)",
        r"1 \2 a ",
    ),
    (
        "up to date|up-to-date|current",
        r"\bkeep ((?:[a-z][\w-]* ){1,4})(?:up[- ]to[- ]date|current(?= ?(?:[,.;)]|$|(?:in|on|with|and|using) )))",
        r"update \1",
    ),
    ("compare ", r"\bcompare ((?:[a-z-]+ ){1,4})(?:with|to|against)\b", r"check \1against"),
    ("comparing ", r"\bcomparing ((?:[a-z-]+ ){1,4})(?:with|to|against)\b", r"checking \1against"),
    (
        "weather",
        r"\b(?:whatever the weather|regardless of the weather|in (?:any|all) (?:weathers?|kinds? of weather))\b",
        "in all weather",
    ),
    ("any more|any longer|anymore", r" (?:any more|any longer|anymore)(?= ?(?:[,.;)]|$))", ""),
    # Two moments of one sort, two things that are told apart, two that both hold.
    (
        "days 0|weeks 0|months 0",
        (
            r"(?<!\d )\b(day|week|month)s (\d{1,2}) (and|or) (\d{1,2})\b"
            r"(?![.,:%]\d| ?[-–]?\d| (?:hours?|days?|weeks?|months?)\b)"
        ),
        r"\1 \2 \3 \1 \4",
    ),
    (
        "distinguish|tell",
        (
            r"\b(distinguish(?:es|ing)?|(?<=to )tell) (?:between )?([a-z]+) (?:from|and) "
            r"(?=(?-i:[a-z])+(?: by| at| in|[,.;)]|$))"
        ),
        r"\1 \2 and ",
    ),
    (
        "not only|not just|not merely",
        (
            r"\bnot (?:only|just|merely) ([^,.;:]{2,50}?),? but (?:also )?([^,.;:]{2,50}?)(?: as well| too)?"
            r"(?= ?(?:[,.;)]|$))"
        ),
        r"\1 and \2",
    ),
    # What has ended: "when the last guest has left".
    (
        "when ",
        (
            r"\bwhen (?=(?:(?:an?|the|your|our|their|its|all) )?(?:[a-z-]+ ){1,3}"
            r"(?:(?:is|are) (?:over|done|finished|completed?|confirmed|signed|approved|agreed|paid|received|delivered)"
            r"|(?:has|have) (?:[a-z]{2,}ed|left|gone|come|run|begun))\b)"
        ),
        "once ",
    ),
    (
        " in an hour| in a day| in a week",
        r"\b((?:[a-z]+ed|done|built|made|sent) )in an? (hour|day|week)\b",
        r"\1within 1 \2",
    ),
    (" of ten| of 00", rf"\b(\d{{1,2}}|{NUMBER}) (?:out )?of (ten|10|100)(?: of\b|(?= [a-z]))", r"\1 out of \2 of"),
    ("in some |in certain |in a few ", r"\bin (?:some|certain|a few) (?:cases|instances)\b", "sometimes"),
    (
        "rising to|going up to|increasing to|growing to",
        (
            rf",? (?:and )?(?:rising|going up|increasing|growing) to (?=(?:\d+|{NUMBER})"
            r"(?: days?| weeks?| hours?)? (?:after|once|from)\b)"
        ),
        ", ",
    ),
    ("reachable", r"\b(?:is |are )?reachable\b", "can be reached"),
    ("en route", r"\ben route\b", "on the way"),
    ("m and at ", r"\b(\d ?[ap]\.?m\.?) and at (?=\d)", r"\1 and "),
    (
        "as well as",
        r"\b([a-z-]+) as well as (?!you|we|they|it|possible)([a-z-]+)(?= ?(?:[,.;)]|$))",
        r"\1 and \2",
    ),
    ("limited ", r"\blimited (?=(?:until|till)\b)", "temporary "),
    ("of age|years old", r"\bbetween (\d+) and (\d+) years (?:of age|old)\b", r"aged \1 to \2"),
)
