"""Roles: who does what; a deed of a source keeps its doer."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.doers import OTHERS, doer
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import AUTHORITY, WE, YOU
from unbland.core.guard.helping import LOWERING
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.tasks import their_doer
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import GIVING, meaning
from unbland.core.language.words import word_set

#: The employer by another name: the kinds of workplace that say "we" in postings.
EMPLOYER = frozenset(map(meaning, word_set(
    "company firm studio shop clinic school employer business practice organization bakery team hospital workshop"
    " office store farm kitchen library theatre hotel restaurant lab laboratory warehouse salon garage nursery brewery"
    " museum bank agency charity council college university academy hospice pool gym cafe pub depot plant trust unit"
)))  # fmt: skip
#: The reader by another name.
_READER = frozenset(map(meaning, word_set("candidate applicant incumbent hire holder")))
#: To whom something is offered.
_STAFF = frozenset(map(meaning, word_set("staff employee member colleague")))
#: Names of somebody that are verbs as well: "shift lead".
_LEADS = frozenset({"lead", "leads", "head", "heads", "chief", "coach", "direct"})
#: Verbs that say of nobody in particular what they say.
_IDLE = word_set(
    "have has had get gets want wants like likes need needs become see know look wish try goal go goes come comes"
    " include includes included arise arises arisen"
)

#: Behind a word at the head of an offer these make a name of it.
_NAMED = word_set("with for towards toward in")

#: What an employer alone does for the reader, and what either may do.
EMPLOYERS_OWN = frozenset(map(meaning, ("match", "reimburse", "sponsor")))
_OFFERED = GIVING | EMPLOYERS_OWN | {meaning("contribute"), meaning("fund")}


def check(case: Case) -> Iterator[Violation]:
    """Deeds whose doer in the line is not their doer in any source; a deed that the source has only in a title."""
    for place, word in enumerate(case.claim.words):
        if not word.content or word.start not in case.rests or word.plain in _IDLE:
            continue
        gives_rank = word.stem in AUTHORITY or word.plain in LOWERING
        ranks = (rest.word.names_doer or _is_title(case, rest) for rest in case.candidates[word.start])
        if gives_rank and (word.verb or len(case.claim.words) == 1) and all(ranks):
            yield _violation(f"in the cited source {word.text!r} is only part of somebody's title")
        if place and case.claim.words[place - 1].plain == "would":
            continue  # "French would help" says how much it is asked for
        mine = _resting(case, doer(case.claim, place))
        if mine:
            yield from _wrong_doer(case, place, mine)


def _is_title(case: Case, rest: Rest) -> bool:
    """Whether a word that may be a verb ends somebody's title: "shift lead"."""
    place = case.readings[rest.reading].places[rest.word.start]
    before = case.readings[rest.reading].words[max(0, place - 1) : place]
    compound = any(word.content and not word.verb and word.clause == rest.word.clause for word in before)
    return rest.word.plain in _LEADS and not rest.word.verb and not rest.word.marker and compound


def _wrong_doer(case: Case, place: int, mine: frozenset[str]) -> Iterator[Violation]:
    """What is said when no source has the deed done by whoever does it here."""
    word = case.claim.words[place]
    theirs = [their_doer(case, rest) for rest in same_deeds(case, place)]
    said = place > 0 and case.claim.words[place - 1].party == YOU
    if word.verb == "verb" and said and word.meaning in EMPLOYERS_OWN and _is_unsaid(case):
        yield _violation(f"in the cited source it is the employer who {word.text!r}")
    if word.verb != "verb" and not any(theirs):
        return
    if theirs and all(theirs) and _party_turned(case, word, theirs):
        yield _violation(f"in the cited source whoever {word.text!r} is done to here does it")
    elif word.verb == "verb" and (_happens(case, mine, place) or _is_offered(case, mine, word, theirs)):
        return
    elif not any(theirs) and _done_to(case, mine, word):
        yield _violation(f"in the cited source {word.text!r} is done to whoever does it here")
    elif _exchanged(case, place, mine) or (theirs and all(their and not _same(case, mine, their) for their in theirs)):
        yield _violation(f"the cited source has another one {word.text!r} here")


def _is_offered(case: Case, mine: frozenset[str], verb: Word, theirs: list[frozenset[str]]) -> bool:
    """Whether the employer does what an offer names without saying who does it: "401(k) match of 4%"."""
    after = case.claim.words[case.claim.places[verb.start] + 1 :][:1]
    named = mine == {YOU} and verb is case.claim.words[0] and any(word.plain in _NAMED for word in after)
    if named and case.gives and theirs and all(their == {WE} for their in theirs):
        return True  # "help with finding a flat"
    told = any(_is_employers(case, rest) for rest in case.candidates[verb.start])
    told = told or (_is_unsaid(case) and all(their == {YOU} for their in theirs))
    return mine == {WE} and verb.meaning in _OFFERED and told


