"""Requirements: minimum apart from nice-to-have, every deal-breaker, nothing hollow, a list one can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Absent, Band, Each, Hit, Phrases, Rule, Whole, whole
from unbland.core.guide.words import listed
from unbland.core.language.quantities import QuantityKind, quantities
from unbland.core.ledger.model import Kind, Modality, Source

_REQUIREMENT = frozenset({Kind.REQUIREMENT})

#: Asking for more years than this shuts out people who learned faster and says nothing of what they can do.
_MANY_YEARS = 10

#: A first job cannot ask for this many years.
_JUNIOR_YEARS = 3

_JUNIOR = re.compile(r"\b(?:junior|entry[- ]level|graduate|trainee|intern|internship|apprentice)\b", re.IGNORECASE)
_DEGREE = re.compile(r"\b(?:bachelor|master|university|college)(?:[’']?s)?['’]?\s+(?:degree|level)\b", re.IGNORECASE)
_OR_ELSE = re.compile(r"\b(?:equivalent|or (?:\w+ ){0,3}experience|preferred|a plus|desirable|asset)\b", re.IGNORECASE)


def _years(source: Source) -> int:
    """The most years of experience that a line asks for as its least."""
    spans = [q for q in quantities(source.text) if q.kind is QuantityKind.DURATION and q.unit == "year"]
    return max((int(q.low or 0) for q in spans), default=0) if "experience" in source.text.lower() else 0


def _many_years(source: Source, _: Reading) -> Iterator[Hit]:
    if _years(source) >= _MANY_YEARS:
        yield whole(source)


def _junior_years(source: Source, read: Reading) -> Iterator[Hit]:
    junior = any(_JUNIOR.search(title.text) for title in read.of(Kind.TITLE))
    if junior and source.modality is Modality.REQUIRED and _years(source) >= _JUNIOR_YEARS:
        yield whole(source)


def _degree(source: Source, _: Reading) -> Iterator[Hit]:
    found = _DEGREE.search(source.text)
    if found and source.modality is Modality.REQUIRED and not _OR_ELSE.search(source.text):
        yield Hit(source=source, start=found.start(), end=found.end())


def _mixed(read: Reading) -> Iterator[Hit]:
    """The first nice-to-have of each list that also holds deal-breakers."""
    lists: dict[str | None, list[Source]] = {}
    for source in read.of(Kind.REQUIREMENT):
        if source.bullet:
            lists.setdefault(source.heading, []).append(source)
    for sources in lists.values():
        nice = [source for source in sources if source.modality is Modality.PREFERRED]
        if nice and any(source.modality is Modality.REQUIRED for source in sources):
            yield whole(nice[0])


def _musts(read: Reading) -> int:
    return len(read.required())


REQUIREMENTS: tuple[Rule, ...] = (
    Absent(
        id="requirements.missing",
        wants=(Kind.REQUIREMENT,),
        specific=True,
        message="The posting asks for nothing that could be checked; list what you would turn an applicant down for.",
        why="Without the deal-breakers you get many letters and few that fit.",
        source="The guide: lay out the minimum requirements",
        cost=100,
    ),
    Whole(
        id="requirements.mixed",
        finds=_mixed,
        message="This is nice to have and stands among the deal-breakers; give it a list of its own.",
        why="Good people leave when they take a wish for a condition.",
        source="The guide: list the nice-to-haves apart from the minimum",
        cost=30,
        cap=45,
    ),
    Band(
        id="requirements.too-many",
        measure=_musts,
        high=8,
        message="There are {found} must-haves; keep those you would turn an applicant down for, eight at most.",
        why="A long list drives good people away; cutting optional demands raised applications by 7 % in one test.",
        source="Uber study, https://www.livemint.com/news/india/why-words-matter-in-job-ads-11576048804079.html",
        cost=6,
        cap=48,
    ),
    Phrases(
        id="requirements.hollow",
        phrases=listed("""
            relevant experience, related experience, some experience, suitable experience, appropriate
            experience, sufficient experience, experience in a similar role, experience in a similar position,
            experience in similar role, experience in similar position, experience in the related field,
            experience in a related field, relevant qualifications, relevant qualification, relevant degree,
            appropriate qualifications, appropriate qualification, suitable qualification, relevant skills,
            relevant education, relevant work experience, relevant professional experience, relevant industry
            experience, good computer skills, computer skills, computer literacy, computer literate
        """),
        leaves=listed("""
            relevant experience in, relevant experience with, relevant experience as, relevant work experience
            in, relevant work experience with, relevant work experience as, related experience in, related
            experience with, some experience in, some experience with, some experience of, some experience as,
            some experience using, appropriate experience in, relevant degree in
        """),
        reads=_REQUIREMENT,
        message='"{found}" leaves open what you need; say which, with what, or for how long.',
        why="Each reader fills it in otherwise, and you cannot sort by it either.",
        source="The guide: list the specific attributes you need",
        instead="Two years of quoting CNC parts",
        cost=10,
        cap=30,
    ),
    Each(
        id="requirements.many-years",
        reads=_REQUIREMENT,
        finds=_many_years,
        message="Ten years or more shuts people out; say what they must have done instead.",
        why="Years measure time, not skill, and a high figure reads as an age limit.",
        source="EEOC guidance on job advertisements and age",
        cost=10,
        cap=20,
    ),
    Each(
        id="requirements.junior-years",
        reads=_REQUIREMENT,
        finds=_junior_years,
        message="The title says beginner and this line asks for years; change one of them.",
        why="Beginners cannot apply and others will not.",
        source="The guide: focus on the experience the candidate must have",
        cost=20,
        cap=40,
    ),
    Each(
        id="requirements.degree-only",
        reads=_REQUIREMENT,
        finds=_degree,
        message='If practice can stand in for "{found}", say "or equivalent experience".',
        why="A degree that the work does not need shuts out people who can do it.",
        source="AdGrader on too much education, https://help.adbuilder.io/adgrader/inclusivity-score/",
        cost=4,
        cap=4,
    ),
)
