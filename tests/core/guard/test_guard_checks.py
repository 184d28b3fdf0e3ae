"""Check by check: what each is there to see, beside the faithful line that it must not stop."""

from __future__ import annotations

import pytest

from builders import ledger, line, source
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind

#: Two sources stand on either side of this.
_AND = " || "

#: Kind, what the sources say, what the line tells, the class under which it is refused.
FALSE = [
    # Figures stand by what they stand by, and change no places.
    (
        "duty",
        "Feed 40 goats and milk 12 cows before dawn.",
        "You feed 12 goats and milk 40 cows before dawn.",
        "number",
    ),
    (
        "benefit",
        "The plan pays 80% for you and 50% for your children.",
        "The plan pays 80% for your children.",
        "number",
    ),
    ("company", "9 of our 34 tugs run on gas.", "9 of our tugs run on gas.", "number"),
    ("benefit", "You pay half of the exam fee.", "You pay half of the fare.", "number"),
    ("benefit", "A bonus of 3% within 60 days of the audit.", "A bonus of 3% 60 days after the audit.", "date"),
    (
        "duty",
        "Inspect 20 boilers in Derby and repair 8 lifts in Stoke.",
        "You inspect 20 lifts in Stoke and repair 8 boilers in Derby.",
        "role",
    ),
    (
        "duty",
        "Inspect 20 boilers in Derby. || Repair 8 lifts in Stoke.",
        "You inspect 8 lifts in Derby and repair 20 boilers in Stoke.",
        "role",
    ),
    (
        "duty",
        "Check the pumps weekly and the meters daily.",
        "You check the pumps daily and the meters weekly.",
        "number",
    ),
    # Bonds are not lost.
    ("benefit", "Free parking if you start before six.", "You get free parking.", "scope"),
    ("duty", "Enter the tank only with a second diver.", "You enter the tank.", "scope"),
    ("duty", "Unload ships unless the wind is over 40 knots.", "You unload ships.", "scope"),
    ("benefit", "Meals are free except on Sundays.", "Meals are free.", "scope"),
    ("duty", "Prune trees up to 6 metres high.", "You prune trees.", "scope"),
    ("company", "30% of our families speak Welsh at home.", "Our families speak Welsh at home.", "scope"),
    ("benefit", "Dental cover for full-time staff.", "You get dental cover.", "scope"),
    ("benefit", "Unpaid leave in summer.", "You get leave in summer.", "scope"),
    ("company", "We want to open a shop in Leeds.", "We open a shop in Leeds.", "modality"),
    ("company", "We supplied the navy until 2019.", "We supply the navy.", "scope"),
    ("company", "Nearly all keepers dive.", "All keepers dive.", "scope"),
    ("duty", "Serve over 300 guests.", "You serve 300 guests.", "number"),
    ("duty", "Open the shop, but not at 07:30.", "Open the shop at 07:30.", "negation"),
    ("benefit", "A bonus may be paid in December.", "We pay a bonus in December.", "modality"),
    ("company", "We empty the bins.", "They empty the bins.", "role"),
    ("company", "The mill used to export wool.", "The mill exports wool.", "scope"),
    ("duty", "Report to the deputy harbour master.", "You report to the harbour master.", "seniority"),
    ("benefit", "One guest may stay in the lodge.", "Guests may stay in the lodge.", "number"),
    ("requirement", "A degree in a life science", "A degree", "scope"),
    ("company", "The dye works were closed.", "The dye works are closed.", "scope"),
    ("company", "Some keepers open the vault.", "Keepers open the vault.", "scope"),
    ("duty", "Open the vault once the auditor signs.", "You open the vault.", "scope"),
    ("company", "The yard was the largest in Fife.", "The yard is the largest in Fife.", "scope"),
    ("benefit", "Travel is paid if booked by Dana and with receipts.", "Travel is paid with receipts.", "scope"),
    # Two ways to meet a requirement.
    ("requirement", "Polish or Czech", "Polish and Czech", "scope"),
    ("requirement", "A forklift licence or willingness to get one", "You have a forklift licence.", "scope"),
    ("duty", "Serve breakfast or lunch on the terrace.", "You serve breakfast and lunch on the terrace.", "scope"),
    ("duty", "Serve breakfast and lunch on the terrace.", "You serve breakfast or lunch on the terrace.", "scope"),
    ("requirement", "Three years of sailing or five of rowing", "Five years of sailing or three of rowing", "number"),
    ("requirement", "Three years of sailing or five of rowing", "Three years of sailing", "scope"),
    ("requirement", "A degree in botany or equivalent experience", "A degree in botany", "scope"),
    ("requirement", "Either a boat licence or a diving card", "A boat licence and a diving card", "scope"),
    ("requirement", "Welsh, Gaelic or Cornish", "Welsh, Gaelic and Cornish", "scope"),
    ("requirement", "Welsh, Gaelic or Cornish", "Welsh or Gaelic", "scope"),
    # Causes.
    (
        "reason",
        "The night porter retires in May. || We open a second lobby.",
        "We open a second lobby because the night porter retires in May.",
        "reason",
    ),
    (
        "duty",
        "Count the stock. || Sell the last boxes.",
        "You count the stock so that you sell the last boxes.",
        "reason",
    ),
    # Who does it.
    ("duty", "The chemist signs the report and you file it.", "You sign the report.", "role"),
    ("duty", "The chemist signs the report and you file it.", "The chemist files the report.", "role"),
    ("duty", "Help the estimator measure roofs.", "You measure roofs.", "role"),
    ("duty", "Observe the surgeon during operations.", "You lead operations.", "role"),
    ("duty", "Assist the archive.", "You manage the archive.", "role"),
    ("duty", "You report to the matron.", "The matron reports to you.", "role"),
    ("duty", "The growers call you about frost.", "You call the growers about frost.", "role"),
    ("duty", "You train the interns.", "The interns train you.", "role"),
    ("duty", "Invoices are approved by the bursar.", "You approve invoices.", "role"),
    (
        "duty",
        "Brief the sales director before each fair.",
        "The sales director briefs you before each fair.",
        "role",
    ),
    ("duty", "Cover for the cook.", "The cook covers for you.", "role"),
    ("duty", "Ask the vet to check the ewes.", "You check the ewes.", "role"),
    ("duty", "Have the boiler checked by a fitter.", "You check the boiler.", "role"),
    ("duty", "Let the apprentices cut the slate.", "You cut the slate.", "role"),
    ("duty", "Your buddy shows you the kiln.", "You show your buddy the kiln.", "role"),
    ("company", "The crew, which the mate leads, sails on Mondays.", "The crew leads the mate.", "role"),
    ("duty", "You empty the bins.", "They empty the bins.", "role"),
    ("company", "You empty the bins.", "The bins are emptied by others.", "role"),
    ("benefit", "We pay for your tools.", "You pay for our tools.", "role"),
    # What goes with what, and small words that turn the sense.
    ("duty", "Wash the blue van and paint the red gate.", "You wash the red gate and paint the blue van.", "role"),
    (
        "duty",
        "Carry samples from the ward to the laboratory.",
        "You carry samples from the laboratory to the ward.",
        "scope",
    ),
    ("duty", "Work under the foreman.", "You work over the foreman.", "scope"),
    (
        "duty",
        "Meet the mayor (Tuesdays) and the press (Fridays).",
        "You meet the mayor (Fridays) and the press (Tuesdays).",
        "role",
    ),
    (
        "duty",
        "Send the bill to the tenant and the key to the owner.",
        "You send the key to the tenant and the bill to the owner.",
        "role",
    ),
    ("duty", "Serve rather tea than coffee.", "You serve rather coffee than tea.", "role"),
    ("duty", "Wash your hands before the meal.", "You wash your hands after the meal.", "scope"),
    ("duty", "Cook with gas and bake without sugar.", "You cook without gas and bake with sugar.", "negation"),
    (
        "duty",
        "Store seeds above the office and tools below the stairs.",
        "You store tools above the office and seeds below the stairs.",
        "role",
    ),
    ("benefit", "Paid leave of 25 days", "Unpaid leave of 25 days", "negation"),
    # How often.
    ("duty", "Clean the filters every week.", "You clean the filters every day.", "date"),
    ("duty", "Clean the filters every week.", "You clean the filters for a week.", "number"),
    ("duty", "Walk the fence at night.", "You walk the fence every night.", "date"),
    # How far a denial and a hedge reach.
    ("duty", "You do not handle cash or keys.", "You do not handle cash, but keys.", "negation"),
    (
        "duty",
        "You do not handle cash, and you open the safe.",
        "You do not open the safe, and you handle cash.",
        "negation",
    ),
    ("duty", "Work without a supervisor on Sundays.", "You work with a supervisor on Sundays.", "negation"),
    ("duty", "Sell used cars, never new ones.", "You sell new cars, never used ones.", "negation"),
    ("duty", "Sell tickets at the pier, not on board.", "You sell tickets on board.", "negation"),
    ("duty", "Sell tickets instead of passes.", "You sell passes instead of tickets.", "negation"),
    ("duty", "Ride unescorted in the yard.", "You ride escorted in the yard.", "negation"),
    ("duty", "The crane may be used in fog.", "You use the crane in fog.", "modality"),
    # A denial that stands alone turns what is said beside it.
    ("benefit", "No overtime is paid", "No. Overtime is paid.", "negation"),
    ("benefit", "No overtime is paid", "No overtime is paid (not).", "negation"),
    ("benefit", "No overtime is paid", '"No" overtime is paid.', "negation"),
    ("duty", "Report leaks to the mate.", "Report leaks to the mate? Never.", "negation"),
    ("reason", "Nobody else can run the kiln.", "Nobody can run the kiln.", "scope"),
    # A rank that only ends somebody's title, also that of the job: a deed needs a source of its own.
    ("duty", "Report leaks to the shift lead.", "Lead the shift.", "role"),
    ("duty", "Report leaks to the shift lead.", "Lead.", "role"),
    ("duty", "Help the shift lead train two cadets.", "Train two cadets.", "role"),
    ("duty", "Help the shift lead train two cadets.", "Help train the shift lead.", "role"),
    # Numerals of a grade, and shares.
    ("company", "12 out of 900 seats are free.", "1.3% of seats are free.", "number"),
    ("requirement", "Grade IV in piping", "Grade 6 in piping", "number"),
]

