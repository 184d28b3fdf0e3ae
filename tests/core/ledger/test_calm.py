"""Titles that shout, written as anybody else would."""

from __future__ import annotations

import pytest

from unbland.core.ledger.calm import calm


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("MARKETING EXECUTIVE – LEEDS", "Marketing Executive – Leeds"),
        ("SCHOOL BUS DRIVER WANTED", "School Bus Driver Wanted"),
        ("CDL-A DRIVER - $1,500/WK", "CDL-A Driver - $1,500/WK"),
        ("HEAD OF HR", "Head of HR"),
        ("IT MANAGER (JAVA)", "IT Manager (Java)"),
        ("CAD TECHNICIAN, HVAC", "CAD Technician, HVAC"),
        ("OR NURSE - ICU NIGHTS", "OR Nurse - ICU Nights"),
        ("CHEF DE PARTIE", "Chef de Partie"),
        ("WELDER", "Welder"),
    ],
)
def test_a_title_in_capitals_is_calmed(title: str, said: str) -> None:
    """Words lose their capitals; acronyms keep them, though a dictionary has `cad` and `icu`."""
    assert calm(title) == said


@pytest.mark.parametrize("title", ["Senior Nurse", "RN - ICU", "NURSE (f/m/d)", "SQL/PHP Developer"])
def test_other_titles_stay(title: str) -> None:
    """Who wrote small letters meant the capitals; acronyms alone shout nothing."""
    assert calm(title) == title
