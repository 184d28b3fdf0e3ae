"""Triage: which of many postings hurt, how much, and what to ask once for all of them; no model is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from unbland.application.batch.items import Item
from unbland.application.intake import taken_in
from unbland.application.review import Draft, Looked, look
from unbland.core import law
from unbland.core.batch.broken import broken
from unbland.core.batch.harm import harm, hurts
from unbland.core.batch.near import signature_of
from unbland.core.batch.triaged import Risk, Triaged
from unbland.core.brief import make_brief
from unbland.core.guide import ReviewOptions
from unbland.core.law import Demand
from unbland.core.ledger.model import Kind, Ledger
from unbland.errors import UnblandError

#: Rules about wording that the law of most places forbids, or that no honest employer writes, in plain words.
_UNLAWFUL = {
    "respect.age-limit": "an age limit",
    "respect.one-sex": "asks for one sex",
    "respect.family": "asks about family",
    "respect.origin": "asks for an origin or a faith",
    "respect.photo": "asks for a photograph",
    "respect.asks-for-secrets": "asks for money or secret numbers",
    "law.pay-history": "asks what applicants earned",
    "law.title": "a title that names a sex",
    "law.local-experience": 'asks for "Canadian experience"',
}

#: Demands that hold only where there is such a thing, which no text tells.
_IF_ANY = frozenset({Demand.OTHER_PAY, Demand.TIPS, Demand.AI_STATEMENT})

#: Opens a Word or PDF file.
Opens = Callable[[bytes], Draft]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """How every posting is judged; goes to other processes as it is."""

    options: ReviewOptions
    opens: Opens
    #: The day that ages are counted to.
    today: date

    def __call__(self, item: Item) -> Triaged:
        """Judge one posting; what cannot be read says why."""
        if item.error:
            return Triaged(labels=item.labels, error=item.error)
        try:
            draft = item.draft or self.opens(item.file)
            text, facts = taken_in(draft, item.facts)
            looked = look(text, facts, self.options)
        except UnblandError as error:
            return Triaged(labels=item.labels, error=str(error))
        return self._judged(item, looked)

    def _judged(self, item: Item, looked: Looked) -> Triaged:
        rules = {finding.rule for finding in looked.findings}
        title = item.labels.title or _title(looked.ledger)
        specific = looked.score.parts.get("specific")
        found = Triaged(
            labels=replace(item.labels, title=title),
            language=looked.language,
            score=looked.score.total,
            risks=_risks(looked),
            unlawful=tuple(words for rule, words in _UNLAWFUL.items() if rule in rules),
            broken=broken(looked.document),
            has_pay=any(any(map(str.isdigit, source.text)) for source in looked.ledger.of(Kind.PAY)),
            has_reason=looked.partial or not rules & {"reason.missing", "reason.pretended"},
            generic=None if specific is None or looked.partial else 100 - specific,
            age=(self.today - item.posted).days if item.posted else None,
            questions=() if looked.partial else make_brief(title, looked.ledger, looked.findings).questions,
            signature=signature_of("\n".join(line.text for line in looked.document.lines)),
        )
        points = hurts(found)
        return replace(found, hurts=points, harm=harm(points))


def _risks(looked: Looked) -> tuple[Risk, ...]:
    """What laws that are certain ask and the posting does not have."""
    asked = law.unmet(looked.ledger.sources, looked.options.where)
    sure = (one for one in asked if one.law.certain and one.demand not in _IF_ANY)
    return tuple(Risk(law.name_of(one.law.place), law.WORDS[one.demand]) for one in sure)


def _title(ledger: Ledger) -> str:
    return next((source.text for source in ledger.of(Kind.TITLE)), "")
