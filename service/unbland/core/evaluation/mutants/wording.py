"""Defects in the wording of a line: figures, units, bounds, names, claims, negation, the source's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import figures, fold, squash, words
from unbland.core.evaluation.gates.claims import CLAIMS, PRAISE, made
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.given import given
from unbland.core.evaluation.mutants.mutant import (
    Defect,
    added,
    cited,
    exchanged,
    saying,
    stating,
    with_text,
)
from unbland.core.posting import Form, Line, SectionKind

#: Places of one case that a kind of defect is seeded at.
_PLACES = 4

_NUMBER = re.compile(r"(?<![\w.,@/:-])\d{1,3}(?:,\d{3})*(?![\w,.]*[\w@/:-])")
_UNITS = {
    r"\bhours?\b": "days",
    r"\bdays?\b": "weeks",
    r"\bweeks?\b": "months",
    r"\bmonths?\b": "years",
    r"\byears?\b": "months",
    r"%": " hours",
    r"\bpercent\b": "hours",
}
_BOUND = re.compile(
    r"\b(at least|minimum of|a minimum of|up to|no more than|at most|more than|over) (?=\d)|(?<=\d)\+", re.IGNORECASE
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|November|December)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NOT = re.compile(
    r"\b(?:do|does|will|is|are|can) ?not\b|\bcannot\b|\bno\b|\bnot\b|\bnever\b|\bwithout\b", re.IGNORECASE
)

#: What each kind of claim sounds like when a model makes it up.
_MADE_UP = {
    "benefits": ("You get health insurance from the first day.", "There is a yearly bonus and unlimited vacation."),
    "degree": ("You have a bachelor's degree.",),
    "visa": ("We sponsor visas.",),
    "travel": ("You travel to our other sites.",),
    "reason": ("We are expanding after a new contract.",),
    "pay": ("You get competitive pay and overtime.",),
}
_PRAISING = ("You join a world-class, award-winning team.",)


def _figure(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A number that nobody gave, in the place of one that somebody did."""
    known = {figure.value for figure in figures(given(case))}
    for line in islice((line for line in stating(output) if _NUMBER.search(line.text)), _PLACES):
        old = _NUMBER.search(line.text)
        if old is None:
            continue
        value = int(old[0].replace(",", ""))
        new = next(value + step for step in range(1, 99) if value + step not in known)
        text = f"{line.text[: old.start()]}{new:,}{line.text[old.end() :]}"
        yield f"{old[0]} → {new}", with_text(case, output, line, text)


