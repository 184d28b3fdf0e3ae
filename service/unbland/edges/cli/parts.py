"""What the commands share that measure a set of two parts: which part is asked for, and the exit codes."""

from __future__ import annotations

from enum import StrEnum

from unbland.application.standing import Standing
from unbland.core.evaluation.sentences.committed import Part

#: How the run stands → the exit code (eval/README.md).
EXIT_CODES = {Standing.HOLDS: 0, Standing.SHORT: 1, Standing.EMPTY: 2, Standing.UNCOMMITTED: 3}
WRONG_CONFIGURATION = 3


class Wanted(StrEnum):
    """What of the set is measured."""

    DEV = Part.DEV
    TEST = Part.TEST
    ALL = "all"

    @property
    def only(self) -> Part | None:
        """The one part that is asked for; None for all."""
        return None if self is Wanted.ALL else Part(self)
