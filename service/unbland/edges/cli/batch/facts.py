"""Facts for a batch: one file for all, a facts sheet that triage wrote, or a folder with a file for each posting."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from unbland.core.batch.answers import Answer, Answers
from unbland.core.batch.cells import plain
from unbland.core.document.decode import decode
from unbland.core.facts import NO_FACTS, CompanyFacts, answered
from unbland.core.strict_json import Unreadable
from unbland.edges.answers import LISTS, stated
from unbland.edges.cli.files import MAX_FACTS_BYTES, read_bytes, read_facts
from unbland.edges.strict import yaml_value
from unbland.edges.wire import facts_from
from unbland.errors import BadFacts, NotText

#: A sheet asks for hundreds of groups, with the keys of their postings.
_MOST = 20 * MAX_FACTS_BYTES


def read_answers(path: Path | None) -> Answers:
    """The facts that a path holds; raises BadInput."""
    if path is None:
        return Answers()
    if path.is_dir():
        return _folder(path)
    if path.suffix.lower() == ".csv":
        return _table(path)
    content = read_bytes(str(path), _MOST)
    return _sheet(path, content) if b"\ngroups:" in b"\n" + content else Answers(groups=(_all(path),))


def _all(path: Path) -> Answer:
    return Answer(facts=read_facts(str(path)))


def _folder(folder: Path) -> Answers:
    """A file for each posting, called after its key; `facts.yaml` is for all of them."""
    files = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in {".yaml", ".yml", ".json"}]
    shared = tuple(_all(file) for file in files if file.stem == "facts")
    return Answers(groups=shared, own={file.stem: read_facts(str(file)) for file in files if file.stem != "facts"})


def _sheet(path: Path, content: bytes) -> Answers:
    """The groups of a sheet; those that nobody answered are passed over."""
    try:
        value = yaml_value(content.decode("utf-8-sig"))
    except (Unreadable, UnicodeDecodeError) as error:
        raise BadFacts(f"{path}: the facts sheet cannot be read: {error}.") from None
    groups = value.get("groups") if isinstance(value, Mapping) else None
    if not isinstance(groups, list):
        raise BadFacts(f"{path}: a facts sheet holds `groups:`, each with `where:` and `facts:`.")
    found: list[Answer] = []
    own: dict[str, CompanyFacts] = {}
    for number, group in enumerate(groups, 1):
        if not isinstance(group, Mapping):
            raise BadFacts(f"{path}, group {number}: write `where:` and `facts:`.")
        where = group.get("where") or {}
        if not isinstance(where, Mapping) or set(where) - {"company", "team", "keys"}:
            raise BadFacts(f"{path}, group {number}: `where:` takes company, team or keys.")
        facts = _facts(path, number, group.get("facts") or {})
        if facts != NO_FACTS:
            _put(found, own, where, facts)
    return Answers(groups=tuple(found), own=own)


def _table(path: Path) -> Answers:
    """The answered rows of a sheet as CSV, in whatever way a spreadsheet saved it."""
    try:
        text, _ = decode(read_bytes(str(path), _MOST))
    except NotText:
        raise BadFacts(f"{path} is no text; save the facts sheet as CSV.") from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    if not {"field", "answer", "company", "team", "cluster", "keys"} <= set(rows.fieldnames or ()):
        raise BadFacts(f"{path}: a facts sheet has the columns field, answer, company, team, cluster and keys.")
    found: list[Answer] = []
    own: dict[str, CompanyFacts] = {}
    for number, row in enumerate(rows, 2):
        answer, field = (row.get("answer") or "").strip(), (row.get("field") or "").strip()
        if not answer or not field:
            continue
        value = stated(field, [part.strip() for part in answer.split(";")] if field in LISTS else answer)
        where: dict[str, object] = {name: plain(row[name] or "") for name in ("company", "team")}
        if row["cluster"]:
            where = {"keys": [plain(row["cluster"]), *plain(row["keys"] or "").splitlines()]}
        _put(found, own, where, _facts(path, number, value))
    return Answers(groups=tuple(found), own=own)


def _facts(path: Path, number: int, value: object) -> CompanyFacts:
    try:
        return facts_from(value, yaml=True)
    except BadFacts as error:
        raise BadFacts(f"{path}, {number}: {error}") from None


def _put(found: list[Answer], own: dict[str, CompanyFacts], where: Mapping[str, object], facts: CompanyFacts) -> None:
    """Keep facts under the keys they name, or for a company and a team."""
    keys = where.get("keys")
    if isinstance(keys, list):
        for key in keys:
            try:
                own[str(key)] = answered(own.get(str(key), NO_FACTS), facts)
            except ValueError as error:
                raise BadFacts(f"The facts of {key} do not fit together: {error}.") from None
        return
    found.append(Answer(facts=facts, company=str(where.get("company") or ""), team=str(where.get("team") or "")))
