"""How one turns to the employer, and what becomes of an application."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import STRONG, SURE, Cue, Shape, shape
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
    Shape(
        kind=Kind.CONTACT,
        weight=STRONG,
        pattern=shape(
            r"^(?:(?:please|just|or) )?(?:ring|call|phone|text|whatsapp)\b[^.]{0,40}\b0?\d{2,4}[ -]\d{3}[\d -]*"
        ),
        why="`Ring Aoife on 091 555 014`: a number to call.",
    ),
)
