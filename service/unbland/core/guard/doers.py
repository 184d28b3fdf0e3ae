"""Doers: who does the deed that a verb of a text names, as far as form and neighbours tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from unbland.core.guard.agents import agent
from unbland.core.guard.grammar import BE, DETERMINERS, MARKERS, PARTIES, PRONOUNS, WE, YOU
from unbland.core.guard.reading import Reading
from unbland.core.guard.verbs import RELATIVES
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS, meaning
from unbland.core.language.words import stem, word_set

#: He, she, they: somebody who is not the reader.
OTHERS = "<other>"
#: Of whom the text does not say that they do it.
UNKNOWN: frozenset[str] = frozenset()

#: Small words that may stand before a subject, or before what belongs to it.
_BEFORE_SUBJECT = frozenset({"", "and", "or", "which", "of", "in", "from", "at"})
#: Small words that open a clause with a subject of its own.
_SUBORDINATE = frozenset({"during", "than", "if", "unless", "because", "before", "after", "as", "but"})
#: In a clause that opens with "with" that says who does what: "with premiums split 80/20".
_BEFORE_WITH = _BEFORE_SUBJECT | _SUBORDINATE | {"with"}
#: Verbs after which somebody else does what follows: "help the technician to test".
_LETS = frozenset(
    map(stem, word_set("help assist train teach ask let enable encourage tell allow want get show coach"))
)
#: Light words name nobody, a "person" apart.
_NOBODY = LIGHT_STEMS - {meaning("person")}
#: The reader may be one of them.
_ANYONE = word_set("anyone anybody everyone everybody those")
#: Endings of nouns of deeds that somebody answers for: "your approval", "the lead's decision".
_DEEDS = ("al", "ion", "ment", "off", "review", "approve", "check", "help", "support", "care", "choice", "request")


def doer(reading: Reading, place: int) -> frozenset[str]:
    """Who does the deed at a place: meanings of names, `<you>`, `<we>`; empty where the text does not say."""
    words, verb = reading.words, reading.words[place]
    if verb.verb == "passive":
        return agent(words, place)
    if verb.verb != "verb":
        return UNKNOWN if verb.verb else _owner(words, place)
    before = [word for word in words[:place] if word.statement == verb.statement]
    own = [word for word in before if word.clause == verb.clause]
    if _is_infinitive(before):
        theirs = before[-2].plain if len(before) > 1 else ""  # "the curriculum is yours to decide"
        return _helped(own) or (frozenset({PARTIES[theirs]}) if theirs in ("yours", "ours") else UNKNOWN)
    if own and own[0].plain in ("who", "which", "that"):
        return _related(before, own) or UNKNOWN
    subject = _subject(own, (word for word in words[:place] if word.clause != verb.clause))
    if subject is not None:
        return subject | _listed(before, own)
    return _unsaid(reading, place, before, own)


def _openings(words: Sequence[Word]) -> frozenset[str]:
    """The small words that a subject may stand behind."""
    return _BEFORE_WITH if words[0].plain == "with" else _BEFORE_SUBJECT | _SUBORDINATE


def _is_infinitive(before: Sequence[Word]) -> bool:
    """Whether "to" or "to have" stands right before a verb."""
    last = [word.plain for word in before[-2:]]
    return last[-1:] == ["to"] or last == ["to", "have"]


def _related(before: Sequence[Word], own: Sequence[Word]) -> frozenset[str] | None:
    """Who does the deed of a clause that begins with "who" or the like: "we are six who fit out clinics"."""
    if any(word.party or word.content for word in own):
        return _subject(own)
    named = before[: before.index(own[0])]
    # "You are to report to the vet, who decides": what one does is not what one is.
    acts = any(word.verb and word.verb != "passive" for word in named)
    ours = frozenset(one.party for one, other in pairwise(named) if one.party and other.plain in BE and not acts)
    return _antecedent(named) | ours


def _unsaid(reading: Reading, place: int, before: Sequence[Word], own: Sequence[Word]) -> frozenset[str]:
    """The doer of a verb without a subject beside it: from before an aside, from an earlier verb, else the reader."""
    verb = reading.words[place]
    aside = _aside(before) if verb.comma else 0
    if aside:
        return _subject(before[:aside]) or UNKNOWN
    earlier = _earlier(reading.words, place, before)
    if verb.third:
        last = earlier[-1] if earlier and reading.words[earlier[-1]].third else None
        return _named_before(verb, before) if last is None else doer(reading, last)
    if earlier and (own or verb.comma):
        # After a comma the list of deeds goes on that the statement began with.
        return _as_earlier(reading, earlier[0] if verb.comma or own[0].comma else earlier[-1])
    return _from_the_start(verb, before, joined=bool(own) and own[0].plain in ("and", "or"))


def _aside(before: Sequence[Word]) -> int:
    """Where among the words before a verb the last aside begins, with "who" or the like; 0 where there is none."""
    return max((at for at, word in enumerate(before) if word.plain in RELATIVES), default=0)


def _earlier(words: Sequence[Word], place: int, before: Sequence[Word]) -> list[int]:
    """The places of the verbs before one in its statement, of which the first or the last may tell its doer."""
    verb = words[place]
    # "Before the show goes on, check the lamps": what the show does tells nothing of who checks.
    told = verb.comma and not verb.third and bool(before) and before[0].plain in MARKERS
    verbs = [at for at in range(place) if words[at].statement == verb.statement and words[at].verb == "verb"]
    return [at for at in verbs if not (told and words[at].third)]


def _named_before(verb: Word, before: Sequence[Word]) -> frozenset[str]:
    """Who is named before "retires"; "Ewan, our locksmith, retires" and "our locksmith, Ewan, retires" name one."""
    named = verb.comma and not any(word.verb or word.marker for word in before)
    return frozenset(word.meaning for word in before if word.content and (named or word.clause == before[0].clause))


def _as_earlier(reading: Reading, place: int) -> frozenset[str]:
    """The doer of an earlier verb, whose deeds go on; unknown where another is let do them: "we help you move"."""
    words = reading.words
    helped = place > 1 and words[place - 1].party and words[place - 2].stem in _LETS
    return UNKNOWN if place and (helped or words[place - 1].plain == "to") else doer(reading, place)


def _from_the_start(verb: Word, before: Sequence[Word], *, joined: bool) -> frozenset[str]:
    """The doer of a statement's first verb: who it is said of, or a party named where it begins; else the reader."""
    said_of = next((at for at, word in enumerate(before) if word.plain in BE), None)
    if said_of and joined:
        return _subject(before[:said_of]) or UNKNOWN
    parties = [word.party for word in before if word.party and word.clause == before[0].clause]
    return frozenset(parties[:1]) if parties and (verb.comma or joined) else frozenset({YOU})


