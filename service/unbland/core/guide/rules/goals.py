"""Goals: what the person must accomplish, not what everybody in the trade does anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.beside import Beside
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Each, Phrases, Rule, Whole
from unbland.core.guide.words import listed
from unbland.core.language.dates import MONTHS
from unbland.core.language.quantities import without_figures
from unbland.core.language.words import content_stems, stem
from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.lexicon.cue import FIRM
from unbland.core.ledger.model import Kind, Source

#: What is to end, and when: `we want to stop that before next winter`.
_BEFORE = re.compile(
    r"to (?:stop|end|halve|double|clear|fill)\b[^.;]*\b(?:before|by)\b[^.;]*"
    r"\b(?:spring|summer|autumn|fall|winter|20\d\d)\b",
    re.IGNORECASE,
)

#: Words of content: "Win by July" names nothing that is won.
_A_RESULT = 2
_MONTHS = frozenset(map(stem, MONTHS))

#: What is wanted of the person, or of the work, behind or beside the reason: `we want it at 92 by November`.
_WANTED = re.compile(
    r"\b(?:need|want|looking|hire|hiring|add|adding|job is)\b[^.;]{3,60}? (?=to \w)"
    r"|\b(?:wants?|expects?|['’]d like|would like|need) (?=(?:it|that|this|them|these|to|(?:the|every|each) \w+)\b)"
    r"|\band (?=[^.;]{3,80}\b(?:has|have|needs?|must)\b[^.;]{3,60}\bby\b)",
    re.IGNORECASE,
)


#: Where a thing stands today, in brackets behind what it shall be: `nine days (now: 34)`, `95 % (88 % today)`.
_COUNT = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half)\b)"
_STANDS = (
    r"(?:now|today|currently|at present|last (?:time|year|month|summer|winter)|so far|until now|best|was|were"
    r"|(?:we|it) (?:are|is) at)"
)
_TODAY = re.compile(rf"\([^()]*\b{_STANDS}\b[^()]*{_COUNT}|\([^()]*{_COUNT}[^()]*\b{_STANDS}\b", re.IGNORECASE)


def _missing(read: Reading) -> Iterator[Hit]:
    """No line names a result of its own, and there is time for one."""
    if not read.ends_soon and not any(_states_result(source) for source in read.specific()):
        yield Hit()


def _uncounted(source: Source, read: Reading) -> Iterator[Hit]:
    """A figure on what nobody counts."""
    if read.beside.get(source.id) is Beside.UNCOUNTED:
        yield whole(source)


def _states_result(source: Source) -> bool:
    """Whether a line is a goal, or ends in one: `We need two drivers to bring that under 45 minutes`."""
    if source.kind is Kind.GOAL:
        return len(content_stems(without_figures(source.text)) - _MONTHS) >= _A_RESULT
    if source.kind is Kind.DUTY and _TODAY.search(source.text):
        return True
    wanted = _WANTED.search(source.text) if source.kind in (Kind.REASON, Kind.COMPANY) else None
    what = source.text[wanted.end() :] if wanted else ""
    return _BEFORE.match(what) is not None or weigh(what).weights.get(Kind.GOAL, 0) >= FIRM


GOALS: tuple[Rule, ...] = (
    Whole(
        id="goals.missing",
        finds=_missing,
        message="The posting names no result; say what the person must have accomplished after a year.",
        why="People of the trade know its tasks; what is to be achieved with you they cannot know.",
        source="The guide: explain what they need to accomplish, not the general tasks",
        instead="By next autumn, renewals stand at 95 % (88 % today).",
        cost=100,
    ),
    Each(
        id="goals.uncounted",
        reads=frozenset({Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT}),
        finds=_uncounted,
        message="This figure counts nothing of yours; say what you count, and where it stands today.",
        why="A share of quality, efficiency or success reads as made up, and the reader takes the rest for it too.",
        source="The guide: explain what they need to accomplish; the swap test",
        instead="Answer nine of ten repair calls within two days (six of ten today).",
        cost=15,
        cap=45,
    ),
    Phrases(
        id="goals.unnamed",
        phrases=listed("""
            achieve goals, achieve company goals, achieve business goals, achieve business objectives, achieve
            organizational goals, achieve strategic objectives, meet goals, meet stated goals, meet goals and
            objectives, meet targets, meet sales targets, meet or exceed targets, meet and exceed targets, meet or
            exceed sales targets, meet deadlines and targets, hit targets, exceed targets, achieve targets, achieve
            sales targets, achieve kpis, meet kpis, drive growth, drive business growth, drive revenue growth, drive
            revenue, drive sales, drive results, drive success, deliver results, increase revenue, increase sales,
            grow the business, generate revenue, maximize revenue, maximise revenue, add value, take the business to
            the next level, take our business to the next level, make an impact, make a difference, exceed
            expectations, achieve results, achieve business results, achieve objectives, achieve revenue targets,
            achieve sales goals, achieve sales objectives, achieving targets, achieving sales targets, meet business
            needs, meet business objectives, meet objectives, meet revenue targets, meet performance targets, meeting
            targets, meeting sales targets, exceed sales targets, exceeding targets, exceeding sales targets, hit
            sales targets, hitting targets, ensure customer satisfaction, improve customer satisfaction, drive
            innovation, drive efficiency, drive efficiencies, drive improvements, drive continuous improvement, drive
            change, drive value, drive business value, drive business results, drive business success, drive
            profitability, drive excellence, driving growth, driving business growth, driving results, support
            business growth, support our growth plans, contribute to the success of, contribute to the growth of,
            contribute to our growth, contribute to our success, increase profitability, maximise profitability,
            maximize profitability, maximise profit, maximise sales, maximise performance, maximize performance,
            maximise efficiency, deliver value, deliver business value, add real value, create value, deliver impact,
            exceed customer expectations, exceed client expectations, meet and exceed expectations, meet or exceed
            expectations, make it happen, make a meaningful impact, have a meaningful impact, grow our business,
            growing the business, grow the company, help us grow
        """),
        reads=frozenset({Kind.GOAL, Kind.DUTY, Kind.BOILERPLATE}),
        unless_anchored=True,
        message='"{found}" names no goal; say which one, how much and by when.',
        why="A goal without a figure or a name is an activity that every employer asks for.",
        source="The guide: give examples of the problems they will fix",
        instead="Win back two of the five clients we lost in 2025.",
        cost=15,
        cap=45,
    ),
)
