"""Records of any input as items: a row of columns, a request as the API takes it, or a vendor's document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from unbland.adapters.batch.postings import MOST_NAME, unusable, vendors
from unbland.adapters.batch.requests import TEXTS, requested
from unbland.application.batch.items import Item
from unbland.application.review import Draft
from unbland.core.ats import recognise
from unbland.core.batch.columns import NAMES, Mapped, mapped, shown_name
from unbland.core.batch.triaged import Labels
from unbland.core.facts import Company, CompanyFacts, Role, known
from unbland.errors import BadInput

#: Records after which a column that none of them had is taken for a mistake.
_SURE = 100

#: Digits of a time in seconds since 1970, from 2001 on.
_SECONDS = 10

#: Names of fields that are looked at; an export has some dozens.
_MOST_NAMES = 1_000


@dataclass(slots=True)
class Records:
    """Makes items of records, with the mapping that the first of them gives."""

    #: Field → column, as the user says.
    told: Mapping[str, str]
    #: Told the mapping once it is known.
    show: Callable[[Mapped], None]
    mapping: Mapped | None = None
    #: The names of fields so far, where records have their own.
    _names: dict[str, None] = field(default_factory=dict)
    _count: int = 0

    def item(self, record: object, place: str) -> Item:
        """The item of a record; raises BadInput where the first record's columns cannot be mapped."""
        if not isinstance(record, dict):
            return unusable(place, "not_a_record", "This is no record with fields.")
        if isinstance(record.get("draft"), dict):
            return requested(record, place)
        if self.mapping is None and (fmt := recognise(record)) is not None:
            return vendors(record, place, fmt)
        if not self._names.keys() >= record.keys() and len(self._names) < _MOST_NAMES:
            self._learn(record)
        self._count += 1
        if self._count == _SURE:
            self.check()
        return self._row(record, place)

    def columns(self, names: list[str]) -> None:
        """Settle the mapping for a table with these columns; raises BadInput, also where two have one name."""
        self._names = dict.fromkeys(names)
        read = mapped(list(self._names), self.told).columns.values()
        if twin := next((name for name in read if names.count(name) > 1), None):
            raise BadInput(f"The header has the column {shown_name(twin)} twice; give one another name.")
        self._settle(self.told)

    def check(self) -> None:
        """Raise BadInput for a column that was told and that no record so far has had."""
        if self._names:
            mapped(list(self._names), self.told)

    def _learn(self, record: Mapping[str, object]) -> None:
        """Take in the names of a record; one that leaves out what it has no value for says nothing of the others."""
        self._names |= dict.fromkeys(record)
        told = {name: column for name, column in self.told.items() if name not in NAMES or column in self._names}
        if "body" in told or "body" not in self.told:
            self._settle(told)

    def _settle(self, told: Mapping[str, str]) -> None:
        before = self.mapping
        found = mapped(list(self._names), {**(before.columns if before else {}), **told}).columns
        known = {name: column for name, column in found.items() if name in told or name not in self.told}
        self.mapping = Mapped(columns=known, guessed=frozenset(known) - frozenset(told))
        if before != self.mapping:
            self.show(self.mapping)

    def _row(self, record: Mapping[str, object], place: str) -> Item:
        mapping = self.mapping or Mapped()

        def get(name: str) -> str:
            return mapping.get(record, name)

        labels = Labels(
            key=get("key")[:MOST_NAME] or place,
            place=place,
            title=get("title")[:MOST_NAME],
            company=get("company")[:MOST_NAME],
            team=get("team")[:MOST_NAME],
        )
        body = get("body")
        if isinstance(record.get(mapping.columns.get("body", "")), dict | list):
            sentence = "What should be the posting's text is a list or holds fields; map another with --column body=…."
            return Item(labels=labels, code="not_text", error=sentence)
        if not body:
            return Item(labels=labels, code="empty_draft", error="The posting's text is empty.")
        places = tuple(filter(None, (each.strip() for each in get("jurisdiction").split(","))))
        try:
            role = Role(
                title=labels.title, team=labels.team, location=get("location")[:MOST_NAME], jurisdictions=places
            )
            known(CompanyFacts(role=role))
        except ValueError as error:
            return Item(labels=labels, code="bad_facts", error=f"The record's {error}.")
        facts = CompanyFacts(company=Company(name=labels.company), role=role)
        draft = Draft(content=body, format=TEXTS.get(get("format").lower()))
        return Item(labels=labels, draft=draft, facts=facts, posted=_day(get("posted")))


def _day(text: str) -> date | None:
    """The day in a time of ISO 8601, or of RFC 5322 as feeds have it, or in (milli)seconds since 1970; else None."""
    if text.isdecimal() and len(text) in {_SECONDS, _SECONDS + 3}:
        return datetime.fromtimestamp(int(text[:_SECONDS]), UTC).date()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, IndexError):  # the latter of some texts that are no date at all
            return read(text).date()
    return None
