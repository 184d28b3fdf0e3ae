"""A word as the checks see it, with what governs, joins, denies and bounds it."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.language.words import word_set

#: How a word stands to the denials of its text; MAYBE is the subject of what is denied, or what a condition denies.
SAID, DENIED, MAYBE = 0, 1, 2

#: Nouns and verbs with the ending of an adverb.
_NO_ADVERBS = frozenset(
    {"family", "assembly", "supply", "reply", "apply", "ally", "rally", "jelly", "belly", "italy", "elderly"}
)


#: Words with the ending of a past that are none.
_NO_PAST = word_set(
    "seed feed weed speed breed bleed heed deed reed bed shed red embed proceed exceed succeed greed creed hundred"
    " sacred indeed"
)

#: Nouns with the ending of several that are one.
_ONE_THING = frozenset({"bonus", "plus", "bus", "campus", "focus", "status", "gas", "lens", "canvas", "atlas", "news"})


@dataclass(slots=True, kw_only=True, eq=False)
class Word:
    """One word with all that is asked of it."""

    text: str
    #: In lower case, with a straight apostrophe.
    plain: str
    stem: str
    #: The stem that stands for it and its synonyms.
    meaning: str
    content: bool
    #: `<you>` or `<we>` for a pronoun of theirs.
    party: str
    #: As it is written, in lower case; of a set phrase the first word.
    form: str
    start: int
    end: int
    #: Whether it is part of a figure.
    figure: bool = False
    #: Which sentence or bracket, and which clause of the text it stands in.
    statement: int = 0
    clause: int = 0
    #: What governs it: the class of the last small word before it since the word of content before.
    marker: str = ""
    #: The same for the whole phrase that it is part of: "to" for both words of "to the sales director".
    phrase: str = ""
    #: A comma stands between it and the word of content before.
    comma: bool = False
    denied: int = SAID
    #: `may`, `usually` or `sometimes`, where such a word leaves it open.
    hedge: str = ""
    #: "" no verb, "verb", "passive", "ing".
    verb: str = ""
    #: Whether it is a participle right before its noun: "paid parking".
    attribute: bool = False
    #: Whether it is written with an apostrophe: "the lead's".
    possessive: bool = False
    #: Whether it stands in brackets.
    bracket: bool = False
    #: Whether a hyphen joins it to the word before.
    hyphened: bool = False

    @property
    def names_doer(self) -> bool:
        """Whether it names somebody by a deed: "manager", "assistant"."""
        return not self.verb and self.plain.endswith(("er", "ers", "or", "ors", "ant", "ants"))

    @property
    def is_adverb(self) -> bool:
        """Whether it says how a thing is done, as far as its ending tells."""
        return self.plain.endswith("ly") and self.plain not in _NO_ADVERBS

    @property
    def ended(self) -> bool:
        """Whether it has the ending of a past: "called", but not "feed" and "seed"."""
        return self.form.endswith("ed") and self.form not in _NO_PAST

    @property
    def third(self) -> bool:
        """Whether it has the ending of a verb that goes with "he" and "she"."""
        return self.form.endswith("s") and not self.form.endswith("ss") and self.form not in _ONE_THING


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How often something is, with its half-open place."""

    text: str
    span: str
    start: int
    end: int
