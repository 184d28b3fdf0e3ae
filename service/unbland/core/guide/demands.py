"""What a posting demands of applicants: years, degrees, tools, soft skills, and where it takes a demand back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.guide.hit import Hit, matching, whole
from unbland.core.guide.reading import Reading, word_count
from unbland.core.guide.words import wanted as words
from unbland.core.language.net import Net
from unbland.core.language.quantities import QuantityKind, quantities
from unbland.core.ledger.model import Kind, Modality, Source

#: Asking for more years than this shuts out people who learned faster and says nothing of what they can do.
_MANY_YEARS = 10

#: A first job cannot ask for this many years.
_JUNIOR_YEARS = 3

#: Bullets that make a list.
_A_LIST = 3

#: More words than this are a paragraph that was not parted, of which nothing can be told.
_A_LINE = 60
#: One of many is no list to master, and places are no tools.
_A_CHOICE = re.compile(
    r"\b(?:any|one|some|two) (?:or more )?of\b|\bat least (?:one|two)\b|\b(?:based|located|live|reside) in\b"
    r"|\bcountries\b|\bnationals\b|\bkeywords?\b",
    re.IGNORECASE,
)

#: More tools in one line than this are a shopping list.
_MOST_TOOLS = 8
_TOOL_WORDS = 3
_ITEM = re.compile(r"\s*(?:[,;/|()]|:\s|\b(?:and|or|such as|like|e\.g\.|including)\b)\s*")
_TOOL = re.compile(r"[A-Z.][\w.+#]*|[a-z]+[A-Z0-9]\w*")

DEGREE = re.compile(
    r"\b(?:(?:bachelor|master|university|college)(?:[’']?s)?['’]?\s+degree|(?:university|college) level)\b",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(
    r"\b(?:equivalent|(?:in lieu|instead|in place) of"
    r"|ideal(?:ly)?|hands-on experience|or (?:\w+ ){0,3}experience|preferred|a plus|desirable|asset"
    r"|or an? [^.;]{3,60} with (?:\w+ ){0,3}experience|or (?:a )?certificate)\b",
    re.IGNORECASE,
)

_NONE, _BEGINNERS, _SOFT = Net((words.NONE,)), Net((words.BEGINNERS,)), Net(words.SOFT)


def _years(source: Source) -> int:
    """The most years of experience that a line asks for as its least."""
    if "experience" not in source.text.lower():
        return 0
    spans = [q for q in quantities(source.text) if q.kind is QuantityKind.DURATION and q.unit == "year"]
    return max((int(q.low or 0) for q in spans), default=0)


def many_years(source: Source, _: Reading) -> Iterator[Hit]:
    """Each line that asks for so many years that they read as an age limit."""
    if _years(source) >= _MANY_YEARS:
        yield whole(source)


def junior_years(source: Source, read: Reading) -> Iterator[Hit]:
    """Each line that asks for years under a title for beginners."""
    asked = source.modality is Modality.REQUIRED and _years(source) >= _JUNIOR_YEARS
    if asked and any(words.JUNIOR.search(title.text) for title in read.of(Kind.TITLE)):
        yield whole(source)


def degree(source: Source, _: Reading) -> Iterator[Hit]:
    """The degree that a line demands where nothing may stand in for it."""
    found = DEGREE.search(source.text)
    if found and source.modality is Modality.REQUIRED and not _OR_ELSE.search(source.text):
        yield Hit(source=source, start=found.start(), end=found.end())


def high_degree(source: Source, read: Reading) -> Iterator[Hit]:
    """A master's degree or more for a job that assists, and a business degree for one that leads nothing."""
    if source.modality is not Modality.REQUIRED or _OR_ELSE.search(source.text) or words.BACHELOR.search(source.text):
        return
    titles = " ".join(title.text for title in read.of(Kind.TITLE))
    assists = words.ASSISTING.search(titles) is not None and words.NOT_ASSISTING.search(titles) is None
    leads = not titles or words.LEADING.search(titles) is not None
    pattern = words.HIGH_DEGREE if assists else words.BUSINESS_DEGREE
    if assists or not leads:
        yield from matching(pattern)(source, read)


def contradictions(read: Reading) -> Iterator[Hit]:
    """Each required line that the text itself takes back: years where none are needed, a degree that is only a wish."""
    none, beginner = read.says(_NONE), read.says(_BEGINNERS)
    most = 1 if none else _JUNIOR_YEARS if beginner else None
    wished = [s for s in read.of(Kind.REQUIREMENT) if s.modality is Modality.PREFERRED]
    for source in read.required():
        if word_count(source.text) > _A_LINE:
            continue
        if most is not None and _years(source) >= most:
            yield replace(whole(source), found=f"{_years(source)} years")
        elif degree := _only_wished(source, wished):
            yield replace(whole(source), found=degree)


def _only_wished(source: Source, wished: Sequence[Source]) -> str:
    """The degree that this line demands and another one only wishes for, as the line writes it."""
    for degree in words.DEGREES:
        found = degree.search(source.text)
        if (
            found
            and not words.other_degree(degree, source.text)
            and any(degree.search(wish.text) and not words.other_degree(degree, wish.text) for wish in wished)
        ):
            return found.group()
    return ""


def year_lines(read: Reading) -> int:
    """How many deal-breakers are a length of time."""
    return sum(_years(source) > 0 for source in read.required())


def tools(source: Source, _: Reading) -> Iterator[Hit]:
    """A line that enumerates more names than anybody masters."""
    if word_count(source.text) > _A_LINE:
        return
    names = [
        item for item in _ITEM.split(source.text) if _TOOL.match(item.strip(" .")) and len(item.split()) <= _TOOL_WORDS
    ]
    if len(names) > _MOST_TOOLS and not _A_CHOICE.search(source.text):
        yield replace(whole(source), found=str(len(names)))


def soft_skills(read: Reading) -> int:
    """How many different ones the requirements name."""
    return len({skill for source in read.of(Kind.REQUIREMENT) for skill in _SOFT.matching(source.text)})


def mixed(read: Reading) -> Iterator[Hit]:
    """The first nice-to-have of each list that also holds deal-breakers."""
    lists: dict[str | None, list[Source]] = {}
    for source in read.of(Kind.REQUIREMENT):
        if source.bullet:
            lists.setdefault(source.heading, []).append(source)
    for sources in lists.values():
        nice = [source for source in sources if source.modality is Modality.PREFERRED]
        if nice and any(source.modality is Modality.REQUIRED for source in sources):
            yield whole(nice[0])


def hoped(source: Source, read: Reading) -> Iterator[Hit]:
    """A deal-breaker worded as a hope."""
    if source.modality is Modality.REQUIRED:
        yield from matching(words.HOPED)(source, read)


def musts(read: Reading) -> int:
    """How many deal-breakers are listed, each line once; where there is no list, how many are told."""
    listed = {source.text.lower() for source in read.required() if source.bullet}
    told = {source.text.lower() for source in read.required()}
    return len(listed) if len(listed) >= _A_LIST else len(told)
