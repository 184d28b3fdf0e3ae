"""What the headings of postings say about the lines below them.

The wordings were counted over some 2,500 postings of many trades; those that stand over several kinds of lines
(`The role`) name no kind.
"""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, PLAIN, HeadingCue, listed
from unbland.core.ledger.lexicon.value_headings import VALUE_HEADINGS
from unbland.core.ledger.model import Kind, Modality

#: The first row that has a phrase in the heading counts, so the narrow ones stand above the wide ones.
HEADINGS: tuple[HeadingCue, ...] = (
    HeadingCue(
        kind=Kind.NOISE,
        phrases=listed("""
            cookie*, privacy policy, similar jobs, people also viewed, user agreement, job id, requisition id, job
            requisition id, job function, ^job category$, ^industries$, reference number, posted on, date posted,
            posted, announcement code, vacancy no, vacancy number, vacancy ref*, sign in, related searches, job alert*,
            share this job, report this job, similar positions, note to ai*, notes to ai*, instructions for ai*, for ai
            assistants, ai assistants, to the ai, special offer, ^ref$, ^reference$, ^job ref*, ^req$, ^req #, ^req id,
            ^req no, ^requisition #, ^job #, ^posting #, ^competition #, ^vacancy #, ^class code$, ^job code$,
            ^established$, ^revised$
        """),
    ),
    HeadingCue(
        # `Looking for a bookkeeper`: the whole posting stands below it.
        kind=None,
        phrases=listed("^subject, ^fwd, ^re, ^looking for a, ^looking for an, ^wanted"),
    ),
    HeadingCue(
        kind=Kind.REQUIREMENT,
        modality=Modality.PREFERRED,
        phrases=listed("""
            preferred, nice to have*, nice to haves, bonus points, bonus skill*, bonus if, ^bonus, bonus qualifications,
            desirable, desired, a plus, pluses, optional, advantageous, an advantage, assets, an asset, ideally, good to
            have, great to have, ^nice$, ^nice but*, ^useful$, ^helpful$, ^handy$, welcome, it would help*, would help,
            good if you*, not needed, what helps, also good, even better if, extra credit, what would set you apart,
            nice if you have, will set you apart, stand out, brownie points, additional skills, would be nice, not
            required
        """),
    ),
    HeadingCue(
        kind=Kind.LEGAL,
        phrases=listed("""
            equal opportunity, equal employment, equal opportunities, ^diversity*, diversity and inclusion, diversity &
            inclusion, commitment to diversity, ^legal*, ^visa$, visa sponsorship, eeo, eoe, accommodation*,
            accessibility, disclaimer, background check*, work authori*, right to work, disclosure and barring*,
            rehabilitation of offenders, certificate of sponsorship, sponsorship, privacy notice, data protection, e
            verify, pay transparency, know your rights, safeguarding
        """),
    ),
    HeadingCue(
        kind=Kind.PROCESS,
        weight=FIRM,
        phrases=listed("application deadline, deadline, closing date, ^closes$, apply by, apply before"),
    ),
    HeadingCue(
        kind=Kind.PROCESS,
        phrases=listed("""
            how to apply, to apply, application procedure*, application process, apply for this job, application
            instructions, application, applications, applying, interview process, hiring process, selection process,
            recruitment process, screening process, vetting process, process involves, next steps, opening date, what
            happens next, our process, process includes, interview approach, interview format, interview stages,
            interview steps, ^process$, ^the process$, ^interviews$, ^interview$, interview date*, mode of interview,
            interview mode, interview rounds, below details, following details, details below, following information,
            submit the following, end date, posting period, ^how$
        """),
    ),
    HeadingCue(
        # A board's button stands at the top, too, over what is no way to apply.
        kind=Kind.PROCESS,
        weight=FAINT,
        phrases=listed("apply now, easy apply"),
    ),
    HeadingCue(
        # `To be successful you'll have`: what comes before, and no result.
        kind=Kind.REQUIREMENT,
        modality=Modality.REQUIRED,
        phrases=listed("""
            ^to be successful, be successful in this*, ^to succeed, ^exp$, person spec, do we ask, should apply if,
            should not apply if, shouldn't apply if
        """),
    ),
    HeadingCue(
        # `Reporting to the head chef, you will be responsible for`: the list below is the work.
        kind=Kind.DUTY,
        phrases=listed("""
            be responsible for, responsibilities include, duties include, are you going to do, you are going to do,
            you're going to do, support needed with, needs support with, needs help with
        """),
    ),
    HeadingCue(
        kind=Kind.CONTACT,
        phrases=listed("""
            contact, ansprechpartner*, contact us, contact person, contacts, point of contact, questions, telephone,
            phone, enquiries, inquiries
        """),
    ),
    HeadingCue(
        kind=Kind.GOAL,
        phrases=listed("""
            get done, make happen, to reach, has to be true, must be true, hope to see, should be true, see change, will
            change, want to be with you, will have done, will have changed, have changed, a year from now, ask of you,
            expect of you, expect from you, here to do, want from you, by the end of, done looks like, accomplish*,
            you'll have, your first, the first year, year one, targets, ^by january*, ^by february*, ^by march*, ^by
            april*, ^by may*, ^by june*, ^by july*, ^by august*, ^by september*, ^by october*, ^by november*, ^by
            december*, ^by spring*, ^by summer*, ^by autumn*, ^by next*, ^by christmas*, ^by easter*, what we want to
            see, results we need, what you will have, success looks like, what success, success in this role, measure
            success, your goals, goals, success metrics, objectives, key results, what you'll achieve, what you will
            achieve, first 90 days, first 30 days, first year, first six months, first 12 months, within one month,
            within three months, within six months, within twelve months, within 12 months, within 6 months, within 3
            months, in your first, outcomes, expected results, your impact, deliverables, leave behind*, ^results, three
            results, two results, four results, will be different
        """),
    ),
    HeadingCue(
        kind=Kind.REASON,
        phrases=listed("""
            the problem, ^background$, background to the*, the reason*, ^reason$, what happened, why you're needed, why
            we need*, why this is open, why there is*, why the job*, why this vacancy*, the situation, why we hire*, why
            we are hiring, why we're hiring, why this role, why this job exists, why now, reason for hiring, why this
            position, why the role exists, the challenge, why we need you, hiring reason, reason for vacancy, ^why$
        """),
    ),
    HeadingCue(
        kind=Kind.BENEFIT,
        phrases=listed("""
            training outcome, ^training plan, ^your training$, ^training provider, ^training school, at the end of your,
            benefit*, perks, ^you get, we'll offer, we will offer, do we offer, we are offering, what's offered, you'll
            receive, you will receive, ^what else$, pay and house, what it pays, we offer, we can offer, what you'll
            get, what you get, what you will get, what's in it for you, whats in it for you, what's in it for me, whats
            in it for me, what's on offer, why join*, why work*, why you'll love*, why us, rewards, what you can expect
            from us, in return, our offer, what we provide, why you should join*, your benefits, employee value
            proposition, do i get, ^terms$, ^our terms$, ^conditions$, ^our conditions$, ^employment conditions$, the
            deal, ^we will, ^we'll, ^housing$, ^accommodation$, ^lodging$, we can do for you, we do for you, good bits,
            good stuff, fun stuff, boring bit, boring bits, boring stuff, can look forward to, you can expect from us
        """),
    ),
    *VALUE_HEADINGS,
    HeadingCue(
        kind=Kind.REQUIREMENT,
        modality=Modality.REQUIRED,
        phrases=listed("""
            you need, we require, someone who, somebody who, you'll need, you will need, we'd like, we would like,
            ^needed$, ^must$, ^musts$, you must, must hold, you bring, you'll bring, a must, what we need, non
            negotiable*, deal breaker*, requirement*, qualification*, what you will bring, who you are, about you,
            ^you$, need to have, must have*, required, minimum, essential*, skill*, competenc*, experience, education*,
            your profile, candidate profile, ideal candidate, who we're looking for, who we are looking for, what we're
            looking for, what we are looking for, looking for, you have, you should have, you should be, you should
            bring, we'd love to hear, eligibility*, conditions of employment, criteria, knowledge, expertise, person
            specification, your background, credentials, languages, good fit if, great fit if, match if, match when, the
            right fit, who can apply, who may apply, who should apply, who thrives here, about your skills, you are, you
            might be, physical demands, licences, licenses, certifications, certification*, what it takes, abilities, do
            you have, what you need to succeed, profile, must haves, language, do i need, personal qualities, should
            demonstrate, we expect you to, candidate should, candidate must, applicant should, you should be, applicant
            must, candidate will be, candidate will have, will possess, you should have, makes you successful, strong
            candidate, without these*, can't train, cannot train, can't teach, cannot teach, ^come if, ^they need,
            ^who$, what we'd love, what we would love
        """),
    ),
    HeadingCue(
        kind=Kind.DUTY,
        phrases=listed("""
            responsib*, duties, duty, essential dut*, essential responsib*, essential job*, essential task*, what you'll
            do, what you will do, what you'll be doing, what you will be doing, your role, your mission, day to day,
            typical day, a day in the life, your tasks, tasks, key tasks, job functions, essential functions,
            accountabilities, what the job is, what you do, in this role, you will, what you'll work on, the work, scope
            of work, your day, what you'll own, activities, main focus, needs doing, to be done, how you'll contribute,
            how you will contribute, how you'll make an impact, you'll be, what the job involves, role involves,
            mission, what you will work on, ways you'll contribute, key areas, ^your work$, ^your job$, job content,
            what you'll learn, will$, you would, you'd, ^what$, ^work$, awaits you, await you, job entail*, role
            entail*, job involve*, ^they will, ^they'll
        """),
    ),
    HeadingCue(
        # A bullet here is work, where its words speak for nothing.
        kind=None,
        weight=PLAIN,
        phrases=listed("""
            about the role, about the job, the role, the job, about this role, role overview, job overview, job summary,
            supplemental information, role summary, position summary, position overview, job description, role
            description, job details, the opportunity, overview, summary, additional information, additional notes,
            important information, about the position, the position, job purpose, purpose of the role, purpose of the
            post, purpose of the position, purpose of the job, purpose of post, position description, details, about the
            opportunity
        """),
    ),
    HeadingCue(
        kind=Kind.COMPANY,
        phrases=listed("""
            ^industry$, about us, who are we, what is it like to work, who we are, company, about our*, our company, our
            team, the team, about the team, our story, our values, our culture, our mission, company description,
            organization, organisation, about the company, employer, meet the team, the firm, company overview, what we
            do, who you'd work with, who you would work with, values$, how we work, our vision, the company, about the
            organisation, about the organization, life at*, ^about
        """),
    ),
)
