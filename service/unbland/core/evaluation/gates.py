"""All gates in one row, and what an output breaks."""

from __future__ import annotations

from unbland.core.evaluation.conduct import CONDUCT
from unbland.core.evaluation.loss import LOSS
from unbland.core.evaluation.model import Breach, Case, Output
from unbland.core.evaluation.slots import SLOTS
from unbland.core.evaluation.truth import TRUTH

#: Every hard gate; reports list them in this order.
GATES = (*TRUTH, *LOSS, *SLOTS, *CONDUCT)


def breaches(case: Case, output: Output) -> tuple[Breach, ...]:
    """Every breach of every gate, with its evidence."""
    return tuple(Breach(gate=gate.id, evidence=evidence) for gate in GATES for evidence in gate.look(case, output))
