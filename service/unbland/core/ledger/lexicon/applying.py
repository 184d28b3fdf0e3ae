"""What becomes of an application."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import SURE, Cue, Shape, shape
from unbland.core.ledger.model import Kind

APPLYING: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.PROCESS,
        weight=SURE,
        pattern=shape(
            r"\bwe(?:['’]ll| will)? (?:answer|reply to|respond to|read|review|get back to|acknowledge)\b.{0,30}"
            r"\b(?:applications?|applicants?|candidates?|cvs?|resumes?|who applies)\b"
            r"|\b(?:panel|board|committee|we) will interview\b"
            r"|\bapplications? (?:(?:are|is|will be) )?accepted\b"
        ),
        why="Who hears from the employer and when; until when somebody may apply.",
    ),
)
