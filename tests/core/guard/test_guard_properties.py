"""What holds of every statement: its own words pass, and the smallest change that makes it another one does not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from builders import ledger, line, source
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind
from unbland.core.posting import SectionKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
HOURS = st.integers(0, 23)
MINUTES = st.sampled_from(("00", "15", "20", "30", "45"))

#: Duties that hold a figure, and what it may be.
FIGURES: tuple[tuple[str, st.SearchStrategy[str]], ...] = (
    ("Visit {} dairy farms in the valley.", st.integers(2, 999).map(str)),
    ("Weld {} trailer frames a week.", st.integers(2, 99_999).map(lambda number: f"{number:,}")),
    ("Keep the freezers at {} degrees.", st.integers(2, 30).map(str)),
    ("Work {} hours a week at the front desk.", st.integers(4, 60).map(str)),
    ("Answer each complaint within {} days.", st.integers(2, 90).map(str)),
    ("Train with the night crew for {} weeks.", st.integers(2, 52).map(str)),
    ("Move pallets of up to {} kg across the yard.", st.integers(5, 900).map(str)),
    ("Cut the waste of the bakery by {}%.", st.decimals(1, 99, places=1).map(str)),
    ("Run a repair budget of €{} a year.", st.integers(1_000, 900_000).map(lambda number: f"{number:,}")),
    ("Collect rent of ${} a month from each tenant.", st.integers(100, 9_999).map(str)),
    ("Sell boxes at £{} per kilo.", st.decimals(1, 99, places=2).map(str)),
    ("Open the shutters at {}.", st.builds("{:02}:{}".format, HOURS, MINUTES)),
    (
        "Finish the harvest by {}.",
        st.builds("{} {} {}".format, st.integers(1, 28), st.sampled_from(MONTHS), st.integers(2026, 2031)),
    ),
    ("Hand the keys over on {}.", st.dates().map(str)),
)
#: A unit, and others that a hurried writer might put for it.
UNITS = (
    ("hours", "days"), ("hours", "minutes"), ("days", "weeks"), ("days", "hours"), ("weeks", "days"),
    ("weeks", "months"), ("months", "years"), ("years", "months"), ("km", "miles"), ("miles", "km"), ("kg", "pounds"),
    ("litres", "gallons"),
    ("pallets", "boxes"), ("metres", "feet"),
)  # fmt: skip
BOUNDS = (
    ("{}",), ("at least {}", "no fewer than {}", "a minimum of {}"), ("more than {}", "above {}", "in excess of {}"),
    ("up to {}", "at most {}", "no more than {}", "a maximum of {}"), ("fewer than {}", "under {}", "less than {}"),
    ("about {}", "around {}", "roughly {}", "approximately {}"),
)  # fmt: skip
MONEY = ("€", "£", "$", "₹", "CHF ", "CAD ")
HEDGES = (("may", "might"), ("usually", "normally"), ("sometimes",))
PERIODS = ("hour", "day", "week", "month", "year")
DEEDS = (
    "Weld frames for trailers", "Sign the delivery notes", "Drive the forklift", "Answer calls from tenants",
    "Order spare parts", "Clean the ovens", "Lock the gate at night", "Enter the engine room", "Speak to reporters",
)  # fmt: skip
THINGS = (
    "weekend work", "overnight travel", "heavy lifting", "unpaid overtime", "cash handling", "a car allowance",
    "home visits",
)  # fmt: skip
NEEDS = (
    "A crane ticket", "Two years of welding", "Fluent Polish", "A degree in botany", "A clean driving licence",
    "Experience with lathes", "A first-aid certificate", "Knowledge of the Incoterms",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verdict, with the classes it names."""

    verdict: Verdict

    @property
    def refused(self) -> frozenset[str]:
        """The classes of a refusal; none where there is no refusal."""
        if self.verdict.outcome is not Outcome.REFUSED:
            return frozenset()
        return frozenset(violation.class_.value for violation in self.verdict.violations)


def _judge(
    said: str, told: str, kind: Kind = Kind.DUTY, *, modality: str = "none", section: SectionKind | None = None
) -> Told:
    one = ledger(source("D1", said, kind, modality=modality))
    return Told(verdict=guard.check(line(told, "D1"), one, section=section))


def _you(text: str) -> str:
    """The statement as a posting may tell it; what is word for word the source's is never looked at closely."""
    return f"You {text[0].lower()}{text[1:]}"


statements = st.sampled_from(FIGURES).flatmap(lambda figure: figure[1].map(figure[0].format))


@given(statements, st.data())
def test_a_digit_is_not_another_digit(said: str, data: st.DataObject) -> None:
    """Told as it is, a statement passes; with any one digit changed it is refused as a number or a date."""
    places = [place for place, sign in enumerate(said) if sign.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != said[place]]))
    changed = f"{said[:place]}{digit}{said[place + 1 :]}"

    assert _judge(said, said).verdict.violations == ()
    assert _judge(said, _you(said)).verdict.violations == ()
    assert _judge(said, _you(changed)).refused & {"number", "date"}, changed


@given(st.sampled_from(UNITS), st.integers(2, 500))
def test_a_unit_is_not_another_unit(units: tuple[str, str], number: int) -> None:
    """Hours are no days, and kilometres no miles."""
    said = f"Look after {number} {{}} of the old canal."
    mine, other = (_you(said.format(unit)) for unit in units)

    assert _judge(said.format(units[0]), mine).verdict.violations == ()
    assert "number" in _judge(said.format(units[0]), other).refused


