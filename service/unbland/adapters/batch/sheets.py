"""The facts sheet as a file that people fill in, YAML or CSV, and a table of all postings that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from unbland.core.batch.cells import safe
from unbland.core.batch.sheet import Grouped
from unbland.core.batch.triaged import Triaged

_HEAD = """\
# The facts sheet: answer once, and every posting of the group is rewritten with it.
# Fill in under `facts:`; delete what you cannot answer. docs/facts.md says what each field is.
# Then: unbland batch run INPUT --facts THIS_FILE -o OUT
"""

#: What pay looks like before anybody has filled it in.
_NO_PAY = {"min": None, "max": None, "currency": "", "period": ""}

#: The same in a table, a cell for each.
_PAY = tuple(f"pay.{name}" for name in _NO_PAY)

#: Fields that take several phrases: each on a line of its own, where a comma is a comma.
_LISTS = frozenset({"goals", "benefits", "must_have", "nice_to_have", "legal", "company.about"})


def yaml_sheet(groups: Iterable[Grouped]) -> str:
    """The sheet as YAML, each question in a comment over the blank for its answer."""
    return _HEAD + "groups:\n" + "".join(_group(group) for group in groups)


def write_csv_sheet(file: Path, groups: Iterable[Grouped]) -> None:
    """The sheet as CSV, a question a row."""
    head = ("company", "team", "cluster", "postings", "title", "field", "question", "why", "answer", "keys")
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(head)
        for each in groups:
            whose = (each.group.company, each.group.team, each.group.cluster)
            for asked in each.asked:
                question = asked.question
                for field in _PAY if question.field == "pay" else (question.field,):
                    row = (*whose, asked.serves, each.title, field, question.ask, question.why, "")
                    # A key may hold spaces: that of a file, or a place in the input.
                    writer.writerow([safe(cell) for cell in (*row, "\n".join(each.keys))])


def write_postings(file: Path, postings: Iterable[tuple[Triaged, str]]) -> None:
    """Every posting with what triage found, the worst first."""
    head = (
        *("key", "place", "title", "company", "team", "harm", "score", "hurts", "law", "broken", "unlawful wording"),
        *("generic", "has pay", "has reason", "language", "age in days", "nearly the same as", "error"),
    )
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(head)
        for posting, like in postings:
            writer.writerow([safe(cell) for cell in _cells(posting, like)])


def _cells(posting: Triaged, like: str) -> Iterator[object]:
    labels = posting.labels
    yield from (labels.key, labels.place, labels.title, labels.company, labels.team)
    if posting.error:
        yield from (*("",) * 12, posting.error)
        return
    yield from (posting.harm, posting.score, ", ".join(f"{hurt} {points}" for hurt, points in posting.hurts))
    yield "; ".join(f"{risk.place}: {risk.want}" for risk in posting.risks)
    yield from ("; ".join(posting.broken), "; ".join(posting.unlawful))
    yield "" if posting.generic is None else posting.generic
    yield from ("yes" if has else "no" for has in (posting.has_pay, posting.has_reason))
    yield from (posting.language, "" if posting.age is None else posting.age)
    yield from ("" if like == labels.key else like, "")


def _group(each: Grouped) -> str:
    group = each.group
    whose: dict[str, object] = {"company": group.company, "team": group.team}
    where = {"keys": list(each.keys)} if group.cluster else {name: value for name, value in whose.items() if value}
    title = f"  # {_comment(each.title)}\n" if each.title else ""
    out = f"{title}- serves: {each.serves}\n" + _indented(f"where: {_flow(where)}\n", 2) + "  facts:\n"
    tree: dict[str, dict[str, str]] = {}
    for asked in each.asked:
        top, _, leaf = asked.question.field.partition(".")
        note = f"# {asked.serves} ask: {_comment(asked.question.ask)}"
        tree.setdefault(top, {})[leaf] = f"{note}\n{leaf or top}:{_blank(asked.question.field)}\n"
    for top, leaves in tree.items():
        if "" in leaves:
            out += _indented(leaves[""], 4)
            continue
        out += f"    {top}:\n" + "".join(_indented(text, 6) for text in leaves.values())
    return out


def _blank(field: str) -> str:
    """What stands behind a field's name until somebody answers."""
    if field in _LISTS:
        return "\n  - ''"
    return " " + _flow(_NO_PAY if field == "pay" else "")


def _flow(value: object) -> str:
    return (
        yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000).removesuffix("\n...\n").strip()
    )


def _comment(text: str) -> str:
    return " ".join(text.split())[:200]


def _indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())
