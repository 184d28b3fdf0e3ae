"""Words that are not about this job: a market's, and what any template says."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, FIRM, HEADING, PLAIN, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind

#: Any post by name, for sentences about a trade.
_POST = "|".join(sorted(POSTS - {"lead", "head", "model", "host", "rep", "partner", "fellow", "expert"}))

OUTSIDE: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.MARKET_STAT,
        weight=CERTAIN,
        phrases=listed("""
            indeed salaries, glassdoor salar*, according to glassdoor, payscale, salary.com, salaries vary, salaries may
            vary, pay varies by location, average salary, average salaries, median salary, typical salary, national
            average, average pay, average hourly, average base, median pay, salary survey*, average wage, median wage,
            bureau of labor statistics, statistics canada, job bank, office for national statistics, salary guide,
            industry average salary, market average is, market average for, typically earn, typically paid, average
            annual, on average earn
        """),
        why="Names a market's figure or where one comes from: never what this employer pays.",
    ),
    Cue(
        kind=Kind.MARKET_STAT,
        weight=0,
        phrases=listed("above the national average, above the industry average, over the national average"),
        why="Listed only to hide the shorter phrase: the employer's own pay, held against a market's.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"^.{0,40}\b(?:pls|please|can (?:you|u)|could (?:you|u))\b.{0,16}\b(?:get|put|post|pop|stick|advertise"
            r"|publish)"
            r" (?:this|it|the)\b.{0,60}\b(?:out|up|live|online|on (?:the|our) (?:careers?|web|site|jobs?|board|page)"
            r"|on (?:linkedin|indeed|seek))\b"
            r"|^(?:(?:please|but|and|maybe) )*(?:i(?:['’]d| would)(?: rather| better)? not|let['’]s not|don['’]t"
            r"|do not) (?:mention|bring up|put in)\b(?!.*\b(?:cv|application|cover|letter|interview|salary|email)\b)"
            r"|^(?:please )?(?:see|find) .{0,30}\b(?:text|draft|ad|advert|wording|version|e-?mail) (?:below|attached)\b"
            r"|^(?:what|which|how|where|when|anything) [^.?!]{0,60}\b(?:we|they|he|she)\b[^.?!]{0,60}\?$"
        ),
        why="`Can you put this on the careers page`: one colleague to another, about the posting.",
    ),
    Shape(
        kind=Kind.MARKET_STAT,
        weight=CERTAIN,
        pattern=shape(
            r"\b(average|typical|median|mean)\b[^.]{0,50}\b(salary|salaries|pay|wages?)\b"
            r"|\b(average|typical|median|mean)\b[^.$£€\d]{0,60}\b(earns?|makes?|gets?|(is|are) paid)\b[^.]{0,20}[$£€\d]"
            r"|\b(?:earn|make|paid|pays?)\b.{0,50}\b(?:on|an) average\b|\baverage of [$£€] ?\d"
            r"|\baccording to\b[^.]{0,80}(\b(salary|salaries|pay|wages?|earn)\b|[$£€] ?\d)"
        ),
        why="`The average … salary`, `according to … earn`: a statistic, whoever is named between.",
    ),
    Cue(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        phrases=listed("""
            has an opening for, have an opening for, having an opening for, urgent opening for, when reviewing resumes,
            look for those who, look for candidates, you may prefer candidates, you may also look for, may also be
            qualified for the role, candidates should have basic knowledge, may vary by industry, one of their primary
            duties, their duties include, various prerequisite skills, some common duties, job posting should, job
            listing should, your job description, your job listing, your job posting, in different industries, training
            requirements for an
        """),
        why="Advice to whoever writes the posting, as job-board templates give it.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=re.compile(
            r"^(?:(?:An?|Most|Many|Some|Strong|Successful|A successful)\s+(?:[\w-]+\s+){0,3}?"
            rf"(?:{_POST})s?(?:,? or [\w ]{{3,30}},?)?(?: candidates?)?\s+(?:may|might|can|often|usually"
            r"|typically|focus(?:es)?|acts?|works?|has various|care|understand|oversees?|helps?|creates?|performs?)\b"
            rf"|(?:[\w-]+\s+){{0,3}}?(?:{_POST})s\s+(?:may(?! (?:also )?apply\b)|might|often|usually|typically|act|work"
            rf"|are(?! (?:on|paid|needed|wanted|welcome|expected to work|entitled)\b)|care|oversee)\b)",
            re.IGNORECASE,
        ),
        why="`Account Managers may …`, `An accountant prepares …`: about the trade, not about this job.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"\[(?:your |the )?(?:company|job|employer|location|city|name|insert|title|number)\b[^\]]{0,30}\]|<insert"
        ),
        why="A template's blank that nobody filled.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(r"^\W*[^\W\d]+(?: [^\W\d]+| &){0,3}:\s*$"),
        why="Four words and a colon are a heading that nobody marked as one.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=STRONG,
        pattern=shape(r":\s*$"),
        why="A line that ends in a colon only leads to the next ones.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        pattern=shape(
            r"^(?!.*\breport)(?:[\w'’]+,? ){0,8}?(?:duties|responsibilities|tasks) (?:will )?include"
            r"(?:,? \(?but (?:are |is )?not (?:be )?limited to\)?)?(?:,? the following(?: \w+)?)?\s?:\s*$"
        ),
        why="`Duties include:` leads to a list, whatever it is called.",
    ),
    Cue(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        phrases=listed("""
            various prerequisite skills, has various, some of these expectations, when reviewing resumes, look for those
            who, job description, vary by industry, may vary by, successful candidate has, other duties as assigned,
            other duties as required, duties as assigned, duties may change, not an exhaustive list, less likely to
            apply, every single qualification, every single requirement, meet every requirement, meet all of the
            requirements, not meet every, not exhaustive, intended to describe the general nature, reserves the right to
            change, reserves the right to modify, reserves the right to amend, reserves the right to alter, not limited
            to those listed, not intended to be, subject to change, all other duties, the above statements, your resume,
            wait to hear from you, forward to hearing from you
        """),
        why="Talk about job descriptions in general, and the reservations every employer prints.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"^(?:to )?(?:(?:perform|undertak|carry|carries|complet|do|assist|support|help)\w* (?:out |with )?)?"
            r"(?:any|all|such)?(?: and all)? ?(?:other|additional|ad[- ]hoc)"
            r" (?:(?:job|role|work|similar|special|reasonable|relevant|related|appropriate|necessary)[- ]){0,2}"
            r"(?:duties|tasks?|work|responsibilities|projects|assignments)"
            r"(?:,? (?:(?:as|that|which|when|where|if) (?:may (?:reasonably )?be |are |is |they )?)?(?:reasonably )?"
            r"(?:assigned|requested|required|directed|needed|necessary|instructed|allocated|delegated|agreed|arise"
            r"|commensurate with|consistent with|in line with|appropriate to|within the scope)"
            r"\b[^.;:]{0,60})?\W*$"
        ),
        why="`Any other duties as directed by the Principal`: a blank cheque, whoever draws it.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=CERTAIN,
        pattern=shape(
            r"^to perform (?:this|the) (?:job|role|position)(?: successfully)?,? (?:an?|the)"
            r" (?:individual|employee|incumbent|person|candidate) must be able to perform (?:each|all|the)\b"
            r"|^the requirements listed (?:below|above|here) are representative\b"
            r"|^(?:\w+ ){0,3}duties and responsibilities include (?:but are not limited to )?the following\W*$"
            r"|^other duties may be assigned\W*$"
        ),
        why="`To perform this job successfully, an individual must …`: what forms print over their lists.",
    ),
    Cue(
        kind=Kind.BOILERPLATE,
        weight=HEADING,
        phrases=listed("""
            exciting opportunity, great opportunity, fantastic opportunity, unique opportunity, rare opportunity,
            amazing opportunity, excellent opportunity, are you looking for, look no further, don't miss, next step in
            your career, take your career, this is the job for you, this is your chance, we want to hear from you, where
            you come in, sound like you, if this sounds like you, does this sound, come and join, join us, ready for a
            new challenge, new challenge, wonderful opportunity, once in a lifetime, this is an opportunity
        """),
        why="Calls that could stand over any job.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=STRONG + FAINT,
        pattern=shape(
            r"^(?!.*\b(?:who|with (?:\w+ ){0,2}(?:experience|knowledge|background|skills))\b)"
            r"this is an? (?:[\w-]+ ){0,2}opportunity for (?:an?|the|someone|somebody|candidates|graduates)\b"
        ),
        why="`This is a fantastic opportunity for a clerk to gain experience`: asks nothing of the clerk.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        pattern=shape(r"^no two (?:days|weeks|shifts)\b[^–—:;]{0,40}$"),
        why="`No two days are the same here`, and not what fills them.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        pattern=shape(r"^(?:are|do|have|would|want|looking|ready|love|can) (?:you|to|for|with)?\b.*\?\s*$"),
        why="`Are you a …?` asks and states nothing; a degree in it still counts.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=FIRM,
        pattern=shape(
            r"^if you(?:['’]re| are)? (?:love|enjoy|passionate|have a passion|think you|like people)\b(?!.*\d)[^.]*"
            r"\bwe(?:['’]d| would)? (?:want|love|like) to (?:meet|hear from|speak (?:to|with)|talk (?:to|with)) you\b"
        ),
        why="`If you love people, we want to meet you!`; a degree in it still counts.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=PLAIN,
        pattern=shape(r"\?\s*$|!\s*$"),
        why="Questions and cries to the reader seldom state anything.",
    ),
    Shape(
        kind=Kind.BOILERPLATE,
        weight=HEADING,
        pattern=shape(
            r"^(?!(?:(?:an?|the|this|your) )?(?:[\w-]+ ){0,2}(?:position|post|role|job|contract|appointment|assignment"
            r"|placement|overtime|shifts?|hours) )(an?|the)? ?[\w ]{3,40} (may|might|can|often|usually"
            r"|typically) (also )?(be|have|handle|report"
            r"|work|need|act|help)\b"
        ),
        why="What people of a trade may do speaks of the trade, not of this job.",
    ),
)
