"""Which heading or line names the job."""

from __future__ import annotations

import re

from unbland.core.document.model import Document, DraftLine, Heading
from unbland.core.ledger.headings import heading_class, split_label
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind

_TITLE_LEVEL = 1

#: Titles of real postings hold up to so many words, with place and team; longer lines are sentences.
_MOST_WORDS = 10

#: What may follow a title on its line: brackets, a dash, a bar, a place.
_TAIL = re.compile(r"\s*(?:\(|\[|\||,|:|\s[-–—]\s|\bat\b|\bin\b|\bfor\b|/).*$", re.DOTALL)


def title_of(document: Document) -> Heading | DraftLine | None:
    """What names the job: a heading of the first level, else the first heading or line that reads as a job title."""
    headings = [section.heading for section in document.sections if section.heading is not None]
    classes = [heading_class(heading.text).kind for heading in headings]
    if Kind.TITLE in classes or any(split_label(line.text)[0].kind is Kind.TITLE for line in document.lines):
        return None  # `Job title: …` is a title source of its own.
    unnamed = [heading for heading, kind in zip(headings, classes, strict=True) if kind is None]
    top = next((heading for heading in unnamed if heading.level == _TITLE_LEVEL), None)
    if top is not None:
        return top
    candidates: tuple[Heading | DraftLine, ...] = (*unnamed[:1], *document.lines[:1])
    return next((named for named in candidates if reads_as_title(named.text)), None)


def reads_as_title(text: str) -> bool:
    """Whether a short line is a job title: `Senior Account Manager (Food), Toronto`."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or text.rstrip().endswith((".", "!", "?", ":", ";")):
        return False
    return not POSTS.isdisjoint(re.findall(r"[a-z]+", name_of(text).lower()))


def name_of(title: str) -> str:
    """The title without place, team and what else follows it on the line."""
    return _TAIL.sub("", title)