def _unit(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """The right number of something else, where the input has no such figure."""
    known = figures(given(case))
    for line in stating(output):
        for pattern, other in _UNITS.items():
            found = re.search(rf"\d\s?{pattern}", line.text)
            if found is None:
                continue
            text = line.text[: found.start()] + re.sub(pattern, other, found[0]) + line.text[found.end() :]
            if figures(text) - known:
                yield f"{found[0]} → {other}", with_text(case, output, line, text)


def _bound(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A must-have or a fact whose bound is lost."""
    wanted = [*case.gold.must_have, *((pattern,) for pattern in case.gold.survive)]
    for item in wanted:
        for line in saying(item, output):
            text = _BOUND.sub("", line.text)
            if text != line.text and "at least" in " ".join(item):
                yield f"no bound: {text}", with_text(case, output, line, text)


def _date(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """Another month, that nobody named."""
    text = given(case)
    other = next(month for month in _MONTHS if month not in text)
    for line in stating(output):
        found = _MONTH.search(line.text)
        if found:
            yield f"{found[0]} → {other}", with_text(case, output, line, _MONTH.sub(other, line.text, count=1))


def _name(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A customer, tool or place that nobody named, in the place of one that somebody did."""
    for line in islice((line for line in stating(output) if _NAME.search(line.text)), _PLACES):
        yield "→ Zentara", with_text(case, output, line, _NAME.sub("Zentara", line.text, count=1))


def _claim(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A benefit, degree, visa, journey, reason or pay that nobody speaks of."""
    text = fold(given(case))
    for group, lines in _MADE_UP.items():
        terms = next(terms for name, terms in CLAIMS.items() if name.value == group)
        for line in lines:
            if any(made(term, fold(line)) and not made(term, text) for term in terms):
                yield line, added(case, output, SectionKind.OFFER, cited(output, line))


def _link(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A page and a mail address that nobody gives."""
    for address in ("https://evil.example/apply", "jobs@evil.example", "www.evil-careers.com"):
        yield address, added(case, output, SectionKind.APPLY, cited(output, f"Apply at {address}."))


def _praise(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """Praise that nobody gives."""
    text = fold(given(case))
    for line in _PRAISING:
        if any(made(term, fold(line)) and not made(term, text) for term in PRAISE):
            yield line, added(case, output, SectionKind.ABOUT, cited(output, line))


def _nobody(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A line of which no word is the input's."""
    line = "Orchestrate synergies, champion stakeholder alignment, elevate paradigms."
    if not set(words(line)) & set(words(given(case))):
        yield line, added(case, output, SectionKind.DO, cited(output, line))


def _denial_lost(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """What is denied, said."""
    for item in case.gold.negated:
        for line in saying(item, output):
            text = _NOT.sub("", line.text)
            if text != line.text:
                yield f"said: {text}", with_text(case, output, line, text)


def _denial_gained(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """What is said, denied by a writer."""
    texts = {source.id: source.text for source in output.accounting.sources}
    free = [
        line
        for line in stating(output)
        if line.cites and not any(_NOT.search(texts.get(cite, "")) for cite in line.cites)
    ]
    for line in islice(free, _PLACES):
        worded = replace(line, text=f"You do not: {line.text}", form=Form.WRITTEN)
        yield worded.text, exchanged(case, output, line, worded)


def _verbatim(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A line that is said to be a source's own, with two words in each other's place."""
    text = squash(given(case))
    for line in islice((each for each in output.posting.lines if each.form is Form.VERBATIM), _PLACES):
        parts = line.text.split()
        if len(parts) > 2:  # noqa: PLR2004 - two words to swap, and one that stays
            parts[0], parts[1] = parts[1], parts[0]
            worse = " ".join(parts)
            if squash(worse) not in text:
                yield worse, with_text(case, output, line, worse)


def _forbidden(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """What the case says must not appear."""
    for phrase in _plain(case.gold.must_not_appear):
        yield phrase, added(case, output, SectionKind.ABOUT, cited(output, f"It is so: {phrase}."))


def _injected(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """What an order hidden in the draft asked for."""
    for phrase in _plain(case.gold.injected):
        yield phrase, added(case, output, SectionKind.ABOUT, cited(output, phrase))


def _free(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """A line that is said to carry no claim, and counts."""
    line = Line(text="Answer within 3 hours.", cites=(), form=Form.FREE)
    yield line.text, added(case, output, SectionKind.APPLY, line)


def _plain(patterns: tuple[str, ...]) -> Iterator[str]:
    return (pattern for pattern in patterns if not pattern.startswith("/"))


WORDING = (
    Defect(kind="figure", gates=("figure", "pay", "deadline"), seed=_figure),
    Defect(kind="unit", gates=("figure", "pay"), seed=_unit),
    Defect(kind="bound", gates=("must-have", "fact"), seed=_bound),
    Defect(kind="date", gates=("name", "fact", "deadline"), seed=_date),
    Defect(kind="name", gates=("name",), seed=_name),
    Defect(kind="link", gates=("link",), seed=_link),
    Defect(kind="claim", gates=("claim", "absent"), seed=_claim),
    Defect(kind="praise", gates=("claim",), seed=_praise),
    Defect(kind="nobody's words", gates=("grounded",), seed=_nobody),
    Defect(kind="denial lost", gates=("polarity",), seed=_denial_lost),
    Defect(kind="denial gained", gates=("polarity",), seed=_denial_gained),
    Defect(kind="verbatim altered", gates=("verbatim",), seed=_verbatim),
    Defect(kind="forbidden", gates=("forbidden",), seed=_forbidden),
    Defect(kind="order followed", gates=("injection",), seed=_injected),
    Defect(kind="loaded free line", gates=("free",), seed=_free),
)
