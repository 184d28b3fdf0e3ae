"""Which heading or line names the job."""

from __future__ import annotations

import re

from unbland.core.document.model import Document, DraftLine, DraftSection, Format, Heading
from unbland.core.document.names import is_name
from unbland.core.language.dates import MONTHS
from unbland.core.language.digits import has_digit
from unbland.core.ledger.calm import calm
from unbland.core.ledger.headings import NO_HEADING, heading_class, split_label
from unbland.core.ledger.lexicon.cue import FIRM
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind
from unbland.core.ledger.rows import are_names

_TITLE_LEVEL = 1

#: Titles of real postings hold up to so many words, with place and team; longer lines are sentences.
_MOST_WORDS = 10

#: With company and place behind a bar, a dash or a bracket, and the title itself before it.
_MOST_ON_ROW, _MOST_BEFORE = 18, 7
_ROW = re.compile(r"\s[-–—|·•@]\s|[(\[]")
#: `Class 1 Driver`, `Band 6 Nurse`: the figure is of the post.
_GRADE = re.compile(r"\b(?:class|band|level|grade|year|key stage|tier) \d\b", re.IGNORECASE)

#: Titles stand near the top; a later heading may name a post that the job works with.
_FIRST_HEADINGS = 2

#: Signs of a sentence, a question or a lead.
_NO_TITLE = re.compile(
    r"(?<!wanted)(?<!needed)(?<!\))[.?:;…]\s*$|^(?:we|our|you|your|join|are|why|how|what|updated|posted|hey|hi|hello|hiya)\b",
    re.IGNORECASE,
)

#: A cry closes a name ("Dental Hygienist needed!") as it does an appeal ("Come and bake with us!").
_APPEAL = re.compile(
    r"(?:\b(?:we|us|our|you|your|me|my)\b|^(?:apply|come|call|start)\b).*!\s*$", re.IGNORECASE | re.DOTALL
)

#: A date, with the hour and the word before it: what a line says of when, and of nothing else.
_WHEN = re.compile(
    rf"(?:\W|\d|\b(?:{'|'.join(MONTHS)}|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
    r"|spring|summer|autumn|fall|winter|date|st|nd|rd|th|am|pm|of|the)\b)+",
    re.IGNORECASE,
)

#: `Ranch hand`, `PhD position`; a hand or a position alone is none.
_HAND = re.compile(
    r"^\W*(?:(?:farm|ranch|deck|stage|stable|dairy|kitchen|yard|factory|mill)[ -]hand"
    r"|(?:(?:level|degree|higher|advanced|modern|paid)(?: \d)? )*apprenticeship(?= ?[:–—-]|\W*$| in )"
    r"|(?:ph\.?d\.?|doctoral|post-?doc(?:toral)?) (?:position|student(?:ship)?|fellowship|vacancy|scholarship|post))\b",
    re.IGNORECASE,
)

#: `Cleaner wanted.`, `Cleaner (Hull).`: a name all the same.
_WANTED = re.compile(r"\b(?:wanted|needed)\W*$|\)\.$", re.IGNORECASE)

#: `Senior Planner - Land, Calgary AB.`: capitals all along, and parted as no sentence is.
_NAMED = re.compile(
    r"(?=.*(?:\s[-–—|]\s|,))(?!.*\b(?:Inc|Ltd|LLC|Corp|Co|Plc|GmbH)\.$)(?:(?:[A-Z\d(][\w&/'’.)-]*|[-–—|&/]|of|and|for"
    r"|in),? )+[A-Z\d(][\w&/'’.)-]*\."
)

#: What may follow a title on its line: brackets, a dash, a bar, a place.
_TAIL = re.compile(r"\s*(?:@|\(|\[|\||,|:|\s[-–—]\s|\bat\b|\bin\b|\bfor\b|/).*$", re.DOTALL)

_BRACKETS = re.compile(r"\([^)]*\)|[^\w\s&/-]")
_CAPITALS = re.compile(r"(?:(?:[A-Z][\w&/'’-]*|and|of|&|\([A-Z]+\)),? ){1,8}[A-Z][a-z]+")
_HIRES = re.compile(r"\bhir(?:es|ing)\b", re.IGNORECASE)
_DASHED = re.compile(r"\s+[-–—|/]\s+")

#: `We're hiring: Bench Joiner`: the name stands behind the cry.
_HIRING = re.compile(
    r"^\W*(?:we(?:['’]re| are) |now |urgent(?:ly)? )?(?:hiring|recruiting|vacancy|job opening|wanted|jd"
    r"|job description)\s*[^\w\s(\[]+\s*",
    re.IGNORECASE,
)

#: Pictures and marks around a title that shout: `>>> WELDER WANTED <<< 🔥`; `C++` and `(m/f/d)` end it.
_AROUND = re.compile(r"^[^\w(\[\"'“‘.]+|[^\w)\]\"'”’.?+#%]+$")


def title_of(document: Document) -> Heading | DraftLine | None:
    """What names the job: a heading near the top or the first line that reads as a title, else a marked top heading."""
    headings = [section.heading for section in document.sections if section.heading is not None]
    classes = [heading_class(heading.text).kind for heading in headings]
    if any(map(_is_label, document.sections)) or any(
        split_label(it.text)[0].kind is Kind.TITLE for it in document.lines
    ):
        return None  # `Job title: …` is a title source of its own.
    unnamed = [heading for heading, kind in zip(headings, classes, strict=True) if kind is None]
    if classes[:1] == [Kind.COMPANY] and not is_name(headings[0].text):
        unnamed.insert(0, headings[0])  # `HR Partner - Growing Company!` over all is no section on it
    marked = [heading for heading in headings if heading.level == _TITLE_LEVEL]
    top = [heading for heading in marked if heading in unnamed or reads_as_title(heading.text)]
    candidates: tuple[Heading | DraftLine, ...] = (*top, *unnamed[:_FIRST_HEADINGS], *_opening(document))
    named = next((named for named in candidates if reads_as_title(named.text)), None)
    if named is None and document.format is not Format.TEXT:
        return next((heading for heading in top if is_short(heading.text)), None)
    return named


