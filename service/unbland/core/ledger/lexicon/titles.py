"""Words that name a post, to know a job title from any other short line."""

from __future__ import annotations

from unbland.core.language.words import stem
from unbland.core.ledger.lexicon.cue import words_of

#: The head noun of job titles, in lower case; from the titles of some 2,500 postings, common trades and the names of
#: ISCO-08's unit groups.
POSTS = frozenset(
    words_of(
        """
        accountant actuary adjuster administrator advisor adviser agent aide ambassador analyst apprentice architect
        archivist artist assembler assistant associate attendant attorney auditor baker barber barista bartender
        biologist bookkeeper bricklayer broker butcher buyer captain caregiver caretaker carer carpenter cashier
        chef chemist cleaner clerk clinician coach consultant controller cook coordinator copywriter counsel
        counsellor counselor courier dentist deputy designer developer dietitian director dispatcher doctor driver
        economist editor educator electrician engineer estimator evaluator executive expert farmer fellow fitter
        florist foreman gardener groomer guard hairdresser handler handyman head host housekeeper hygienist
        inspector installer instructor intern internship interpreter investigator janitor journalist journeyperson
        keeper labourer laborer landscaper lawyer lead leader lecturer lender librarian lifeguard linguist loader
        machinist manager marketer mason mechanic merchandiser merchandizer midwife minister model musician nanny
        nurse nutritionist officer operative operator optician optometrist organizer owner painter paralegal
        paramedic partner pathologist pharmacist photographer physician physicist physiotherapist picker pilot
        planner plumber porter practitioner president principal producer professional professor programmer
        psychologist realtor receptionist recruiter registrar rep representative reporter researcher roofer sailor
        salesperson scaffolder scientist secretary seamstress server setter sommelier specialist statistician
        steward stylist supervisor superintendent surgeon surveyor tailor teacher technician technologist teller
        tester therapist trader trainee trainer translator treasurer tutor underwriter vet veterinarian videographer
        generalist curator solicitor strategist packer ranger dishwasher phlebotomist radiographer radiologist
        psychiatrist psychotherapist podiatrist sonographer fundraiser glazier joiner plasterer tiler rigger locksmith
        concierge butler governess firefighter geologist ecologist hydrologist meteorologist archaeologist conservator
        illustrator proofreader brewer winemaker jeweller upholsterer toolmaker lineman salesman saleswoman warehouseman
        storeperson zookeeper shepherd milker miner choreographer dancer singer presenter anesthesiologist
        waiter waitress warden wrangler farmhand welder worker writer cto ceo cfo coo cmo vp rn
        """
    )
)

POST_STEMS = frozenset(stem(post) for post in POSTS)
