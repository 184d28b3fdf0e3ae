"""Days, months, parts of the day, and how often: names of time that no figure holds."""

from __future__ import annotations

from unbland.core.language.words import word_set

#: Words for how often → how often; they count like a figure.
FREQUENCIES = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "biweekly": "biweekly",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
#: What something may happen "every" one of.
TURNS = word_set("hour day night week fortnight month quarter year shift term season semester")

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april june july august september october november december"
_SHORT = {"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday",
          "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday", "jan": "january",
          "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
          "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december"}  # fmt: skip

#: Days, months, seasons and parts of the day, as written → the one name they are compared by.
CALENDAR = {
    **{name: name for name in f"{_DAYS} {_MONTHS}".split()},
    **{f"{day}s": day for day in _DAYS.split()},
    **_SHORT,
    **{
        form: name
        for name in ("spring", "summer", "autumn", "winter", "morning", "afternoon", "evening", "night", "weekend",
                     "weekday", "overnight", "noon", "midnight", "christmas", "easter", "today", "tomorrow")
        for form in (name, f"{name}s")
    },
    "fall": "autumn",
}  # fmt: skip
