"""Predicates: whether a word behind a noun says what the noun does, as far as form and neighbours tell."""

from __future__ import annotations

from unbland.core.guard.days import CALENDAR, FREQUENCIES
from unbland.core.guard.grammar import AUXILIARIES, BE, DETERMINERS, MARKERS, PRONOUNS
from unbland.core.guard.spot import Spot, is_joined, is_related
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.units import SPANS
from unbland.core.language.words import word_set

#: Nouns in the plural that stand before another noun all the same: "sales support".
_PLURAL_ATTRIBUTES = word_set(
    "sales operations customs sports systems goods savings arts communications benefits accounts parts works materials"
    " electronics logistics facilities human resources premises civils securities claims"
)
#: Nouns that mean several without the ending.
_MANY = word_set("staff people police crew team management children men women")
#: Nouns of several who act as one.
_BODIES = word_set("committee board panel team council office department")
#: Bare nouns that do what the next word says: "work begins", "pay rises".
_AT_WORK = word_set(
    "work pay salary employment probation training production management staff onboarding school reception security"
    " dispatch finance accounting engineering legal kitchen housekeeping marketing sales quality headquarters"
)
_EACH = frozenset({"every", "each", "per"})
#: Mostly verbs, and behind a bare noun names of what is done: "site visits every week".
_ROUNDS = word_set("visits calls checks tests repairs reports reviews updates counts cleans audits walks")
#: Verbs after which somebody else does what follows, without "to".
_HELPS = word_set("help helps helping let lets make makes watch see")

#: Endings of words that stand before a noun.
_ATTRIBUTES = ("al", "ive", "ic", "ous", "ful", "less", "ary", "ed", "ing")
#: Join phrases and clauses; they follow a noun as well as a verb.
_JOINTS = word_set("and or but which who that than if unless as plus when while where because so")
#: Words: a "who" and its verb stand before the verb of the main clause.
_OPENED = 2
#: Words: an article stands no farther before the verb that its noun does.
_PHRASE = 4


def behind_noun(spot: Spot) -> str | None:
    """What stands behind a noun of its clause, as far as its form tells: "help the estimator measure"."""
    word = spot.word
    if not spot.noun.content or spot.noun.clause != word.clause:
        return ""
    if word.ended:
        return "verb" if _has_object(spot) else "passive"
    if spot.is_base and spot.kind in "vb" and _is_helped(spot):
        return "" if _is_deed(spot.after) else "verb"  # "help the shift lead train apprentices"
    if word.third and _is_of_clause(spot):
        return "verb"
    return "" if any(other.verb == "verb" and other.clause == word.clause for other in spot.earlier()) else None


def _is_of_clause(spot: Spot) -> bool:
    """Whether it is the verb of a clause about a noun: "the figures the planner sends"."""
    return (spot.kind == "v" and _is_aside(spot)) or (spot.kind in "vb" and is_related(spot))


def _has_object(spot: Spot) -> bool:
    """Whether a form in -ed is a past: "voters passed a levy", but not "calls are paid a flat $300"."""
    after = spot.after
    goes_on = _is_party(after) or (after is not None and after.plain in DETERMINERS and not after.comma)
    return goes_on and not any(word.plain in BE for word in spot.earlier())


def _is_aside(spot: Spot) -> bool:
    """Whether a noun and its article stand before it, right behind another noun: "the figures the planner sends"."""
    near = spot.words[max(0, spot.at - len("NDN")) : spot.at]
    noun = len(near) == len("NDN") and near[0].content and not near[0].verb and near[0].plain not in AUXILIARIES
    return noun and near[1].plain in DETERMINERS and not near[1].comma


def told(spot: Spot) -> str:
    """Whether it says what the noun before it does: "growers call you", "the office sells them"."""
    after = spot.after
    if _is_listed(spot):
        return ""
    named = after is not None and (after.plain in PRONOUNS or bool(after.party))
    if spot.is_irregular:
        return "verb" if named or _is_article(after) else "passive"
    by_party = _is_party(after) and spot.noun.plain in _BODIES
    if spot.is_base and spot.kind in "vb" and (by_party or _resumes(spot)):
        return "verb"  # "owners of actions from the committee chase you"
    if spot.is_base:
        return "verb" if (_is_plural(spot.noun) or is_joined(spot)) and (spot.kind in "vb" or named) else ""
    return "verb" if after is not None and spot.word.third and _tells_of_one(spot, after, named=named) else ""


def _is_listed(spot: Spot) -> bool:
    """Whether it names what a command is about, behind two attributes: "run purity and germination tests"."""
    noun, first = spot.noun, spot.words[0]
    commands = spot.word.third and first.verb == "verb" and not first.third and first.statement == spot.word.statement
    return commands and not _is_article(spot.after) and _is_second(spot) and not _is_plural(noun)


