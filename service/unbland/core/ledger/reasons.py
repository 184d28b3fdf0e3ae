"""Why somebody is hired, as postings tell it at their top: something happened, or something goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.language.forms import any_of
from unbland.core.language.net import Net
from unbland.core.ledger.evidence import duty_weight, weigh
from unbland.core.ledger.labels import Label
from unbland.core.ledger.lexicon.cue import PLAIN
from unbland.core.ledger.model import Kind, Modality, Source

#: Words of a text within which a reason opens it: the first screen of a telephone and what follows it.
OPENING_WORDS = 160

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)


#: Somebody went, or goes soon.
_WENT = any_of(r"""
    retir(?:ed|es|ing)  will (?:retire|leave|move on|step down)
    retirement(?! (?:system|plan|savings|fund|scheme|benefits?|account|contributions?|match))
    resign(?:ed|s|ation)  leav(?:es|ing) (?:us|in|at|for|after|this|next|on)
    (?:has|have|had|who) left  left (?:us|in|for|at|last|this|after|to)  mov(?:es|ed|ing) (?:on|away|to the)
    go(?:es|ing)? (?:down to|on (?:\w+ )?leave|part[- ]time)  steps? (?:down|back)  hands? back  promot(?:ed|ion)
    (?:parental|maternity|paternity|family|sick) leave  depart(?:ed|ure|ures|s)
    moved (?:our|the|its|here|next door)
    mov(?:ed?|es|ing) to (?:our|another|a|the|[a-z]+ (?:at|in|next|this|before|after)\b)  gave notice
    emigrat(?:es|ing|ed)  (?:is|'s) off (?:for|on|with|until|sick|to)  cut(?:s|ting)? (?:back|down) to
""")

#: Something began, grew or was won.
_CAME = any_of(r"""
    new (?:showroom|shop|store|branch|office|site|clinic|depot|restaurant|warehouse|school|wing) (?:is )?opening
    (?:re)?open(?:s|ed)  we open (?:our|an?|the|in|on)
    (?:rose|risen|rising) (?:by|from)  (?:are|is|be) (?:re)?opening  we're (?:re)?opening  switched on
    launch(?:ed|es|ing)?
    (?:take|took|takes|taking|taken) (?:over|on)  (?:we|has|have|just|who) (?:just )?won  bought  merged  joined
    won (?:the|a|an|its|our|three|two)  acquir(?:ed|es|ing)  awarded  award of  renewed  (?:doubl|tripl)(?:ed|ing)
    (?:doubl|tripl)es (?:our|the|its|in|each|every|this|next)
    grew  (?:has|have) grown  expand(?:ed|s) (?:to|into|in|by|our|its)  outgr[eo]wn?
    (?:we|has|have|are) add(?:ed|ing)  we're adding  filled up  landed  becomes?  (?:has|have|been) (?:now )?funded
    sanctioned  approved  agreed to  signed  promised  went (?:from|live)  goes live
    (?:has|have) asked (?:us )?for  wants? us  (?:is|been) lent to  rules change
    start(?:s|ing)? an? (?:second|third|new|night|evening) (?:shift|crew|team|line|round)
    (?:we|has|have|[a-z]+) booked \d[\d,]* more  now (?:runs?|owns?|serves?|has|have)  must (?:now )?\w+ .*\bfrom
""")
_FROM = re.compile(rf"\bfrom (?:\d+ )?(?:{_MONTH})\b(?! 20)", re.IGNORECASE)

#: Something goes wrong, or cannot go on.
_TROUBLE = any_of(r"""
    (?:days?|weeks?|months?|years?|fallen|fell|run|running) behind  too (?:late|slow|few|many|long|often)  delays?
    last day is  (?:nobody|neither|no one) has time
    delayed  (?:people|hands|(?:one|two|three|four|five|six|\d+) \w+) short(?! of)
    backlog  queue  overdue  wait(?:s|ed|ing)?
    short of  been short  shortage  nobody  no one
    (?:delivered|days|hours|minutes|came|come|been|arrived?|over|two|labels|is|are|was|were|weeks|months) late
    cannot  can't  could(?: not|n't)  fail(?:s|ed|ing)?  (?:went|go(?:es)?) down  crash(?:ed|es)  l[oe]s(?:t|es|ing)
    miss(?:es|ed|ing)?  complain\w*  tired  (?:st(?:ands?|ood)|sits?|lies?|sat) (?:still|empty|idle|under)
    sitting on  stuck  only one
    at midnight  (?:works?|covers?|all|does) (?:\w+ ){0,3}alone  sen[dt] back  give back  runs? dry  run out
    half[- ](?:empty|full)  vacant  unfilled  throw away  mistakes?  errors? in  qualified (?:our|last|the)  cut off
    stopped  stops  fell (?:to|from)  dropped  set on fire  broken into  vandali[sz]ed  flood(?:ed)?  broke  struggl\w+
    (?:the|a|our|one|that|this) (?:problem|trouble)  voicemail  overtime
    agency (?:nurses|staff|cover|drivers|teachers)  relief \w+ in  end(?:s|ed) in  no longer  not yet
    never (?:had|run|been|finish|reach|arrive|come|return)  has ever  on paper  by feel  worse  slipp(?:ed|ing|s)
    gone  in arrears
    instead of \d[\d,]*  gives? up  gave up  twice on guesses  cancel(?:led)?  None of them  burned  nowhere to
    (?:has|have|had) no (?:regular|permanent|full[- ]time)?  drop(?:s|ped)? out  burst  soak(?:s|ed)  gives? no  gave no
    more than (?:our|one|two|three|four|five) [\w -]{1,40} can
    booked (?:up |solid )?(?:to|till|until|out|through|into)
    turnover of  clos(?:es|ed|ing) (?:in|its|at|down)  split between
