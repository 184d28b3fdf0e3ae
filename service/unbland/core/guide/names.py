"""The names of rules and principles, and which of them a slip of the finger meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from unbland.core.guide.model import Principle
from unbland.core.guide.rule import Rule
from unbland.core.guide.rules import RULES
from unbland.errors import UnknownRule

_RULES = {rule.id: rule for rule in RULES}

#: A name we can repeat; anything else in its place could be the text of a posting.
_NAME = re.compile(r"[a-z][a-z.-]{0,39}", re.IGNORECASE)


def rule_named(name: str) -> Rule:
    """The rule of this id; raises UnknownRule, which names near ids."""
    rule = _RULES.get(name)
    if rule is None:
        raise _unknown("rule", name, _RULES)
    return rule


def checked(name: str) -> str:
    """The name as it came, if it is a rule's or a principle's; raises UnknownRule, which names near ones."""
    names = (*Principle, *_RULES)
    if name not in names:
        raise _unknown("rule or principle", name, names)
    return name


def _unknown(what: str, name: str, names: Iterable[str]) -> UnknownRule:
    near = get_close_matches(name, list(names))
    hint = f"did you mean {' or '.join(near)}?" if near else "`unbland rules` lists them all."
    shown = f" {name!r}" if _NAME.fullmatch(name) else " of this name"
    return UnknownRule(f"There is no {what}{shown}; {hint}")
