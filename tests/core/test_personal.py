"""Personal data: what is found in a text, and what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland.core.personal import PersonalKind, personal


def _found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in personal(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ana.ortega@example.com.", ["ana.ortega@example.com"]),
        ("See https://www.linkedin.com/in/ana-ortega", ["https://www.linkedin.com/in/ana-ortega"]),
        ("Call +44 113 496 0000 before noon.", ["+44 113 496 0000"]),
        ("Call (416) 555-0199.", ["(416) 555-0199"]),
        ("Tel: 58 49 45", ["58 49 45"]),
        ("Employee no. 88231-AX signs off.", ["88231-AX"]),
        ("SSN 078-05-1120, IBAN DE89 3704 0044 0532 0130 00", ["078-05-1120", "DE89 3704 0044 0532 0130 00"]),
        ("Report to Maria de la Cruz; Maria runs the kitchen.", ["Maria de la Cruz", "Maria"]),
        ("role.reports_to: Priya Natarajan", ["Priya Natarajan"]),
        ("Dr. Weiß retires. Call Weiß.", ["Weiß", "Weiß"]),
        ("Frau Dr. Weiß leads.", ["Weiß"]),
        ("MR WHITLOCK leads.", ["WHITLOCK"]),
        ("Mrs Okonkwo's round. Okonkwo has 12 patients.", ["Okonkwo", "Okonkwo"]),
        ("Join Zsofia's team: contact Zsofia Nagyova.", ["Zsofia", "Zsofia Nagyova"]),
        ("Call Darren on 07700 900457.", ["Darren", "07700 900457"]),
        ("A team led by Ana.", ["Ana"]),
        ("Ingeborg Solheim\nHead of Care\ningeborg@example.no", ["Ingeborg Solheim", "ingeborg@example.no"]),
        ("Ring 01947 555019, 06 12 34 56 78 or 0561 5550140.", ["01947 555019", "06 12 34 56 78", "0561 5550140"]),
        ("Phone number: 58 49 45.", ["58 49 45"]),
        ("SSN 123 45 6789, NI number QQ 12 34 56 C", ["123 45 6789", "QQ 12 34 56 C"]),
        ("Contact Ana Ortega (ana@example.com).", ["Ana Ortega", "ana@example.com"]),
        ("Ana Ortega leads. Write to ana.ortega@example.com", ["Ana Ortega", "ana.ortega@example.com"]),
        ("Founded by John O'Neill. JOHN O'NEILL still works here.", ["John O'Neill", "JOHN O'NEILL"]),
    ],
)
def test_what_is_of_a_person_is_found(text: str, found: list[str]) -> None:
    """Addresses, numbers and names, the names again wherever they stand."""
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "You report to the Head Chef.",
        "Reports to Finance Director. Passport No",
        "120 000-150 000 CZK a year",
        "You know MS Excel, MS SQL and MS Windows.",
        "Report to Human Resources. Contact Customer Service.",
        "Pay: $62,000-87,000 a year from 2026-2027, 40 000 km, 1,200 hives.",
        "24-36 hours a week, 7:30 to 15:30, from 1 January 2027 or 01.02.2027",
        "ISO 9001-2015, S4HANA, B2B, requisition R-204811",
        "Renew the contracts of Northlane Freight and manage Microsoft Dynamics.",
    ],
)
def test_what_is_of_no_person_is_left(text: str) -> None:
    """Posts, teams, firms, tools, money, years, hours and days."""
    assert _found(text) == []


def test_each_says_what_it_is() -> None:
    """The kinds name the placeholders."""
    kinds = [one.kind for one in personal("Ms Ortega, ana@example.com, +44 113 496 0000, passport no. X1234567")]
    assert kinds == [PersonalKind.NAME, PersonalKind.ADDRESS, PersonalKind.PHONE, PersonalKind.NUMBER]


@given(st.text(alphabet="Aa .@+(1-'\nMr", max_size=200))
def test_none_stands_in_another(text: str) -> None:
    """They come in order, and each is a piece of the text."""
    ends = [place for one in personal(text) for place in (one.start, one.end)]
    assert ends == sorted(ends)
    assert all(one.start < one.end <= len(text) for one in personal(text))