""")

#: What follows from it: somebody is needed.
_SO = any_of(r"""
    (?:so|and) we(?:'re| are)? (?:need|want|add|look|hir|going)\w*  that(?:'s| is) why  which is why  we hire because
    we(?:'d like| need| want) (?:a|an|one|two|three|somebody|someone|another|that|other|to serve)
    looking for an? (?:second|third|fourth|fifth|sixth)\b
    (?:then|now|so|and) we need you
    needs? (?:\d+|two|three|four|five|six) (?:extra|more|additional|new)\b
    needs? (?:one person|the person who|somebody|someone|another|a second|a third)
    (?:is|are) adding (?:a|an|two|three|six|\w+ people)
    you(?: will be| are|'ll be| would be) (?:the (?:first|second|third|fourth)|one of them)  close the gap
    (?:must|may) not happen  (?:doesn't|not|never) happen again  is your job  you(?: will)? take over  to stop it
    on one condition  vacancy (?:arises|exists|arose)  position (?:replaces|exists|arises)
    post (?:is|was) (?:new|created)  new(?:ly created)? (?:post|position|role|seat|job)
    (?:this|the) (?:second|third|fourth|extra|additional) (?:position|role|post|person) (?:will|takes)
    additional \w+ (?:is|are) needed  needs? (?:a (?:new )?(?:home|owner|pair of hands)|covering)
""")

_TELLS = Net((_WENT, _CAME, _FROM, _TROUBLE, _SO))

#: When, how many, or by name: an event has at least one of them, and "we are growing" has none.
_CONCRETE = re.compile(
    r"\d|\b(?i:last|this|next) (?i:year|month|week|winter|spring|summer|autumn|fall|term|season|quarter|night)\b"
    rf"|\b(?i:{_MONTH})\b"
    r"|\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twice|half|third)\b"
    r"|(?<=[\w,;] )(?!I\b)[A-Z][a-zé]+|\b(?i:nobody|no one|only one|alone)\b"
)

#: What a company tells of its past, or an advertisement of its applicants, is no reason to hire now.
_ELSE = any_of(r"""
    no reason  budget (?:is |was )?approved
    founded  established  incorporated  headquartered  our (?:history|story|journey|mission|vision|values)
    began (?:in|as)  since (?:1\d|200)\d\d?  for (?:over|more than|nearly|the past) \w+ (?:years|decades)
    award[- ]winning  proud  passion\w*  applicants?  candidates?  apply  experienced?  ideal  opportunit\w+  dynamic
    leading  world[- ]class  trusted  our clients?  expanding
    (?<!so we )(?:is|are|we're) (?:(?:now|currently|always|actively) )?(?:seeking|looking|recruiting)
    (?:we're|we are) (?:searching|on a)  seeks  recruits?  requires?  required (?:from|for|by)
    backed by  on a mission  skills  sponsored
    benefits?  salary  announces  problem[- ]solv\w+  our founders (?!retir|leav|step)\w+  shift patterns?
    (?:since|before) (?:our )?(?:launch\w*|founding|inception|beginnings?)  if you(?:'re| are| have)
    in (?:19\d\d|20[01]\d|202[0-3])
""")

#: An order or a promise to the reader: `You will …`, `You must …`, `You load …`.
_TO_READER = re.compile(
    r"^(?:you(?:['’]?(?:ll|d)| will| would)|you (?!are\b)[a-z]+|as an?\b|in this role)", re.IGNORECASE
)


#: The vacancy and its cause in one sentence: `We are looking for a third cook as we open on Sundays from May`.
_BECAUSE = re.compile(
    r"\b(?:seeking|looking for|hiring|recruiting)\b[^;]{3,140}?\b(?:as|because|since|now that) "
    r"(?=(?:our|the|one|two|we(?! (?:provide|offer|give|pay|train|continue|are (?:growing|expanding))))\b)",
    re.IGNORECASE,
)


def tells_reason(text: str) -> bool:
    """Whether a sentence at the top of a posting tells what happened or what goes wrong, with when, how many or who."""
    caused = _BECAUSE.search(text)
    if caused is not None and _CONCRETE.search(text, caused.end()):
        return True
    if text.endswith("?") or not _TELLS.matches(text) or not _CONCRETE.search(text):
        return False
    return not _ELSE.search(text) and not (_TO_READER.match(text) and not _SO.search(text))


#: `Teacher (Maternity Cover)`: the title says what happened.
_COVERS = re.compile(
    r"\b(?:maternity|paternity|parental|adoption|family|sick(?:ness)?|long[- ]service|sabbatical|career break)"
    r"(?:[- ]leave)?[- ](?:cover|replacement)\b",
    re.IGNORECASE,
)


def covers_for_somebody(title: str) -> bool:
    """Whether the name of a job says that it stands in for somebody who is on leave."""
    return _COVERS.search(title) is not None


#: An order with its object (`Take over her column`), or a time at the start (`By March all 214 …`, `By week 8 …`).
_ORDER = re.compile(
    r"^\w+ (?:(?:over|up|down|on|in|out|back|off) )?(?:the|an?|our|your|his|her|its|their|all|each|every|\d+)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    rf"^by (?:week|month|day|the|next|this|spring|summer|autumn|fall|winter|{_MONTH})\b", re.IGNORECASE
)


def sets_goal(text: str) -> bool:
    """Whether a sentence with a result tells the reader to reach it, and not how things came about."""
    return _BY_THEN.match(text) is not None or (_ORDER.match(text) is not None and duty_weight(text) >= PLAIN)


#: Kinds that a sentence at the top gets for want of a better one.
_WEAK = frozenset({Kind.COMPANY, Kind.BOILERPLATE, Kind.SCHEDULE, Kind.BENEFIT, Kind.REQUIREMENT, Kind.GOAL})


def as_reason(text: str, known: Label) -> Label:
    """A line at the top of a posting as the reason to hire, where it tells one and its own words name no other kind."""
    weak = known.kind in _WEAK and tells_reason(text)
    if known.kind is Kind.GOAL:
        weak = weak and not sets_goal(text)
    elif known.kind is Kind.REQUIREMENT:
        weak = weak and not weigh(text).hard  # a certificate that one "can't do without" is a must
    return Label(Kind.REASON, Modality.NONE) if weak else known


#: `We need someone to fix that`: a reason that the sentence before it tells.
_POINTS_BACK = re.compile(
    r"\b(?:fix|solve|change|stop|end|answer|sort|mend|prevent) (?:that|this|it)\b|^(?:that|this)(?: is|['’]s) why\b"
    r"|^for this(?: reason| purpose)?,? we(?:['’]re| are)? (?:look|hir|recruit|seek|need|want)",
    re.IGNORECASE,
)
_FOR_THIS = re.compile(r"for this\b", re.IGNORECASE)


#: What the employer does itself reads as work, or as a result, below `Your mission`.
_OF_US = frozenset({Kind.DUTY, Kind.GOAL})
_WE = re.compile(r"(?:we|our)\b", re.IGNORECASE)


def whole_reasons(sources: Sequence[Source]) -> Iterator[Source]:
    """The sources, where what the company tells right before a reason that points back to it is of the reason."""
    for source, after in zip(sources, (*sources[1:], *sources[:1]), strict=True):
        told = after.kind is Kind.REASON and _POINTS_BACK.search(after.text) is not None
        ours = source.kind is Kind.COMPANY or (
            source.kind in _OF_US and _WE.match(source.text) is not None and _FOR_THIS.match(after.text) is not None
        )
        here = ours and not source.bullet and source.heading == after.heading
        yield replace(source, kind=Kind.REASON) if told and here else source
