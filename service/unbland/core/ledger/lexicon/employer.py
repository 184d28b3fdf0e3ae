"""Words that tell what the employer says of itself."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, FIRM, PLAIN, STRONG, Cue, Shape, listed, shape
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind

#: How many, and of whom.
_COUNT = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty)"
)
_POSTS = f"(?:{'|'.join(sorted(POSTS))})s"

EMPLOYER: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.COMPANY,
        weight=CERTAIN,
        pattern=shape(
            r"^(?!.*\b(?:you|your|candidates?|applicants?|somebody|someone|person|look\w*|seek\w*|need\w*"
            r"|requir\w+|recruit(?:s|ing) (?:for|an?|two|three|\d)|hir(?:e|es|ing)|vacanc\w+|opportunit\w+|want)\b)"
            r"(?:(?:my|our) client (?:is|are|has|have)|we(?:['’](?:re|ve)| are| have| bring)|our (?:team|company"
            r"|firm|group|family|clinic|practice|shop)"
            r"|(?:founded|established|since|with)\b[^.;]{0,60}\bwe)\b[^.;]{0,200}"
            r"\b\d+\+? (?:years|yrs)['’]?(?: of)? (?:[\w-]+ ){0,5}(?:experience|expertise)\b"
            r"|^with (?:over |more than )?\d+\+? years['’]? (?:of )?(?:[\w-]+ ){0,5}(?:experience"
            r"|expertise)\b[^.;]{0,60}"
            r"\bwe (?:are|have|offer|build|make|serve|supply|help)\b"
        ),
        why="`We are a group of shops with over 30 years' experience`: its years, which nobody has to bring.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM,
        pattern=shape(r"^(?:[\w&.'’-]+,? ){1,6}(?:ltd|limited|llc|inc|gmbh|plc|cjsc|ojsc|corp|corporation)\.?$"),
        why="`Training and Development Ltd.`: a name by itself, which the first word makes no duty.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM,
        pattern=re.compile(
            r"^[Ww]e(?: are|['’]re) (?:the )?[A-Z0-9][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}(?:,| [-–—]) (?:an?|the"
            r"|one of)\b"
        ),
        why="`We are Fern Row, a platform for growers`: who speaks, below any heading.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FAINT,
        pattern=shape(
            r"^there (?:is|are) (?:an?|the|two|three|\d+)\b(?! (?:\w+ )?(?:requirement|need|must)\b)"
            r"|^we (?:partner|build|help|develop|design|create|serve|operate|run|make|deliver|combine|started|began)\b"
        ),
        why="`We partner with growers`, `There are two ovens`: said of the employer, below `What you'll do`, too.",
    ),
    Cue(
        kind=Kind.COMPANY,
        weight=STRONG,
        phrases=listed("""
            founded in, founded by, established in, was founded, was established, headquartered, our mission, our
            vision, our values, our story, our culture, our customers are, our clients include, our customers include,
            our clients are, is a leading, is the leading, is one of the, non profit, nonprofit, registered charity,
            family owned, privately held, publicly traded, listed on the, subsidiary of, backed by, offices in, with
            offices, our products, our platform, who we are, we are proud, we pride ourselves, we believe, employees
            worldwide, employees across, has been serving, serving customers, is committed to, we offer our customers,
            we offer our clients, we provide our customers, we provide our clients, we are committed to, is dedicated
            to, is a global, is an international, is a provider, provider of, market leader*, world leader*, fortune
            500, was created, specialises in, specializes in, our investors, our company, award winning, our history, as
            a company, a proud member, our technology stack, our tech stack, our work, we've built, our team is, our
            team consists
        """),
        why="Where it comes from, what it makes, for whom, what it holds dear.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM,
        pattern=shape(
            r"^(?:we(?:['’]re| are)|our \w+ is|[A-Z][\w&.'’ -]{2,40} is) (?:an? [^.;:]{3,50} )?"
            r"(?:currently |now )?(?:looking for|seeking|hiring) (?:an?|our|one|two|three) (?:full|part)[- ]time\b"
        ),
        why="`We're a small cafe looking for a full-time barista`: who looks for whom.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=STRONG,
        pattern=re.compile(
            r"^(?!(This|The (role|position|job|ideal|successful|candidate|incumbent|post)|It|There|That|You"
            r"|An|A|Salary|Pay|If|What|Who|Your|English)\b)"
            r"(?:The )?[A-Z0-9][\w&.'’®™-]*(?: [\w&.,'’()®™-]+){0,6}? (is|are|was) (an?|the|one of|your"
            r"|committed|dedicated|home|part of|based)\b(?! (?:plus|bonus|must|advantage|asset)\b)"
        ),
        why="`Northlane is a freight broker`: a name, and what it is.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=PLAIN,
        pattern=re.compile(
            r"^(?!(?:This|That|These|Those|The|It|There|You|An|A|If|So|What|Who|Your|English|Experience"
            r"|Knowledge|Salary|Pay)\b)"
            r"[A-Z][\w.’'-]*,? (?:(?:& )?[A-Z][\w&.’'-]*,? ){0,3}"
            r"(?:is|was|has|have|had|helps?|provides?|builds?|makes|serves?|does|bakes|brews|grows"
            r"|includes?|offers?|operates?"
            r"|uses?|believes?|connects?|began|specializes|specialises|seeks?|invites|employs|works with|brings|turns"
            r"|automates|removes|supplies|sells|partners|focuses|aims|runs)\b"
        ),
        why="A name and what it does: `Northlane connects …`.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM,
        pattern=re.compile(
            r"^[A-Z][\w.’'-]*,? (?:(?:& )?[A-Z][\w&.’'-]*,? ){0,3}"
            r"(?:sells|makes|builds|bakes|brews|grows"
            r"|has (?:sold|made|built|baked|brewed))\b"
        ),
        why="`Northlane sells lamps`: what it lives by, and nobody's benefit.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM,
        pattern=shape(
            r"^we (?:reached|served|fed|treated|trained|supported|helped|delivered|housed)\b[^.;]{0,60}\d[^.;]{0,60}"
            r"\b(?:last year|(?:a|each|every) (?:year|day|week|month)|since \d{4}|so far)\W*$"
        ),
        why="`We reached 9,000 people last year`: what the employer has done, and no cause of a vacancy.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=STRONG,
        pattern=re.compile(
            r"^The (?:[A-Z][\w&'’-]* ){1,4}(?i:team|crew|unit|ward|department) "
            r"(?:looks? after|cares? for|serves?|covers?|sees|runs|handles|treats|teaches)\b"
        ),
        why="`The Lilac Team looks after 320 women a year`: what a team does that somebody joins.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=STRONG,
        pattern=shape(
            r"^(?:we|our|the|[A-Z][\w'’-]+)\b[^.;,]{0,50}\b(?:has|have|employs?|are|(?<=we)['’]re)"
            r" (?:(?:about|around|over|some|now) )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten"
            r"|eleven|twelve)"
            r" (?:[\w-]+ ){0,2}(?:staff|employees|people|colleagues|shops|branches|sites|offices|partners)\b"
        ),
        why="`The department has 26 academic staff`, `We are 12 people`: how large the employer is.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FIRM + PLAIN,
        pattern=shape(
            rf"^(?:we(?:['’]re| are) )?{_COUNT} (?:[\w-]+ ){{0,2}}(?:people|staff|employees|colleagues|residents|pupils"
            rf"|beds|{_POSTS})\b(?=[,.;]|\W*$| (?:and|[&+]) {_COUNT}\b)[^.]{{0,60}}\.?$"
        ),
        why="`54 people, profitable.`, `We are two dentists and six staff`: how large the employer is.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=PLAIN,
        pattern=re.compile(
            r"^(?:This|The|Our) (?:[A-Z][\w&-]* ){0,2}(?:program(?:me)?|initiative|platform|community)"
            r" (?!(?:is|are|was) (?:open|for|expected)\b|requires?\b|needs?\b)[a-z]+s\b"
        ),
        why="`This programme brings teachers together`: what the employer runs, and nothing that one must bring.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=PLAIN,
        pattern=shape(r"^(?:(?:at|here at) [\w&.' ]+, )?(we|our|we're|we've|since \d{4})\b"),
        why="The employer speaks of itself.",
    ),
    Shape(
        kind=Kind.COMPANY,
        weight=FAINT,
        pattern=shape(r"\b(we|our|us|company|organi[sz]ation|firm|client is|my client|clinic's|inc|ltd|llc|gmbh)\b"),
        why="Speaks of the employer somewhere.",
    ),
    Cue(
        kind=Kind.COMPANY,
        weight=PLAIN,
        phrases=listed("""
            we are looking for, we're looking for, is looking for, is seeking, we are seeking, seeks a, seeks an, we
            seek, is currently seeking, are currently looking, currently recruiting, is recruiting, we are hiring, we're
            hiring, join our, seeks to fill, is currently looking, join the team, my client, our client, are looking to
            recruit, we are searching, we need your expertise, we need your help, we are responsible for, we're
            responsible for
        """),
        why="`We are looking for a …` states only that there is a job; it belongs to no other kind.",
    ),
)
