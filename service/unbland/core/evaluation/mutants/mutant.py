"""A result with one defect, and the tools to make one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import fold, says
from unbland.core.evaluation.gates.gate import Output
from unbland.core.posting import Form, Line, Posting, Section, SectionKind
from unbland.core.render.rendered import render

#: Lines that state a claim: a gap mark asks, and a free line says nothing.
_SILENT = frozenset({Form.FREE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A result with one defect."""

    kind: str
    #: The gates that are there for it; one is enough.
    gates: frozenset[str]
    #: What was changed.
    note: str
    output: Output


#: Makes the mutants of one kind from a true result; none where the case offers no place for it.
Seed = Callable[[Case, Output], Iterator[tuple[str, Output]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A kind of defect: what it is, who is there to see it, and how it is seeded."""

    kind: str
    gates: tuple[str, ...]
    seed: Seed


def stating(output: Output) -> list[Line]:
    """The lines that claim something."""
    return [line for line in output.posting.lines if line.form not in _SILENT]


def saying(item: Iterable[str], output: Output) -> list[Line]:
    """The lines that say all of an item of the gold."""
    patterns = tuple(item)
    return [line for line in stating(output) if all(says(pattern, fold(line.text)) for pattern in patterns)]


def with_posting(case: Case, output: Output, posting: Posting) -> Output:
    """The result with another posting; sections without lines are left out, as the product does."""
    kept = tuple(section for section in posting.sections if section.lines)
    posting = replace(posting, sections=kept)
    return replace(output, posting=posting, rendered=render(posting, case.facts))


def with_lines(case: Case, output: Output, change: Callable[[Line], Line | None]) -> Output:
    """The result with each line changed, or left out where the change gives None."""
    sections = tuple(
        replace(section, lines=tuple(new for line in section.lines if (new := change(line)) is not None))
        for section in output.posting.sections
    )
    return with_posting(case, output, replace(output.posting, sections=sections))


def exchanged(case: Case, output: Output, old: Line, new: Line) -> Output:
    """The result with one line in another's place."""
    return with_lines(case, output, lambda line: new if line is old else line)


def with_text(case: Case, output: Output, line: Line, text: str) -> Output:
    """The result with one line worded otherwise."""
    return exchanged(case, output, line, replace(line, text=text))


def respelled(case: Case, output: Output, pattern: str, other: str) -> Output:
    """The result with a pattern exchanged in every line."""
    return with_lines(case, output, lambda line: replace(line, text=re.sub(pattern, other, line.text)))


def without(case: Case, output: Output, lines: Iterable[Line]) -> Output:
    """The result without these lines."""
    gone = {id(line) for line in lines}
    return with_lines(case, output, lambda each: None if id(each) in gone else each)


def moved(case: Case, output: Output, lines: Iterable[Line], kind: SectionKind) -> Output:
    """The result with these lines in another section, at its end."""
    taken = list(lines)
    rest = without(case, output, taken)
    return added(case, rest, kind, *taken)


def added(case: Case, output: Output, kind: SectionKind, *lines: Line) -> Output:
    """The result with more lines in one section, which is made where it is missing."""
    sections = {section.kind: section for section in output.posting.sections}
    old = sections.get(kind, Section(kind=kind, heading="", lines=()))
    sections[kind] = replace(old, lines=(*old.lines, *lines))
    ordered = tuple(sections[each] for each in SectionKind if each in sections)
    return with_posting(case, output, replace(output.posting, sections=ordered))


def cited(output: Output, text: str) -> Line:
    """A line that a writer might have worded, citing what the first claiming line cites."""
    cites = next((line.cites for line in stating(output) if line.cites), ())
    return Line(text=text, cites=cites, form=Form.WRITTEN)
