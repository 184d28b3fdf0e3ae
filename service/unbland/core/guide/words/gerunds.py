"""Verbs of duties, the nouns made of them, and gerunds that may stand before a noun."""

from __future__ import annotations

import re

#: Verbs that begin duties, each with one reading only: a gerund that is mostly a noun (Marketing, Accounting,
#: Engineering, Banking, Understanding) is left out on purpose.
VERBS = """
achieve acquire act adapt address adjust administer admit advise aid alert allocate alter analyse analyze answer
anticipate apply appoint approve archive arrange assay assemble assess assign assist attend audit author authorise
authorize automate award bag bake balance bathe be bend book brief bring brush build calculate calibrate call capture
care carry carve catalog catalogue certify chair champion change chart chase check chop clean clear close co-ordinate
coach collaborate collate collect comfort communicate compare compile complete compose conduct configure confirm connect
consolidate construct consult contact contribute control convert cook coordinate correct counsel count cover craft
create cross-check cross-sell cultivate curate customise customize cut deal debug decide decorate defend define delegate
deliver demonstrate deploy design determine develop devise diagnose dig digitise digitize direct discharge discuss
disinfect dismantle dispatch dispense distribute do document draft drain dress drive dust edit educate email embed empty
enable encourage enforce engage enhance enroll ensure enter equip escalate escort establish estimate evaluate examine
execute expand explain explore extend facilitate feed fetch file fill find fix float fold follow forecast format
formulate foster fulfil fulfill garnish gather generate get give grade grease greet grill grow guard guide handle
harvest haul help hire hit hoist host identify illustrate implement improve increase influence inform initiate inject
inspect inspire install integrate interact interpret interview investigate invigilate invite invoice iron issue join
keep knead label launch lay lead leverage liaise lift listen load lock log look lubricate maintain make manage map mark
measure mediate mentor merge milk mix model moderate monitor mop motivate move mow narrate navigate negotiate notify
nurture observe obtain offer oil onboard open operate optimise optimize orchestrate order organise organize oversee own
pack paint participate partner patch patrol pave pay peel perform photograph pick pitch place plan plant plaster plate
play plough plow polish position pour precept prepare prescribe present preserve prevent prioritise prioritize process
procure produce promote proofread propose prospect protect prove provide prune publish pull purchase pursue qualify
query quote raise rake reach read reassure rebuild recommend reconcile record recruit redesign reduce refactor refer
refill refine refuel register rehearse reinforce relieve reload remind remove renew renovate reorder repair replace
replenish report represent reproduce request rescue research reset resolve respond restart restock restore retain return
review revise rinse roast roof rotate run sand sanitise sanitize scan schedule scope scrape scrub search seat secure see
select sell send serve service set sew shape share sharpen shelve ship shortlist shred sign simplify sketch slice solder
solve sort source sow specify splice spread stack staff standardise steam standardize sterilise sterilize stitch stock
store streamline strengthen strip structure study submit suggest summarise summarize supervise supply support survey
sustain swap sweep tag take talk tally teach tend test tidy tile tow track train transcribe transfer transform translate
transport treat triage trim troubleshoot tune turn tutor unload unpack update upgrade uphold upsell use vaccinate vacuum
validate verify vet visit visualise visualize wash watch water weed weigh welcome weld win wipe work wrangle wrap write
instruct shovel stop
"""

#: Verbs of two syllables whose last consonant doubles; one-syllable verbs follow the spelling rule below.
DOUBLING = {"commit", "embed", "equip", "format", "patrol", "refer", "reset", "submit", "transfer"}

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
billing building changing cleaning coaching connecting cutting dealing developing draining driving editing embedding
engaging expanding filing filling growing harvesting influencing inspiring ironing labeling labelling leading learning
lifting mentoring milking modeling modelling motivating moving operating packing planning planting plastering
positioning pricing processing producing purchasing reading recruiting reporting running scheduling selling sewing
shelving shipping stitching tagging testing tiling tracking training transforming turning winning working writing
"""
NOUNISH = frozenset(NOUNISH_WORDS.split())

#: Gerunds that begin a compound noun as often as a duty: "Shipping documents", "Opening hours", "Working capital".
COMPOUND = frozenset(
    (
        "building",
        "opening",
        "planning",
        "shipping",
        "training",
        "working",
    )
)
#: The same where only some nouns make one.
COMPOUNDS = re.compile(
    r"(?:cleaning (?:products?|supplies|materials|equipment|agents?)|dispensing opticians?|filling stations?"
    r"|ironing boards?|lifting (?:equipment|gear|operations|plans?|tackle)|milking (?:machines?|parlou?rs?)"
    r"|operating (?:budgets?|compan\w+|costs?|environment|expenses|hours|instructions|licen[cs]es?|manuals?|margins?"
    r"|models?|plans?|procedures?|profits?|results|rooms?|standards?|systems?|theat(?:re|er)s?|units?)"
    r"|selling (?:costs?|environment|expenses|points?|prices?|process|season|skills|strateg\w+|style|techniques?)"
    r"|sewing machines?|shelving units?"
    r"|supporting (?:actors?|data|documents?|documentation|evidence|files?|information|materials?|roles?|staff)"
    r"|writing (?:samples?|skills|style|tests?))\b",
    re.IGNORECASE,
)
