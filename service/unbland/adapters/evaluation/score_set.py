"""The ranked postings as files: one YAML file a group in `dev/` or `test/`, and the committed figures."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from unbland.adapters.evaluation.files import read_file, schema
from unbland.core.evaluation.ranks.figures import ScoreFigures
from unbland.core.evaluation.ranks.ranked import Group
from unbland.core.evaluation.sentences.committed import Part
from unbland.errors import EvalSetInvalid

_GROUP = TypeAdapter(Group)
_FIGURES = TypeAdapter(dict[Part, ScoreFigures])
_EXAMPLE = "eval/README.md shows a whole file"


def read_groups(folder: Path) -> dict[str, Group]:
    """All groups in `folder` by the name of their file; none where it is empty or not there. Raises EvalSetInvalid."""
    return {path.stem: read_file(path, _GROUP, _EXAMPLE) for path in sorted(folder.glob("*.yaml"))}


def read_score_set(folder: Path) -> dict[Part, dict[str, Group]]:
    """Both parts of the set; raises EvalSetInvalid also for a trade that stands in both."""
    parts = {part: read_groups(folder / part) for part in Part}
    seen: dict[str, tuple[Part, str]] = {}
    for part, groups in parts.items():
        for name, group in groups.items():
            other, twin = seen.setdefault(group.trade.casefold(), (part, name))
            if other is not part:
                where = f"{part}/{name}.yaml: trade: {group.trade!r} is the trade of {other}/{twin}.yaml too"
                raise EvalSetInvalid(f"{where}; a trade belongs to one part.")
    return parts


def read_score_figures(path: Path) -> dict[Part, ScoreFigures]:
    """The committed figures of each part; raises EvalSetInvalid."""
    if not path.is_file():
        raise EvalSetInvalid(f"{path.name} is missing beside the ranked postings; put the figures there.")
    return read_file(path, _FIGURES, "eval/README.md says what stands in it")


def groups_schema() -> dict[str, object]:
    """The JSON schema of a group; `eval/score/groups.schema.json` is this, written out."""
    return schema(_GROUP)
