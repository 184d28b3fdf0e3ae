"""The words by which lines are told apart: each list with what it speaks for, how loudly, and why."""

from __future__ import annotations

from unbland.core.ledger.lexicon.applying import APPLYING
from unbland.core.ledger.lexicon.causes import CAUSES
from unbland.core.ledger.lexicon.cue import Cue, Shape
from unbland.core.ledger.lexicon.employer import EMPLOYER
from unbland.core.ledger.lexicon.goals import GOALS
from unbland.core.ledger.lexicon.hard import HARD
from unbland.core.ledger.lexicon.job import JOB
from unbland.core.ledger.lexicon.legal import LEGAL
from unbland.core.ledger.lexicon.letters import LETTERS
from unbland.core.ledger.lexicon.machine import MACHINE
from unbland.core.ledger.lexicon.no_demand import NO_DEMAND
from unbland.core.ledger.lexicon.offer import OFFER
from unbland.core.ledger.lexicon.outside import OUTSIDE
from unbland.core.ledger.lexicon.pages import PAGES
from unbland.core.ledger.lexicon.pay import PAY
from unbland.core.ledger.lexicon.person import PERSON
from unbland.core.ledger.lexicon.terms import TERMS
from unbland.core.ledger.lexicon.where import WHERE

#: All cues; adding one is adding a row to its list.
CUES: tuple[Cue | Shape, ...] = (
    *(
        MACHINE
        + PAGES
        + LETTERS
        + OUTSIDE
        + EMPLOYER
        + CAUSES
        + PAY
        + OFFER
        + TERMS
        + WHERE
        + LEGAL
        + APPLYING
        + GOALS
        + JOB
    ),
    *(HARD + PERSON + NO_DEMAND),
)
