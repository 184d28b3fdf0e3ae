"""What figures are counted in: currencies, spans of time, and how a posting bounds a figure."""

from __future__ import annotations

from decimal import Decimal

#: As written before or after a figure → ISO 4217. A bare `$` stays `$`: which dollar it is, only a source may say.
CURRENCIES = {
    "$": "$",
    "ca$": "CAD",
    "c$": "CAD",
    "cdn$": "CAD",
    "cad": "CAD",
    "us$": "USD",
    "usd": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "nz$": "NZD",
    "nzd": "NZD",
    "s$": "SGD",
    "sgd": "SGD",
    "hk$": "HKD",
    "hkd": "HKD",
    "£": "GBP",
    "gbp": "GBP",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "₹": "INR",
    "inr": "INR",
    "¥": "JPY",
    "jpy": "JPY",
    "₱": "PHP",
    "₦": "NGN",
    "₺": "TRY",
    "₩": "KRW",
    "₫": "VND",
    "฿": "THB",
    "₪": "ILS",
    "r$": "BRL",
    "zł": "PLN",
    "czk": "CZK",
    "huf": "HUF",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "zar": "ZAR",
    "mxn": "MXN",
    "brl": "BRL",
    "aed": "AED",
    "sar": "SAR",
    "qar": "QAR",
    "rs": "INR",
    "rs.": "INR",
    "php": "PHP",
    "kes": "KES",
    "ksh": "KES",
    "ngn": "NGN",
    "ghs": "GHS",
    "ugx": "UGX",
    "tzs": "TZS",
    "egp": "EGP",
    "myr": "MYR",
    "dollars": "$",
    "canadian dollars": "CAD",
    "us dollars": "USD",
    "pounds sterling": "GBP",
}

#: Currencies that a bare `$` may stand for.
DOLLARS = frozenset({"$", "CAD", "USD", "AUD", "NZD", "SGD", "HKD"})

#: Letters and words that multiply the figure before them.
SCALES = {
    "k": Decimal(1_000),
    "thousand": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mm": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "b": Decimal(1_000_000_000),
    "bn": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
    "lakh": Decimal(100_000),
    "lakhs": Decimal(100_000),
    "lac": Decimal(100_000),
    "lacs": Decimal(100_000),
    "lpa": Decimal(100_000),
    "crore": Decimal(10_000_000),
    "crores": Decimal(10_000_000),
}

#: As written → the span of time that is meant.
SPANS = {
    # The last two of each are German and Dutch: `€ 3.100 bruto per maand` in a draft that is else English.
    **dict.fromkeys(("year", "years", "yr", "yrs", "annum", "jahr", "jaar"), "year"),
    **dict.fromkeys(("month", "months", "mo", "mos", "monat", "maand"), "month"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h", "stunde", "uur"), "hour"),
    "week": "week",
    "weeks": "week",
    "wk": "week",
    "wks": "week",
    "working day": "working day",
    "working days": "working day",
    "business day": "working day",
    "business days": "working day",
    "day": "day",
    "days": "day",
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "people": "person",
    "persons": "person",
}

#: A span in the smallest one that it is always a whole number of. A month is no number of days and a day no number
#: of hours (a working day is not 24 of them), so those never meet. Five working days are one week.
SPAN_SCALES = {
    "year": ("month", Decimal(12)),
    "month": ("month", Decimal(1)),
    "week": ("day", Decimal(7)),
    "working day": ("day", Decimal("1.4")),
    "day": ("day", Decimal(1)),
    "hour": ("minute", Decimal(60)),
    "minute": ("minute", Decimal(1)),
}

#: Words that say by themselves what one payment or one count covers.
PERIODS = {
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "p.a": "year",
    "pa": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "ph": "hour",
    "p/h": "hour",
    "p.h": "hour",
    "pw": "week",
    "p/w": "week",
    "pcm": "month",
}

#: Nouns that two postings abbreviate differently.
UNIT_NAMES = {
    "lb": "pound", "lbs": "pound", "kgs": "kg", "kilogram": "kg", "kilograms": "kg", "kilo": "kg", "kilos": "kg",
    "mi": "mile", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "kms": "km",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "mins": "minute", "people": "person", "persons": "person",
    "centimetre": "cm", "centimetres": "cm", "centimeter": "cm", "centimeters": "cm", "millimetre": "mm",
    "millimetres": "mm", "millimeter": "mm", "millimeters": "mm", "litres": "litre", "liter": "litre",
    "liters": "litre", "ltr": "litre", "hectolitre": "hl", "hectolitres": "hl", "hectoliter": "hl", "hectoliters": "hl",
    "millilitre": "ml", "millilitres": "ml", "gram": "g", "grams": "g", "tonne": "megagram", "tonnes": "megagram",
    "millisecond": "ms", "milliseconds": "ms", "feet": "foot", "ft": "foot", "hectare": "ha", "hectares": "ha",
    "kilowatt": "kw", "kilowatts": "kw", "megawatt": "mw", "megawatts": "mw",
}  # fmt: skip

#: Words before a figure that bound it.
LOWER_BEFORE = (
    "at or above", "at least", "a minimum of", "minimum of", "minimum", "min.", "min", "no less than", "no fewer than",
    "not less than", "more than", "over", "above", "beyond", "in excess of", "upwards of", "upward of", "exceeding",
    "from", "starting at", "starting from", "≥", ">=", ">",
)  # fmt: skip
UPPER_BEFORE = (
    "at or below", "at or under", "up to", "at most", "a maximum of", "maximum of", "maximum", "max.", "max",
    "no more than", "not more than", "under", "less than", "fewer than", "below", "as much as", "as many as",
    "capped at", "≤", "<=", "<",
)  # fmt: skip
ABOUT_BEFORE = (
    "about", "approximately", "approx.", "approx", "around", "roughly", "circa", "ca.", "~", "nearly", "almost",
    "close to", "some", "an estimated", "an average of", "on average",
)  # fmt: skip

#: Words after a figure, or after its unit, that bound it.
LOWER_AFTER = (
    "or more", "or older", "and older", "and higher", "and longer",
    "or higher", "or better", "or greater", "or above", "or longer", "or over", "and up",
    "and above", "and over", "and upwards", "minimum", "min.", "at least", "at minimum",
)  # fmt: skip
UPPER_AFTER = (
    "or less",
    "or fewer",
    "or under",
    "or below",
    "or younger",
    "and younger",
    "and under",
    "and below",
    "maximum",
    "max.",
    "max",
    "at most",
    "tops",
)

#: Every word of these bounds.
BOUND_WORDS = frozenset(
    word
    for phrases in (LOWER_BEFORE, UPPER_BEFORE, ABOUT_BEFORE, LOWER_AFTER, UPPER_AFTER)
    for phrase in phrases
    for word in phrase.split()
)
