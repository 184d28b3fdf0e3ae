"""Ways to write shares of a whole and multiples, as rows of the table in `rewritings`."""

from __future__ import annotations

#: "Once a job is done" says when, "once a week is enough" how often.
_ROUND = "hour|day|week|fortnight|month|quarter|year|term|season|shift|night|morning|evening|weekend"
_DONE = rf"(?!(?:{_ROUND})\b)[a-z-]+(?: [a-z-]+){{0,2}} (?:is|are|has|have|was|were)\b"

Row = tuple[str, str, str]

_HALF_TAIL = r"(?=(?:your|our|the|their|its|his|her|that|them|all)\b)"
#: A multiple of what one is paid.
_PAY = r"(?:(?:the|your|our) )?(?:(?:ordinary|normal|basic|base|hourly|usual|regular|standard) )*(?:rate|pay|wage)\b"

#: Shares of a whole.
SHARES: tuple[Row, ...] = (
    ("and a half", r"\b(\d+|one|two|three|four|five) and a half (hour|day|week|month|year)s?\b", r"\1.5 \2s"),
    ("and a half", r"\b(?:an|a|one) (hour|day|week|month|year) and a half\b", r"1.5 \1s"),
    ("one.0", r"\bone\.5", "1.5"),
    ("two.0", r"\btwo\.5", "2.5"),
    ("three.0", r"\bthree\.5", "3.5"),
    ("three ", r"\bthree (?:quarters|fourths)(?: of)?\b", "75% of"),
    ("thirds", r"\btwo[- ]thirds(?: of)?\b", "66.7% of"),
    ("third of", r"\b(?:one|a)[- ]third of\b", "33.3% of"),
    ("quarter of|fourth of", r"\b(?:one[- ]quarter|a quarter|one[- ]fourth) of\b", "25% of"),
    ("fifth of", r"\b(?:one|a)[- ]fifth of\b", "20% of"),
    ("fifths", r"\btwo[- ]fifths(?: of)?\b", "40% of"),
    ("fifths", r"\bthree[- ]fifths(?: of)?\b", "60% of"),
    ("fifths", r"\bfour[- ]fifths(?: of)?\b", "80% of"),
    ("tenth of", r"\b(?:one|a)[- ]tenth of\b", "10% of"),
    ("price", r"\bhalf[- ]price\b", "50% off"),
    ("half", r"\bhalf (?:a|of a|the) year\b|\bhalf-year\b", "6 months"),
    ("half", r"\bhalf (?:a day|of the day)\b", "half day"),
    ("half", rf"\b(?:one |a )?half (?:of )?{_HALF_TAIL}", "50% of "),
    ("half of", r"\b(?:one )?half of\b", "50% of"),
    ("cents", r"\bcents (?:on|in|out of|for) (?:the|every|each) dollar\b", "percent"),
    ("dollar", r"\bdollar[- ]for[- ]dollar\b", "100%"),
)

#: One and a half, multiples, and counts in words.
MULTIPLES: tuple[Row, ...] = (
    ("time and|time-and", r"\b(?:at )?time[- ]and[- ](?:a[- ])?half\b", "150% pay"),
    ("time and|time-and", r"\b(?:at )?time[- ]and[- ]a[- ]quarter\b", "125% pay"),
    ("time and|time-and", r"\b(?:at )?time[- ]and[- ]a[- ]third\b", "133% pay"),
    ("double", r"\b(?:at )?double[- ]time\b", "200% pay"),
    ("0.0 times|half times", rf"\b(?:1\.5|one and a half) times\b(?: {_PAY})?", "150% pay"),
    ("0.00 times", rf"\b1\.25 times\b(?: {_PAY})?", "125% pay"),
    ("0.00 times", rf"\b1\.33 times\b(?: {_PAY})?", "133% pay"),
    ("twice|0 times|two times|double", rf"\b(?:twice|(?:2|two) times|double) {_PAY}", "200% pay"),
    ("once ", rf"(?<!at )\bonce (?=(?:an?|per|each|every|in) (?!second [a-z]|{_DONE}))", "1 time "),
    ("twice", r"\btwice\b", "2 times"),
    ("thrice", r"\bthrice\b", "3 times"),
    ("dozens", r"\bdozens\b", "many"),
    ("half a dozen", r"\bhalf a dozen\b", "6"),
    ("every other", r"\bevery other\b", "every second"),
    (
        "an hour",
        r"\ban hour's\b|(?<=\bwith )an hour\b|(?<=\bget )an hour\b|(?<=\bhave )an hour\b|(?<=\babout )an hour\b",
        "1 hour",
    ),
    ("a couple of", r"\ba couple of\b", "2"),
    ("pair of", r"\bpair of\b", "2"),
)