def _is_employers(case: Case, rest: Rest) -> bool:
    """Whether the employer is named before what it gives: "employer pension contribution"."""
    own = case.readings[rest.reading].clauses[rest.word.clause]
    return not rest.word.verb and any(word.plain == "employer" for word in own if word.start < rest.word.start)


def _is_unsaid(case: Case) -> bool:
    """Whether the sources offer something and name neither the reader nor the employer."""
    return case.gives and not any(word.party for reading in case.readings for word in reading.words)


def _exchanged(case: Case, place: int, mine: frozenset[str]) -> bool:
    """Whether doer and done-to changed places and share a word: "desk adjusters" and "senior adjuster"."""
    options = [rest for rest in case.candidates[case.claim.words[place].start] if rest.word.verb]
    if len(options) != 1 or case.claim.words[place].verb != "verb" or options[0].word.verb != "verb":
        return False
    reading = case.readings[options[0].reading]
    at = reading.places[options[0].word.start]
    theirs = doer(reading, at)
    behind = {word.meaning for word in _done_to_words(reading, at)}
    done = {word.meaning for word in _done_to_words(case.claim, place)}
    return bool((mine - theirs) & behind and (theirs - mine) & done)


def _resting(case: Case, mine: frozenset[str]) -> frozenset[str]:
    """The doers of the line with the words that they rest on: "PI" and "principal"."""
    own = {
        option.word.meaning
        for word in case.claim.words
        if word.meaning in mine
        for option in case.candidates.get(word.start, ())
    }
    return mine | own


def same_deeds(case: Case, place: int) -> list[Rest]:
    """The words that the verb may rest on; of several, those that are done to the same things."""
    options = list(case.candidates[case.claim.words[place].start])
    if case.claim.words[place].verb:
        options = [rest for rest in options if rest.word.verb] or options
    if len(options) == 1:
        return options
    mine = {case.rests[w.start].word.meaning for w in _done_to_words(case.claim, place) if w.start in case.rests}
    shared = [
        len(mine & {w.meaning for w in _done_to_words(reading, reading.places[rest.word.start])})
        for rest in options
        for reading in (case.readings[rest.reading],)
    ]
    most = max(shared)
    return [rest for rest, count in zip(options, shared, strict=True) if count == most]


def _done_to_words(reading: Reading, place: int) -> list[Word]:
    """What a deed is done to: behind the verb, or before it in the passive, with what stands in a list with it."""
    words, verb = reading.words, reading.words[place]
    near = reversed(words[:place]) if verb.verb == "passive" else words[place + 1 :]
    found: list[Word] = []
    for word in near:
        if word.statement != verb.statement or word.verb == "verb":
            break
        if word.content and not word.phrase:
            found.append(word)
    return found


def _happens(case: Case, mine: frozenset[str], place: int) -> bool:
    """Whether a verb without an object says what happens to what the source does it to: "a shift starts"."""
    words = case.claim.words
    verb = words[place]
    after = next((word for word in words[place + 1 :] if word.content or word.party), None)
    alone = after is None or after.clause != verb.clause or after.marker or after.is_adverb
    alone = alone and not (after is not None and after.party and after.clause == verb.clause)  # "Marta reports to you"
    if mine & {YOU, WE} or not alone:
        return False
    objects = {
        word.meaning
        for rest in case.candidates[verb.start]
        for word in case.readings[rest.reading].clauses[rest.word.clause]
        if word.start > rest.word.start and word.content and not word.phrase
    }
    return mine <= objects


def _party_turned(case: Case, verb: Word, theirs: list[frozenset[str]]) -> bool:
    """Whether "you" or "we" stands behind a verb that they do in the source."""
    words = case.claim.words
    place = case.claim.places[verb.start]
    party = next((word.party for word in words[place + 1 : place + 2] if word.clause == verb.clause), "")
    return bool(party) and verb.verb == "verb" and all(their == {party} for their in theirs)


def _done_to(case: Case, mine: frozenset[str], verb: Word) -> bool:
    """Whether a source has the doer right behind the verb, as what it is done to."""
    for rest in case.candidates[verb.start]:
        behind = (
            word
            for word in case.readings[rest.reading].words
            if word.start > rest.word.start and word.statement == rest.word.statement
        )
        for word in behind:
            if word.meaning in mine and (word.clause == rest.word.clause or word.marker in ("and", "or")):
                return word.phrase in ("", "to") and not word.possessive
    return False


def _same(case: Case, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two doers are one, under whatever name the posting has for the reader and for the employer."""
    joins = {YOU, WE} & (mine - theirs)
    if (mine & theirs and not (joins and len(mine) > 1)) or (mine == {OTHERS} and not theirs & {YOU, WE}):
        return True
    if YOU in mine and case.gives and theirs <= _STAFF:
        return True  # "staff travel free of charge"
    for one, other in ((mine, theirs), (theirs, mine)):
        if YOU in one:
            return other <= _READER | case.named
    if WE in mine:
        return bool(theirs & (EMPLOYER | case.named))
    return WE in theirs and bool(mine & (EMPLOYER | case.named))


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