def _is_second(spot: Spot) -> bool:
    """Whether the noun is the second of two that "and" or "or" joins, and no name or figure."""
    before = [word.plain for word in spot.words[spot.at - 2 : spot.at - 1]]
    joined = before in (["and"], ["or"]) and not spot.noun.figure and not spot.noun.text[0].isupper()
    return joined and all(word.content and not word.verb for word in spot.words[spot.at - 3 : spot.at - 2])


def _tells_of_one(spot: Spot, after: Word, *, named: bool) -> bool:
    """Whether a form for "he" or "she" is a verb behind a noun: "the sales director refers you"."""
    if _is_heading(spot, after):
        return False
    if _is_party(after) and spot.kind in "vb":
        return True  # "the board of local builders meets you"
    second = spot.words[spot.at - 2] if spot.at > 1 else None
    is_name = spot.noun.text[0].isupper() and second is not None and second.statement == spot.word.statement
    if not is_name and _is_attribute(spot.noun, second, after):
        return False
    acts = spot.kind == "v" and (is_name or _is_determined(spot))
    to_party = spot.kind in "vb" and _is_determined(spot) and _goes_to_party(spot)
    return named or acts or to_party or after.plain in DETERMINERS or (spot.kind in "vb" and _is_free(spot, after))


def _is_attribute(noun: Word, second: Word | None, after: Word) -> bool:
    """Whether a noun by its end only tells what kind of thing the next word is; not in "the clinic covers your"."""
    is_thing = second is not None and second.plain in DETERMINERS and (after.plain in DETERMINERS or after.figure)
    return noun.plain.endswith(("s", *_ATTRIBUTES)) and not (is_thing and noun.plain[-1] != "s")


def _is_free(spot: Spot, after: Word) -> bool:
    """Whether what stands behind a form is no noun that it could belong to; "weekly checks of dates" are no deed."""
    counted = spot.noun.plain in FREQUENCIES and after.plain == "of"
    small = after.plain in MARKERS and after.plain not in _JOINTS and not counted
    return small or after.figure or after.is_adverb


def _is_heading(spot: Spot, after: Word) -> bool:
    """Whether a statement begins with a bare noun before it and goes on with how often: "site visits"."""
    first = len(spot.earlier()) == 1 and spot.noun.plain not in _AT_WORK and not spot.noun.verb
    if not first or spot.noun.party or (spot.kind == "v" and spot.word.form not in _ROUNDS):
        return False
    return after.plain in ("within", "once", "twice") or (after.plain in _EACH and _is_span(spot))


def _is_span(spot: Spot) -> bool:
    """Whether a span of time stands behind the word after: "every two weeks", "each Friday"."""
    behind = spot.words[spot.at + 2 : spot.at + 3]
    return any(word.figure or word.plain in CALENDAR or word.plain in SPANS for word in behind)


def _goes_to_party(spot: Spot) -> bool:
    """Whether "to you" stands behind it: "the harbour master reports leaks to you"."""
    behind = (word for word in spot.words[spot.at + 1 :] if word.clause == spot.word.clause)
    return any(word.party and word.marker in ("to", "with", "for") for word in behind)


def _is_article(after: Word | None) -> bool:
    """Whether an article or the like stands right behind a word."""
    return after is not None and after.plain in DETERMINERS


def _is_party(after: Word | None) -> bool:
    """Whether "you" or "us" goes on right behind a word."""
    return after is not None and bool(after.party) and not after.comma


def _resumes(spot: Spot) -> bool:
    """Whether the main clause goes on behind a "who": "operators who have a licence drive the crane"."""
    opened = [word.plain in ("who", "that") for word in spot.earlier()]
    return _is_article(spot.after) and any(opened[1:-_OPENED])


def _is_plural(noun: Word) -> bool:
    """Whether a noun means several, and does not just stand before another noun."""
    ends = noun.plain.endswith("s") and not noun.plain.endswith(("ss", "us", "is")) and not noun.text.isupper()
    return (ends and noun.plain not in CALENDAR and noun.plain not in _PLURAL_ATTRIBUTES) or noun.plain in _MANY


def _is_determined(spot: Spot) -> bool:
    """Whether an article or the like begins the phrase before: "the sales director refers"."""
    near = spot.words[max(0, spot.at - _PHRASE) : spot.at]
    return any(word.plain in DETERMINERS and word.clause == spot.word.clause for word in near)


def _is_deed(after: Word | None) -> bool:
    """Whether the next word is the base form of a verb, so that the word before it is a noun."""
    return (
        after is not None
        and not after.comma
        and after.form in wordnet.lemmas(after.form)
        and (wordnet.verbness(after.form) in ("v", "b"))
    )


def _is_helped(spot: Spot) -> bool:
    """Whether it is what somebody is helped to do: "help the estimator measure"."""
    helps = [word for word in spot.earlier() if word.plain in _HELPS]
    between = [word for word in spot.words[: spot.at] if helps and word.start > helps[-1].start]
    return bool(between) and not any(word.verb == "verb" or word.marker for word in between)