@given(st.lists(st.sampled_from(BOUNDS), min_size=2, max_size=2, unique=True), st.integers(2, 500), st.data())
def test_a_bound_is_not_another_bound(bounds: list[tuple[str, ...]], number: int, data: st.DataObject) -> None:
    """At least, more than, up to, fewer than, about and exactly as many are six things, each told in several ways."""
    first, again, other = (data.draw(st.sampled_from(bounds[place])) for place in (0, 0, 1))
    said = "Train {} cooks in the school kitchen."

    assert _judge(said.format(first.format(number)), _you(said.format(again.format(number)))).verdict.violations == ()
    assert "number" in _judge(said.format(first.format(number)), _you(said.format(other.format(number)))).refused


@given(st.lists(st.sampled_from(MONEY), min_size=2, max_size=2, unique=True), st.integers(2, 99_999))
def test_a_currency_is_not_another_currency(currencies: list[str], amount: int) -> None:
    """Nor is a bare dollar of the source a Canadian one."""
    said = "Run a budget of {}{:,} a year for tools."
    first, second = (said.format(currency, amount) for currency in currencies)

    assert _judge(first, _you(first)).verdict.violations == ()
    if currencies != ["CAD ", "$"]:
        assert "number" in _judge(first, _you(second)).refused


@given(st.lists(st.sampled_from(PERIODS), min_size=2, max_size=2, unique=True), st.integers(2, 9_999))
def test_a_period_is_not_another_period(periods: list[str], amount: int) -> None:
    """What is given once a year is not given once a month, and not for ever."""
    first, second, never = (
        f"An allowance of £{amount} {each} for tools." for each in (*(f"a {p}" for p in periods), "")
    )

    assert _judge(first, f"You get {first}", Kind.BENEFIT).verdict.violations == ()
    assert "number" in _judge(first, f"You get {second}", Kind.BENEFIT).refused
    assert "number" in _judge(first, f"You get {never}", Kind.BENEFIT).refused


@given(
    st.sampled_from(DEEDS),
    st.sampled_from(("You do not", "You never", "You will not", "You must not", "Do not", "Never")),
)
def test_a_deed_is_not_its_denial(deed: str, denial: str) -> None:
    """Neither may a denial be added, nor lost."""
    denied = f"{denial} {deed[0].lower()}{deed[1:]}."

    assert _judge(f"{deed}.", _you(f"{deed}.")).verdict.violations == ()
    assert "negation" in _judge(f"{deed}.", denied).refused
    assert "negation" in _judge(denied, _you(f"{deed}.")).refused


@given(st.sampled_from(DEEDS), st.sampled_from(("not", "never", "no")), st.data())
def test_no_denial_slips_in_anywhere(deed: str, denial: str, data: st.DataObject) -> None:
    """Before whatever word it is put."""
    words = _you(deed).split()
    place = data.draw(st.integers(0, len(words) - 1))

    assert "negation" in _judge(deed, " ".join([*words[:place], denial, *words[place:]])).refused


@given(st.sampled_from(DEEDS), st.lists(st.sampled_from(HEDGES), min_size=2, max_size=2, unique=True))
def test_what_may_be_is_not_what_is(deed: str, hedges: list[tuple[str, ...]]) -> None:
    """Sometimes, usually, may and plainly are four things; within one a writer may choose."""
    first, other = (f"You {hedge[0]} {deed[0].lower()}{deed[1:]}" for hedge in hedges)
    again = f"You {hedges[0][-1]} {deed[0].lower()}{deed[1:]}"

    assert _judge(first, again).verdict.violations == ()
    assert "modality" in _judge(first, _you(deed)).refused
    assert "modality" in _judge(deed, first).refused
    assert _judge(first, other).verdict.outcome is not Outcome.PASSED


@given(st.sampled_from(THINGS), st.sampled_from(("There is", "The job has", "The job involves")))
def test_a_thing_is_not_its_absence(thing: str, there: str) -> None:
    """With "no" there is none of it, and without there is."""
    thing = thing.removeprefix("a ")
    first, second = f"{there} {thing}.", f"{there} no {thing}."

    assert "negation" in _judge(first, second, Kind.BENEFIT).refused
    assert "negation" in _judge(second, first, Kind.BENEFIT).refused


@given(
    st.sampled_from(NEEDS),
    st.sampled_from(("is preferred", "is a plus", "is an asset", "is desirable", "would be nice", "is welcome")),
    st.sampled_from(("is required", "is essential", "is mandatory", "is necessary", "is a must")),
)
def test_a_wish_is_not_a_demand(need: str, liked: str, demanded: str) -> None:
    """What is liked is told as liked, what is demanded is not, and each stands in its own section."""
    wish, demand = f"{need} {liked}.", f"{need} {demanded}."
    of_wish = partial(_judge, kind=Kind.REQUIREMENT, modality="preferred")
    of_demand = partial(_judge, kind=Kind.REQUIREMENT, modality="required")

    assert of_wish(need, f"{need}, preferred.").verdict.violations == ()
    assert "modality" not in of_demand(need, demand).refused
    assert "modality" in of_wish(need, demand).refused
    assert "modality" in of_wish(wish, demand).refused
    assert "modality" in of_demand(need, wish).refused
    assert "modality" in of_demand(demand, wish).refused
    assert "modality" in of_demand(need, need, section=SectionKind.NICE).refused
    assert "modality" in of_wish(need, need, section=SectionKind.MUST).refused