#: The same without a class: told otherwise, and true.
TRUE = [
    ("duty", "Feed 40 goats and milk 12 cows before dawn.", "You milk 12 cows and feed 40 goats before dawn."),
    (
        "benefit",
        "The plan pays 80% for you and 50% for your children.",
        "The plan pays 50% for your children and 80% for you.",
    ),
    ("company", "9 of our 34 tugs run on gas.", "9 of the 34 tugs run on gas."),
    ("benefit", "Free parking if you start before six.", "If you start before six, you get free parking."),
    ("duty", "Enter the tank only with a second diver.", "You enter the tank only with a second diver."),
    (
        "requirement",
        "A forklift licence or willingness to get one",
        "You have a forklift licence or the willingness to get one.",
    ),
    ("duty", "Serve breakfast and lunch on the terrace.", "You serve lunch and breakfast on the terrace."),
    ("duty", "Salt the ramp because the nurses slip.", "Because the nurses slip, you salt the ramp."),
    ("duty", "Help the estimator measure roofs.", "You help the estimator measure roofs."),
    ("duty", "Invoices are approved by the bursar.", "The bursar approves invoices."),
    ("duty", "Wash the blue van and paint the red gate.", "You paint the red gate and wash the blue van."),
    ("duty", "Carry samples from the ward to the laboratory.", "You carry samples to the laboratory from the ward."),
    ("benefit", "Free lunch on Fridays", "Lunch on Fridays, free"),
    ("duty", "Clean the filters every week.", "You clean the filters weekly."),
    ("duty", "You do not handle cash or keys.", "You do not handle keys or cash."),
    ("duty", "Fix broken pumps.", "You repair broken pumps."),
    ("duty", "Drive lorries to Hull.", "You drive trucks to Hull."),
    ("duty", "Buy fish at the quay.", "You purchase fish at the quay."),
    ("duty", "Fill in the log.", "You complete the log."),
    ("duty", "The clerk fills in the log.", "The clerk completes the log."),
    ("requirement", "Grade II or III in piping", "Grade 2 or 3 in piping"),
    ("requirement", "Grade iv in piping", "You have grade iv in piping."),
    ("company", "12 out of 900 seats are free.", "You see that 12 out of 900 seats are free."),
    (
        "requirement",
        "A degree in botany or equivalent experience",
        "A degree in botany, or experience that is equivalent",
    ),
    ("company", "The council empties the bins.", "They empty the bins."),
    ("company", "The mate leads the crew.", "The crew is led by the mate."),
    ("duty", "Ask the vet to check the ewes.", "You ask the vet to check the ewes."),
    ("duty", "Work between the dock and the mill.", "You work between the mill and the dock."),
    ("duty", "Rinse, dry and stack the trays.", "You dry the trays, stack them and rinse."),
]

