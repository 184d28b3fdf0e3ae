"""Gates on typed facts: pay, deadline, legal text and addresses stand exactly as they were given."""

from __future__ import annotations

import re

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import figures, fold, squash
from unbland.core.evaluation.gates.gate import Gate, Output
from unbland.core.evaluation.gates.given import pay_text, shown

#: The result of these is the draft itself, or nothing: no fact was put into it.
UNTOUCHED = frozenset({"unchanged", "failed"})

#: Mail and web addresses.
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s]*[^\s.,;)]")


def altered_pay(case: Case, output: Output) -> tuple[str, ...]:
    """A pay that no line states with both ends, currency sign and period."""
    pay, period = figures(pay_text(case.facts.pay)), case.facts.pay.period or ""
    if not pay or output.status in UNTOUCHED:
        return ()
    stated = any(pay <= figures(line) and re.search(rf"\b{period}", fold(line)) for line in shown(output))
    return () if stated else (pay_text(case.facts.pay),)


def altered_deadline(case: Case, output: Output) -> tuple[str, ...]:
    """A deadline of which no line has day and year."""
    day = case.facts.process.deadline
    if day is None or output.status in UNTOUCHED:
        return ()
    stated = any({str(day.day), str(day.year)} <= set(re.findall(r"\d+", line)) for line in shown(output))
    return () if stated else (day.isoformat(),)


def altered_legal(case: Case, output: Output) -> tuple[str, ...]:
    """Legal text that does not stand word for word."""
    text = squash(output.rendered.text)
    legal = () if output.status in UNTOUCHED else case.facts.legal
    return tuple(statement for statement in legal if squash(statement) not in text)


def altered_addresses(case: Case, output: Output) -> tuple[str, ...]:
    """Addresses to apply to that are not there, character for character."""
    addresses = () if output.status in UNTOUCHED else _ADDRESS.findall(case.facts.process.how_to_apply)
    return tuple(address for address in addresses if address not in output.rendered.text)


SLOTS = (
    Gate(id="pay", holds="The pay stands with both ends, currency and period.", look=altered_pay),
    Gate(id="deadline", holds="The deadline stands as given.", look=altered_deadline),
    Gate(id="legal", holds="Legal text stands word for word.", look=altered_legal),
    Gate(id="address", holds="Addresses stand character for character.", look=altered_addresses),
)
