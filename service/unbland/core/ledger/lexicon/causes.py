"""Words that tell why the employer hires."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, PLAIN, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

CAUSES: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=shape(
            r"\b(?:role|post|position|vacancy|job) (?:arises|arose|has arisen|comes up) (?:as|because|since|due)\b"
            r"|\bto cover (?:for )?(?:an? |the )?(?:period of )?(?:maternity|paternity|parental|adoption|sick"
            r"|long[- ]term)\b"
            r"|\bcover(?:ing|s)?(?: for)? [A-Z][\w-]+['’]s (?:(?:\w+ )?leave|absence|secondment)\b"
            r"|\bdue to (?:an? |the )?(?:internal |recent |upcoming )?(?:secondment|promotion|retirement|relocation"
            r"|resignation|departure|maternity|paternity|parental|long[- ]term (?:absence|sickness))\b"
            r"(?! (?:pay|benefit|plan|fund))"
            r"|\b(?:\d+|two|three|four|five|six) (?:new )?(?:posts|positions|vacancies|roles) to (?:be )?fill(?:ed)?\b"
            r"|\bso\b.{3,60}\b(?:we have|there['’]s|there is) an? (?:spot|opening|vacancy|place|seat|gap)\b"
        ),
        why="`… to cover a period of maternity leave`, `…, so we have a spot open`: wherever it stands.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"\bwe(?:(?:['’]re| are) (?:hiring|recruiting)| hire)\b.{0,30}\b(?:because|since)\b"
            r"|^(?:due to|because of|following|as a result of)\b.{3,120}\bwe(?:['’]re| are| have| need)\b.{0,30}"
            r"\b(?:openings?|vacanc(?:y|ies)|hiring|recruiting|looking|seeking)\b"
        ),
        why="`Due to …, we have two openings`: the cause and the vacancy in one sentence.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"\b(?:wish(?:es)? to (?:appoint|recruit|employ)|(?:is|are|now) (?:seeking|hiring|recruiting|looking for)"
            r"|seeks|requires?)\b.{5,160}\b(?:due to|owing to|as a result of|because of) (?:the|an?|our|its)\b"
            r"(?! (?:nature|high|large|seasonal))"
        ),
        why="`The school wishes to appoint a cook, due to the …`: the vacancy and its cause in one sentence.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE + SURE,
        pattern=shape(
            r"\w.{20,}\bthat['’]?s why\W*$"
            r"|\b(?:that['’]?s|which is|that is) why we (?:take on|hire|need|want|recruit) (?:an?|one|two|three|another"
            r"|you)\b"
            r"|^for this(?: reason| purpose)?,? we(?:['’]re| are) (?:looking for|hiring|recruiting|seeking)\b"
            r"|^that['’]?s why we(?:['’]re| are) (?:hiring|recruiting|looking for|adding (?:this|an?))\b"
            r"|\w.{20,}\b(?:which|that) is why we(?:['’]re| are) (?:hiring|recruiting|looking for|seeking|adding)\b"
        ),
        why="`We turn away twenty a week, that's why`: called the reason by whoever wrote it.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"^we(?:['’]ve| have)? (?:just |recently )?(?:won|landed|signed|bought|opened|lost|taken on)\b.{3,90}"
            r"\b(?:and|so) (?:we )?(?:now )?need\b"
        ),
        why="`We just won that lane and need eight drivers by March`: what happened, and no goal of theirs.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"^(?:our|the|all|both|my)\b[^.;]{2,40}\b(?:did|worked|ran|pulled|have (?:done|worked)) "
            r"(?:\d+|twelve|fourteen)[- ]hour (?:weeks|days|shifts)\b"
        ),
        why="`Our riggers did 60-hour weeks all summer`: what was, and no schedule of this job.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"^we(?: just|['’]ve| have)? (?:got|won|gained) (?:our|a|the) (?:[\w-]+ ){0,3}(?:licen[cs]e|permit)\b"
        ),
        why="`We got our late licence in October`: the employer's licence, which nobody has to bring.",
    ),
    Cue(
        kind=Kind.REASON,
        weight=FIRM,
        phrases=listed("""
            due to growth, due to continued growth, due to the continued growth, due to expansion, due to continued
            expansion, due to an internal promotion, due to retirement, because we need, because we are, because our,
            newly created, new position created, this role exists, this job exists, position exists, the reason we are
            hiring, backfill, maternity cover, maternity leave cover, parental leave cover, is on maternity leave, is on
            parental leave, we need cover, will replace, you'll replace, moving to our, is leaving, has left, is
            retiring, retires in, we are hiring because, we're hiring because, we need someone, we need somebody, we are
            opening, we're opening, we just opened, we have opened, we opened, we have won, we won, we just won, we've
            won, we lost, we have lost, we've lost, we've opened, we outgrew, we have outgrown, we've outgrown, to keep
            up with demand, to meet demand, to meet growing demand, following the promotion, following the departure,
            following the retirement, we have doubled, we've doubled, we doubled, as we expand into, as we launch, we
            are launching, we're launching, are adding a, we took over, we are moving, we're moving, is moving on, was
            promoted, has been promoted, now need*, to fill the gap, continued growth, increased workload, newly formed
            team, brand new team, role has been created, role was created, post has been created, building a brand new,
            from the ground up, relatively new role, to help grow, left unfilled, we raised, this vacancy arose, arisen
            as a result, arisen due to, following our move, second shift opens, role was created to, job was created to,
            post was created to, lost its, weeks behind, months behind, since our, opens a second, opens a third, opens
            a new, open a second, open a third, and we need, so we need, doubled their, tripled their, can no longer,
            moves on, retires
        """),
        why="Says what happened or what must be solved: growth, departure, a won contract, a gap.",
    ),
    Cue(
        kind=Kind.REASON,
        weight=0,
        phrases=listed("""
            we are moving fast, we're moving fast, we are moving quickly, we're moving quickly, we are moving forward,
            we're moving forward, we are moving at, we're moving at, we are moving toward*, we're moving toward*
        """),
        why="`We are moving fast` praises a pace and names no move; listed only to hide the shorter phrase.",
    ),
    Cue(
        kind=Kind.REASON,
        weight=0,
        phrases=listed("""
            since our launch, since our founding, since our foundation, since our inception, since our beginnings, since
            our beginning, since our start, since our first, since our earliest
        """),
        why="How long the company has been there is its history; listed only to hide the shorter phrase.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=-SURE,
        pattern=shape(
            r"^(?!.*\b(?:need\w*|looking|hir(?:e|ing)|seek\w*|recruit\w*|vacan\w*)\b).*"
            r"(?:\b(?:in|since) (?:19\d\d|20[01]\d|202[0-3])\b|\bbuilt (?:\w+ )?from the ground up\b)"
        ),
        why="`We raised our first round in 2019`: long ago, so that nobody is hired for it now.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=shape(
            r"^(?:our|one of our|two of our) [\w ,'’-]{3,50}\b(?:moves|moved|retires|leaves|left|steps down)\b"
            r"|^(?:our|the) (?:current|present) [\w ]{3,40} (?:is|are) "
            r"(?:leaving|retiring|emigrating|relocating|stepping down|moving (?:on|away|to))\b"
        ),
        why="`Our night manager moves to the new site`: who went is why somebody is needed.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=CERTAIN,
        pattern=shape(
            r"^(?:our|the) (?:last|previous|former) (?:post ?holder|[\w-]+(?:er|or|ist|st|ant|ian|man))\b,? .{0,40}"
            r"\b(?:built|ran|held|did|kept|set up|was|had|made|[a-z]{3,}ed)\b"
        ),
        why="`Our last analyst built the ledger`: what somebody did before is no duty, and says that the post is open.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=re.compile(
            r"^[A-Z][a-zé]+ (?:leaves|left|retires|is leaving|is retiring) (?:in|at|on|next|this|after|us)\b"
        ),
        why="`Deirdre leaves at Easter`: the same, by name.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=SURE,
        pattern=shape(
            r"^(?:because|since|after|now that|with)\b.{5,90}\b(?:retir\w+|leav\w+|left|moves?|moved|won|lost|grew"
            r"|grown|doubled|opens?|opened|ends?|promoted)\b.{0,40}\b(?:we|our|nobody|this (?:job|post|role))\b"
        ),
        why="`Because two nurses retire, we …`: an event and what it means for us.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=PLAIN,
        pattern=shape(
            r"\b(we|our|team|company|business|clinic|school|shop|plant)\b.{0,60}\b(so (that )?we|so that"
            r"|which is why|that is why|that's why|but nobody|but no one|and nobody|can no longer)\b"
        ),
        why="A cause about us joined to what is needed.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=re.compile(
            r"\b(?:to replace|replaces|replacing|replaced) (?:[A-Z]|our |a colleague|some(?:one|body) )"
        ),
        why="Somebody is replaced; a worn part is a duty.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=FIRM,
        pattern=shape(
            r"\bdue to\b.{0,40}\b(growth|expansion|demand|promotion|retirement|departure|success|restructure)\b"
        ),
        why="`Due to further expansion`: the cause that postings name most.",
    ),
    Shape(
        kind=Kind.REASON,
        weight=PLAIN,
        pattern=shape(
            r"\b(our|the|we|we're|company|team)\b.{0,30}\b(grew|(is|are|'re) (rapidly |quickly "
            r"|fast )?growing|is expanding|are expanding|(has|have) grown|(has|have) expanded)\b"
        ),
        why="Growth is a reason, though a thin one.",
    ),
)
