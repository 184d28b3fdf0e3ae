"""Which column holds what: told by the user, guessed from the names for the rest, and shown either way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unbland.errors import BadInput

#: What a record may hold → the names that exports give it, the surest first; compared without case, spaces and signs.
NAMES: Mapping[str, tuple[str, ...]] = {
    "body": (
        *("body", "description", "jobdescription", "descriptionhtml", "jobad", "posting", "content", "text"),
        *("fulldescription", "details", "jobdetails", "stellenbeschreibung", "beschreibung", "html", "draft"),
    ),
    "key": ("customid", "id", "key", "jobid", "reqid", "requisitionid", "referencenumber", "reference", "slug", "url"),
    "title": ("title", "jobtitle", "position", "positiontitle", "name", "role", "jobname", "stellentitel"),
    "company": (
        "company",
        "companyname",
        "employer",
        "employername",
        "organization",
        "organisation",
        "client",
        "brand",
    ),
    "team": ("team", "department", "departmentname", "division", "category", "function", "abteilung", "businessunit"),
    "location": ("location", "joblocation", "city", "place", "locations", "office", "ort", "standort"),
    "jurisdiction": ("jurisdiction", "jurisdictions"),
    "posted": (
        "posted",
        "dateposted",
        "postedat",
        "publishedat",
        "published",
        "createdat",
        "created",
        "date",
        "updated",
    ),
    "format": ("format", "contenttype"),
}

_SIGNS = re.compile(r"[\W_]+")

#: Characters of a column's name that are shown.
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Which column each field is read from."""

    #: Field → column, as the input spells it.
    columns: Mapping[str, str] = field(default_factory=dict)
    #: The fields whose column was guessed.
    guessed: frozenset[str] = frozenset()

    def get(self, record: Mapping[str, object], name: str) -> str:
        """The text of a field; empty where there is none."""
        return _text(record.get(self.columns.get(name, "")))


def _text(value: object) -> str:
    """A value as people write it: those of a list parted by commas, and of a record its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, bytes):  # as tables keep texts that nobody declared as such
        return value.decode("utf-8", "replace").strip()
    return "" if value is None else str(value).strip()


def mapped(columns: Sequence[str], told: Mapping[str, str]) -> Mapped:
    """The mapping for these columns; raises BadInput where the body's column is not there or cannot be guessed."""
    if not columns:
        raise BadInput("The input has no columns; a table begins with a line that names them.")
    for name, column in told.items():
        if name not in NAMES:
            raise BadInput(f"There is no field {name}; map one of {', '.join(NAMES)}.")
        if column not in columns:
            raise BadInput(f"There is no column {column!r}; the input has {_shown(columns)}.")
    known = dict(told)
    plain = {_SIGNS.sub("", column).casefold(): column for column in reversed(columns)}
    for name, names in NAMES.items():
        taken = set(known.values())
        guess = next((plain[each] for each in names if each in plain and plain[each] not in taken), None)
        if name not in known and guess is not None:
            known[name] = guess
    if "body" not in known:
        raise BadInput(f"No column is called like a posting's text; name it with --column body=… of {_shown(columns)}.")
    return Mapped(columns=known, guessed=frozenset(known) - frozenset(told))


def _shown(columns: Sequence[str]) -> str:
    """The first columns for people; what no column is called is not said, since without names it is a posting."""
    return ", ".join(shown_name(each) for each in columns[:20])


def shown_name(column: str) -> str:
    """A column's name as it may be repeated."""
    return repr(column) if len(column) <= _SHOWN and column.isprintable() else "(odd name)"
