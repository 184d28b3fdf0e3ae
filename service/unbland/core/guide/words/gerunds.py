"""Verbs of duties, the nouns made of them, and gerunds that may stand before a noun."""

from __future__ import annotations

import re

#: Verbs that begin duties, each with one reading only: a gerund that is mostly a noun (Marketing, Accounting,
#: Engineering, Banking, Understanding) is left out on purpose.
VERBS = """
achieve acquire act adapt address administer admit advise aid allocate analyse analyze answer apply appoint approve
archive arrange assay assemble assess assign assist attend audit author automate award bake balance bathe be bend book
brief bring build calculate calibrate call capture care carry chair champion change chart chase check chop clean close
co-ordinate coach collaborate collate collect communicate compare compile complete compose conduct configure connect
consult contact contribute control convert cook coordinate correct counsel count cover create cross-sell cultivate cut
debug decide decorate define delegate deliver demonstrate deploy design determine develop devise diagnose dig direct
discharge discuss disinfect dispatch distribute document draft dress drive edit educate enable encourage enforce engage
enhance ensure enter escalate establish estimate evaluate examine execute expand explain explore extend facilitate feed
file find fix fold follow forecast formulate foster fulfil fulfill gather generate get give grade grease greet grill
grow guide handle help hire host identify implement improve increase influence inform initiate inspect inspire install
integrate interact interpret interview investigate invigilate invoice issue join keep label launch lead leverage liaise
listen load log look maintain make manage map mark measure mediate mentor merge mix model moderate monitor mop motivate
move mow negotiate nurture observe obtain offer onboard open operate optimise optimize orchestrate order organise
organize oversee own pack paint participate partner patch pave peel perform pick pitch place plan plate play polish
position pour prepare present preserve prevent prioritise prioritize process procure produce promote propose prospect
protect prove provide prune publish pull purchase pursue qualify query quote raise reach read recommend reconcile
record recruit reduce refactor refill refine refuel register reload renew repair replace report represent request
research resolve respond restart restock retain review revise roof rotate run sand sanitise sanitize scan schedule
scope scrape search seat secure select sell send serve service set shape share ship shortlist sign solder solve sort
source specify stack staff stock store streamline strengthen strip structure study submit suggest supervise supply
support survey sustain sweep take talk teach test tow track train transfer transform translate transport triage trim
troubleshoot turn tutor unload update upgrade upsell use vaccinate vacuum validate verify visit visualise visualize
wash watch weigh welcome weld win work wrangle wrap write
"""

#: Verbs of two syllables whose last consonant doubles; one-syllable verbs follow the spelling rule below.
DOUBLING = {"submit", "transfer", "commit"}

#: What `… of` begins as a noun, by the verb that says it shorter.
NOUNS = {
    "preparation": "prepare",
    "management": "manage",
    "development": "develop",
    "maintenance": "maintain",
    "provision": "provide",
    "coordination": "coordinate",
    "implementation": "implement",
    "creation": "create",
    "supervision": "supervise",
    "organization": "organize",
    "organisation": "organise",
    "administration": "administer",
    "execution": "execute",
    "identification": "identify",
    "evaluation": "evaluate",
    "assessment": "assess",
    "analysis": "analyze",
    "review": "review",
    "completion": "complete",
    "submission": "submit",
    "delivery": "deliver",
    "establishment": "establish",
    "negotiation": "negotiate",
    "promotion": "promote",
    "installation": "install",
    "collection": "collect",
    "distribution": "distribute",
    "production": "produce",
    "resolution": "resolve",
    "selection": "select",
    "recruitment": "recruit",
    "procurement": "procure",
    "translation": "translate",
    "verification": "verify",
    "calculation": "calculate",
    "configuration": "configure",
    "integration": "integrate",
    "optimization": "optimize",
    "optimisation": "optimise",
    "registration": "register",
    "definition": "define",
    "presentation": "present",
    "facilitation": "facilitate",
    "formulation": "formulate",
    "oversight": "oversee",
}

#: Gerunds that also stand before or for a noun (`advertising and training plans`, `a small and growing team`).
NOUNISH_WORDS = """
billing building changing cleaning coaching connecting cutting developing driving editing engaging expanding filing
growing influencing inspiring leading learning lifting mentoring modeling modelling motivating moving operating
packing planning positioning pricing processing producing purchasing reading recruiting reporting running scheduling
selling shipping testing tracking training transforming turning winning working writing
"""
NOUNISH = frozenset(NOUNISH_WORDS.split())

#: Gerunds that begin a compound noun as often as a duty: "Shipping documents", "Opening hours", "Working capital".
COMPOUND = frozenset(
    (
        "building",
        "opening",
        "operating",
        "planning",
        "selling",
        "shipping",
        "supporting",
        "training",
        "working",
        "writing",
    )
)
#: The same where only some nouns make one.
COMPOUNDS = re.compile(r"cleaning (?:products?|supplies|materials|equipment|agents?)\b", re.IGNORECASE)
