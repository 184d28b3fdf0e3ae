"""Which lines have to do with the job: what tells of something else may be true, and counts for nothing.

A line of a posting speaks of work, of what is asked or given, or of something that lines which do so name too. What
does neither tells of the house, the weather or the founder; it fills a page, and nobody learns of the job from it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from unbland.core.guide.common import COMMON
from unbland.core.guide.density import is_form, is_gibberish, places_in, stems_of
from unbland.core.language.trades import everyday
from unbland.core.language.words import content_stems
from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.lexicon.cue import FAINT, HEADING
from unbland.core.ledger.model import Kind, Source

#: Kinds that speak of the job; a company speaks of itself.
_JOB = (
    Kind.REASON, Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT, Kind.PAY, Kind.BENEFIT, Kind.SCHEDULE, Kind.REPORTING,
    Kind.LOCATION,
)  # fmt: skip

_LABEL = re.compile(r"[A-Z]\w+(?: \w+){0,2}: \w")

#: What the reader is told to do or have needs fewer words to be of the job: "You would have four engineers."
_YOU = re.compile(r"(?:[^,]{1,30}, )?you\b", re.IGNORECASE)

#: Lines in which a word makes a topic.
_A_TOPIC = 3

#: Words: so few in capitals are a name. And letters of a word that is one in capitals all through.
_A_NAME, _LONGEST_ACRONYM = 3, 4

#: A point of a list says in a few words what its heading announces; a whole sentence has a subject of its own.
_SENTENCE = re.compile(
    r"^(?:the|an?|our|some|every|each|all|there|it|in|where|when|on|we|they|this|that)\b(?:\W+\w+){5}"
    r"|\w\W+(?:is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)


#: How large or how old the employer is: facts that the guide asks for.
_SIZE = re.compile(
    r"^(?:since (?:1[89]|20)\d\d,? )?(?:we|our|the|[A-Z][\w'’-]+)\b[^.;]{0,80}"
    r"\b(?:since (?:1[89]|20)\d\d|(?:founded|opened|started|began) in"
    r" (?:1[89]|20)\d\d|(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\w-]+ ){0,2}"
    r"(?:staff|employees|people|colleagues|shops|branches|sites|offices|partners|seats?|beds|members|customers|clients"
    r"|countries|stores|homes|families|patients|pupils|students|residents|users)"
    r"|(?:helped|served|supplied|trained|housed|taught) (?:more than |over |some )?\d[\d,]* [a-z]+)\b",
    re.IGNORECASE,
)


def tied(sources: Sequence[Source], names: frozenset[str], trade: str) -> frozenset[str]:
    """The ids of the lines that have to do with the job: by what their words speak for, or by what they speak of.

    That is the trade, a topic of the whole text, or a thing that such a line names too. `names` are stems of the job's
    and the company's names.
    """
    ids = {source.id for source in sources if _speaks(source) or _is_point(source)}
    sure = [source for source in sources if source.id in ids]
    naming: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        for word in content_stems(source.text):
            naming[word].append(source)
    known = (stems_of(sure) - places_in(sure)) | names | everyday(trade) | _topics(sources)
    waiting = list(_own(known & naming.keys()))
    while waiting:
        for source in naming.pop(waiting.pop(), ()):
            if source.id not in ids:
                ids.add(source.id)
                waiting += _own(content_stems(source.text) - places_in([source]))
    return frozenset(ids)


def _topics(sources: Sequence[Source]) -> frozenset[str]:
    """What so many lines speak of that the text is about it."""
    lines = Counter(word for text in {source.text for source in sources} for word in content_stems(text))
    return frozenset(word for word, count in lines.items() if count >= _A_TOPIC)


def _own(words: frozenset[str]) -> frozenset[str]:
    """Those of the stems that tell one job from another."""
    return frozenset(word for word in words - COMMON if not is_form(word))


def _is_point(source: Source) -> bool:
    """Whether a line is a point of a list or has a label, and says a part of what that announces."""
    named = source.bullet or _LABEL.match(source.text) is not None
    says = not _is_bare_name(source.text) and not is_gibberish(source.text)
    return named and says and not _SENTENCE.search(source.text)


def _is_bare_name(text: str) -> bool:
    """Whether a point is but a name ("Jira"), of which nothing is said; a long word in capitals is shouted, no name."""
    words = text.split()
    names = (word[:1].isupper() and not (word.isupper() and len(word) > _LONGEST_ACRONYM) for word in words)
    return len(words) <= _A_NAME and all(names)


def _speaks(source: Source) -> bool:
    """Whether a line's own words speak for a kind of the job, without its heading, or say how large the employer is."""
    if source.kind is Kind.COMPANY and _SIZE.match(source.text):
        return True
    weights = weigh(source.text).weights
    least = FAINT if _YOU.match(source.text) else HEADING
    return any(weights.get(kind, 0) >= least for kind in _JOB)
