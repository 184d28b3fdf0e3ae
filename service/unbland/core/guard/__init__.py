"""The guard: whether a line says nothing but what its sources say, and whether every must-have is there."""

from unbland.core.guard.checking import check
from unbland.core.guard.coverage import uncovered
from unbland.core.guard.keeping import kept

__all__ = ["check", "kept", "uncovered"]
