"""What people typed into a result: held against the sources like any writer's lines, and told instead of refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from unbland.application.chat.messages import Typed
from unbland.application.chat.model import Wishes
from unbland.core import guard
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import MUTE_KINDS, Kind, Ledger
from unbland.core.posting import Form, Line, Posting, Section, SectionKind

#: The part of a posting that is no section.
TITLE = "title"

#: Sources that a typed line is held against at most: those that share most words with it.
_NEAREST = 3

#: How alike two lines must be for one to be the other with some words changed, by `difflib`.
_ALIKE = 0.6

#: What was taken out of this is told: what is paid, and what the law wants said; must-haves are told beside them.
_OWED = (Kind.PAY, Kind.LEGAL)

_BULLET = re.compile(r"^[-*•–]\s+")

#: Where a typed line stands, the title in no section, and what it says.
_Place = tuple[SectionKind | None, str]

_UNREAD = "the draft is not in English, so it was not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A posting with people's words in it, held against its sources."""

    posting: Posting
    #: The typed lines that no source bears out.
    typed: tuple[Typed, ...]
    #: Must-haves, pay and legal text that it had and has no more, in their sources' words.
    taken_out: tuple[str, ...]


class _Ruling(NamedTuple):
    """A typed line, the sources nearest to it, and what it says that they do not."""

    text: str
    cites: tuple[str, ...]
    faults: tuple[Violation, ...]

    @property
    def line(self) -> Line:
        """The line as it stands: resting on sources where they bear it out, else on whoever typed it."""
        if self.faults:
            return Line(text=self.text, cites=(), form=Form.VERBATIM)
        return Line(text=self.text, cites=self.cites, form=Form.WRITTEN)

    @property
    def why(self) -> str:
        """What is wrong, for whoever typed it: a person cites nothing, so nothing is said of citations."""
        told = [fault for fault in self.faults if fault.class_ is not ViolationClass.CITATION]
        hard = [fault for fault in told if fault.class_ is not ViolationClass.NOVELTY]
        words = [fault.detail.replace("cited source", "source for this line") for fault in (hard or told)[:2]]
        return "; ".join(words) or "no source speaks of it"


def edited(posting: Posting, edits: Mapping[str, str]) -> Posting:
    """The posting with people's own words in place of sections; an emptied section has no lines.

    A line that was left as it was stays what it was, with the sources it rests on.
    """
    sections = tuple(_section(section, edits.get(str(n))) for n, section in enumerate(posting.sections))
    return Posting(title=" ".join(edits.get(TITLE, posting.title).split()), sections=sections)


def authors(made: Posting, before: Wishes, edits: Mapping[str, str], user: str) -> dict[str, str]:
    """Typed line → who typed it, when somebody puts these edits in the place of those before; the first one stays."""
    stood, now = edited(made, before.edits), edited(made, edits)
    known = {text: before.typed.get(text, before.edited_by) for text in _texts(stood)}
    return {text: known.get(text, user) for text in _texts(now) if text not in _texts(made)}


def held(made: Posting, wishes: Wishes, ledger: Ledger, *, readable: bool = True) -> Held:
    """The posting with people's edits, and what the guard says of them.

    `readable`: whether the guard reads its language; where it does not, typed lines are told as not checked.
    """
    ask = partial(_ruling, made=made, ledger=ledger)
    posting = edited(made, wishes.edits)
    rulings: dict[_Place, _Ruling] = {
        (section.kind, line.text): ask(line.text, section.kind)
        for section in posting.sections
        for line in section.lines
        if _is_typed(line)
    }
    if posting.title and posting.title != made.title:
        rulings[None, posting.title] = ask(posting.title, None)
    by = {text: wishes.typed.get(text, wishes.edited_by) for _, text in rulings}
    if not readable:
        return Held(
            posting=posting, typed=tuple(Typed(text=t, by=by[t], why=_UNREAD) for _, t in rulings), taken_out=()
        )
    near = [Line(text=r.text, cites=r.cites, form=Form.WRITTEN) for r in rulings.values()]
    kept = [line for line in posting.lines if not _is_typed(line)]
    return Held(
        posting=replace(posting, sections=tuple(_ruled(section, rulings) for section in posting.sections)),
        typed=tuple(Typed(text=r.text, by=by[r.text], why=r.why) for r in rulings.values() if r.faults),
        taken_out=tuple(_taken_out(made.lines, (*kept, *near), ledger)),
    )


def _texts(posting: Posting) -> set[str]:
    return {posting.title, *(line.text for line in posting.lines)}


def _is_typed(line: Line) -> bool:
    return not line.cites and line.form is Form.VERBATIM


def _section(section: Section, words: str | None) -> Section:
    if words is None:
        return section
    stood = {line.text.strip(): line for line in section.lines}
    lines = (_BULLET.sub("", line.strip()) for line in words.splitlines())
    typed = (stood.get(line, Line(text=line, cites=(), form=Form.VERBATIM)) for line in lines if line)
    return replace(section, lines=tuple(typed))


def _ruled(section: Section, rulings: Mapping[_Place, _Ruling]) -> Section:
    lines = ((rulings.get((section.kind, line.text)), line) for line in section.lines)
    return replace(section, lines=tuple(ruling.line if ruling and _is_typed(line) else line for ruling, line in lines))


def _ruling(text: str, section: SectionKind | None, *, made: Posting, ledger: Ledger) -> _Ruling:
    """The guard's word on a line that cites nothing: that of the sources which bear it out best."""
    rulings = []
    for cites in dict.fromkeys(_near(text, section, made, ledger)):
        line = Line(text=text, cites=cites, form=Form.WRITTEN)
        found = guard.check(line, ledger, section=section).violations
        # A person may word pay, places and dates anew, which a model may not; what they say is checked all the same.
        faults = tuple(fault for fault in found if fault.class_ is not ViolationClass.SLOT)
        rulings.append(_Ruling(text, cites, faults))
        if not faults:
            break
    return min(rulings, key=lambda ruling: len(ruling.faults))


def _near(text: str, section: SectionKind | None, made: Posting, ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """Sources that a typed line may rest on: those of the line it was made of, and those it shares words with."""
    stems = content_stems(text)
    if section is None:
        yield tuple(source.id for source in ledger.sources if source.kind is Kind.TITLE or source.field == "role.title")
    alike = [
        (ratio, line.cites)
        for other in made.sections
        if other.kind is section
        for line in other.lines
        if line.cites and (ratio := SequenceMatcher(None, text, line.text, autojunk=False).ratio()) >= _ALIKE
    ]
    if alike:
        yield max(alike)[1]
    shared = [(len(stems & content_stems(s.text)), s.id) for s in ledger.sources if s.kind not in MUTE_KINDS]
    nearest = [id_ for count, id_ in sorted(shared, key=lambda each: -each[0]) if count][:_NEAREST]
    for most in range(1, len(nearest) + 1):
        yield tuple(nearest[:most])
    if not nearest:
        yield ()


def _taken_out(before: tuple[Line, ...], after: tuple[Line, ...], ledger: Ledger) -> Iterator[str]:
    """What others rely on, and the posting does not say any more."""
    missing = set(guard.uncovered(after, ledger)) - set(guard.uncovered(before, ledger))
    stood = {cite for line in before for cite in line.cites}
    stand = {cite for line in after for cite in line.cites}
    for source in ledger.sources:
        if source in missing or (source.kind in _OWED and source.id in stood - stand):
            yield source.text
