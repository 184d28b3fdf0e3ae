"""Where the job is, told from the posting itself: only what is certain, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from unbland.core.law.gazetteer import REGIONS, plain
from unbland.core.law.mentions import Mention, mentions
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.values.places import ELSEWHERE

#: A line that says where the work is not, or where one goes now and then.
_NOT_THERE = re.compile(
    r"\b(?:except|excluding|excludes?|not|outside|other than|unless|cannot|travels?|travelling|traveling|trips?|visits?"
    r"|relocat\w+|customers?|clients?|formerly|previously)\b|n['’]t\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\bremote(?:ly)?\b|\bwork from (?:home|anywhere)\b|\banywhere in\b|\bhome[- ]based\b", re.IGNORECASE
)
_PARTLY = re.compile(r"\bhybrid\b|\b(?:days?|times?) (?:a|per|each) (?:week|month)\b", re.IGNORECASE)
#: What parts a title from the place that follows it.
_TITLE_END = re.compile(r"\s[-–—]\s|[(,|/:]|\s(?:in|at)\s")

#: Countries whose parts have posting laws of their own: remote work without a state may fall under any.
_IN_PARTS = ("US", "CA")


def whereabouts(sources: Sequence[Source]) -> tuple[Mention, ...]:
    """The places that the facts name for the work, else the draft's title and its lines on the place, each once."""
    stated = [s for s in sources if s.kind is Kind.LOCATION and not s.from_draft]
    lines = [s for s in sources if s.kind is Kind.LOCATION and s.from_draft and _says_where(s.text)]
    titles = [s for s in sources if s.kind is Kind.TITLE and s.from_draft]
    remote = _is_remote([*stated, *lines, *titles])
    by_facts = _once(replace(mention, stated=True) for mention in _of(stated, (), remote=remote))
    return by_facts or _once(_of(lines, titles, remote=remote))


def _says_where(text: str) -> bool:
    return not ELSEWHERE.search(text) and not _NOT_THERE.search(text)


def _is_remote(sources: Iterable[Source]) -> bool:
    text = "\n".join(source.text for source in sources)
    return _REMOTE.search(text) is not None and not _PARTLY.search(text)


def _of(lines: Iterable[Source], titles: Iterable[Source], *, remote: bool) -> Iterator[Mention]:
    for line in lines:
        yield from (_widened(mention, remote=remote) for mention in mentions(line.text))
    for title in titles:
        end = _TITLE_END.search(title.text)
        for mention in mentions(title.text[end.start() :], title=True) if end else ():
            if remote or not _is_country(mention):  # `Sales Manager, Italy` may name the market
                yield _widened(mention, remote=remote)


def _is_country(mention: Mention) -> bool:
    return "-" not in mention.place and plain(mention.words) in REGIONS


def _widened(mention: Mention, *, remote: bool) -> Mention:
    """A country as the place of remote work that names no part of it."""
    if remote and mention.place in _IN_PARTS:
        return replace(mention, place=f"{mention.place}/remote")
    return mention


def _once(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Each place once, and none that holds another: `Canada` says nothing beside `Toronto`."""
    by_place = {mention.place: mention for mention in reversed([*found])}
    kept = [m for m in reversed([*by_place.values()]) if not _holds_one(m.place, by_place)]
    return tuple(kept)


def _holds_one(place: str, others: Iterable[str]) -> bool:
    wide = place.removesuffix("/remote")
    return any(other != place and other.startswith((f"{wide}-", f"{place}/")) for other in others)
