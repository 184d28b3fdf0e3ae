"""The facts sheet: of all questions those whose answer serves most postings, asked once for each group of them."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.question import Question

#: Fields whose answer is the same for all postings of a company.
_COMPANY = frozenset({"company.about", "company.name", "company.website", "benefits", "process.how_to_apply", "legal"})

#: Fields whose answer is the same for a team.
_TEAM = frozenset({"role.reports_to", "role.team", "role.schedule", "role.workplace", "role.location"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Group:
    """Postings that one answer serves: all, those of a company, of one of its teams, or one posting and its like."""

    company: str = ""
    team: str = ""
    #: The key of the posting that stands for those that are nearly the same; empty for a wider group.
    cluster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of a group, and how many postings its answer serves."""

    question: Question
    serves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """A group with its questions, those that serve most first."""

    group: Group
    #: What the postings of a cluster are called.
    title: str
    asked: tuple[Asked, ...]
    #: The keys of a cluster's postings; empty for a wider group, which says whose they are.
    keys: tuple[str, ...] = ()

    @property
    def serves(self) -> int:
        """How many postings its most frequent question serves."""
        return max(asked.serves for asked in self.asked)


def group_of(question: Question, group: Group) -> Group:
    """The widest group that the answer to a question holds for, of the narrowest that a posting is in."""
    if question.field in _COMPANY:
        return Group(company=group.company)
    if question.field in _TEAM and group.team:
        return Group(company=group.company, team=group.team)
    return group
