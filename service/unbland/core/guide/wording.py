"""From gerunds and nouns to the verb that a duty should start with: `Managing` and `Management of` → `Manage`."""

from __future__ import annotations

import re

#: Verbs that begin duties, each with one reading only: a gerund that is mostly a noun (Marketing, Accounting,
#: Engineering, Banking, Understanding) is left out on purpose.
_VERBS = """
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
_DOUBLING = {"submit", "transfer", "commit"}

#: What `… of` begins as a noun, by the verb that says it shorter.
_NOUNS = {
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
_NOUNISH_WORDS = """
billing building changing cleaning coaching connecting cutting developing driving editing engaging expanding filing
growing influencing inspiring leading learning lifting mentoring modeling modelling motivating moving operating
packing planning positioning pricing processing producing purchasing reading recruiting reporting running scheduling
selling shipping testing tracking training transforming turning winning working writing
"""
_NOUNISH = frozenset(_NOUNISH_WORDS.split())

#: After these words a gerund does something to an object of its own.
_OBJECT_WORDS = (
    "the a an our your their its all any each every them it new with to for on that these those this strong up"
)
_OBJECT_STARTS = frozenset(_OBJECT_WORDS.split())

_CHAIN = re.compile(r"(?:\s*,\s*(?:and|or)?\s*|\s+(?:and|or|&)\s+)(?:even\s+|also\s+)?(?P<word>[A-Za-z-]+)")
_NEXT = re.compile(
    r"(?:,|\b(?:and|or)\b)\s+(?:and\s+)?(?P<word>[A-Za-z-]+ing)\b(?:\s+(?P<after>[A-Za-z]+))?", re.IGNORECASE
)
#: A gerund after these is no command, and neither are those joined to it.
_GOVERNED = re.compile(
    r"\b(?:by|for|through|of|in|on|while|when|from|like|including|without|before|after)\s+\w+ing\b", re.IGNORECASE
)
_NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ance|ence|ysis)s?\b", re.IGNORECASE)
#: `Modeling & Quality: dbt` names a subject, it does not begin a duty.
_LABEL = re.compile(r"[^:.]{1,40}:\s")
#: A gerund joined to those that were turned, which cannot be turned with them.
_UNKNOWN_LINK = re.compile(r"\s*(?:,|and\b|or\b|&)\s*(?:and\s+)?[A-Za-z-]+ing\b", re.IGNORECASE)
_FIRST = re.compile(r"[A-Za-z-]+")


def _gerund(verb: str) -> str:
    """How a verb is spelled with -ing."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    short = re.fullmatch(r"[^aeiou]*(?:u(?=i))?[aeiou][^aeiouwxy]", verb)
    return verb + (verb[-1] if short or verb in _DOUBLING else "") + "ing"


_GERUNDS = {_gerund(verb): verb for verb in _VERBS.split()} | {"modelling": "model"}


def verb_of(gerund: str) -> str | None:
    """The verb of a gerund, if it is one that begins duties."""
    return _GERUNDS.get(gerund.lower())


def as_command(text: str) -> tuple[int, str] | None:
    """How far the gerunds at the start of a duty reach, and what to put there; None where that needs a mind.

    `Planning and running events` → (20, `Plan and run`). A later gerund that does something of its own is turned
    too; one that may be part of a noun (`marketing and advertising plans`) makes it a case for a person.
    """
    first = _FIRST.match(text)
    verb = verb_of(first.group()) if first else None
    if first is None or verb is None:
        return None
    words, end = [verb], first.end()
    while (link := _CHAIN.match(text, end)) and (verb := verb_of(link["word"])):
        words.append(text[end : link.start("word")] + verb)
        end = link.end()
    rest = text[end:]
    if _UNKNOWN_LINK.match(rest) or re.match(
        r"\s*(?::|$|(?:(?:out|up|off)\s+)?of\b|[,&]?\s*(?:and|or|&|,)\s+\w+(?:tion|sion|ment|ance|ence|ysis)s?\b)", rest
    ):
        return None
    return _turn_later(text, end, "".join(words))


def _turn_later(text: str, end: int, head: str) -> tuple[int, str] | None:
    """Turn the gerunds that follow the first object; None where one may be a noun."""
    for link in _NEXT.finditer(text, end):
        verb = verb_of(link["word"])
        if verb is None:
            continue
        if _GOVERNED.search(text, end, link.start()) or _may_be_noun(link):
            return None
        head += text[end : link.start("word")] + verb
        end = link.end("word")
    return end, head


def _may_be_noun(link: re.Match[str]) -> bool:
    """Whether a gerund after `and` may belong to the noun before or after it."""
    return link["word"].lower() in _NOUNISH and (link["after"] or "").lower() not in _OBJECT_STARTS


def noun_as_command(text: str) -> tuple[int, str] | None:
    """The same for `Preparation of reports` → (14, `Prepare`); None where a second noun of the kind follows."""
    found = re.match(r"([A-Za-z]+)\s+of\s+(?:the\s+)?", text)
    verb = _NOUNS.get(found.group(1).lower()) if found else None
    if (
        found is None
        or verb is None
        or re.search(r"(?:\band|,)\s+\w+\s+of\b", text)
        or _noun_follows(text, found.end())
    ):
        return None
    return found.end(1) + 3, verb


def _noun_follows(text: str, start: int) -> bool:
    """Whether another noun of doing is joined to the first, which would then stand without its verb."""
    return any(_NOUN_ENDING.search(link["word"]) for link in _CHAIN.finditer(text, start))


def starts_with_gerund(text: str) -> bool:
    """Whether a duty begins with a gerund that should be a verb."""
    first = _FIRST.match(text)
    return first is not None and first.end() < len(text) and bool(verb_of(first.group())) and not _LABEL.match(text)


def starts_with_noun(text: str) -> bool:
    """Whether a duty begins with the noun of a verb: `Preparation of`, `Preparation and submission of`."""
    found = re.match(r"([A-Za-z]+)(?:(?:\s*,|\s+and|\s+&)\s+[A-Za-z]+){0,2}\s+of\b", text)
    return found is not None and found.group(1).lower() in _NOUNS
