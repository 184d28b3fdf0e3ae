"""Words of the page around a posting: what boards and career sites print, and no employer says of a job."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

#: What a button, a link or a heading of a page says.
_BUTTON = (
    r"(?:sign in|log ?in|sign up|join now|forgot password|show more|show less|load more|share this job|print this page"
    r"|(?:similar|related|sponsored) jobs?|(?:create (?:an? )?)?job alerts?|(?:sponsor|post) (?:a|your) job"
    r"|search results|ready to hire|build a job description|subscribe to our newsletter|terms of (?:use|service)"
    r"|user agreement|privacy (?:policy|notice|statement)|cookies? (?:policy|notice|settings|preferences|statement))"
)

PAGES: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.NOISE,
        weight=CERTAIN,
        pattern=shape(
            r"^(?:competition|requisition|req|reference|ref|posting|vacancy|job(?! id)) ?(?:#|no\b\.?|number\b"
            r"|id\b)\W{0,3}"
            r"(?=[\w/-]*\d)[\w/-]+\W*$"
        ),
        why="`Competition # 27-0118`: a file number of the employer's.",
    ),
    Cue(
        kind=Kind.NOISE,
        weight=SURE,
        phrases=listed("""
            sponsor your first job, job description sample*, job description example*, job description template*, skip
            to main content, save this job, report this job, people also viewed, be the first to see, see who you know,
            get notified about, jumpstart your hiring, matched candidates, appear to more candidates, your job post,
            browse some similar, place a free posting, back to search, view all jobs, applicants have applied, back to
            jobs, great job posting, this job posting is sourced from, originally posted, advert expired, no longer
            accepting applications, hire faster, terms apply, new advertisers, advertisers only, first sponsored,
            accepted file types, indicates a required field, mention the url of its website, view job description,
            recruiter.com, decimals are allowed, as a number only, using numbers only, ^number only$, ^numbers only$,
            learned of this opportunity through, learned of this job opportunity, how you compare to other applicants,
            try premium, out of 5 stars, align with your profile, profile insights, show match details, be among the
            first, referrals increase your chances, be an early applicant, responded to 75%, often responds within,
            hiring multiple candidates, people clicked apply, promoted by hirer, responses managed off linkedin, see who
            is hiring, meet the hiring team, company reviews, ^urgently hiring$, ^actively recruiting$, ^actively
            hiring$, ^easily apply$, ^yes no$, ^report job$, ^see more$, ^set alert$, ^pulled from the full job
            description$, ^full job description$, ^shift and schedule$, ^my network$, ^messaging$, ^linkedin$,
            ^notifications$, profile and resume fit this job, powered advice on this job, tailor my resume, am i a good
            fit for this job, show more options, set alert for similar, ^job poster$, ^easy apply$
        """),
        why="What job boards and career pages print around a posting; counted on saved pages.",
    ),
    Cue(
        kind=Kind.NOISE,
        weight=CERTAIN,
        phrases=listed("alternative methods of application or screening, is not responsible for the employer's"),
        why="A board's own notice, whose `you must` asks nothing of a candidate.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=CERTAIN,
        pattern=shape(
            r"^(?:(?:first|last|full|preferred) name|e-?mail|phone|country|location|linkedin profile|website)\W*\*\W*$"
            r"|^(?:full name|e-?mail address|phone number|cv or resume|write it here instead"
            r"|please fill in additional questions"
            r"|fill out the information below|all fields marked with|skip to content"
            r"|upload (?:a|your) (?:file|cv|resume|cover letter)\b.{0,30}|(?:or )?drag and drop (?:here|your \w+)"
            r"|accepted files: .{3,90})\W*$"
            r"|^(?:resume|cv|resume/cv|cover letter)\b\W*attach\b|\benter manually\W*$"
            r"|^submit (?:your )?application\W*$"
            r"|^[^*]{0,90}\?\s*\*\s*$|^(?:from|to|cc|bcc|sent): [^\d£$€]{1,60}$"
            r"|^(?:date|sent): \d{1,2}(?:\W\d{1,2}\W| [a-z]{3,9}\.? )(?:19|20)\d\d\W{1,2}\d{1,2}[:.]\d\d\b.{0,12}$"
            r"|^-{2,} ?(?:original message|forwarded message|urspr\w+ nachricht)\b.{0,20}$"
            r"|\bif you are not the (?:intended|named) (?:recipient|addressee)s?\b"
            r"|^this (?:e-?mail|message|communication)\b.{0,60}\b(?:is|are) (?:strictly )?(?:confidential|privileged"
            r"|intended)\b"
            r"|^(?:date|sent): (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .{0,40}$|^subject: (?:re|fwd?|aw|wg)\b.{0,80}$"
        ),
        why="The fields of an application form, and the head of an e-mail.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=SURE,
        pattern=shape(
            r"^\W*(?:job |vacancy )?(?:ref|reference|vacancy id)\b\.?(?: (?:no|number|id)\b\.?)?[:# ]*"
            r"(?=[A-Z/-]*[\d/])[A-Z\d][A-Z\d/-]{3,20}\W*$"
        ),
        why="`Ref KD/DON/N`: under what number a vacancy is kept.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=SURE,
        pattern=shape(
            rf"^\W*{_BUTTON}(?:\W*$|\W* (?:to|with|for|on|or|now|today|using|about|in|jobs)\b.{{0,99}}$)"
            rf"|^(?:\W*(?:{_BUTTON}|our|the|and|see|read|view|copyright|\d{{4}})\b)+\W*$"
        ),
        why="Buttons and the foot of a page; a receptionist signs visitors in, and a baker bakes cookies.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=SURE,
        pattern=shape(
            r"\buses? (?:of )?(?:\w+ )?cookies\b|\bcookielaw|cookie_policy|\bcookies? (?:is|are) (?:set|used)\b"
            r"|\b(?:functional|analytical|advertisement|necessary|essential|uncategori[sz]ed) cookies\b"
            r"|\b(?:accept|reject|allow|manage|consent to) (?:all |our )?cookies\b|\bby clicking\b.{0,60}\byou agree\b"
            r"|\ball rights reserved\W*$|^\W*powered by \S+(?: \S+){0,2}\W*$|\bpowered by\W*$"
            r"|^.{0,60}\bfollow us on (?:facebook|twitter|linkedin|instagram|youtube|tiktok|x|social)\b.{0,60}$"
            r"|^\W*please enter (?:your|an?|the number)\b|\bvisit our careers page\b.{0,10}\b(?:to see|for)\b"
            r"|\b(?:by (?:applying|clicking|using|continuing|submitting|signing)|agree|accept|found in|read|see|view)\b"
            r".{0,60}\b(?:privacy policy|terms of (?:use|service)|user agreement)\b"
        ),
        why="A site's cookies, terms and other pages; who drafts terms or sells cookies says so in other words.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=SURE,
        pattern=shape(
            r"^(?:\\n\W*)+$|^\W*LI-\w{2,12}\W*$|^(?:additional notes: )?(?:drafted|cleared|approved|typed): \w+\W*$|"
            r"\$ ?\d+ (?:\w+ )?credit\b|^(posted|updated|published)\b.{0,40}\d|^\d+ (minutes?|hours?|days?"
            r"|weeks?|months?) ago\b|^(apply( now)?|save|share|back|menu|home)\W*$|^(?:\W*#[a-z][\w-]*)+$"
            r"|^example:(?: [\d.]|\W*$)|^(?:\W*(?:(?:(?:easy|quick) )?apply|save|share|message|follow|dismiss)\b)+\W*$"
            r"|^(?:over )?\d[\d,]* (?:applicants|applications|people applied|followers|views)\W*$"
        ),
        why="Advertising credit, time stamps, buttons, tags, and what a form's field shows.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=SURE,
        pattern=re.compile(
            r"^(?:Save (?:(?:[A-Z(][\w&/.)-]*,?|of|and|for|[-–/|&]) )+at [A-Z].*|Notifications \d+|\d+ on LinkedIn"
            r"|(?:1st|2nd|3rd)\+?)$"
        ),
        why="`Save Sous Chef at Firth`, `86 on LinkedIn`: buttons and counts of a saved page.",
    ),
    Shape(kind=Kind.NOISE, weight=SURE, pattern=shape(r"^[\W_]+$"), why="Lines without a word."),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        pattern=shape(
            r"^(?:if you (?:can )?(?:answer(?:ed)?|said) yes\b[^.]{0,40}\bread on|come (?:and )?(?:do the best|join"
            r"|help us|be part|grow|build)|(?:take|have) a (?:look|peek)"
            r"|check (?:it )?out (?:our|what|how|why|some|here|more|\S+\.[a-z]{2,3})\b"
            r"|read (?:through|more|on)\b|learn more|find out more|see (?:what life|how we|why))"
            r"(?!.*\b(?:apply|cv|resume|deadline)\b)"
        ),
        why="`Take a look at how we work`, `Check out our blog`: a call to the reader, and nobody's work.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"^(?:required|preferred|essential|desirable|highly valued|must[- ]haves?|nice[- ]to[- ]haves?"
            r"|(?:job (?:post(?:ing)? )?)?summary|overview|introduction|the (?:candidate|client|company|job|person"
            r"|position|role)"
            r"|experience ?/ ?skills"
            r"|company information|(?:candidate|job|role) profile|(?:(?:minimum|basic|essential|key|main"
            r"|job) )?requirements"
            r"|(?:key |main )?(?:responsibilities|duties)|(?:minimum |preferred )?qualifications|who thrives here"
            r"|(?:a )?typical day|experience (?:we['’]re|we are) looking for|about (?:you|us|the (?:role|job|team))"
            r"|what you(?:['’]ll| will) (?:do|need|bring|get)|role overview|job description|application)\W*$"
        ),
        why="`Required` on a line of its own is a heading that nobody marked, and no demand.",
    ),
)
