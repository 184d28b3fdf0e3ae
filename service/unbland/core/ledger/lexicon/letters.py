"""Words of the letter or note that a draft came in: how colleagues ask, how they tell of the job, how a letter ends."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, STRONG, Cue, Shape, shape
from unbland.core.ledger.model import Kind

#: How a letter ends; what stands below it is a signature.
SIGN_OFF = shape(
    r"^\W*(?:cheers|ta|thanks?(?: you)?(?: (?:and|&) (?:(?:kind|best|warm) )?regards)?|thanks a lot"
    r"|many thanks|thx|best|(?:(?:kind|best|warm) )?(?:regards|wishes)"
    r"|yours(?: (?:sincerely|faithfully|truly))?|sincerely)(?: (?:again|so much|in advance|all|both|everyone))?"
    r"(?:,? [A-Z][\w.'’-]*){0,3}\W*$"
)

#: What one colleague asks of another who writes the posting: no word of it is for applicants.
NOTE = shape(
    r"^(?:.{0,25}\b)?(?:can|could|would|will) (?:you|u|we|someone)(?: please| pls)? "
    r"(?:(?:knock|write|put|throw|cobble) (?:something|sth|one) (?:up|together|out)"
    r"|do (?:an? |the )?ad\w*)\b.{0,40}$"
    r"|^(?:as discussed\W+)?(?:.{0,25}\b)?(?:can|could|would|will) (?:you|u|we|someone)(?: please| pls)?"
    r" (?:get|post|put|stick|whack|pop|send|publish|advertise|upload|draft|write|polish|tidy|sort|run)\b.{0,30}"
    r"\b(?:ad|advert|advertisement|jd|job|job spec|posting|vacancy|this|it|one)\b"
    r"(?:.{0,40}|[^?]{0,40}\? (?:here|these|this)\b.{0,40})\W*$"
    r"|^(?:please|pls) (?:post|publish|advertise|upload) (?:it|this|the (?:ad|advert|job|role))\b.{0,40}$"
    r"|^subject: .{0,30}\b(?:ad|advert|posting|job spec|jd)\b.{0,40}$"
    r"|^here(?:['’]?s| is) (?:what (?:i['’]ve|i have|we['’]ve|we have) got|the (?:info|details|blurb|draft))\b"
    r".{0,20}$"
)

LETTERS: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=NOTE,
        why="`Can you get this ad out today?`: what one colleague asks of another who writes the posting.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"^as (?:promised|discussed|agreed)\b[^.]{0,60}\b(?:ad|advert|wording|jd|spec|text)\b.{0,10}$"
            r"|^(?:hey|hi|hello|hiya)\b[^.]{0,20}\bquick one\b.{0,40}$"
            r"|^thank(?:s| you) for your interest\b[^.]{0,60}\W*$"
            r"|^(?:warm |season['’]?s )?greetings? (?:from|of the day)\b[^.]{0,60}$"
        ),
        why="`Greetings from Firth!!` begins a letter.",
    ),
    Shape(
        kind=Kind.PAY,
        weight=FIRM,
        pattern=shape(
            r"^(?:about |around |circa |c\.? ?|pay(?:s|ing)? |salary |wage )?\d{2,3}k\b"
            r"(?= ?(?:[-–+]|to|pa\b|p\.a|plus|and|basic|base|salary|pro rata|depending|doe\b|ote\b|\W*$))"
        ),
        why="`34k plus tronc`: pay, whose currency goes without saying between two who share it.",
    ),
    Shape(
        kind=Kind.SCHEDULE,
        weight=FIRM,
        pattern=shape(
            r"^(?:[\w ]{3,20}: )?\d{2}(?:\.\d+)? ?(?:hrs?|hours?)[ -]week\b"
            r"|^(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:are |is )?(?:always |usually )?off\b"
        ),
        why="`48 hr week, two doubles`, `Mondays always off`: hours, as they are told in a kitchen.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=FIRM,
        pattern=shape(
            r"^(?:\d+ ?%|half) off\b|^meals? (?:on|during|while on) (?:shift|duty)\b"
            r"|^staff (?:room|house|flat|digs|housing)\b"
        ),
        why="`50% off food for friends`, `Staff room above the pub`: what goes with the job.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM,
        pattern=shape(
            r"^(?:the |this )?(?:job|role|work)(?:['’]s| is) (?:basically |mainly |mostly |really |just |essentially"
            r" |about )+(?!about |to )[a-z]{3,}ing\b"
        ),
        why="`The job is basically running the samples`: the work, as it is told to a colleague.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=STRONG,
        pattern=shape(r"^(?:they|he or she|s/he)(?:['’](?:d|ll)| would| will) (?:also )?be \w+ing\b"),
        why="`They'd be running the pass`: of whoever gets the job, said to a colleague.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=SIGN_OFF,
        why="`Cheers, Mel` ends a letter.",
    ),
)
