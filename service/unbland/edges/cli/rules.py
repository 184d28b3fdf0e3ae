"""`unbland rules`: the guide, rule by rule."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import groupby
from typing import Annotated

import typer

from unbland.core.guide import RULES
from unbland.core.guide.rule import Rule
from unbland.edges.cli.page import Page
from unbland.errors import UnknownRule

EXAMPLES = """\b
Examples:
  unbland rules
  unbland rules pay.competitive
"""


def rules(
    rule: Annotated[str | None, typer.Argument(metavar="[ID]", help="The rule to explain.")] = None,
) -> None:
    """List the rules of the guide, or explain one."""
    page = Page(to_stderr=False)
    if rule is not None:
        _explain(_found(rule), page)
        return
    for principle, members in groupby(RULES, key=lambda each: each.principle):
        page.heading(principle)
        for member in members:
            page.item(member.id)


def _found(rule: str) -> Rule:
    by_id = {each.id: each for each in RULES}
    if rule in by_id:
        return by_id[rule]
    near = get_close_matches(rule, by_id, n=1)
    hint = f"did you mean {near[0]}?" if near else "`unbland rules` lists them all."
    raise UnknownRule(f"There is no such rule; {hint}")


def _explain(rule: Rule, page: Page) -> None:
    page.title(rule.id)
    for text in (rule.message, f"Why: {rule.why}", f"Instead: {rule.instead}", f"Source: {rule.source}"):
        page.line(text)
