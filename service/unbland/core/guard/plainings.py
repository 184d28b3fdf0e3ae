"""Plainings: stiff phrases of postings and the plain ones put for them, as rows of the table in `rewritings`.

Hidden verbs and stiff words go by the lists of plainlanguage.gov (public domain); the figures, days and everyday turns
below are our own, from lines that editors wrote. The one says neither more nor less than the other in any posting.
"""

from __future__ import annotations

from unbland.core.guard.idioms import TONGUES
from unbland.core.guard.multiples import Row
from unbland.core.guard.phrasings import NUMBER
from unbland.core.language.dates import MONTHS

_COUNT = rf"(?:\d+|{NUMBER})"
_MONTH = "|".join(MONTHS)
#: What stands before a deed that has no subject of its own: nothing, or another deed.
_HEAD = r"(?:^|(?<=^responsible for )|(?<=, )|(?<=; )|(?<=\. )|(?<= and ))"
#: Deeds as nouns, with the small word that hangs on them, and the verb that is hidden in them.
_HIDDEN = {
    "visits? to": "visiting",
    "attendance (?:at|of)": "attending",
    "participation in": "participating in",
    "compliance with": "complying with",
    "adherence to": "adhering to",
    "liaison with": "liaising with",
    "communication with": "communicating with",
    "collaboration with": "collaborating with",
    "cooperation with": "cooperating with",
    "negotiations? with": "negotiating with",
    "responses? to": "responding to",
    "assistance (?:with|in)": "assisting with",
    "contributions? to": "contributing to",
    "improvements? (?:to|of)": "improving",
}
#: Whom one helps, teaches or supports, named before what it is called: "give the sales team support".
_WHOM = r"((?:the|our|your|their|new|all)(?: [a-z'-]+){1,3}?|[a-z'-]+s)"

PLAININGS: tuple[Row, ...] = (
    ("whenever", r"\bwhenever\b(?! (?:possible|necessary|needed|required|appropriate))", "when"),
    *((noun.split("s?")[0].split(" ")[0], rf"{_HEAD}{noun} (?=[a-z])", f"{verb} ") for noun, verb in _HIDDEN.items()),
    # Who is meant by the post.
    (
        "reports to",
        r"\b(?:this|the) (?:job|role|post|position|post-?holder|job-?holder) (?:directly )?reports to\b",
        "you report to",
    ),
    ("expected to", r"\byou (?:will be|are) expected to\b", "you will"),
    # Help that is a noun behind those who get it.
    *(
        (
            f" {noun}",
            rf"\b(?:give|offer|provide)(s|ing)? {_WHOM} (?:with )?{noun} (?=(?:with|on|in) )",
            rf"{verb}\1 \2 " if not verb.endswith("e") else rf"{verb} \2 ",
        )
        for noun, verb in (("support", "support"), ("assistance", "assist"), ("help", "help"), ("training", "train"))
    ),
    # By half, one of so many, a minute.
    (
        " half| 50",
        r"\b(?:cut|reduce|lower|decrease) ((?:[a-z'-]+ ){1,8}?)(?:by|in) (?:half|50 ?%|50 per ?cent)(?![\w%])",
        r"halve \1",
    ),
    (
        "one |0 ",
        rf"\b(?:one|1) ([a-z]+) (?:in|out of) ({NUMBER})(?= (?:has|have|had|was|were|can|does|do|goes?|comes?)\b)",
        r"1 in \2 \1s",
    ),
    ("seconds", r"\b(?:60|sixty) seconds\b", "1 minute"),
    ("a minute", r"\b(under|within|than|about|least|most|nearly|almost) a minute\b", r"\1 1 minute"),
    ("0 min.|0min.", r"(?<=\d) ?min\.(?= ?(?:[,;)]|$))", " minutes"),
    (
        "0m ",
        r"(?<![$£€\w.,])(\d{1,3})m(?= (?:in|long|wide|high|deep|tall|above|below|away|pool|swim|sprint|freestyle)\b)",
        r"\1 m",
    ),
    ("-person|-strong", rf"\b({_COUNT})-(?:person|strong) (team|crew|group|shift) of (?=[a-z])", r"\2 of \1 "),
    # So many of such a length, and which days are meant.
    (
        "s of ",
        (
            rf"\b({_COUNT}) (shift|day|night|lesson|session)s of ({_COUNT}) (hour|minute)s(?: each)?"
            r"(?= (?:a|per|each|every) (?:week|month|day)\b)"
        ),
        r"\1 \3-\4 \2s",
    ),
    ("years' m|months' m", r"\b(years|months)' (?=min(?:imum|\.)?(?![a-z]))", r"\1 "),
    ("between 0", rf"\bbetween (\d{{1,2}}) and (\d{{1,2}}) ({_MONTH})\b", r"from \1 to \2 \3"),
    (
        "between ",
        rf"\bbetween ({_MONTH}) (\d{{1,2}}) and (?:\1 )?(\d{{1,2}})\b(?! (?:{_MONTH}))",
        r"from \2 to \3 \1",
    ),
    # Everyday turns.
    ("calm", r"\b(?:remain|keep)(s|ing)? (?=(?:cool and )?calm\b)", r"stay\1 "),
    (" mind ", r"\bdo not mind (?=[a-z]+ing\b)", "are happy "),
    ("bring ", r"\bbring ((?:[a-z'-]+ ){1,8}?)down (?=(?:from|to|by|below|under)\b)", r"decrease \1down "),
    (
        "written|spoken",
        (
            rf"\b(good|excellent|fluent|strong|confident) (?:written and (?:spoken|verbal|oral)"
            rf"|(?:spoken|verbal|oral) and written) ({TONGUES})\b"
        ),
        r"\1 \2, written and spoken",
    ),
    ("minutes on foot", r"\bminutes (?:away )?on foot\b", "minutes' walk"),
    # At once.
    ("at once", r"\b(\d+|two|three|four|five|several|many) ([a-z]+ )at once\b", r"\1 \2at the same time"),
    ("at once", r"\bat once\b(?=,? ?(?:[,.;)]|$|(?:when|if|to|about|of)\b))", "immediately"),
    ("away|straight off", r"\b(?:right|straight) (?:away|off)\b", "immediately"),
)
