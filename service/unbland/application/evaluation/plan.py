"""Which trials a run holds: cases, who writes, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unbland.application.rewrite import Engine
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.personas import personas as personas_of
from unbland.errors import EvalSetInvalid

#: A writer of a trial that is neither the editor nor a script of the case: a real model, live or recorded.
MODEL = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One case to be run, by the editor (no persona), by a scripted model, or by a real one (`MODEL`)."""

    case: Case
    persona: str | None = None
    #: From 1.
    repeat: int = 1

    @property
    def writer(self) -> str:
        """The engine, and the persona behind it."""
        if self.persona is None:
            return Engine.EDITOR
        return f"{Engine.LLM}:{self.persona}" if self.persona else Engine.LLM


def scripted_plan(
    cases: Iterable[Case], *, ids: Sequence[str] = (), engine: Engine = Engine.AUTO, personas: Sequence[str] = ()
) -> tuple[Planned, ...]:
    """The editor and every scripted model of these cases, or what is asked for; once each, since all are certain.

    Raises EvalSetInvalid for a case or a persona that the set does not have.
    """
    cases = tuple(cases)
    _refuse_unknown("persona", personas, {name for case in cases for name in personas_of(case)})
    return tuple(
        Planned(case=case, persona=persona)
        for case in chosen(cases, ids)
        for persona in _writers(case, engine, personas)
    )


def model_plan(cases: Iterable[Case], *, ids: Sequence[str] = (), repeats: int = 1) -> tuple[Planned, ...]:
    """A real model on these cases, so many times each; raises EvalSetInvalid for a case the set does not have."""
    return tuple(
        Planned(case=case, persona=MODEL, repeat=repeat)
        for case in chosen(tuple(cases), ids)
        for repeat in range(1, repeats + 1)
    )


def chosen(cases: Sequence[Case], words: Sequence[str]) -> tuple[Case, ...]:
    """The cases that these words mean: an id, a tag, a jurisdiction, or a word of the trade; all, without words.

    Raises EvalSetInvalid for a word that no case answers to.
    """
    known = {word for case in cases for word in _names(case)}
    _refuse_unknown("case", words, known)
    return tuple(case for case in cases if not words or not _names(case).isdisjoint(words))


def _names(case: Case) -> set[str]:
    return {case.id, case.jurisdiction, *case.tags, case.trade, *case.trade.split()}


def _writers(case: Case, engine: Engine, personas: Sequence[str]) -> tuple[str | None, ...]:
    editor = (None,) if engine is not Engine.LLM and not personas else ()
    models = tuple(name for name in personas_of(case) if not personas or name in personas)
    return editor + (models if engine is not Engine.EDITOR else ())


def _refuse_unknown(what: str, asked: Sequence[str], known: set[str]) -> None:
    if unknown := sorted(set(asked) - known):
        raise EvalSetInvalid(f"There is no {what} {unknown[0]!r}; there are {', '.join(sorted(known))}.")
