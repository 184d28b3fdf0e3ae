"""The guide as pages, written from the rules themselves so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guide.names import rule_named
from unbland.core.guide.principles import PRINCIPLES
from unbland.core.guide.rule import Phrases, Rule
from unbland.core.guide.rules import RULES

_INTRO = """\
# The rules

Written from the rules themselves; `unbland rules --markdown > docs/rules.md` writes it anew.
`unbland rules ID` shows one of them with all its phrases. What a hit costs is explained in [score.md](score.md).
"""


def rules_page() -> str:
    """Every rule under its principle, as Markdown."""
    return "\n".join([_INTRO, *_principles()])


def rule_page(rule_id: str) -> str:
    """One rule: what it flags, why, what to write instead, who says so; raises UnknownRule, which names near ids."""
    rule = rule_named(rule_id)
    return "\n".join([f"# {rule.id}", "", PRINCIPLES[rule.principle], "", *_rule(rule), *_phrases(rule)])


def _principles() -> Iterator[str]:
    for principle, line in PRINCIPLES.items():
        yield f"## {principle.value}\n\n{line}\n"
        for rule in RULES:
            if rule.principle is principle:
                yield f"### {rule.id}\n"
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"- **Flags**: {rule.message.replace('{found}', '…')}"
    yield f"- **Why**: {rule.why}"
    if rule.instead:
        yield f"- **Instead**: {rule.instead}"
    yield f"- **Costs**: {_cost(rule)}"
    yield f"- **Source**: {rule.source}\n"


def _cost(rule: Rule) -> str:
    """What a rule costs its principle, in words."""
    if rule.cap == 0 or rule.cost == 0:
        return "nothing, it only tells"
    if rule.share_of:
        kinds = " and ".join(kind.value for kind in rule.share_of)
        return f"up to {rule.cap} points of its principle, by its share of the {kinds} lines"
    return f"{rule.cost} points of its principle for each {rule.counted}, {rule.cap} at most"


def _phrases(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Phrases):
        yield "Phrases:\n"
        yield from (f"- {phrase}" for phrase in rule.phrases)
        yield from (f"- {phrase} → {replacement}" for phrase, replacement in rule.swaps.items())
        yield from (f"- not: {phrase}" for phrase in rule.leaves)
