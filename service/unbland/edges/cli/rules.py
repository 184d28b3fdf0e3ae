"""`unbland rules`: the guide, rule by rule."""

from __future__ import annotations

from typing import Annotated

import typer

from unbland.core.guide import PRINCIPLES, RULES, rule_page, rules_page
from unbland.core.guide.model import Principle
from unbland.edges.cli.page import Page

EXAMPLES = """\b
Examples:
  unbland rules
  unbland rules pay
  unbland rules pay.competitive
  unbland rules --markdown > rules.md
"""


def rules(
    rule: Annotated[str | None, typer.Argument(metavar="ID", help="The rule to explain, or a principle.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Write the page of all rules.")] = False,
) -> None:
    """List the rules of the guide, or explain one."""
    page = Page(to_stderr=False)
    if rule is not None and rule in {*Principle}:
        _list(page, Principle(rule))
    elif rule is not None:
        page.raw(rule_page(rule).rstrip("\n"))
    elif markdown:
        page.raw(rules_page().rstrip("\n"))
    else:
        _list(page, *PRINCIPLES)


def _list(page: Page, *principles: Principle) -> None:
    """Every rule under its principle, with what it says."""
    for principle in principles:
        page.heading(principle)
        for member in (each for each in RULES if each.principle is principle):
            page.line(member.id)
            page.note(member.message.replace("{found}", "…"))
