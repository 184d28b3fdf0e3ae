"""Names of sections that ran into the text below them, as in `Who Should Apply You have taught before`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from unbland.core.document.gaps import is_wall
from unbland.core.document.names import is_name

#: Where a sentence begins.
_BEGINS = re.compile(r"(?:^|(?<=[.!?:…]\s))(?=[A-Z])")
_WORD = re.compile(r"\S+")

#: Small words inside a name that is written with capitals.
_SMALL = frozenset(["a", "and", "for", "in", "is", "of", "or", "the", "to", "with"])

#: A sentence begins with these, and no name of a section goes on with them.
_STARTS = re.compile(
    r"(?:You(?:['’](?:ll|re|ve|d))?|We(?:['’](?:ll|re|ve))?|The|This|These|Our|Ours|As|It|It['’]s|If|There|Must"
    r"|Ideally|Currently|Working|Reporting)$"
)

#: Words of a name: one alone may be the first word of its sentence, and no name has more.
_FEWEST, _MOST = 2, 6


#: Names that stand in the middle of a text without stops (`… Microsoft Office Desirable Skills Exposure to …`).
_AMID = re.compile(
    r"(?<!\S)(?:(?:Key|Essential|Desirable|Desired|Preferred|Required|Necessary|Minimum|Main|Core|Additional|Other"
    r"|Bonus) (?:Skills|Requirements|Responsibilities|Duties|Criteria|Qualifications|Attributes|Competencies"
    r"|Accountabilities)|(?:Role and )?(?:Requirements|Responsibilities|Duties|Accountabilities))(?=\s+[A-Z\d£$€*])"
    r"(?!\s+(?:Manager|Administrator|Coordinator|Specialist|Officer|Analyst|Consultant|Advisor|Team|Department)\b)"
    r"|(?<!\S)Package(?=\s+[£$€])|(?<!\S)Closing date(?=\s+\w)"
    r"|(?<!\S)To apply(?=\s+(?:please|send|e-?mail|call|ring|write|visit|contact|text|submit)\b)"
)

#: What leads to a list that lost its line breaks: `… month ends Your duties will include; Baking bread Cleaning …`.
_LEADS = re.compile(
    r"(?<!\S)(?:The|Your|Key|Main|Other|Essential|Desirable|Some|You|Both|Day)(?: [\w’'/&,-]+){0,8}?"
    r" (?i:responsibilities|duties|tasks|accountabilities|skills|requirements|attributes|qualities|qualifications"
    r"|criteria|competencies)\b(?:/\w+)?(?:,? [a-z][\w’'/&-]*){0,8}"
    r"(?:\s?:|(?:(?<=clude)|(?<=volve)|(?<=owing)|(?<= are));)(?=\s+\w)"
    r"|(?<!\S)(?:You|The (?:successful|ideal) (?:candidate|applicant))"
    r" (?:should|must|will|should also) (?:be|have):(?=\s+\w)"
)

#: Words: a longer stretch without a stop has lost its line breaks.
_WALL = 30
_STOP = re.compile(r"[.!?](?=\s|$)")

#: What joins a name to the sentence that it is a part of; before one word, also a capital (`Legal Duties`).
_JOINS = re.compile(r"\b(?i:a|an|the|our|your|their|these|of|and|or|with|for|in|to|by|all|any|plus)\s+$")
_JOINS_ONE = re.compile(rf"{_JOINS.pattern}|(?<!\S)[A-Z]\S*\s+$")


def amid_names(text: str) -> Iterator[tuple[int, int, int]]:
    """Where names of sections stand in the middle of a long stretch without a stop, and where that ends."""
    has_points = is_wall(text)  # these part such a list better than its lead
    stops = [0, *(stop.end() for stop in _STOP.finditer(text)), len(text)]
    for start, end in pairwise(stops):
        if text.count(" ", start, end) + text.count("\n", start, end) >= _WALL:
            leads = () if has_points else _LEADS.finditer(text, start, end)
            for name in chain(leads, _AMID.finditer(text, start, end)):
                joins = _JOINS if " " in name[0] else _JOINS_ONE
                if not joins.search(text, start, name.start()):
                    yield name.start(), name.end(), end


def run_in_names(text: str) -> Iterator[tuple[int, int]]:
    """Where such names stand; the sentence behind each begins with a capital, which no name goes on with."""
    for begin in _BEGINS.finditer(text):
        words: list[re.Match[str]] = []
        for word in _WORD.finditer(text, begin.start()):
            if len(words) >= _FEWEST and _STARTS.match(word[0]) and is_name(text[begin.start() : words[-1].end()]):
                yield begin.start(), words[-1].end()
                break
            if len(words) == _MOST or not _may_stand_in_a_name(word[0]):
                break
            words.append(word)


def _may_stand_in_a_name(word: str) -> bool:
    return word in _SMALL or (word[0].isupper() and word[-1].isalnum())
