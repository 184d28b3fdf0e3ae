"""Which words of a text are used as verbs, as far as their form and their neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.grammar import AUXILIARIES, BE, DETERMINERS, MARKERS, PRONOUNS
from unbland.core.guard.predicates import behind_noun, told
from unbland.core.guard.spot import Spot
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.words import word_set

#: Begin an aside; "not" begins one behind a comma.
RELATIVES = word_set("who whom which whose not")

#: Ends of set phrases that are verbs.
_PARTICLES = (" up", " out", " off", " over", " on", " away", " back", " down")
#: Endings of participles.
_PARTICIPLES = ("ed", "en", "t", "n", "d", "ne", "un")

#: One of them stands before the ending in an -ing form.
_VOWELS = frozenset("aeiouy")

#: Stand between two deeds of one list.
_ALSO = word_set("then also usually often")


def mark_verbs(words: Sequence[Word]) -> None:
    """Mark each word as a verb, a passive participle, an -ing form or none; "to" before a verb governs nothing."""
    for at, word in enumerate(words):
        word.verb = _verb(words, at)
        if word.verb == "verb" and at and words[at - 1].plain == "to":
            word.marker = ""
        if word.verb == "passive" and at > 1 and words[at - 1].plain in BE and words[at - 2].plain == "to":
            word.marker = ""  # "tenders have to be prepared"


def _verb(words: Sequence[Word], at: int) -> str:
    """How a word is used: `verb`, `passive`, `ing`, or empty for no verb."""
    word = words[at]
    kind = _kind(word)
    cares = word.form != "care" or any(after.plain in ("for", "about") for after in words[at + 1 : at + 2])
    if kind == "-" or _is_acronym(words, word) or _is_name(words, at) or not cares:
        return ""
    before, after = _beside(words, word, at - 2 if word.hyphened and at > 1 else at - 1), _beside(words, word, at + 1)
    spot = Spot(words=words, at=at, word=word, kind=kind, before=before, after=after)
    return next(use for rule in _RULES if (use := rule(spot)) is not None)


def _beside(words: Sequence[Word], word: Word, at: int) -> Word | None:
    """The word at a place, if it is of the same statement."""
    return words[at] if 0 <= at < len(words) and words[at].statement == word.statement else None


def _is_acronym(words: Sequence[Word], word: Word) -> bool:
    """Whether it is a name by its capitals, and no deed: "SAP experience"."""
    return word.text.isupper() and len(word.text) > 1 and any(other.text.islower() for other in words)


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a capital within a statement makes a name of it: "Korean, Polish and Turkish"."""
    word = words[at]
    lower = at > 0 and words[at - 1].statement == word.statement and not word.hyphened
    return lower and word.text[0].isupper() and not word.text.isupper() and any(w.text.islower() for w in words[:at])


def _kind(word: Word) -> str:
    """How often the word is a verb, as WordNet counts; an unknown -ed form is one."""
    kind = wordnet.verbness(word.form) if word.content else "-"
    if kind in "bn" and word.text.endswith(_PARTICLES):
        return "v"  # "sets up"
    return "v" if kind == "-" and word.content and word.ended else kind


def _as_ing(spot: Spot) -> str | None:
    """An -ing form at the head of a clause or behind a small word."""
    form = spot.word.form
    if not form.endswith("ing") or _VOWELS.isdisjoint(form[:-3]):
        return None  # "ring", "bring"
    before = spot.before
    opens = before is None or (before.clause != spot.word.clause and not before.content)
    return "ing" if before is None or opens or before.plain in MARKERS.keys() | AUXILIARIES | BE else ""


def _before_by(spot: Spot) -> str | None:
    """What is done "by" somebody."""
    after = spot.after
    done = spot.word.form.endswith(_PARTICIPLES) or spot.is_irregular
    return "passive" if done and after and after.plain == "by" and after.clause == spot.word.clause else None


