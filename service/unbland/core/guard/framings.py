"""Framings: how a sentence of a posting opens or ends that says only whose it is, as rows of the table in `rewritings`.

"Your tasks include cleaning", "We expect you to clean" and "You clean" are one duty. Each frame was tried on the plain
sources of the labelled set, and keeps what binds, leaves open or denies.
"""

from __future__ import annotations

from unbland.core.guard.multiples import Row
from unbland.core.guard.phrasings import NUMBER

#: Where a sentence begins.
_START = r"(?:^|(?<=\. ))"
_WORK = r"(?:tasks|duties|responsibilities|work|job|role)"
#: Behind a word for those who work there these tell which of them are meant.
_WHICH = r"(?! (?:with|who|whose|from|in|on|of|over|under|aged|working|after|at|living)\b)"
#: What an offer begins with and no wish or liking does: "you enjoy free lunch", never "you enjoy teamwork".
_OFFERED = (
    rf"(?=(?:up to |an? |our |all |your )?(?:(?:\d|{NUMBER}\b)|(?:free|paid|subsidi[sz]ed|company|private)\b|discount))"
)
#: What one asks for by a bare "we expect".
_ASKED = (
    rf"(?=(?:at least |a minimum of )?(?:(?:\d+|{NUMBER})\+? (?:years|months)|experience|knowledge|fluent|solid"
    r"|an? (?:[a-z]+ )?(?:degree|licen[cs]e|diploma|certificate|apprenticeship|qualification))\b)"
)
_WELCOME = "welcome|an advantage|a plus|an asset|a bonus|desirable|preferred|helpful|useful"
_NEEDED = "required|essential|mandatory|necessary|needed|an? (?:must|requirement)"

FRAMINGS: tuple[Row, ...] = (
    # Duties.
    (
        "include|involve",
        (
            rf"{_START}(?:your {_WORK}|the (?:job|role|work|post|position)) (?:also )?(?:includes?|involves?)"
            r" (?=[a-z]+ing\b)"
        ),
        "you are responsible for ",
    ),
    ("take care of", rf"{_START}you (?:will )?take care of (?=[a-z]+ing\b)", "you are responsible for "),
    (" you to ", rf"{_START}we (?:need|expect|ask) you to (?=[a-z])", "you "),
    (
        "as our new|as a new|as the new",
        rf"{_START}as (?:our|an?|the) new (?:colleague|employee|team member|member of (?:the|our) team),? (?=you\b)",
        "",
    ),
    # Offers.
    ("look forward to", rf"{_START}you can (?:also )?look forward to ", "you get "),
    ("entitled to", rf"{_START}you are (?:also )?entitled to ", "you get "),
    ("benefit from", rf"{_START}you (?:will |also )?benefit from ", "you get "),
    ("enjoy", rf"{_START}(?:you (?:will |can |also )?)?enjoy {_OFFERED}", "you get "),
    ("in return", rf"{_START}in return,? (?=(?:you|we)\b)", ""),
    ("benefits ", rf"{_START}(?:our |your |the )?benefits (?:also )?include ", "you get "),
    (
        "employees |staff ",
        rf"{_START}(?:all )?(?:our )?(?:employees|staff) (?:also )?(?:get|receive) ",
        "you get ",
    ),
    (
        " employees| staff",
        (
            rf"\bwe (?:offer|give|provide) (?:all )?(?:our )?(?:employees|staff){_WHICH}"
            rf" (?=(?:an?|\d+|{NUMBER}|free|paid) )"
        ),
        "we offer you ",
    ),
    # What is asked for, and what is only liked.
    ("ask for", rf"{_START}we ask for ", "we require "),
    ("we expect", rf"{_START}we expect {_ASKED}", "we require "),
    ("already", rf"{_START}you already (?=(?:have|hold|know|speak)\b)", "you "),
    ("would be ", r"\bwould be (?:great|good|nice)(?: to have)?(?= ?(?:[.,;]|$))", "would be an advantage"),
    (" to have", r"\b(is|are) (?:good|great|nice) to have(?= ?(?:[.,;]|$))", r"\1 an advantage"),
    ("good to have|points for", rf"{_START}(?:good to have:|(?:extra|bonus) points for) ", "nice to have: "),
    (
        "not ",
        rf"\b(is|are) not (?:{_NEEDED}),? but (?:(?:it|they) )?(?:(?:is|are|would be) )?({_WELCOME})\b",
        r"\1 \2",
    ),
    # Why somebody is hired.
    (
        "open because",
        rf"{_START}(?:this|the) (?:job|post|position|role) is open because ",
        "we are hiring because ",
    ),
    ("the reason", rf"{_START}the reason(?: (?:for this|why we are hiring|we are hiring))?: ", "why we are hiring: "),
)
