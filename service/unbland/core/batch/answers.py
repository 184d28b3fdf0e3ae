"""Facts for many postings: for all, for a company, for a team, and for single ones, the narrower before the wider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unbland.core.batch.triaged import Labels
from unbland.core.facts import NO_FACTS, CompanyFacts, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Facts, and whose postings they are about; an empty name is anybody's."""

    facts: CompanyFacts
    company: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All facts that a batch is given."""

    groups: tuple[Answer, ...] = ()
    #: The key of a posting → its own facts.
    own: Mapping[str, CompanyFacts] = field(default_factory=dict)

    def of(self, labels: Labels, stated: CompanyFacts) -> CompanyFacts:
        """The facts for a posting, over them what its own record states.

        Raises ValueError where they cannot be together, such as a pay that ends below its start.
        """
        facts = NO_FACTS
        for answer in sorted(self.groups, key=lambda each: (bool(each.company), bool(each.team))):
            if answer.company in {"", labels.company} and answer.team in {"", labels.team}:
                facts = answered(facts, answer.facts)
        facts = answered(facts, self.own.get(labels.key, NO_FACTS))
        return answered(facts, stated)