def _at_head(spot: Spot) -> str | None:
    """The first word of a statement."""
    return _commanded(spot, spot.kind) if spot.before is None else None


def _is_denied(spot: Spot, before: Word) -> bool:
    """Whether a participle stands behind "not": "is not carried over", "25 days, not carried over"."""
    done = spot.word.ended or (spot.is_irregular and not before.comma)
    return done and (before.comma or _is_said_to_be(spot))


def _behind_small_word(spot: Spot) -> str | None:
    """What stands behind "is", "the", "then", "you", "will" or "who"."""
    before, form = spot.before, spot.word.form
    if before is None:
        return None
    if before.plain in BE and form.endswith(_PARTICIPLES):
        return "passive"
    if before.plain in ("not", "never") and _is_denied(spot, before):
        return "passive"
    if before.plain in DETERMINERS:
        return ""
    # "Orders are packed, then sent."
    if before.plain in _ALSO and spot.is_irregular and any(word.verb == "passive" for word in spot.earlier()):
        return "passive"
    tells = (
        before.party or before.plain in PRONOUNS | AUXILIARIES or before.plain in ("who", "which") or _goes_back(spot)
    )
    # "To swap a shift".
    infinitive = before.plain == "to" and spot.is_base and spot.after is not None and spot.after.plain in DETERMINERS
    return "verb" if tells or infinitive else None


def _goes_back(spot: Spot) -> bool:
    """Whether "that" stands behind the noun that it stands for: "a firm that runs"."""
    that = spot.at > 1 and spot.words[spot.at - 1].plain == "that" and spot.word.third
    tells = spot.kind in "vb" or (spot.after is not None and (spot.after.figure or spot.after.plain in DETERMINERS))
    return that and tells and spot.words[spot.at - 2].content and not spot.words[spot.at - 2].verb


def _is_said_to_be(spot: Spot) -> bool:
    """Whether a form of "be" stands before the denial before the word."""
    return spot.at > 1 and spot.words[spot.at - 2].plain in BE


def _behind_joint(spot: Spot) -> str | None:
    """What goes on behind "and", or begins a clause behind another small word."""
    before, word = spot.before, spot.word
    if before is None or not (
        before.plain in ("and", "or", "but") or (before.clause != word.clause and not before.content)
    ):
        return None
    earlier = spot.earlier()
    if word.third and spot.kind in "vb" and any(other.verb == "verb" and other.third for other in earlier):
        return "verb"
    goes_on = any(other.verb in ("verb", "ing") for other in earlier)
    return _commanded(spot, spot.kind if goes_on or spot.kind == "v" else "n")


def _behind_comma(spot: Spot) -> str | None:
    """The next of a list of deeds, or the main clause behind an aside: "the manager, who knows you, signs"."""
    if not spot.word.comma:
        return None
    aside = any(other.plain in RELATIVES for other in spot.earlier())
    to_party = any(word.party for word in spot.words[spot.at + 2 : spot.at + 3])  # "the head, Marta, reports to you"
    resumed = spot.word.third and (spot.kind == "v" or ((aside or to_party) and spot.kind == "b"))
    return "verb" if resumed else _commanded(spot, spot.kind)


#: The first rule that knows the use of a word decides; the last always does.
_RULES = (_as_ing, _before_by, _at_head, _behind_small_word, _behind_joint, _behind_comma, behind_noun, told)


def _commanded(spot: Spot, kind: str) -> str:
    """Whether a word at the head of a clause commands: "Check deliveries", "Brief the director"."""
    word, after = spot.word, spot.after
    if word.ended or spot.is_irregular:
        return "passive"
    if word.form not in wordnet.lemmas(word.form) or "-" in word.text or (after is not None and after.plain in BE):
        return ""
    if after is not None and (after.plain in DETERMINERS | PRONOUNS or after.party):
        return "verb"
    return "verb" if kind == "v" or (kind == "b" and after is not None) else ""
