"""One reviewed file, where its findings stand in it, and how much they matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from unbland.application.review import Looked
from unbland.core.guide import RULES, WARNINGS
from unbland.core.guide.model import Finding
from unbland.core.guide.rule import Rule
from unbland.core.language.which import UNKNOWN
from unbland.edges.cli.counting import counted


class Level(StrEnum):
    """How much a finding matters, in the words of GitHub's annotations."""

    WARNING = "warning"
    NOTICE = "notice"


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One file and what the guide says of it."""

    name: str
    looked: Looked

    def place(self, offset: int) -> Place:
        """Line and column of an offset, in characters."""
        source = self.looked.document.source
        return Place(source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset))

    @property
    def sentence(self) -> str:
        """`nurse.md: 12 of 100, 3 findings`."""
        count = len(self.looked.findings)
        return f"{self.name}: {self.looked.score.total} of 100, {counted(count, 'finding')}"

    @property
    def note(self) -> str:
        """That it was reviewed in part, where it was."""
        if not self.looked.partial:
            return ""
        language = self.looked.language
        told = "in a language we do not know" if language == UNKNOWN else f"not in English ({language}, as it seems)"
        return f"{self.name} is {told}: reviewed in part, layout, pay and law only."


#: A hit that costs a tenth of its principle matters; words cost less, whatever anybody thinks of them.
_MATTERS = 10

RULE_OF: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


def level(rule: Rule) -> Level:
    """How much a hit of the rule matters."""
    grave = rule.cost >= _MATTERS or rule.id in WARNINGS
    return Level.WARNING if grave else Level.NOTICE


def line_of(source: str, finding: Finding) -> tuple[str, int, int]:
    """The line that a finding begins on, and where in it its words stand."""
    first = source.rfind("\n", 0, finding.start) + 1
    last = source.find("\n", finding.start)
    line = source[first : len(source) if last < 0 else last].rstrip("\r")
    return line, finding.start - first, min(finding.end - first, len(line))


def said(finding: Finding) -> str:
    """What a finding says, with its example."""
    return finding.message + (f" For example: {finding.suggestion}" if finding.suggestion else "")