def _subject(words: Sequence[Word], named: Iterable[Word] = ()) -> frozenset[str] | None:
    """The parties or nouns that stand before a verb; None where nobody stands there.

    `named` are the words before, for which "she" and "they" may stand.
    """
    found: set[str] = set()
    for word in reversed(words):
        if word.party:
            found.add(word.party)
            break
        if word.plain in ("he", "she", "they") and not found:
            return frozenset({OTHERS, *(other.meaning for other in named if other.content)})
        if word.plain in PRONOUNS:
            return frozenset(found)
        if word.verb == "verb":
            break
        if found and word.plain in DETERMINERS and _is_behind_noun(words, word):
            break  # "tasks your supervisor assigns"
        if word.content and not word.is_adverb and word.meaning not in _NOBODY:
            if word.marker not in _openings(words):
                break
            found |= _named_by(word, found)
            if word.marker in _SUBORDINATE:
                break
    return frozenset(found) or None


def _named_by(word: Word, behind: AbstractSet[str]) -> frozenset[str]:
    """Whom a word before others names: "our founder's daughter" is not our founder."""
    return frozenset() if behind and word.possessive else frozenset({word.meaning})


def _is_behind_noun(words: Sequence[Word], article: Word) -> bool:
    """Whether a noun stands right before an article, so that a clause about it begins there."""
    at = next(place for place, word in enumerate(words) if word is article)
    return bool(at) and words[at - 1].content and not words[at - 1].verb and not article.comma


def _antecedent(words: Sequence[Word]) -> frozenset[str]:
    """The last name before "who": back to the small word that governs it, or to a verb."""
    found: set[str] = set()
    if _names_nobody(words):
        return UNKNOWN
    for word in reversed(words):
        if word.verb == "verb" or word.party:
            break
        if word.content:
            found.add(word.meaning)
            if word.marker and word.marker not in ("and", "or", "of"):
                break
    return frozenset(found)


def _names_nobody(words: Sequence[Word]) -> bool:
    """Whether words before "who" name nobody, or whoever it may be."""
    return any(word.plain == "nobody" for word in words) or (bool(words) and words[-1].plain in _ANYONE)


def _listed(before: Sequence[Word], own: Sequence[Word]) -> frozenset[str]:
    """The subjects before "and" that share the verb: "game jams and student projects do not count"."""
    if not own or own[0].plain not in ("and", "or"):
        return UNKNOWN
    last = [word for word in before if word.clause == own[0].clause - 1]
    if any(word.verb for word in last):
        return UNKNOWN
    return frozenset(word.party or word.meaning for word in last if word.content or word.party)


def _helped(own: Sequence[Word]) -> frozenset[str]:
    """Whoever is helped, taught or asked to do it."""
    lets = [at for at, word in enumerate(own) if word.stem in _LETS and word.verb]
    return frozenset(word.meaning for word in own[lets[-1] + 1 :] if word.content) if lets else UNKNOWN


def _owner(words: Sequence[Word], place: int) -> frozenset[str]:
    """Whose deed a noun names: "your approval" is yours."""
    if not place or not words[place].plain.endswith(_DEEDS):
        return UNKNOWN
    before = words[place - 1]
    if before.plain in ("your", "our"):
        return frozenset({YOU if before.plain == "your" else WE})
    return frozenset({before.meaning}) if before.possessive and before.content else UNKNOWN
