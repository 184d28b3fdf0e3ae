"""Measures: lengths, weights and volumes that are always so much of one another."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from unbland.core.language.units import UNIT_NAMES
from unbland.core.language.words import stem

#: A measure in another of its kind that is always so much of it, by the names above: 3.5 tonnes are 3,500 kg.
_SCALES = {
    "megagram": ("kg", Decimal(1000)), "g": ("kg", Decimal("0.001")), "m": ("km", Decimal("0.001")),
    "cm": ("km", Decimal("0.00001")), "mm": ("km", Decimal("0.000001")), "ml": ("litre", Decimal("0.001")),
    "hl": ("litre", Decimal(100)),
}  # fmt: skip
#: Stem of a measure → that of the one of its kind it is compared in, and how much of that it is.
_MEASURES = {stem(name): (stem(base), scale) for name, (base, scale) in _SCALES.items()}
_BASES = frozenset(base for base, _ in _MEASURES.values())
#: Stems of all measures by their one name; people are counted.
_NAMES = frozenset(stem(name) for name in UNIT_NAMES.values() if name != "person")


def measured_in(noun: str) -> str:
    """The stem of the measure that a stem of a measure is compared in, or nothing where it is none."""
    return _MEASURES[noun][0] if noun in _MEASURES else noun if noun in _BASES else ""


def is_measured(unit: str) -> bool:
    """Whether a count is one of a measure, and not of things."""
    return not _NAMES.isdisjoint(unit.split())


@lru_cache(maxsize=1_024)
def measure(unit: str) -> tuple[frozenset[str], Decimal]:
    """The nouns of a count, a measure as the one it is always so much of, and how much that is: tonnes are kg."""
    nouns = frozenset(unit.split())
    base, scale = next((_MEASURES[noun] for noun in unit.split() if noun in _MEASURES), ("", Decimal(1)))
    return (nouns | {base} - {""}, scale)
