"""How one turns to the employer, and what becomes of an application."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import FIRM, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

APPLYING: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.PROCESS,
        weight=FIRM,
        pattern=shape(
            r"\b(deadline|closing|apply|applications?)\b.{0,40}\b\d{1,2}[ /.-]?(st|nd|rd"
            r"|th)?\b.{0,15}\b(20\d\d|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(ai"
            r"|artificial intelligence|automated)\b.{0,50}\b(screen|select|assess|sort|rank)(s"
            r"|ing)?\b.{0,30}\b(applica|candidate|resume|cv)"
        ),
        why="A date to apply by; a statement that software sorts applicants (O. Reg. 476/24).",
    ),
    Cue(
        kind=Kind.PROCESS,
        weight=FIRM,
        phrases=listed("""
            stop by, come by, drop by, walk in, walk ins, apply in person, in person at, drop off your, bring your
            resume, bring your cv, with your resume, with your cv, ask for
        """),
        why="How shops and kitchens take people on.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=SURE,
        pattern=shape(
            r"\bwe(?:['’]ll| will)? (?:answer|reply to|respond to|read|review|get back to|acknowledge)\b.{0,30}"
            r"\b(?:applications?|applicants?|candidates?|cvs?|resumes?|who applies)\b"
            r"|\b(?:panel|board|committee|we) will interview\b"
            r"|\bapplications? (?:(?:are|is|will be) )?accepted\b|^applications?,? .{0,60}\b(?:through|via) \S+\W*$"
            r"|^(?:interested|suitable|eligible) (?:candidates?|applicants?|persons?|parties)\b.{0,40}"
            r"\b(?:share|send|submit|apply|contact|mail|e-?mail|forward|call|write)\b"
            r"|^(?:if you )?.{0,80}\b(?:for (?:further|more) details|apply now|immediate applications)\b.{0,20}"
            r"\b(?:call|contact|email|e-mail|welcome|telephone)\b"
            r"|^(?:only )?(?:applicants?|candidates?)\b.{0,40}\bwill be contacted\b"
            r"|^your details will be (?:treated|handled|kept)\b"
            r"|^(?:please )?apply in confidence\b.{0,90}$"
            r"|^tell (?:them|['’]?em) to (?:ring|call|text|e-?mail|contact)\b"
            r"|^interviews? (?:this|next|on|in|will|w/c|are|from|from the)\b"
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
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM,
        pattern=shape(
            r"^(?:for )?(?:(?:an?|any|all|more|further|general) )?(?:(?:informal|confidential) )?(?:[ei]nquir(?:y|ies)"
            r"|quer(?:y|ies)|chat|discussion|details|information)\b.{0,40}\b(?:to|from|with|contact|call|ring)\b"
            r".{0,60}\d{3}[ -]?\d"
        ),
        why="`Informal enquiries to Aoife Ryan, 056 555 0134`: whom to ask.",
    ),
)
