"""Active: duties start with an action verb; the reader is "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.hit import Hit, matching
from unbland.core.guide.reading import PROSE, Reading
from unbland.core.guide.rule import Band, Each, Phrases, Rule, Whole
from unbland.core.guide.wording import as_command, noun_as_command, starts_with_gerund, starts_with_noun
from unbland.core.guide.words import verbs as words
from unbland.core.ledger.model import Kind, Source

_DUTIES = frozenset({Kind.DUTY, Kind.GOAL})

_RESPONSIBLE = re.compile(
    r"^(?P<drop>(?:to be |be )?(?:responsible for|tasked with|accountable for|in charge of|responsibility for)\s+)"
    r"|\b(?P<keep>you(?: will|'ll|’ll)?\s+)(?:be |are )(?:responsible|accountable) for\s+",
    re.IGNORECASE,
)

_YOU = re.compile(r"\by(?:ou|our|ours|ou['’]\w+)\b", re.IGNORECASE)

#: `Reports are to be prepared`; what is done to somebody else's goods ("need to be managed") is left.
_PASSIVE = re.compile(
    r"\b(?:is|are) (?:all )?to be (?:\w+ly )?\w+(?:ed|en|pt|ne|de|lt|ld)\b"
    r"|\b(?:must|should|has to|have to) be (?:\w+ly )?(?:prepared|completed|submitted|maintained|updated|checked"
    r"|carried out|performed|undertaken|conducted|ensured|recorded|reported|monitored|reviewed|produced|kept|filed)\b",
    re.IGNORECASE,
)

#: What stands before the duty itself; before a colon it leads into a list.
_ANNOUNCED = re.compile(
    r"^(?:your |the |main |key |other |principal |primary |daily |typical |general |some |these |specific |job )*"
    r"(?:duties|responsibilities|tasks|role|position|job)(?: and (?:duties|responsibilities))?"
    r"(?: of the (?:role|position|post))?(?: will| may| also| primarily| mainly| can)*"
    r" (?:includ\w+|involv\w+|consists? of|entails?|compris\w+|encompass\w*)"
    r"(?: but (?:is|are|not)[^:]{0,30}? limited to)?\b",
    re.IGNORECASE,
)

#: What the part is: "by flagging trends", ": take the minutes", "— review code".
_SAYS_HOW = re.compile(r"\bby \w+ing\b|: | [—–-] ")

_LEADS_IN = re.compile(r"^.{0,30}[:;]|:\W*$", re.DOTALL)


def _duties_include(source: Source, _: Reading) -> Iterator[Hit]:
    found = _ANNOUNCED.match(source.text)
    if found is not None and not _LEADS_IN.search(source.text[found.end() :]):
        yield Hit(source=source, end=found.end())


def _responsible(source: Source, _: Reading) -> Iterator[Hit]:
    """`Responsible for managing` → `Manage`; `You will be responsible for managing` → `You will manage`."""
    found = _RESPONSIBLE.search(source.text)
    if found is None:
        return
    turned = as_command(source.text[found.end() :])
    end, replacement = len(found.group().rstrip()) + found.start(), None
    if turned is not None:
        end, replacement = found.end() + turned[0], (found["keep"] or "") + turned[1]
    yield Hit(source=source, start=found.start(), end=end, replacement=replacement)


#: Headings that go on in a gerund: "What you'll be doing", "You will be responsible for".
_WANTS_GERUND = re.compile(r"\b(?:doing|for|such as|includes?|include)\W*$", re.IGNORECASE)


def _gerund(source: Source, _: Reading) -> Iterator[Hit]:
    if source.bullet and starts_with_gerund(source.text) and not _WANTS_GERUND.search(source.heading or ""):
        yield _command(source, as_command(source.text))


def _noun(source: Source, _: Reading) -> Iterator[Hit]:
    if source.bullet and starts_with_noun(source.text):
        yield _command(source, noun_as_command(source.text))


def _command(source: Source, turned: tuple[int, str] | None) -> Hit:
    """A hit on the words that a command replaces, or on the first word where a person must think."""
    if turned is None:
        return Hit(source=source, end=len(source.text.split(maxsplit=1)[0]))
    return Hit(source=source, end=turned[0], replacement=turned[1])


def _yous(read: Reading) -> int:
    headings = (section.heading.text for section in read.document.sections if section.heading is not None)
    return len(_YOU.findall("\n".join((*headings, read.text))))


#: Duties told in prose, which read as something else.
_TOLD = re.compile(
    r"\byou(?:['’]ll| will| may| would) (?!have|be (?:a|an|paid|given)|need|get|receive)|\byour role\b|\bduties\b"
    r"|\bresponsible for\b|\b(?:somebody|someone) (?:has )?to (?!join|fill|work|be\b)\w+"
    r"|\bseeks? (?:[\w-]+ ){1,5}to (?!join|fill|work|be\b)\w+",
    re.IGNORECASE,
)


def _no_duties(read: Reading) -> Iterator[Hit]:
    """Nothing says what the person will do, in a list or in prose."""
    if not read.of(Kind.DUTY, Kind.GOAL) and not any(_TOLD.search(source.text) for source in read.sources):
        yield Hit()


ACTIVE: tuple[Rule, ...] = (
    Each(
        id="active.responsible-for",
        reads=_DUTIES,
        finds=_responsible,
        message='Start with the verb instead of "{found}".',
        why="A verb at the start shows at a glance what the person does.",
        source="The guide: use action verbs",
        instead="Manage 40 accounts",
        cost=12,
        cap=48,
    ),
    Each(
        id="active.gerund",
        reads=_DUTIES,
        finds=_gerund,
        share_of=(Kind.DUTY, Kind.GOAL),
        message='Start with the plain verb instead of "{found}".',
        why="A command is shorter and reads as something to be done, not as a topic.",
        source="The guide: use action verbs",
        instead="Forecast sales",
        cost=8,
        cap=40,
    ),
    Each(
        id="active.noun",
        reads=_DUTIES,
        finds=_noun,
        share_of=(Kind.DUTY, Kind.GOAL),
        message='Start with the verb instead of "{found}".',
        why="A noun hides who does what; the verb says it in fewer words.",
        source="The guide: use action verbs",
        instead="Prepare the monthly report",
        cost=8,
        cap=40,
    ),
    Each(
        id="active.passive",
        reads=_DUTIES,
        finds=matching(_PASSIVE),
        message='"{found}" hides who does it; say what the person does.',
        why="The passive makes a sentence longer and leaves out the one thing a duty is about: who acts.",
        source="The guide: use action verbs; plainlanguage.gov on the active voice",
        instead="Prepare the monthly report",
        cost=6,
        cap=24,
    ),
    Phrases(
        id="active.required-to",
        swaps=words.REQUIRED_TO,
        phrases=("is required to", "is expected to", "are required to", "are expected to", "may be required to"),
        reads=_DUTIES,
        message='"{found}" says in three words what the verb says alone.',
        why="Every duty is required; the words only push the verb back.",
        source="plainlanguage.gov on the active voice",
        instead="You plan the rota",
        cost=4,
        cap=12,
    ),
    Each(
        id="active.duties-include",
        reads=_DUTIES,
        finds=_duties_include,
        message='"{found}" announces the duty instead of naming it; start with the verb.',
        why="Readers know that a list of duties holds duties.",
        source="The guide: use action verbs",
        instead="Answer the telephone",
        cost=4,
        cap=8,
    ),
    Phrases(
        id="active.part",
        phrases=words.PART,
        leading=True,
        reads=_DUTIES,
        unless_anchored=True,
        unless=_SAYS_HOW,
        message='"{found}" hides what the person does; say which part is theirs.',
        why="A reader cannot tell from it whether the job is to decide, to do or to watch.",
        source="The guide: each item is descriptive and to the point",
        instead="Take the minutes of the weekly planning meeting",
        cost=2,
        cap=8,
    ),
    Phrases(
        id="active.third-person",
        swaps={f"{them} {verb}": f"you {yours}" for them in words.THEM for verb, yours in words.THEIR_VERBS.items()},
        no_swap=re.compile(r"\b(?:their|them|they|his|her)\b", re.IGNORECASE),
        reads=PROSE,
        message='Speak to the reader: "you", not "{found}".',
        why='Readers place themselves in a job that speaks to them; "the candidate" is somebody else.',
        source="Datapeople on impersonal address, https://help.datapeople.io/quick-guide-to-our-highlight-colors",
        cost=10,
        cap=30,
    ),
    Band(
        id="active.no-you",
        measure=_yous,
        low=1,
        message='The posting never says "you"; speak to the reader.',
        why="A text that speaks to nobody reads like a file note.",
        source="Textio's advice on statements to the reader, https://theundercoverrecruiter.com/remove-biased-job-ads/",
        cost=20,
    ),
    Whole(
        id="active.no-duties",
        finds=_no_duties,
        message="The posting does not say what the person will do; list three to seven things, each with a verb.",
        why="Nobody applies for work that is not described.",
        source="The guide: what you will be doing",
        cost=100,
    ),
)
