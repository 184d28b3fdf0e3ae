"""The review of any posting text: read it, build its ledger, say what the guide says, and score it."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core import guide, ledger, scoring
from unbland.core.ats import AtsDocument
from unbland.core.document import read
from unbland.core.document.model import Document, Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.guide import DEFAULT_OPTIONS, ReviewOptions
from unbland.core.guide.model import Finding, Score
from unbland.core.language.which import ENGLISH, language_of
from unbland.core.ledger.model import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A posting as it came in."""

    content: bytes | str
    #: None: find out.
    format: Format | None = None
    #: The vendor's document that the content was taken from, if it came in so.
    ats: AtsDocument | None = None

    @property
    def words(self) -> str:
        """The content as text, its markup among it: what postings are held against each other by."""
        return self.content if isinstance(self.content, str) else self.content.decode(errors="replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A text that was read and reviewed."""

    document: Document
    ledger: Ledger
    #: Offsets are into `document.source`.
    findings: tuple[Finding, ...]
    score: Score
    #: What it was reviewed with, the places that it names among them: a rewrite is reviewed with the same.
    options: ReviewOptions = DEFAULT_OPTIONS
    #: ISO 639-1; of any other than English only layout, pay and law are reviewed.
    language: str = ENGLISH

    @property
    def partial(self) -> bool:
        """Whether it was reviewed in part."""
        return self.language != ENGLISH


def look(draft: Draft, facts: CompanyFacts = NO_FACTS, options: ReviewOptions = DEFAULT_OPTIONS) -> Looked:
    """Read and review one posting text; the facts say which law applies and help to tell what a line speaks of.

    Where neither they nor the options name a jurisdiction, the place of work tells it, if it is certain.

    Raises EmptyDraft, DraftTooLong and NotText.
    """
    document = read(draft.content, draft.format)
    sources = ledger.build(document, facts)
    language = language_of("\n".join(line.text for line in document.lines))
    read_for_rules = guide.reading(document, sources, options.at(facts.role.jurisdictions), language)
    findings = guide.review(read_for_rules)
    score = scoring.score(read_for_rules, findings)
    return Looked(
        document=document,
        ledger=sources,
        findings=findings,
        score=score,
        language=language,
        options=read_for_rules.options,
    )
