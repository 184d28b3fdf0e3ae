"""Where a job is: places that are told for certain, and names that must tell nothing."""

from __future__ import annotations

import pytest

from unbland.core.law import Mention, whereabouts
from unbland.core.ledger.model import Kind, Modality, Source, Tier

FOUND = {
    "Denver, CO": "US-CO",
    "Denver, Colorado": "US-CO",
    "DENVER, CO": "US-CO",
    "Denver CO 80202": "US-CO",
    "Remote (Colorado)": "US-CO",
    "Remote – Colorado or Texas": "US-CO US-TX",
    "Remote, US": "US/remote",
    "Remote (US & Canada)": "US/remote CA/remote",
    "Work from anywhere in Canada": "CA/remote",
    "Remote (US), with an office in Denver, CO": "US-CO",
    "Hybrid in Toronto, ON – three days a week": "CA-ON",
    "Toronto, ON": "CA-ON",
    "Toronto, Ontario, Canada": "CA-ON",
    "Toronto, CA": "CA-ON",
    "Greater Toronto Area": "CA-ON",
    "Toronto and Vancouver, BC": "CA-ON CA-BC",
    "Remote (Ontario)": "CA-ON",
    "Montréal, QC": "CA-QC",
    "St. John's, NL": "CA-NL",
    "London, ON": "CA-ON",
    "London, UK": "GB",
    "Paris, TX": "US-TX",
    "Ontario, California": "US-CA",
    "San Diego, CA": "US-CA",
    "Bothell, WA 98011": "US-WA",
    "Vancouver, WA": "US-WA",
    "Kent, Washington": "US-WA",
    "Washington, DC": "US-DC",
    "Washington D.C.": "US-DC",
    "Atlanta, Georgia": "US-GA",
    "Portland, Maine": "US-ME",
    "Cambridge, MA": "US-MA",
    "Naperville, IL": "US-IL",
    "Tel Aviv, IL": "IL",
    "New York": "US-NY",
    "New York, NY": "US-NY/new-york-city",
    "Brooklyn, NY": "US-NY/new-york-city",
    "New York, New Jersey, and Connecticut": "US-NY US-NJ US-CT",
    "White Plains, New York": "US-NY/westchester-county",
    "Albany, NY": "US-NY/albany-county",
    "Ithaca, NY": "US-NY/ithaca",
    "Jersey City, NJ": "US-NJ/jersey-city",
    "Cleveland, Ohio": "US-OH/cleveland",
    "123 Washington Street, Columbus, OH 43215": "US-OH/columbus",
    "Columbus, GA": "US-GA",
    "Cincinnati": "US-OH/cincinnati",
    "Toledo, OH": "US-OH/toledo",
    "Berlin": "DE",
    "Berlin, DE": "DE",
    "Frankfurt am Main": "DE",
    "Milan, Italy": "IT",
    "You will work from our Denver clinic.": "US-CO",
    "This role is based in Denver, Colorado.": "US-CO",
}

LEFT = """
Georgia|Jordan|Washington|Washington Street 4|Washington, USA|Ontario|Ontario, CA|Portland|Cambridge|Birmingham
London|Paris|Perth|Perth WA 6000|Perth, WA|Perth, WA 6000|Columbus|Toledo|Vancouver|Victoria|Kleinmachnow, DE
Somewhere, CA|CALL ME|Remote|Hybrid, three days|Remote except Colorado|Not open to residents of Colorado
Our headquarters are in Denver, CO|You will travel to Toronto, ON|Clients in Berlin|San Francisco Bay Area
Sudbury|Boston|Stamford|Springfield, Georgia|Remote (Georgia)|Nice offices|Reading room|Mobile
"""

TITLES = {
    "Nurse – Denver, CO": "US-CO",
    "Nurse in Denver, CO": "US-CO",
    "Nurse (Toronto, ON)": "CA-ON",
    "Product Manager, Berlin": "DE",
    "Sales Rep, Colorado": "US-CO",
    "Engineer (Remote, US)": "US/remote",
    "Sales Manager, Italy": "",
    "Physician, Internal Medicine, MD": "",
    "Developer, Mobile": "",
    "Berlin Account Manager": "",
    "Nurse": "",
}


def _source(kind: Kind, text: str, field: str | None = None) -> Source:
    return Source(id="S1", text=text, kind=kind, modality=Modality.NONE, tier=Tier.SLOT, field=field)


def _places(kind: Kind, text: str) -> list[str]:
    return [mention.place for mention in whereabouts([_source(kind, text)])]


@pytest.mark.parametrize(("text", "places"), FOUND.items())
def test_a_line_on_the_place_tells_it(text: str, places: str) -> None:
    """By town and region, region alone, or a town that there is only once."""
    assert _places(Kind.LOCATION, text) == places.split()


@pytest.mark.parametrize("text", [text for line in LEFT.split("\n") for text in line.split("|") if text])
def test_what_is_in_doubt_tells_nothing(text: str) -> None:
    """Two towns of one name, a street, a person, a code of two meanings, and places where the work is not."""
    assert _places(Kind.LOCATION, text) == []


@pytest.mark.parametrize(("text", "places"), TITLES.items())
def test_a_title_tells_the_place_behind_it(text: str, places: str) -> None:
    """What follows the job's name; a country alone may be the market, and a degree is no state."""
    assert _places(Kind.TITLE, text) == places.split()


@pytest.mark.parametrize("kind", [Kind.COMPANY, Kind.DUTY, Kind.CONTACT, Kind.REPORTING])
def test_other_lines_are_not_read(kind: Kind) -> None:
    """A company's seat and a customer's town are not where the person works."""
    assert _places(kind, "Denver, CO") == []


def test_a_mention_keeps_the_words_that_name_the_place() -> None:
    """The reader sees why a law was looked at."""
    (found,) = whereabouts([_source(Kind.LOCATION, "Our clinic in Denver, Colorado (downtown)")])
    assert found == Mention(place="US-CO", words="Denver, Colorado")


def test_the_facts_go_before_the_draft() -> None:
    """The company knows where the job is; an old draft may not."""
    draft, fact = _source(Kind.LOCATION, "Denver, CO"), _source(Kind.LOCATION, "Toronto, ON", "role.location")
    assert whereabouts([draft, fact]) == (Mention(place="CA-ON", words="Toronto, ON", stated=True),)


def test_facts_that_tell_no_place_leave_it_to_the_draft() -> None:
    """`At our main site` says nothing."""
    draft, fact = _source(Kind.LOCATION, "Denver, CO"), _source(Kind.LOCATION, "Our main site", "role.location")
    assert [mention.place for mention in whereabouts([draft, fact])] == ["US-CO"]


def test_each_place_is_told_once() -> None:
    """By the words that come first."""
    lines = [_source(Kind.LOCATION, "Toronto"), _source(Kind.LOCATION, "Ottawa, ON")]
    assert [mention.words for mention in whereabouts(lines)] == ["Toronto"]
