"""Every typed value that is compared between draft and facts, and within the draft; adding one is adding a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from unbland.core.ledger.check import Check
from unbland.core.ledger.companies import companies_agree, company
from unbland.core.ledger.model import MUTE_KINDS, Conflict, Kind, Source
from unbland.core.ledger.values import common, days, money, names, places, presence, terms, week

#: What is said in passing stands in lines of any kind, but not in what is nobody's word on this job.
_ANYWHERE = frozenset(Kind) - MUTE_KINDS - {Kind.LEGAL}
_WORK = frozenset({Kind.SCHEDULE, Kind.LOCATION, Kind.DUTY, Kind.REQUIREMENT, Kind.BENEFIT})

CHECKS: tuple[Callable[[Sequence[Source], Sequence[Source]], Iterator[Conflict]], ...] = (
    Check(
        field="company.name",
        name="Company",
        kinds=frozenset(Kind) - MUTE_KINDS,
        read=company,
        agree=companies_agree,
        # A draft may name its clients and its parent.
        can_stand=lambda _one, _other: True,
    ).conflicts,
    Check(
        field="role.title",
        name="Job title",
        kinds=_ANYWHERE,
        read=names.title,
        agree=names.titles_agree,
        can_stand=names.titles_can_stand,
    ).conflicts,
    Check(
        field="role.reports_to",
        name="Reporting line",
        kinds=frozenset({Kind.REPORTING}),
        read=names.boss,
        agree=common.one_in_the_other,
        can_stand=common.one_in_the_other,
    ).conflicts,
    Check(
        field="role.employment_type",
        name="Employment",
        kinds=frozenset({Kind.SCHEDULE}),
        read=terms.employment,
        agree=terms.employments_agree,
        can_stand=terms.employments_can_stand,
    ).conflicts,
    Check(
        field="role.schedule",
        name="Contract length",
        kinds=frozenset({Kind.SCHEDULE}),
        read=terms.contract_length,
        agree=terms.spans_meet,
        can_stand=terms.spans_meet,
        before=("role.start_date",),
    ).conflicts,
    Check(
        field="role.schedule",
        name="Probation",
        kinds=_ANYWHERE,
        read=terms.probation,
        agree=terms.spans_meet,
        can_stand=terms.spans_meet,
    ).conflicts,
    Check(
        field="role.schedule",
        name="Weekly hours",
        kinds=frozenset({Kind.SCHEDULE}),
        read=terms.weekly_hours,
        agree=terms.spans_meet,
        can_stand=terms.spans_meet,
    ).conflicts,
    Check(
        field="role.schedule",
        name="Shift",
        kinds=frozenset({Kind.SCHEDULE}),
        read=terms.shifts,
        agree=terms.worked_agree,
        can_stand=terms.worked_can_stand,
    ).conflicts,
    Check(
        field="role.schedule",
        name="Days of the week",
        kinds=frozenset({Kind.SCHEDULE, Kind.REQUIREMENT}),
        read=week.week,
        agree=week.weeks_agree,
        can_stand=week.weeks_can_stand,
    ).conflicts,
    Check(
        field="role.workplace",
        name="Workplace",
        kinds=frozenset({Kind.LOCATION, Kind.SCHEDULE}),
        read=places.workplaces,
        agree=common.share_a_word,
        can_stand=places.workplaces_can_stand,
    ).conflicts,
    Check(
        field="role.workplace",
        name="Days on site",
        kinds=_WORK,
        read=presence.presence,
        agree=presence.presences_agree,
        can_stand=presence.presences_agree,
        before=("role.schedule",),
    ).conflicts,
    Check(
        field="role.location",
        name="Location",
        kinds=frozenset({Kind.LOCATION}),
        read=places.towns,
        agree=places.towns_agree,
        can_stand=places.towns_can_stand,
    ).conflicts,
    Check(
        field="role.travel",
        name="Travel",
        kinds=_WORK,
        read=presence.travel,
        agree=presence.travels_agree,
        can_stand=presence.travels_agree,
    ).conflicts,
    Check(
        field="role.start_date",
        name="Start",
        kinds=frozenset({Kind.SCHEDULE, Kind.PROCESS}),
        read=days.start,
        agree=days.days_agree,
        can_stand=days.days_agree,
    ).conflicts,
    Check(
        field="pay",
        name="Pay",
        kinds=frozenset({Kind.PAY}),
        read=money.pay,
        agree=money.pays_agree,
        can_stand=money.pays_can_stand,
    ).conflicts,
    Check(
        field="process.deadline",
        name="Deadline",
        kinds=frozenset({Kind.PROCESS, Kind.CONTACT}),
        read=days.deadline,
        agree=days.days_agree,
        can_stand=days.days_agree,
    ).conflicts,
)
