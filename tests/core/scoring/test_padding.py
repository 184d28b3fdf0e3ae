"""Lines of no substance raise no score: one or all of them, at the end, within or as a list, in drafts good and bad."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbland.application.review import Draft, look

_POSTINGS = {file.stem: file.read_text("utf-8") for file in (Path(__file__).parent / "postings").glob("*.txt")}

_EMPTY = """\
The day begins in the morning and ends in the evening.
The office has a kettle, eleven chairs and a long table.
Our logo is blue and shows a bird on a branch.
Leeds is a city in the north of England.
This is part of our ongoing work.
The role is funded by our budget.
Meetings are held when there is something to meet about.
Questions are answered by those who know the answers.
8 in 10 people like their job.
Where there is a will there is a way.
It often rains in November, and the windows face north.
The company was named by its founder after a river.
We are a company with people, products and customers.
There are things to do and people who do them.
The walls were painted in 2016 and the hedge is privet.
asdf qwer zxcv uiop hjkl
We believe that tomorrow belongs to those who prepare for it today.
Our story is a story of people, and people make our story.
In 1851 the first world fair took place in London.
The moon is about 384,000 kilometres away.
Documents are kept, letters are opened and telephones are answered.
The founder once met a famous singer on a train to Paris.
Every journey of a thousand miles begins with a single step.
A task is done when it is done, and then comes the next one.
""".splitlines()

#: What such lines may add: less than any line that says something.
_AT_MOST = 2


@cache
def _total(text: str) -> int:
    return look(Draft(content=text)).score.total


@pytest.mark.parametrize("line", _EMPTY)
@pytest.mark.parametrize("name", _POSTINGS)
def test_one_line_of_no_substance_adds_next_to_nothing(name: str, line: str) -> None:
    """Whatever it looks like, behind a draft that is good or bad."""
    text = _POSTINGS[name]
    assert _total(f"{text.rstrip()}\n\n{line}\n") <= _total(text) + _AT_MOST


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(sorted(_POSTINGS)),
    lines=st.lists(st.sampled_from(_EMPTY), min_size=1, max_size=12, unique=True),
    where=st.floats(0, 1),
    before=st.sampled_from(["", "- "]),
)
def test_no_more_do_many_of_them_wherever_they_stand(name: str, lines: list[str], where: float, before: str) -> None:
    """As paragraphs or as a list of their own, between any two paragraphs of the draft."""
    parts = _POSTINGS[name].rstrip().split("\n\n")
    at = 1 + round(where * (len(parts) - 1))
    sep = "\n" if before else "\n\n"
    padded = "\n\n".join([*parts[:at], sep.join(before + line for line in lines), *parts[at:]])
    assert _total(padded) <= _total(_POSTINGS[name]) + _AT_MOST


@pytest.mark.parametrize("name", _POSTINGS)
def test_neither_does_saying_a_part_again(name: str) -> None:
    """A paragraph five times over is one paragraph, and one draft twice is one draft."""
    text = _POSTINGS[name].rstrip()
    last = text.rpartition("\n\n")[2]
    assert _total(text + f"\n\n{last}" * 4) <= _total(text) + _AT_MOST
    assert _total(f"{text}\n\n{text}") <= _total(text) + _AT_MOST


@pytest.mark.parametrize("name", _POSTINGS)
def test_neither_does_a_list_of_names(name: str) -> None:
    """Tools that nobody says anything of are no facts of the job, the company or the work."""
    names = ["Jira", "Salesforce", "Kubernetes", "SAP", "Python", "Terraform", "HubSpot"]
    padded = "\n- ".join([f"{_POSTINGS[name].rstrip()}\n\nTools:", *names])
    assert _total(padded) <= _total(_POSTINGS[name]) + _AT_MOST


@pytest.mark.parametrize("name", _POSTINGS)
def test_a_line_beside_the_job_is_no_topic_when_it_is_said_three_times(name: str) -> None:
    """Nor do its names become names that the text is about."""
    line = "The river Tay flows past 14 mills where Robert Burns wrote letters in 1787, and 900 salmon climb its weir. "
    assert _total(f"{_POSTINGS[name].rstrip()}\n\n{line * 3}") <= _total(_POSTINGS[name]) + _AT_MOST
