"""Words that tell where the work is done."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, HEADING, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

WHERE: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.LOCATION,
        weight=FIRM,
        phrases=listed("""
            remote position, remote role, remote job, fully remote, 100% remote, remote first, remotely, work from home,
            working from home, hybrid role, hybrid position, hybrid working, hybrid model, hybrid schedule, hybrid work,
            on site position, on site role, onsite role, onsite position, in office, days in the office, days a week in
            the office, days on site, role is based, position is based, job is based, ^based at, ^based in, ^based out
            of, you will be based, you'll be based, is located in, are located in, located at, office is located, based
            at our, based in our, home based role, home based position, home based job, field based role, office based
            role, work from anywhere, this role is remote, work on site, works on site, in person role, role is hybrid,
            remote within, based out of our, at our site in, on location
        """),
        why="Where the work is done.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=FIRM,
        pattern=shape(
            r"^\W*((fully |100% )?remote|hybrid|on[- ]?site|in[- ]person)\b"
            r"(?! (?:support|monitor|access|diagnos|nurser|child|cr[eè]che|gym|parking|caf|canteen|restaurant|doctor"
            r"|physio|laundry)).{0,40}$"
            r"|^(?:fully |100% )?remote (?:in|within|across) [^.;]{2,80}$"
            r"|\b(position|role|job|post|vacancy)\b.{0,30}\b(based(?! (?:up)?on\b)|located|remote(?! area)|on[- ]?site"
            r"|hybrid)\b"
            r"|\boffices?\b.{0,30}\b(based|located)\b"
        ),
        why="A line that is little else than a workplace, or says it of the job.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=STRONG,
        pattern=re.compile(  # the first look ahead only saves time: few lines begin so
            r"^(?=[A-ZÀ-Ý][\w.'’À-ÿ-]+(?: [A-ZÀ-Ý][\w.'’À-ÿ-]+){0,2}, )"
            r"(?!.*\b(?:Inc|Ltd|LLC|GmbH|Corp|Co|PLC|Plc)\b)[A-ZÀ-Ý][\w.'’À-ÿ-]+(?: [A-ZÀ-Ý][\w.'’À-ÿ-]+){0,2}, "
            r"(?:[A-Z]{2,3}|[A-ZÀ-Ý][\wÀ-ÿ-]+(?: [A-ZÀ-Ý][\wÀ-ÿ-]+)?)(?:, [A-Z](?:(?! and )[\w .])+)?\.?$"
        ),
        why="`Toronto, ON`: a place and the larger place it is in.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=HEADING,
        pattern=re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}\.?$"),
        why="`Duluth, MN 55804`, unless it stands where one applies.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=FIRM,
        pattern=re.compile(
            r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?,? [A-Z]{2}\b[,:;]?"
            r" (?i:hybrid|remote|on[- ]?site|in the office|in office)\b"
        ),
        why="`Newark NJ, in the office Monday to Thursday`: town, state and how it is worked there.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=FIRM,
        pattern=re.compile(r"^(?i:right |just )?(?i:near|next to|opposite|close to) (?:the )?[A-Z]\w+[^.,;]{0,30}\W*$"),
        why="`near Bury interchange`, by itself.",
    ),
    Cue(
        kind=Kind.LOCATION,
        weight=FAINT,
        phrases=listed("based in, located in, remote, hybrid, on site, onsite, commutable, relocate"),
        why="Speaks of place, of the job's or another's.",
    ),
    Cue(
        kind=Kind.LOCATION,
        weight=0,
        phrases=listed("""
            remote area, remote areas, remote area nurse*, remote communit*, remote sensing, hybrid bus*, hybrid
            vehicle*, hybrid car, hybrid cars, hybrid and electric, hybrid and battery, hybrid electric
        """),
        why="`A remote area nurse`, `hybrid buses`: far off or half electric; listed only to hide the shorter phrase.",
    ),
    Shape(
        kind=Kind.LOCATION,
        weight=STRONG,
        pattern=re.compile(
            r"^(?=[A-Z])(?:(?:[A-ZÀ-Ý\d(][\w.'’&/()-]*|[a-zà-ÿ]{2,3}|located|based|office),? ){1,9}?"
            r"(?:Ave|Avenue|St|Street|Rd|Road|Blvd|Lane)\b\.?,? ?"
            r"[A-ZÀ-Ý][\w'’-]*(?: (?:[A-ZÀ-Ý\d][\w'’-]*|of|on|upon)){0,4}\.?$"
        ),
        why="A street and a town on a line of their own.",
    ),
)
