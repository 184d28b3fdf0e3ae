"""Where our time goes: `python benchmarks/review/stages.py [--postings FILE]`, by stage and by function."""

from __future__ import annotations

import argparse
import cProfile
import time
from collections import defaultdict
from pathlib import Path

from forget import forgetting
from hottest import hottest
from postings import Posting, from_file, made, spread

from unbland.application.review import Draft, look
from unbland.core import guide, ledger, scoring
from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.language.which import language_of

COUNT, WARM_UP, TOP = 300, 50, 12


def main() -> None:
    """Print each stage's share without a profiler, then the functions that take longest themselves with one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=Path, help="JSON lines, gzipped or not, with `format` and `body` or `text`")
    path = parser.parse_args().postings
    chosen = spread(from_file(path), COUNT) if path else made(COUNT)
    forgetting()
    language_of("Wir suchen einen Schlosser")  # its table is read once, in doubt only
    taken: defaultdict[str, float] = defaultdict(float)
    for place, posting in enumerate(chosen):
        if place == WARM_UP:
            taken.clear()
        _walk(posting, taken)
    whole, count = sum(taken.values()), len(chosen) - WARM_UP
    print("| stage | ms a posting | share |\n|---|---:|---:|")
    for stage, seconds in taken.items():
        print(f"| {stage} | {1000 * seconds / count:.2f} | {100 * seconds / whole:.0f} % |")
    print(f"\nby own time, under the profiler:\n\n{_profile(chosen)}")


def _walk(posting: Posting, taken: defaultdict[str, float]) -> None:
    """What `look` does, with the clock between."""
    began = time.process_time()
    document = read(posting.text)
    taken["document: read, clean, cut into lines"] += (now := time.process_time()) - began
    sources = ledger.build(document, NO_FACTS)
    taken["ledger: what each line speaks of"] += (later := time.process_time()) - now
    language = language_of("\n".join(line.text for line in document.lines))
    taken["language: whether it is English"] += (now := time.process_time()) - later
    reading = guide.reading(document, sources, guide.DEFAULT_OPTIONS, language)
    findings = guide.review(reading)
    taken["guide: every rule"] += (later := time.process_time()) - now
    scoring.score(reading, findings)
    taken["score"] += time.process_time() - later


def _profile(chosen: list[Posting]) -> str:
    profiler = cProfile.Profile()
    with profiler:
        for posting in chosen:
            look(Draft(content=posting.text))
    return hottest(profiler, TOP)


if __name__ == "__main__":
    main()
