"""All gates in one row, and what an output breaks."""

from __future__ import annotations

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.gates.conduct import CONDUCT
from unbland.core.evaluation.gates.gate import Breach, Output
from unbland.core.evaluation.gates.loss import LOSS
from unbland.core.evaluation.gates.slots import SLOTS
from unbland.core.evaluation.gates.truth import TRUTH

#: Every hard gate; reports list them in this order.
GATES = (*TRUTH, *LOSS, *SLOTS, *CONDUCT)


def breaches(case: Case, output: Output) -> tuple[Breach, ...]:
    """Every breach of every gate, with its evidence."""
    return tuple(Breach(gate=gate.id, evidence=evidence) for gate in GATES for evidence in gate.look(case, output))
