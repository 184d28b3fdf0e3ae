"""One source's words, mended."""

from __future__ import annotations

import pytest

from unbland.core.editor.wording import mend, split, tidy, verb_first, wish
from unbland.core.guide.model import Finding, Principle


def _finding(text: str, replacement: str | None) -> Finding:
    return Finding(
        rule="concise.filler",
        principle=Principle.CONCISE,
        start=0,
        end=len(text),
        text=text,
        message="",
        replacement=replacement,
    )


def test_the_guides_replacements_are_made() -> None:
    """Each replacement is made once, in its place; a finding without one changes nothing."""
    findings = [_finding("in order to", "to"), _finding("stakeholders", None)]

    assert mend("Call stakeholders in order to renew", findings) == "Call stakeholders to renew"


def test_the_opening_needs_no_label() -> None:
    """Where it stands says that it is the reason."""
    assert mend("Reason: new showroom opening Jan 10", ()) == "New showroom opening Jan 10"
    assert mend("The reason: nobody plans the rota", ()) == "The reason: nobody plans the rota"


def test_a_greeting_is_no_part_of_a_posting() -> None:
    """A draft that was written to colleagues speaks to them first."""
    assert mend("Hi everyone, we're looking for a cook.", []) == "We're looking for a cook."
    assert mend("Hi-fi shops buy from us.", []) == "Hi-fi shops buy from us."
    assert mend("tl;dr: nets for cities.", []) == "Nets for cities."


@pytest.mark.parametrize(
    ("before", "praise", "after"),
    [
        ("Execute best-in-class campaigns", "best-in-class", "Execute campaigns"),
        ("Harbor is a premier industrial contractor", "premier", "Harbor is an industrial contractor"),
        ("An unrivalled one-year course", "unrivalled", "A one-year course"),
        ("We need a reliable, self-motivated driver", "self-motivated", "We need a reliable driver"),
        ("A dynamic, small firm", "dynamic", "A small firm"),
        ("We are passionate about food", "passionate", "We are passionate about food"),
        ("Our products are unparalleled", "unparalleled", "Our products are unparalleled"),
    ],
)
def test_praise_before_a_noun_is_cut(before: str, praise: str, after: str) -> None:
    """The article follows the next word's sound; where the sentence needs the word it stays."""
    assert mend(before, [_finding(praise, "")]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You will treat burns", "Treat burns"),
        ("In this role, you'll also treat burns", "Treat burns"),
        ("The successful candidate will treat burns", "Treat burns"),
        ("You will be on call", "You will be on call"),
        ("You will also be on call", "You will also be on call"),
        ("The position will involve treating burns", "The position will involve treating burns"),
        ("You will have a desk", "You will have a desk"),
        ("Treat burns", "Treat burns"),
        ("To manage the burns unit", "Manage the burns unit"),
        ("To be on call", "To be on call"),
        (
            "To deliver a service to the public, applicants and agents",
            "Deliver a service to the public, applicants and agents",
        ),
        ("To apply, applicants write to us", "To apply, applicants write to us"),
        ("To line manage one assistant", "Line manage one assistant"),
        ("To audit the store and to propose disposals", "Audit the store and propose disposals"),
        ("As our Night Baker, you will bake 300 loaves", "Bake 300 loaves"),
        ("As a member of staff you will be paid weekly", "As a member of staff you will be paid weekly"),
        ("The doctoral candidate will set up 24 plots", "Set up 24 plots"),
        ("You build dashboards for our buyers", "Build dashboards for our buyers"),
        ("You bring a van", "You bring a van"),
        ("You'd also look after ordering", "Look after ordering"),
        ("You'd be writing a menu, keeping stock and running the pass", "Write a menu, keep stock and run the pass"),
        ("You'd love it here", "You'd love it here"),
        ("To help the town, you treat burns", "To help the town, you treat burns"),
        ("The clinic will grow", "The clinic will grow"),
    ],
)
def test_a_duty_begins_with_its_verb(before: str, after: str) -> None:
    """Who will do it goes without saying in a list of duties, but being and having stay whole."""
    assert verb_first(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Running the sauce section", "Run the sauce section"),
        ("Training one commis chef", "Train one commis chef"),
        ("Working closely with the floor", "Work closely with the floor"),
        ("Weighing your trays & scanning them", "Weigh your trays & scan them"),
        ("Training manuals in Word", "Training manuals in Word"),
        ("Building reusable components", "Build reusable components"),
        ("Building maintenance", "Building maintenance"),
        ("opening + closing the shop", "Open + close the shop"),
        ("Steaming, tagging and setting the floor", "Steam, tag and set the floor"),
        ("Counting tills, doing the bank drop", "Count tills, do the bank drop"),
        ("Opening up and locking up in turn", "Open up and lock up in turn"),
        ("Opening up and bolting up in turn", "Opening up and bolting up in turn"),
        ("Being the deputy fire warden", "Be the deputy fire warden"),
        ("Being on call", "Being on call"),
        ("Getting out – football, the pub", "Getting out – football, the pub"),
        ("CLEARING THE YARD", "CLEARING THE YARD"),
    ],
)
def test_a_bullet_begins_with_its_verb_below_any_heading(before: str, after: str) -> None:
    """`What you'll be doing` goes on in a gerund, and our own heading does not; prose is left."""
    assert verb_first(before, bullet=True) == after
    assert verb_first(before) == before[:1].upper() + before[1:]