#: Words that a dictionary knows and no source says: only a doubt, and never through at once.
DOUBTED = [
    ("benefit", "Coffee and parking", "Free coffee and parking"),
    ("requirement", "Class v licence", "You have a class x licence."),
    ("company", "The council empties the bins.", "Others empty the bins."),
    ("duty", "Manage the archive.", "You run the archive."),
    ("duty", "Hire scaffolding from the depot.", "You recruit scaffolding from the depot."),
]


def _verdict(kind: str, said: str, told: str) -> Verdict:
    modality = "required" if kind == "requirement" else "none"
    sources = [source(f"D{n}", text, Kind(kind), modality=modality) for n, text in enumerate(said.split(_AND), 1)]
    return guard.check(line(told, *(each.id for each in sources)), ledger(*sources))


@pytest.mark.parametrize(("kind", "said", "told", "class_"), FALSE)
def test_what_the_source_does_not_say_is_refused(kind: str, said: str, told: str, class_: str) -> None:
    """Most of these lines have no word that their source does not have."""
    verdict = _verdict(kind, said, told)

    assert verdict.outcome is Outcome.REFUSED
    assert class_ in {violation.class_.value for violation in verdict.violations}, verdict.violations


@pytest.mark.parametrize(("kind", "said", "told"), TRUE)
def test_what_it_says_in_other_words_passes(kind: str, said: str, told: str) -> None:
    """Turned round, reordered, or with a word of the same meaning."""
    assert _verdict(kind, said, told).violations == ()


@pytest.mark.parametrize(("kind", "said", "told"), DOUBTED)
def test_a_word_of_its_own_is_a_doubt(kind: str, said: str, told: str) -> None:
    """However near it comes."""
    assert _verdict(kind, said, told).outcome is Outcome.DOUBT
