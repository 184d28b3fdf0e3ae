"""Gathering: the sources that a line cites and what it says beside them, read for the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.reading import read
from unbland.core.guard.slots import SLOT
from unbland.core.ledger.model import Kind, Ledger, Source
from unbland.core.posting import Line, SectionKind

_COMPANY = "company.name"
#: Facts that any line may name, since the whole posting is about them.
_NAMES = frozenset({"role.title", _COMPANY})
#: Characters: a text that is longer describes a job or a company and does not name it.
_NAME_LIMIT = 120

#: What a firm is in law, at the end of its name.
_LEGAL_FORM = re.compile(
    r",? (?:B\.?V|N\.?V|Ltd|Limited|Inc|LLC|LLP|L\.?P|PLC|GmbH|AG|KG|S\.?A|S\.?L|Corp|Co|Pty|Oy|AB|A/S|ApS|Sp\. z o\.o"
    r"|S\.r\.l|s\.r\.o)\.?$",
    re.IGNORECASE,
)
#: Words: of a name with so many the last may be left out ("Rimu & Stone Kitchens").
_LONG_NAME = 4
#: Parts a title from what it adds: "Cook, nights", "Cook (nights)".
_ADDED = re.compile(r"[,(–—|]| - ")


def cited(line: Line, ledger: Ledger) -> tuple[Source, ...]:
    """The sources that a line cites, as far as there are such."""
    return tuple(ledger.by_id[id_] for id_ in line.cites if id_ in ledger.by_id)


def gather(line: Line, ledger: Ledger, section: SectionKind | None) -> Case:
    """Gather the evidence for a line."""
    sources = cited(line, ledger)
    told = " ".join(source.text for source in sources).lower()
    return Case(
        line=line,
        section=section,
        claim=read(_spoken(SLOT.sub(" ", line.text), ledger, told)),
        slots=tuple(SLOT.findall(line.text)),
        unknown=tuple(id_ for id_ in line.cites if id_ not in ledger.by_id),
        sources=sources,
        readings=tuple(read(source.text) for source in sources),
        names=tuple(read(source.text) for source in ledger.sources if _is_name(source)),
    )


def _spoken(text: str, ledger: Ledger, told: str) -> str:
    """The text with the company as "we" and the job, where no cited source tells of it, as "you": that is no claim."""
    for source in ledger.sources:
        if source.field == _COMPANY:
            for name in _company_names(source.text):
                text = _swap(text, name, "we")
        elif _is_name(source):
            for title in (source.text, _ADDED.split(source.text)[0].strip()):
                # A title of one word ("Cook") is a word of the trade too and stays.
                text = _swap(text, title, "you") if " " in title and title.lower() not in told else text
    return text


def _company_names(name: str) -> Iterator[str]:
    """A company's name, that name without its legal form, and without its last word where it is still a name."""
    short = _LEGAL_FORM.sub("", name).rstrip(" ,")
    parts = short.split()
    yield from dict.fromkeys((name, short))
    if len(parts) >= _LONG_NAME and parts[-2][0].isupper():
        yield " ".join(parts[:-1])


def _swap(text: str, name: str, word: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", word, text, flags=re.IGNORECASE) if name else text


def _is_name(source: Source) -> bool:
    """Whether a source is the job's title or the company's name, which any line may use."""
    return (source.kind is Kind.TITLE or source.field in _NAMES) and len(source.text) <= _NAME_LIMIT
