"""The score as a page, written from the weights and rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guide import PRINCIPLES, RULES
from unbland.core.guide.density import ENOUGH
from unbland.core.scoring.substance import (
    CAPITALS,
    CAPITALS_SLOPE,
    FULL_TEXT,
    KNOWN,
    STEEPNESS,
    STRAY,
    STRAY_SLOPE,
)
from unbland.core.scoring.weights import WEIGHTS

_INTRO = f"""\
# The score

0 to 100, from code alone: the same text has the same score, anywhere and at any time. Written from the rules and
weights themselves, anew by
`python -c 'from unbland.core import scoring; print(scoring.score_page(), end="")' > docs/score.md`.

    part  = max(0, 100 − what the hits of the principle's rules cost)
    mean  = Σ weight × part ÷ Σ weight, over the principles that apply
    total = mean × substance, rounded down

A rule costs so much for each hit, up to its cap; some cost by their share of the lines they look at instead, so that
a long list is not punished for its length. `law` applies only where a place with a posting law is named, `goals` only
to a job that does not end within months. What is missing costs most: without a reason, results, pay, requirements,
benefits or company that part is 0. The review says of each rule how many points its findings cost.

Substance keeps the score from being bought. It is 1 for a text that says something for its length, and the product of

    length   min(1, own ÷ {FULL_TEXT})
    density  min(1, own ÷ words ÷ {ENOUGH}) ^ {STEEPNESS}; of a text over 400 words, 400 × (words ÷ 400)^0.7 count
    prose    1 − {CAPITALS_SLOPE} × (share of capitals within the middle line − {CAPITALS}), from 0 to 1
    point    1 − {STRAY_SLOPE} × (share of lines beside the point − {STRAY}), from 0 to 1
    known    min(1, share of its words that are in a word list ÷ {KNOWN}) ^ {STEEPNESS}

`own` are the different words of content (stems) that are neither the job's or the company's name nor words of the
form, such as "reason", "goal" or "pay range", nor filler or praise, such as "utilize" or "dynamic", in lines that
have to do with the job. Such a line speaks of work, of what is asked or given, of time or place; or is a point of a
list (but not a bare name) or has a label; or shares a word of content with one of these, with the trade or with three
lines of the text. A line about the founder, the weather or the chairs does none of it. It counts neither as a word
that says something nor as a line of this job alone; and once such lines have more than 120 words, and more than twice
those of the others, the rest of them count as length. So a phrase said twice, a name said fifty times, headings of
the guide with hollow words below them, an emptied text and one that is padded with something else gain nothing; an
empty text or gibberish scores 0. What looks like a point of a list, or names a thing that the job handles, is taken
for one, and a false posting that reads like a true one scores like one: no rule knows what is true.
Beside the point are lines about furniture, shares of people who say something, the size of the world, bare lists of
names, figures on what nobody counts ("35 % more excellence"; three changes "by 25 %" that do not say from where), a
line that came before with other figures, if there are three of them, and reasons beyond the second "because". A line
that could stand in any company's posting, or says nothing, never counts as a reason, a goal, a benefit or a fact
about the company.
"""

_CHECKED = """\
## How it is checked

    unbland eval score

scores groups of postings in `eval/score/`. A group is one job at one company in four or five versions, ranked by their
writer and again, blind and shuffled, by a second reader. One version a group is gamed: written to please a scoring
program without saying anything. The command prints, for the part that rules are tuned on and for one that nobody who
changes them reads,

- how far the score agrees with the ranks (Kendall's tau-b, the mean over groups, with an interval),
- how far the second reader does, which is the most that can be asked of a score,
- how far the number of words does, which must tell nothing,
- in how many groups the best version is above the worst, and in how many the gamed one is above one other at most.

It fails below the figures in `eval/score/figures.yaml`, and CI runs it. All versions were invented, in English, by a
few hands with one guide before them: how well the score tells the postings of real employers apart was not measured.
[eval/README.md](../eval/README.md#the-ranked-postings) has more.
"""


def score_page() -> str:
    """The formula, the weights with their reasons, what every rule costs, and how it is checked, as Markdown."""
    return "\n".join([_INTRO, *_weights(), "", *_costs(), "", _CHECKED])


def _weights() -> Iterator[str]:
    yield "| principle | weight | why | what it asks |"
    yield "|---|---|---|---|"
    for principle, weight in WEIGHTS.items():
        yield f"| `{principle.value}` | {weight.points} | {weight.why} | {PRINCIPLES[principle]} |"


def _costs() -> Iterator[str]:
    yield "| rule | costs | at most |"
    yield "|---|---|---|"
    for rule in RULES:
        per = "by share of lines" if rule.share_of else f"{rule.cost} for each {rule.counted}"
        yield f"| `{rule.id}` | {per} | {rule.cap if rule.cost else 0} |"