def test_a_charge_before_a_list_is_cut_like_one_before_a_verb() -> None:
    """`The postholder will be responsible for: paying the crew`."""
    assert verb_first("The postholder will be responsible for: paying the crew") == "Pay the crew"


def test_a_run_on_is_cut_at_its_semicolons() -> None:
    """A long line of several duties becomes a bullet each."""
    run_on = (
        "Plan the weekly routes for all forty drivers of the northern depot; check every vehicle before it leaves "
        "the yard in the morning; and report each fault to the workshop"
    )

    assert split(run_on) == (
        "Plan the weekly routes for all forty drivers of the northern depot",
        "Check every vehicle before it leaves the yard in the morning",
        "Report each fault to the workshop",
    )


@pytest.mark.parametrize("whole", ["Plan routes; check vehicles", "Plan " + "routes " * 30 + "; go"])
def test_a_short_line_or_a_stub_stays_whole(whole: str) -> None:
    """What reads well in one breath is not cut, nor is a part of one or two words cut off."""
    assert split(whole) == (whole,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" plan  routes ;", "Plan routes"),
        ("Plan , then go.", "Plan, then go."),
        ("", ""),
        ("über-clean kitchens", "Über-clean kitchens"),
        ("https://rail.example/list of licences", "https://rail.example/list of licences"),
        ("jo@rail.example answers", "jo@rail.example answers"),
        ("iOS apps", "iOS apps"),
        ("dbt models", "dbt models"),
    ],
)
def test_tidy_leaves_words_alone(before: str, after: str) -> None:
    """Only spaces, list marks and the first capital change."""
    assert tidy(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The successful candidate will be responsible for providing care to 6 patients", "Provide care to 6 patients"),
        ("You will be responsible for the till", "You will be responsible for the till"),
    ],
)
def test_a_charge_becomes_its_verb(before: str, after: str) -> None:
    """Responsible for doing is doing; responsible for a thing stays as it is."""
    assert verb_first(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("MBA, preferred", "MBA"),
        ("Nice to have: Kalman filters", "Kalman filters"),
        ("Experience with NetSuite is a plus", "Experience with NetSuite"),
        ("Work abroad will be considered as an asset", "Work abroad"),
        ("Knowledge of another language will be desirable", "Knowledge of another language"),
        ("Rigging licence highly regarded", "Rigging licence"),
        ("Vet practice work would be a plus but isn't essential", "Vet practice work"),
        ("Cost reports a nice-to-have", "Cost reports"),
        ("German B1 nice to have", "German B1"),
        ("Nice: any Polish", "Any Polish"),
        ("Nice and steady hands", "Nice and steady hands"),
        ("Web design is also desired", "Web design"),
        ("Git and — a plus", "Git and — a plus"),
        ("French, ideally spoken at home", "French, ideally spoken at home"),
    ],
)
def test_a_wish_does_not_repeat_its_heading(before: str, after: str) -> None:
    """Under "Nice to have" nothing need be called preferred again."""
    assert wish(before) == after


def test_a_promise_of_more_is_cut() -> None:
    """What is not named is not offered."""
    assert mend("Pension, free parking and much more!", []) == "Pension, free parking"
    assert mend("Weld, read drawings, and other duties as required.", []) == "Weld, read drawings"
    assert mend("Plan the rota and other duties of the crew", []) == "Plan the rota and other duties of the crew"


def test_a_list_that_is_not_whole_says_so_of_work_and_demands() -> None:
    """`etc.` is cut from an offer, which would promise more; a demand without it would be told as whole."""
    assert mend("Answer calls, letters, etc.", []) == "Answer calls, letters, etc."
    assert mend("Dental, vision, etc.", [], offers=True) == "Dental, vision"


@pytest.mark.parametrize(("before", "after"), [("and a valid licence", "A valid licence"), ("And so on", "And so on")])
def test_a_part_does_not_begin_with_what_joined_it(before: str, after: str) -> None:
    """`Red Seal required` stands elsewhere."""
    assert mend(before, []) == after
