"""Adverbials: phrases that begin with a small word and say what one word says, as rows of the table in `rewritings`.

The thesaurus finds phrases by their first word of content, so that these are brought to their word before.
"""

from __future__ import annotations

from unbland.core.guard.multiples import Row

#: Each word with the phrases that say it in any posting.
_WORDS = {
    "always": ("at all times", "all the time"),
    "forthwith": ("without delay",),
    "asap": ("as soon as possible", "at the earliest opportunity"),
    "soon": ("before long",),
    "currently": ("at the moment", "at present", "right now", "for the time being"),
    "previously": ("in the past",),
    "simultaneously": ("at the same time",),
    "meanwhile": ("in the meantime",),
    "again": ("once more", "once again"),
    "onsite": ("on site", "on-site", "on the premises", "on premises"),
    "offsite": ("off site", "off-site"),
    "outdoors": ("out of doors", "in the open air", "in the open"),
    "abroad": ("in other countries",),
    "worldwide": ("around the world", "across the world", "throughout the world", "all over the world"),
    "nationwide": ("across the country", "throughout the country", "all over the country"),
    "online": ("on the internet", "over the internet", "via the internet"),
    "manually": ("by hand",),
    "personally": ("in person",),
    "together with": ("in conjunction with", "jointly with", "along with"),
    "to": ("in order to", "so as to"),
    "regarding": ("with regard to", "in regard to", "with respect to", "in relation to"),
    "according to": ("in accordance with", "in line with", "in compliance with", "as per"),
    "although": ("even though",),
    "despite": ("in spite of",),
    "regardless of": ("without regard to", "irrespective of"),
    "generally": ("in general", "on the whole"),
    "many": ("a large number of", "a great number of"),
    "several": ("a number of",),
    "various": ("a variety of", "a range of"),
    "partly": ("in part",),
    "slightly": ("a little", "a bit"),
    "easily": ("with ease",),
    "in addition to": ("on top of",),
}

#: What must or must not stand around a phrase that says something else elsewhere: "keep on top of", "a little French".
_BEHIND = {"on top of": r"(?<!keep )(?<!stay )(?<!keeping )(?<!staying )"}
_BEFORE = {
    "in the open": r"(?= ?(?:[,.;)]|$))",
    "in general": r"(?= ?(?:[,.;)]|$))",
    "a little": r"(?= [a-z]+er\b)",
    "a bit": r"(?= [a-z]+er\b)",
    "in part": "(?![ -]time)",
}

ADVERBIALS: tuple[Row, ...] = tuple(
    (
        phrase,
        rf"{_BEHIND.get(phrase, '')}\b{phrase}\b{_BEFORE.get(phrase, '')}",
        word,
    )
    for word, phrases in _WORDS.items()
    for phrase in phrases
)
