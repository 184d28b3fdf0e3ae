"""Words that tell what the person will do."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import (
    FAINT,
    FIRM,
    HEADING,
    PLAIN,
    STRONG,
    SURE,
    Cue,
    Shape,
    listed,
    shape,
    words_of,
)
from unbland.core.ledger.lexicon.titles import POSTS
from unbland.core.ledger.model import Kind

JOB: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.DUTY,
        weight=STRONG,
        phrases=listed("""
            most of the work is, much of the work is, we'd like you to, we would like you to, we want you to, we need
            you to, responsible for, responsibilities include, duties include, your responsibilities, the incumbent
            will, accountable for, will be responsible, in charge of, you will be responsible, your job is to, you'll be
            responsible, duties will include, tasks include, will be accountable, will be expected to, your main task,
            the role involves, the role focuses, this role focuses, key tasks, ^functions as, activities will include,
            activities include, project work includes, tasks will include, your work will, focused on providing, this
            role involves, the role includes, your tasks, other duties, the job involves, main duties, on a typical day,
            perform the following, the following tasks, day to day, involvement in, will involve, 1st fix, 2nd fix,
            first fix, second fix, 1st & 2nd fix, first and second fix
        """),
        why="Words that name a duty as one.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM,
        pattern=shape(
            r"\b(?:required|(?:will|'ll|’ll) need) to (?!(?:have|hold|be|possess|know|speak|read|pass|obtain|complete"
            r"|undergo|demonstrate|show|provide|wear|register|sign|live|relocate|commute|own|understand|gain"
            r"|bring)\b)[a-z]"
        ),
        why="`Cost accountant required to assist …`, `you will need to manage …`: work to do, not what one brings.",
    ),
    Cue(
        kind=Kind.DUTY,
        weight=PLAIN,
        phrases=listed("""
            you will, you'll, the successful candidate will, the role will, the position will, this position will, this
            role will, the person will, the candidate will, the employee will, the intern will, doctoral candidate will,
            phd student will, doctoral student will, postdoc will, apprentice will, trainee will, jobholder will, job
            holder will, will work with, will work closely, will lead, will manage, will support, will assist, will
            help, will oversee, will provide, will develop, will be involved in, will participate, s he will, he she
            will, will also, as required, as needed, when needed, where required, when required, if required, as
            assigned, will ensure, will act as, will perform, will serve, is to, your role will, you are responsible
        """),
        why="What will be done; `as required` also says how often, and asks nothing of the person.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=PLAIN,
        pattern=shape(
            r"^to (?:act|advise|answer|assess|assist|attend|build|carry|check|clean|co-?ordinate|contribute|deal"
            r"|deliver"
            r"|develop|ensure|establish|handle|help|identify|implement|keep|lead|liaise|maintain|manage|monitor"
            r"|organi[sz]e|oversee|participate|plan|prepare|process|produce|promote|provide|record|report|represent"
            r"|review|run|supervise|supply|support|teach|undertake|work)\b"
            r"(?!.*(?:, (?:you|we|our|the|this|it|they|applicants|candidates)\b|\bwe (?:are|need|seek|want)\b))"
        ),
        why="`To liaise with outside expertise in claims`, as councils list it: work, whatever it is done with.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=STRONG,
        pattern=shape(r"^(?!this\b|he\b)[a-z]+s\b(?! is\b)[^.]{3,200}\band reports? to\b"),
        why="`Receives cases, provides counselling and reports to the officer`: work first, then to whom it goes.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=PLAIN,
        pattern=re.compile(
            rf"^The (?:[\w/-]+ ){{0,4}}(?i:{'|'.join(sorted(POSTS))}) "
            r"(?:(?!(?:is|was|has|projects|services|systems)\b)[a-z]+s"
            r"|will (?!(?:be|have|receive|report|join|need)\b)[a-z]+)\b"
        ),
        why="`The night auditor prepares …`: the post and what it does.",
    ),
    Cue(
        kind=Kind.DUTY,
        weight=FAINT,
        phrases=listed(
            "your, you, the role, the position, this role, this position, incumbent, job holder, post holder"
        ),
        why="Addresses the person or speaks of the role: more likely its work than anything else.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=STRONG,
        pattern=shape(
            r"^(?:they|he|she|s/he|he/she)(?:['’](?:ll|d)| will| would)(?: also)?"
            r" (?!be\b|have|need|not|get|report|love|like|join|enjoy|receive|earn|invest|provide|offer|give|train"
            r"|support|help|pay|contact|ask|teach|call|consider)[a-z]"
        ),
        why="`They'd run the fish section`: the person whom a colleague describes.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=HEADING,
        pattern=shape(r"\bduties (?:(?:will )?include|are) (?!but\b|varied|many|diverse|subject)[a-z][^:]{15,}$"),
        why="`Duties include welding, reading drawings, and other duties`: work, though the end of it is none.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=SURE + PLAIN,
        pattern=shape(
            r"^(?:raise|collect|save|manage|spend|control|win|close|sell) (?:up to |over |around )?[$£€] ?\d"
        ),
        why="`Raise $900,000 annually from foundations`: money that somebody handles is no wage.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=STRONG,
        pattern=shape(r"^teach (?!certif|licen|qualif|experience)[a-z\d]"),
        why="`Teach KS3 and GCSE`: what is taught, and not what somebody has passed.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=SURE,
        pattern=shape(
            r"^(?:(?:the|your|key|main|typical|other) ){0,2}(?:duties|responsibilities|tasks) (?:will |may )?include"
            r"(?:,? but (?:are |is )?not limited to)?[:;]? (?!but\b)[a-z](?:(?![.!?] [A-Z])[^:]){15,}$"
        ),
        why="`Responsibilities include, but are not limited to: …`: all of it is work, on-call pay too.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=FIRM,
        pattern=shape(r"^(?:(?:job )?purpose|aim)(?: of (?:the )?(?:role|job|post))?: to [a-z]+"),
        why="`Purpose: To take charge of three schemes` tells what the job is for.",
    ),
    Shape(
        kind=Kind.BENEFIT,
        weight=-(FIRM + FIRM),
        pattern=shape(
            r"^(?:(?:he|she|they|applicant|candidate)\b.{0,20})?(?:do|does) not (?:receive|get|have|hold|draw)\b"
            r"|^(?:this|the) (?:role|position|job|post) (?:is part of|plays|works|ensures|manages|owns|leads|supports"
            r"|oversees)\b"
        ),
        why="`Does not draw a pension`, `The role plays a part in payroll and benefits`: nobody is given either.",
    ),
    Shape(
        kind=Kind.DUTY,
        weight=HEADING,
        pattern=shape(r"^(as an?|in this) [^,]{3,60}, you"),
        why="`As a buyer, you …` opens the account of the work.",
    ),
)

#: What lines of duties begin with, as imperative, gerund or third person (`Manage`, `Managing`, `Manages`). Base forms,
#: counted at the head of bullets under duty headings of many trades; compared by stem.
DUTY_VERBS: tuple[str, ...] = words_of(
    """
        float defend deputise deputize milk saddle braze solder sew mow shear roast fillet accept accompany break peel
        chop grill plate sweep mop stack scan unload load chart renew wash pull achieve acquire act adapt adhere adjust
        administer advise advocate aid align allocate analyze annotate answer anticipate apply appraise approve
        architect arrange articulate assemble assess assign assist attend attract audit augment author automate bake
        balance benchmark bill book brainstorm brew brief bring budget build buy calculate calibrate call capture care
        carry catalog challenge champion check clean clear close coach code codify collaborate collect communicate
        compile complete compose compute conduct configure connect consolidate construct consult contact contribute
        control convert convey cook coordinate correct counsel count craft create cross-sell cultivate curate cut debug
        decide define delegate deliver demonstrate deploy derive design detect determine develop devise diagnose direct
        discuss dispatch dispense display distribute document draft draw drill drive drop edit educate elevate embed
        empower enable encourage enforce engage enhance enrich ensure enter escalate escort establish estimate evaluate
        evangelize evolve examine execute expand expedite explain explore extract facilitate feed file fill finalize
        find fix follow forecast forge formulate foster fulfill gather generate give govern grade greet grow guide
        handle harvest help hire host identify illustrate implement improve increase influence inform ingest initiate
        innovate inspect install instruct instrument integrate interact interface interpret interview introduce
        investigate invoice issue iterate keep label launch lay lead learn leverage liaise lift listen load locate log
        look maintain make manage manufacture map mark measure meet mentor merge migrate mitigate mix mobilize model
        moderate modernize modify monitor motivate mount move navigate negotiate nurture observe obtain offer onboard
        open operate optimize orchestrate order organize orient originate outline haul overhaul oversee own pack paint
        participate partner perform persuade photograph pick pitch place plan plant play populate post practice precept
        prepare present prevent prioritize process procure produce program promote prompt proofread propose prospect
        protect prototype provide prune pull purchase push put qualify query raise read recommend reconcile record
        recruit redesign reduce regain refactor refine register remove renew repair replace reply report represent
        request rescue research resolve respond restock retain reverse review revise rotate route run safeguard schedule
        screen secure seek select sell send serve service set shape share ship shoot simplify simulate solve sort source
        spearhead staff steer stock streamline strengthen submit suggest supervise supply support survey synthesize
        tailor take teach tend test track train transform translate transport treat triage troubleshoot tune turn tutor
        unblock undertake unload update upgrade uphold upsell utilize validate verify visit visualize wash watch weld
        wire work write yield
    """
)

#: Endings of nouns that share a stem with a duty verb (`Management`, `Designer`): they begin no duty.
NOUN_ENDINGS = ("ment", "er", "or", "ers", "ors", "ion", "ions", "ance", "ence", "ity", "al", "ist")

#: Words in -ing that begin no duty.
NO_GERUNDS = frozenset(
    words_of("""
        outstanding understanding willing according including following working exciting interesting amazing
        existing upcoming being having knowing engineering marketing accounting banking nursing manufacturing
        programming pricing housing clothing parking evening morning something everything anything nothing
        during
    """)
)