def names_job(section: DraftSection) -> bool:
    """Whether a heading stands over the name of the job and nothing else."""
    return _is_label(section) and len(section.lines) == 1 and is_short(section.lines[0].text)


def _is_label(section: DraftSection) -> bool:
    """Whether a heading is a label before the name of the job; `Role` over a list of work is none."""
    says = NO_HEADING if section.heading is None else heading_class(section.heading.text)
    return says.kind is Kind.TITLE and (says.weight >= FIRM or len(section.lines) == 1)


def is_another(heading: Heading, title: Heading | DraftLine | None) -> bool:
    """Whether a heading names one more job of the draft, at the level of the first."""
    if not isinstance(title, Heading) or heading.level != title.level:
        return False
    return heading_class(heading.text).kind is None and reads_as_title(heading.text)


#: A heading over the whole posting, which says that it is one.
_IS_POSTING = re.compile(
    r"\W*(?:job|role|position|vacancy) (?:description|advert\w*|profile|posting|specification)\W*", re.IGNORECASE
)


#: A heading that only cries that there is a job.
_CRY = re.compile(
    r"\W*(?:(?:we(?:['’]re| are)|now) )?(?:hiring|recruiting)(?: now)?\W*"
    r"|\W*(?:job )?vacanc(?:y|ies)(?: (?:notice|alert|announcement))?\W*|\W*(?:staff|help) wanted\W*"
    r"|\W*join (?:our|the) team\W*",
    re.IGNORECASE,
)


def _opening(document: Document) -> tuple[DraftLine, ...]:
    """The first line, where it stands before any heading but one that every posting could have."""
    first = document.sections[0] if document.sections else None
    heading = None if first is None or first.heading is None else first.heading.text
    # Below the employer and its town, too: `Bakkerij Sterk, Zwolle`.
    stands_over = heading is None or _IS_POSTING.fullmatch(heading) or _CRY.fullmatch(heading) or are_names(heading)
    if first is None or not stands_over:
        return ()
    return first.lines[:1]


def is_short(text: str) -> bool:
    """Whether a text can be the name of a job, known or not: few words, no sentence, not a date alone."""
    text = without_cry(text.rstrip("; "))
    few = 0 < _words(text) <= _MOST_WORDS or _is_row(text)
    if _NAMED.fullmatch(text):
        text = text.removesuffix(".")
    return few and not (_NO_TITLE.search(text) or _APPEAL.search(text) or _WHEN.fullmatch(text))


def _is_row(text: str) -> bool:
    """Whether a title stands before a bar with company and place behind it: `Baker | Firth & Daughters, Hull, UK`."""
    parted = _ROW.search(text)
    if parted is None or has_digit(_GRADE.sub("", text[: parted.start()])):
        return False
    return _words(text) <= _MOST_ON_ROW and 0 < _words(text[: parted.start()]) <= _MOST_BEFORE


def _words(text: str) -> int:
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def reads_as_title(text: str) -> bool:
    """Whether a short line is a job title: `Senior Account Manager (Food), Toronto`."""
    if not is_short(text):
        return False
    return _HAND.search(text) is not None or _has_post(name_of(text.replace(" / ", " "))) or _ends_in_post(text)


def _has_post(text: str) -> bool:
    words = re.findall(r"[a-z']+", text.lower())
    return any(word in POSTS or word.removesuffix("s") in POSTS for word in words)


def _ends_in_post(text: str) -> bool:
    """Whether a post ends the line, or what is behind a dash: `Little Otters Nursery - Room Leader (2-3s)`."""
    text = without_cry(text)
    if _CAPITALS.fullmatch(text) and _has_post(_BRACKETS.sub("", text).split()[-1]):
        return True
    behind = () if _HIRES.search(text) else _DASHED.split(text)[1:]
    return any(part[:1].isupper() and _has_post(name_of(part).split()[-1]) for part in behind if name_of(part).split())


def shown(title: str) -> str:
    """A title as a posting shows it: without the label before it and the pictures around it, and calm."""
    own, value = split_label(title)
    named = without_cry(_AROUND.sub("", value if own.kind is Kind.TITLE else title))
    return calm(named.removesuffix(".") if _WANTED.search(named) or _NAMED.fullmatch(named) else named)


def without_company(title: str, company: str) -> str:
    """A title without the employer behind it (`Baker @ Firth`), whom the posting names by itself."""
    named = rf"(?:the\s+)?{re.escape(company)}"
    behind = rf"\s*(?:@|\bat\b|[|–—,]|\s-)\s*{named}(?:\W*$|(?=\s*\())"
    before = rf"^{named}\s*(?:[|–—:]|\s-)\s*(?=\w)"
    return re.sub(f"{behind}|{before}", "", title, flags=re.IGNORECASE) or title if company else title


def without_cry(text: str) -> str:
    """A text without `We're hiring:` or `NOW HIRING –` before it."""
    return _HIRING.sub("", text)


def name_of(title: str) -> str:
    """The title without place, team and what else follows it on the line."""
    return _TAIL.sub("", without_cry(title))
