"""A batch of postings through each contestant and the same provider: slow, faulty and rationed (`provider.py`).

    .venv/bin/python benchmarks/batch/run.py [--count 2000] [--rpm 6000] [--at-once 100] [--kill] [--only ours]

The bound is what no client can beat: the attempts that the provider's faults make needful, at the rate it gives, and
the answer after the last; or all answers' seconds by as many as may be under way, where that is more. With `--kill`
each is killed with all its children when half is answered, and started again with the same words.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from contestants import CONTESTANTS, Contestant, Missing
from process import Run, run
from provider import Told, Weather, provided, told
from questions import write


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])  # type: ignore[union-attr]
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--rpm", type=int, default=6000)
    parser.add_argument("--at-once", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=0.5, help="mean of an answer")
    parser.add_argument("--patience", type=float, default=600, help="seconds after which a contestant is stopped")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    weather = Weather(rpm=options.rpm, seconds=options.seconds)
    with tempfile.TemporaryDirectory() as folder:
        postings, questions = Path(folder) / "postings.jsonl", Path(folder) / "questions.jsonl"
        write(postings, questions, options.count)
        shared = {"QUESTIONS": str(questions), "POSTINGS": str(postings), "OPENAI_API_KEY": "sk-none"}
        shared |= {"AT_ONCE": str(options.at_once), "RPM": str(options.rpm)}
        print(_HEADS[options.kill], flush=True)
        for one in CONTESTANTS:
            if options.only in {"", one.name}:
                home = Path(folder) / one.name
                home.mkdir()
                try:
                    print(_row(one, home, shared, weather, options), flush=True)
                except Missing as error:
                    print(f"| {one.name} | {error} |", flush=True)


def _head(*names: str) -> str:
    return f"| {' | '.join(names)} |\n|---{'|---:' * (len(names) - 1)}|"


_HEADS = {
    False: _head("contestant", "seconds", "by the bound", "lost", "CPU s", "MB", "calls", "over the rate", "at once"),
    True: _head("contestant", "answered at the kill", "kept", "asked again", "lost", "seconds, second run"),
}


def _row(one: Contestant, home: Path, shared: Mapping[str, str], weather: Weather, options: argparse.Namespace) -> str:
    command = one.command()
    with provided(weather) as url:
        environment = {**shared, "OPENAI_BASE_URL": url, "OUT": str(home / "out.jsonl"), **one.environment(home)}

        def once(kill: bool) -> Run:  # noqa: FBT001 - of this function alone
            enough = (lambda: told(url).answered >= options.count // 2) if kill else (lambda: False)
            made = [part.format(**environment) for part in command]
            return run(made, environment, home / "log", options.patience, enough)

        first = once(options.kill)
        if not options.kill:
            lost = options.count - len(one.kept(home))
            return f"| {one.name} | {_plain(first, told(url), weather, options.at_once, lost)} |"
        at_kill, kept = told(url), len(one.kept(home))
        command = one.again()
        second = once(False)  # noqa: FBT003 - as above
        lost = options.count - len(one.kept(home))
        return f"| {one.name} | {at_kill.answered} | {kept} | {told(url).again} | {lost} | {second.seconds:.1f} |"


def _plain(went: Run, seen: Told, weather: Weather, at_once: int, lost: int) -> str:
    rate = weather.rpm / 60
    paced = (seen.needed_attempts - rate) / rate + weather.median if rate else 0.0
    bound = max(paced, seen.needed_seconds / at_once)
    seconds = f"{went.seconds:.1f}" + (" (stopped)" if went.killed else "")
    figures = f"{lost} | {went.cpu:.1f} | {went.memory:.0f} | {seen.attempts} | {seen.over_rate}"
    return f"{seconds} | {went.seconds / bound:.2f} | {figures} | {seen.most_under_way}"


if __name__ == "__main__":
    main()
