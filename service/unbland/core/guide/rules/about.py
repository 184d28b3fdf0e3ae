"""About: the company last and short."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guide.calls import is_call
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading, word_count
from unbland.core.guide.rule import Band, Rule, Whole
from unbland.core.ledger.model import Kind

#: One or two sentences on the company may open a posting; more than this many words before the job is a prelude.
_PRELUDE = 45

_JOB = (Kind.DUTY, Kind.REQUIREMENT, Kind.GOAL)


def _company_words(read: Reading) -> int:
    return sum(word_count(source.text) for source in read.of(Kind.COMPANY))


def _first(read: Reading) -> Iterator[Hit]:
    """The first line on the company, where too many of them stand before the job."""
    job = read.of(*_JOB)
    if not job:
        return
    company = (source for source in read.of(Kind.COMPANY) if not is_call(source.text))
    before = [source for source in company if (source.start or 0) < (job[0].start or 0)]
    if len(before) > 1 and sum(word_count(source.text) for source in before) > _PRELUDE:
        yield whole(before[0])


def _missing(read: Reading) -> Iterator[Hit]:
    """No line says something of this company alone that has to do with the job."""
    own = (source for source in read.specific() if source.kind is Kind.COMPANY and read.is_tied(source))
    if all(is_call(source.text) for source in own):
        yield Hit()


ABOUT: tuple[Rule, ...] = (
    Whole(
        id="about.missing",
        finds=_missing,
        message="Nothing about the company is its own; add two or three facts at the end that no other could state.",
        why="It is the last chance to show what is different about doing this job with you.",
        source="The guide: finish strong with specifics about your company",
        cost=100,
    ),
    Whole(
        id="about.first",
        finds=_first,
        message="The company comes before the job; leave one sentence here and move the rest to the end.",
        why="Readers rate the company text as the least useful part and want the job first.",
        source="LinkedIn heat map, https://hrdive.com/news/job-listing-heatmap-reveals-what-attracts-candidates/526605",
        cost=40,
    ),
    Band(
        id="about.long",
        measure=_company_words,
        high=120,
        step=20,
        message="{found} words are about the company; keep the facts that make this job different, 120 words at most.",
        why="What is true of the whole company helps nobody to decide on this job.",
        source="LinkedIn heat map, https://hrdive.com/news/job-listing-heatmap-reveals-what-attracts-candidates/526605",
        cost=10,
        cap=50,
    ),
)
