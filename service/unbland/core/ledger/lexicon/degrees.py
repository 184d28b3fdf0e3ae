"""Degrees as postings ask for them, lowest first, each with the levels that it may mean."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import shape

SCHOOL, COLLEGE, BACHELOR, MASTER, DOCTOR = "school", "college", "bachelor", "master", "doctor"

#: A wording → the levels of which any will do. A bare `degree` is one of a university.
DEGREES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        shape(
            r"\bhigh[- ]school (?:diploma|education|graduat\w+|certificate)|\bGED\b|\bsecondary school (?:diploma"
            r"|certificate)"
        ),
        frozenset({SCHOOL}),
    ),
    (
        shape(r"\bassociate['’]?s?(?: of \w+)? degree|\bcollege diploma\b|\btwo-year (?:degree|diploma)"),
        frozenset({COLLEGE}),
    ),
    (
        shape(
            r"\bbachelor['’]?s?\b(?! of \w+ \w* ?honou?rs? student)|\bB\.?Sc?\b(?! (?:is|are|has)\b)\.?"
            r"|\bB\.?A\.? degree|\bundergraduate degree\b"
        ),
        frozenset({BACHELOR}),
    ),
    (
        shape(
            r"\bmaster['’]?s\b(?! (?:licen|mariner))|\bmaster(?: of|['’]?s? degree)\b|\bM\.?Sc\b\.?|\bMBA\b"
            r"|\bgraduate degree\b"
        ),
        frozenset({MASTER}),
    ),
    (shape(r"\bPh\.?D\b|\bdoctora\w+"), frozenset({DOCTOR})),
    (
        shape(
            r"\b(?:university|college|relevant|engineering|nursing|science) degree\b"
            r"|\bdegree\b(?=(?: in\b| required|\.|,|$))(?<!associate degree)(?<!master's degree)(?<!master’s degree)"
            r"(?<!bachelor's degree)(?<!bachelor’s degree)(?<!bachelor degree)(?<!master degree)"
        ),
        frozenset({BACHELOR, MASTER, DOCTOR}),
    ),
    (
        shape(
            r"\bdegree or (?:higher|above|equivalent)|\bor (?:a )?higher\b|\bpost[- ]?graduate\b|\badvanced degree\b"
        ),
        frozenset({MASTER, DOCTOR}),
    ),
)

#: What leaves the reader a choice: years instead of a degree, one of several.
ALTERNATIVE = shape(
    r"\bor\b|\bequivalent\b|\bin lieu\b|\binstead\b|\bwith an? (?:bachelor|master|ph|degree|associate)"
    r"|\bdepending\b|\beither\b"
    r"|\blevel\b|\bif\b"
)
