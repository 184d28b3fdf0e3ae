"""Words that sound like a demand and ask nothing of the person: listed only to hide the shorter phrase in them."""

from __future__ import annotations

from unbland.core.language.dates import MONTHS
from unbland.core.ledger.lexicon.cue import Cue, listed
from unbland.core.ledger.lexicon.modality import NO_MODALITY
from unbland.core.ledger.model import Kind

#: When schools begin.
_TERMS = ("easter", "christmas", "spring", "summer", "autumn")

NO_DEMAND: tuple[Cue, ...] = (
    Cue(
        kind=Kind.REQUIREMENT,
        weight=0,
        phrases=NO_MODALITY,
        why="Listed only to hide the shorter phrase.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=0,
        phrases=listed("""
            degree of, right degree, high degree, software license, software licenses, license agreement, license
            agreements, everything you need, tools you need, support you need, all you need, minimum of supervision,
            last a minimum of, minimum supervision, as required, if required, where required, when required, required by
            law, we must, must see, our requirements, client requirements, customer requirements, business requirements,
            essential oils, essential services, customer experience, user experience, client experience, guest
            experience, the experience of, patient experience, no experience, we require, requirements of the, legal
            requirements, experience gifts, our experience, essential duties, your experience, essential role, essential
            part, be essential in, be essential to, is essential to our, what experience, are required we will, within
            the required, to the required, the required budget*, required standard*, required level*, learning
            experience, shopping experience, user experiences, customer experiences, master data, preferred supplier,
            preferred suppliers, preferred vendor, preferred vendors, preferred partner, bonus pool, scrum master,
            minimum wage, as you must, required changes, required documents, required documentation, all required,
            required information, required reports, required deliverables, required output*, required by the client*,
            required by clients, required by customers, required by each, proficiently, need your expertise, your
            expertise will, your expertise to, supporting people who are, help people who are, with people who are,
            people who are homeless, you bring what, children who are, clients who are, patients who are, you can
            expect, you are a great fit, you can apply, phd position*, phd studentship*, phd project*, phd vacanc*, phd
            scholarship*, for a phd, for the phd, phd students, required by this, required by our client, required by my
            client, required by a leading, required by a growing, required by an, preferred candidate, preferred
            candidates, preferred client, preferred clients, our preferred, taking gcse*, gcse results, gcse groups,
            gcse classes, gcse pupils, gcse students, gcse numbers
        """),
        why="The same words where they ask nothing of the person; listed only to hide the shorter phrase.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=0,
        phrases=(
            "required asap",
            "required immediately",
            "required to start",
            *(f"required {word} {term}" for word in ("for", "from") for term in _TERMS),
            *(f"required {word} {month}" for word in ("for", "from") for month in MONTHS),
        ),
        why="`Required for September 2027` says when, and asks nothing; listed only to hide the shorter phrase.",
    ),
)
