"""Without a guard, the gates see every vice of a scripted model, and do not accuse the honest one."""

from __future__ import annotations

import json
import re

import pytest

from unbland.application.evaluation.plan import Planned, scripted_plan
from unbland.application.review import Draft, look
from unbland.application.rewrite import Engine
from unbland.bootstrap import sets
from unbland.core.assembly.accounting import account
from unbland.core.evaluation.cases.personas import derived
from unbland.core.evaluation.cases.replies import answer
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.loss import LOSS
from unbland.core.evaluation.gates.truth import TRUTH
from unbland.core.guide.model import Score
from unbland.core.posting import Form, Line, Posting, Section, SectionKind
from unbland.core.render.rendered import render

#: An honest model's answer: whether a vice leaves it a posting is seen without reading 400 drafts.
_ANSWER = '{"title": "", "sections": [{"kind": "about", "lines": [{"text": "A.", "cites": ["D1"]}]}]}'


def _is_posting(planned: Planned) -> bool:
    """Whether a scripted model answers with a posting at all."""
    persona = planned.persona or ""
    reply = planned.case.replies.get(persona)
    if reply is not None and not reply.raw:
        return True
    raw = reply.raw if reply is not None else derived(planned.case, persona, _ANSWER)
    try:
        return isinstance(json.loads(raw or "")["sections"], list)
    except (ValueError, KeyError, TypeError):
        return False


TRIALS = [planned for planned in scripted_plan(sets.eval_cases(), engine=Engine.LLM) if _is_posting(planned)]
HONEST = [trial for trial in TRIALS if trial.persona == "faithful"]
#: Where a case asks for nothing, nothing can be dropped.
LIARS = [t for t in TRIALS if t.persona != "faithful" and not (t.persona == "dropping" and not t.case.gold.must_have)]

#: What a model alone cannot be accused of: facts that code adds to its lines.
_NOT_ITS_OWN = {"fact"}


def _unguarded(trial: Planned) -> Output:
    """What would come out if the model's lines were published as they are."""
    case = trial.case
    looked = look(Draft(content=case.draft.content, format=case.draft.format), case.facts)
    wire = json.loads(answer(case, trial.persona or "", looked.ledger))
    texts = {source.id: source.text for source in looked.ledger.sources}
    sections = tuple(
        Section(
            kind=SectionKind(section["kind"]),
            heading="",
            lines=tuple(
                Line(
                    text=re.sub(r"\{\{(\w+)\}\}", lambda slot: texts[slot[1]], line["text"]),
                    cites=tuple(line["cites"]),
                    form=Form.WRITTEN,
                )
                for line in section["lines"]
            ),
        )
        for section in wire["sections"]
    )
    posting = Posting(title=wire["title"], sections=sections)
    score = Score(total=50, parts={})
    return Output(
        status="rewritten",
        posting=posting,
        rendered=render(posting, case.facts),
        before=score,
        after=score,
        questions=(),
        conflicts=(),
        accounting=account(looked.ledger, posting, {}, ()),
    )


def _evidence(trial: Planned) -> set[tuple[str, str]]:
    """What the gates hold against the unguarded lines of a model."""
    output = _unguarded(trial)
    return {(gate.id, evidence) for gate in (*TRUTH, *LOSS) for evidence in gate.look(trial.case, output)}


@pytest.mark.parametrize("trial", HONEST, ids=lambda trial: trial.case.id)
def test_an_honest_model_is_not_accused(trial: Planned) -> None:
    """No gate raises a false alarm on lines that are true and whole."""
    assert {(gate, evidence) for gate, evidence in _evidence(trial) if gate not in _NOT_ITS_OWN} == set()


@pytest.mark.parametrize("trial", LIARS, ids=lambda trial: f"{trial.case.id}-{trial.persona}")
def test_a_liar_would_be_caught_without_the_guard(trial: Planned) -> None:
    """The gates see the vice themselves, so that they would see a guard that lets it through."""
    honest = Planned(case=trial.case, persona="faithful")

    assert _evidence(trial) - _evidence(honest)
