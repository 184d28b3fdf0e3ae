"""Reason: the opening says why the job exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.beside import Beside
from unbland.core.guide.generic import has_anchor
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Each, Phrases, Rule, Whole
from unbland.core.guide.words import listed
from unbland.core.language.net import Net
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.reasons import covers_for_somebody


def _late(source: Source, read: Reading) -> Iterator[Hit]:
    """The first reason, where the opening holds none."""
    reasons = read.of(Kind.REASON)
    if source == reasons[0] and not any(reason.id in read.opening for reason in reasons):
        yield whole(source)


#: A purpose told in other words: a project with a name, a need of the work itself.
_PURPOSE = re.compile(
    r"\bneed your (?:expertise|help|skills|knowledge)\b|\bbegins with you\b|\bfunded by\b|\bpilot\b"
    r"|\bas part of (?:our|the|a|an|its|this|continu\w+)\b|\bwithin the (?:framework|scope) of\b"
    r"|\b(?:the|this|our) (?:\w+ )?project (?:aims|seeks|was|will be|is)\b",
    re.IGNORECASE,
)

#: A reason in passing that any employer could give: it grows, and others want what it makes.
_GROWTH = re.compile(
    r"\b(?:to|and) (?:meet|match|support) (?:the |our |their |an? )?(?:ever[- ])?(?:grow|increas)\w+"
    r" (?!of\b)\w+"
    r"|\bto expand (?:our|their|its|the|an?)\b(?! own)|\bincreas\w+ (?:in )?(?:demand|workload)\b"
    r"|\b(?:looking|plans?|keen) to expand\b|\b(?:extensive|ambitious|further) expansion\b"
    r"|\b(?:record|rapid|strong) growth\b|\bcontinues? to grow\b|\bas (?:we|the \w+) grows?\b",
    re.IGNORECASE,
)

#: Both, for which a text is searched at once.
_IN_PASSING = Net((_PURPOSE, _GROWTH))


#: What stands behind a because, to the next mark; and what of that every employer could say, where it holds no figure.
_CLAUSE = re.compile(r"\bbecause\b(?P<why>(?:(?!\bbecause\b)[^,;.:])*)", re.IGNORECASE)
_ANYBODYS = re.compile(
    r" (?:of (?:(?:our|the|an?) )?(?:\w+ )?(?:growth|demand|success|expansion|vacancy|problems?|challenges?)\b"
    r"|we (?:have (?:an? )?(?:\w+ )?(?:vacancy|opening|position|role)|need to solve (?:an? )?(?:problem|challenge)s?)\b"
    r"|(?:we|our \w+|the \w+|[A-Z]\w+) (?:(?:is|are|keeps?) (?:\w+ )?)?(?:grow(?:s|ing)?|grew|expand(?:s|ing|ed)?)\b"
    r"|(?:we|our \w+|the \w+) (?:is|are) (?:\w+ )?(?:great|amazing|important|exciting|busy|successful|ambitious)\b"
    r"|(?:we|our \w+|the \w+) (?:loves?|values?|deserves?|believes?) "
    r"|our (?:clients|customers|users|guests|people|listeners|readers|patients) (?:want|expect|need) "
    r"|(?:\w+ ){1,3}ha(?:s|ve) (?:a lot|lots|many|much|plenty) of )[^\d]*(?:20\d\d)?",
    re.IGNORECASE,
)


def _is_anybodys(text: str) -> bool:
    """Whether every because of a line is one that any employer has."""
    clauses = [found["why"] for found in _CLAUSE.finditer(text)]
    return bool(clauses) and all(_ANYBODYS.fullmatch(clause.rstrip()) for clause in clauses)


def _missing(read: Reading) -> Iterator[Hit]:
    """No line tells a reason, and none a purpose that stands for one; nor does the title tell whom it covers for."""
    told = read.of(Kind.REASON) or any(covers_for_somebody(title.text) for title in read.of(Kind.TITLE))
    if not told and not read.says(_IN_PASSING):
        yield Hit()


def _thin(read: Reading) -> Iterator[Hit]:
    """The first reason, where none says anything of its own; or the line that only tells of growth in passing."""
    reasons = read.of(Kind.REASON)
    told = reasons or tuple(read.saying(_IN_PASSING))
    if all(read.is_empty(one) or _is_anybodys(one.text) if reasons else not _names(one) for one in told):
        yield from (whole(one) for one in told[:1])


def _several(source: Source, read: Reading) -> Iterator[Hit]:
    """A reason given when two were given before, or one line that gives them all."""
    if read.beside.get(source.id) is Beside.REASONS:
        yield whole(source)


def _names(source: Source) -> bool:
    """Whether a purpose in passing says which: a project, a body, a year."""
    return _PURPOSE.search(source.text) is not None and has_anchor(source.text)


REASON: tuple[Rule, ...] = (
    Whole(
        id="reason.missing",
        finds=_missing,
        message="The posting does not say why you hire; say in one statement what happened or what must be solved.",
        why="It is the one thing no other posting can say, and the best sign that the job is real.",
        source="The guide: express why you need to hire",
        instead="We opened a second clinic in May and nobody plans its rota yet.",
        cost=100,
    ),
    Whole(
        id="reason.thin",
        finds=_thin,
        message="This gives a reason that any employer could give; say what grew, what changed or what must be solved.",
        why="It is the one thing no other posting can say, and the best sign that the job is real.",
        source="The guide: name the challenge, the growth or the problem behind the hire",
        instead="Our accounts doubled to 40 this year; the largest six need one person of their own.",
        cost=90,
    ),
    Each(
        id="reason.late",
        reads=frozenset({Kind.REASON}),
        finds=_late,
        message="The reason you hire comes late; move it into the opening.",
        why="Most readers decide on the first screen, and the reason is what sets the job apart.",
        source="The guide: put the reason into the job details at the top",
        cost=40,
        cap=40,
    ),
    Each(
        id="reason.several",
        reads=frozenset({Kind.REASON}),
        finds=_several,
        message="Here is one reason after another; keep the one that made you hire.",
        why="One statement is believed and kept in mind; the third because makes the first sound invented.",
        source="The guide: include why you are hiring, in one statement",
        cost=30,
        cap=60,
    ),
    Phrases(
        id="reason.pretended",
        phrases=listed("""
            due to growth, due to our growth, due to continued growth, due to the continued growth, due to continuous
            growth, due to rapid growth, due to expansion, due to continued expansion, due to our continued growth,
            due to our continued success, due to continued success, as a result of continued growth, to support our
            growth, to support our continued growth, to support our growing business, as we continue to grow, as we
            continue to expand, join our growing team, join a growing team, to join our growing team, to join our
            team, to join our dynamic team, join our dynamic team, expanding team, growing team, rapidly growing team,
            exciting opportunity, an exciting time to join, exciting new opportunity, exciting time to join, fantastic
            opportunity, excellent opportunity, great opportunity, amazing opportunity, unique opportunity, once in a
            lifetime opportunity, opportunity has arisen, opportunity has become available, rare opportunity, superb
            opportunity, outstanding opportunity, exceptional opportunity, immediate opportunity, ideal opportunity,
            brilliant opportunity, perfect opportunity, incredible opportunity, wonderful opportunity, fabulous
            opportunity, genuine opportunity, exciting career opportunity, excellent career opportunity, fantastic
            career opportunity, fantastic new opportunity, excellent new opportunity, great new opportunity, vacancy
            has arisen, position has arisen, role has arisen, position has become available, role has become
            available, due to company growth, due to business growth, due to significant growth, due to further
            growth, due to ongoing growth, due to ongoing expansion, due to further expansion, due to rapid expansion,
            due to business expansion, due to our expansion, due to our success, due to their continued growth, due to
            their growth, due to increased demand, period of growth, period of expansion, period of exciting growth,
            phase of growth, exciting phase of, exciting period, exciting stage, growing fast, growing rapidly,
            expanding rapidly, we're growing, we are growing, we're expanding, we are expanding, join a growing, join
            a leading, join a dynamic, join a fast growing, join our friendly team, join our expanding team, join our
            fast growing team, join our talented team, join our journey, join us on our journey, to strengthen our
            team, strengthen our team, to add to our team
        """),
        leaves=("great opportunity to learn",),
        unless_anchored=True,
        message='"{found}" gives no reason; say what grew, what changed or what must be solved.',
        why="Every employer says it, so it explains nothing.",
        source="The guide: name the challenge, the growth or the problem behind the hire",
        instead="Our accounts doubled to 40 this year; the largest six need one person of their own.",
        cost=30,
        cap=60,
    ),
)
