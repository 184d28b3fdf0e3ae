"""Sentences end where a reader stops, and not at every full stop."""

import pytest

from unbland.core.language.sentences import sentences


def split(text: str) -> list[str]:
    """The sentences as text."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["We bake.", "You fry!", "Do we?", "Yes."],
        ["We pay well (see below.)", "Apply now."],
        ['He said "Come."', "“We did.”", "Then we left."],
        ["We work in the U.S.", "You may too."],
        ["we need another plumber.", "we've just won the contract.", "you start in may"],
        ["need a broker asap, Wei leaves.", "licensed only (CHB).", "we do 410 entries.", "send ppl to Sol.", "thx!!"],
        ["(We pay well.", "You will see.)", "Come."],
        ["We pay well (see below).", "Apply (by mail) now.", "Thanks."],
        ["CTC: Rs. 6.5 LPA at Firth Pvt. Ltd."],
        ["We sell pipes, e.g. you name it, by the ft. we cut them to"],
        ["Ask Acme Inc.", "We answer."],
        ["The work starts 12 Jan.", "Reports to the lab manager."],
        ["We are Firth Inc.", "Location: Hull."],
        ["Open until 5 p.m.", "Please come."],
        ["You hold a Ph.D.", "We like that."],
        ["You can say no.", "We listen."],
        ["We run 3 shops.", "12 more will open."],
        ["Really?!", "Yes."],
        ["Please bring:\nA hat."],
    ],
)
def test_ends(parts: list[str]) -> None:
    """Marks with white space and a new beginning behind them end a sentence; quotes and brackets go along."""
    assert parts == split(" ".join(parts))


def test_white_space() -> None:
    """White space around sentences is in none of them."""
    assert split("  We bake. \n  You fry.  ") == ["We bake.", "You fry."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We bake in Leeds.You fry.", ["We bake in Leeds.", "You fry."]),
        ("Do we?Yes we do.", ["Do we?Yes we do."]),
        ("Learn Next.Js with us.", ["Learn Next.Js with us."]),
        ("We bake in three towns.Hay Bros acts for us.", ["We bake in three towns.", "Hay Bros acts for us."]),
        ("Know the Document.Object.Model (DOM).", ["Know the Document.Object.Model (DOM)."]),
        ("We list rooms on booking.Com every week.", ["We list rooms on booking.Com every week."]),
    ],
)
def test_lost_space(text: str, parts: list[str]) -> None:
    """Where the space was lost, a word that sentences start with begins one, or a capital word behind a small one."""
    assert parts == split(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call Dr. Smith or Mr. A. Miller.",
        "Send it to 4 Mill St., Hull (building of the Ag. Academy, entrance from Mill St), to Nora Lind.",
        "Know the formats (ex. JSON) we use.",
        "Use tools, e.g. SQL or, i.e. Python.",
        "We are in St. John's, U.S. Virgin Islands.",
        "Acme Inc. Holding pays.",
        "From 9 a.m. Monday on.",
        "Read No. 5 and vol. 2 of it.",
        "J. R. Tolkien wrote it.",
        "A Ph.D. in Biology helps.",
        "We grew 3.5 times to 1.000 people.",
        "See www.acme.example/a.B or Node.js and ASP.NET today.",
        "Wait... There is more.",
        "Wait… There is more.",
        "1. First thing.",
        "We work at Yahoo! and like it.",
        "no end",
    ],
)
def test_goes_on(text: str) -> None:
    """Abbreviations, initials, figures, addresses and dots that trail off are inside a sentence."""
    assert [text] == split(text)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing(text: str) -> None:
    """White space holds no sentence."""
    assert sentences(text) == ()


WALL = "We are a bakery of 40 people on the harbour in Hull and we bake bread for the ferries and the schools"


@pytest.mark.parametrize(
    "parts",
    [
        [f"{WALL} with a company car", "You will drive to nine schools before seven."],
        [f"{WALL} since 1990", "Our client is an old mill", "Please send a CV to the mill."],
        [WALL, "The successful candidate will have a van licence", "To apply call us", "In return we pay your bus."],
        [f"{WALL} (part-time)", "If you like bread, come in."],
    ],
)
def test_lost_stop(parts: list[str]) -> None:
    """In a long stretch without a stop, words that only begin a sentence begin one."""
    assert parts == split(" ".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        "Bread You will like",
        f"{WALL} and You will like it",
        f"{WALL} as Our client does",
        f"{WALL} in The Role Of A Lifetime",
        f"{WALL} next to the You Will See gallery",
        f"{WALL} of what is called This Is Bread",
    ],
)
def test_no_lost_stop(text: str) -> None:
    """A short line is whole, and behind a word that joins or before a name a sentence goes on."""
    assert [text] == split(text)
