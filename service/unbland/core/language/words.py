"""Words of English text: tokens with their places, stems, and which words carry content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from unbland.core.language.deeds import DEEDS


def word_set(text: str) -> frozenset[str]:
    """A list of words as it is written in the code: parted by white space."""
    return frozenset(text.split())


#: A word keeps what is inside a name: `Next.js`, `R&D`, `don't`; and what ends one: `C++`, `C#`. A hyphen parts
#: words, so that `client-facing` and `facing clients` meet. `.NET` keeps its dot.
_TOKEN = re.compile(r"(?<!\w)\.NET\b|[^\W_]+(?:[.'’&][^\W_]+)*(?:\+\+|#)?")

#: The same in ASCII without that name, found sooner.
_PLAIN_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.'&][A-Za-z0-9]+)*(?:\+\+|#)?")

#: British endings that American text writes with z: both give one stem. A word this bends wrongly (`promize`)
#: is bent the same way on both sides of every comparison.
_BRITISH = re.compile(r"(?<=[a-z]{3})([iy])s(e[drs]?|ing|ation|ations|able)$")

#: Spellings of one word that no ending rule joins; postings mix them freely.
SPELLINGS = {
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "labour": "labor",
    "favour": "favor",
    "behaviour": "behavior",
    "behavioural": "behavioral",
    "colour": "color",
    "neighbour": "neighbor",
    "neighbourhood": "neighborhood",
    "honour": "honor",
    "centre": "center",
    "centres": "centers",
    "theatre": "theater",
    "fibre": "fiber",
    "metre": "meter",
    "litre": "liter",
    "programme": "program",
    "programmes": "programs",
    "practise": "practice",
    "practising": "practicing",
    "cheque": "check",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "skilful": "skillful",
    "travelling": "traveling",
    "travelled": "traveled",
    "labelling": "labeling",
    "modelling": "modeling",
    "counselling": "counseling",
    "counsellor": "counselor",
    "judgement": "judgment",
    "paediatric": "pediatric",
    "paediatrics": "pediatrics",
    "orthopaedic": "orthopedic",
    "orthopaedics": "orthopedics",
    "anaesthetic": "anesthetic",
    "tonne": "ton",
    "tonnes": "tons",
    "grey": "gray",
    "defence": "defense",
    "offence": "offense",
    "catalogue": "catalog",
    "dialogue": "dialog",
    "analogue": "analog",
    "buses": "bus",
    "availability": "available",
    "safety": "safe",
    "supervision": "supervise",
    "supervisory": "supervise",
    "advice": "advise",
    "agreement": "agree",
    "agreements": "agree",
    "decision": "decide",
    "decisions": "decide",
    "choice": "choose",
    "choices": "choose",
    "successor": "succeed",
    "succession": "succeed",
    "resumé": "resume",
    "résumé": "resume",
}

#: Words that a sentence needs and that say nothing by themselves: articles, pronouns, prepositions, conjunctions,
#: auxiliaries. Negations, modal verbs and quantifiers are here too, since they are no *content*; whoever cares
#: for them (the guard does) looks for them by name.
STOP_WORDS = word_set(
    """
    a an the this that these those such same other another each every all any both either neither some
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    who whom whose which what where when why how whether one ones someone anyone everyone
    myself yourself ourselves themselves itself himself herself
    and or but nor so yet if then than as because while although though unless until since
    of in on at by to from for with without within into onto upon over under out off up down about across after
    before between among amongst during through throughout toward towards against along around behind below above
    beside besides beyond per via near inside outside except excluding including include includes plus minus etc eg ie
    am is are was were be been being do does did doing done have has had having will would shall should can could
    may might must ought need not no never none cannot can't don't doesn't didn't won't isn't aren't wasn't weren't
    there here very too also just only even more most less least much many few several own again further once
    whichever whatever whoever whenever wherever
    e.g i.e we're you're they're it's we'll you'll we've you've who's that's i'm let's
    """
)


def folded(text: str) -> str:
    """The text in lower case, character by character, as a pattern without regard to case sees it."""
    if not text.isascii():  # letters that such a pattern takes for `i` and `s`, and `lower` does not
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()


class Token(NamedTuple):
    """One word and its half-open place in the text."""

    text: str
    start: int
    end: int


#: Words that are kept, more than a thousand postings use; and lines, each of which is looked at from several sides.
_WORDS_KEPT = 65_536
_LINES_KEPT = 2_048


@lru_cache(maxsize=_LINES_KEPT)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    shape = _PLAIN_TOKEN if text.isascii() and ".NET" not in text else _TOKEN
    new = tuple.__new__  # as `Token` does it, without a call for each word of each line
    return tuple([new(Token, (found[0], *found.span())) for found in shape.finditer(text)])


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """The stem that a word shares with its inflections and its other spelling: `Licences` and `licensed` → `licens`."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain.endswith("ification"):
        plain = f"{plain.removesuffix('ication')}y"  # "notification": "notify"
    american = _BRITISH.sub(r"\1z\2", SPELLINGS.get(plain) or DEEDS.get(plain, plain))
    try:
        # A stemmer holds the word it works on, so each call has its own: threads may ask at once. Stems are kept below.
        return str(Stemmer.Stemmer("english", 0).stemWord(american))
    except UnicodeEncodeError:  # half a sign, which stands in no word that a reader sees
        return american


@lru_cache(maxsize=_WORDS_KEPT)
def is_content(word: str) -> bool:
    """Whether a word says something by itself; numbers are left to `quantities`."""
    return word.lower().replace("’", "'") not in STOP_WORDS and not word[0].isdigit()


@lru_cache(maxsize=_WORDS_KEPT)
def content_stem(word: str) -> str | None:
    """The stem of a word that carries content; None of any other."""
    return stem(word) if is_content(word) else None


def stems_in_order(words: Sequence[Token]) -> list[str]:
    """The stems of the words that carry content, as often as they stand there."""
    return [found for word in words if (found := content_stem(word.text)) is not None]


@lru_cache(maxsize=_LINES_KEPT)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry content, without stop words and numbers."""
    return frozenset(stems_in_order(tokens(text)))


def sign_before(text: str, place: int) -> str:
    """The last sign before a place that is no white space; empty where there is none."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[max(place - 1, 0) : place]
