"""Words that tell what the person must bring."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import FAINT, FIRM, HEADING, PLAIN, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.lexicon.modality import PREFERRED
from unbland.core.ledger.model import Kind

PERSON: tuple[Cue | Shape, ...] = (
    Shape(
        kind=Kind.REQUIREMENT,
        weight=SURE,
        pattern=shape(
            r",? or (?:get|gain|take|sit|pass) (?:it|one) (?:in|within|during|by) (?:the|your|\w+ (?:week|month))"
        ),
        why="`Food hygiene level 2, or get it in the first month (we pay)`: asked for, whoever pays.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=SURE,
        pattern=shape(
            r"^(?:(?:you|must) (?:are|be) )?(?:based|located|living|resident|residing) in\b.{2,60}"
            r"\b(?:time ?zone|right to work|authori[sz]ed to work|eligible to work)\b"
            r"|^(?:[\w ]{2,14} )?(?:residency|citizenship)\b|^valid (?:[A-Z]\w+ )?work(?:ing)? (?:visa|permit)\b"
            r"|^(?:[\w/]+ )?(?:residents?|citizens?) or (?:valid |current )?(?:[\w-]+ )?(?:visa|permit)\b"
            r"|^(?:spanish|french|german|italian|portuguese|polish|arabic|dutch|mandarin|cantonese|hindi|welsh|russian)"
            r"(?:,? (?:or|and|/) \w+)* (?:is |are |would be )?(?:nice|good|great|handy|useful|helpful|a plus)\b"
            r"|^(?:they|whoever it is|the person)(?:['’]ll| will)? (?:need|have) to (?:know|have|hold|speak|be)\b"
            r"|^you (?:do not|don['’]t) (?:have|need) to (?:be|have|know|hold|own|speak)\b"
            r"|^needs? (?:(?:at least |a minimum of |min )?\d+\+? ?(?:years|yrs|months)|(?:a |some )?(?:strong|solid"
            r"|good) [a-z]"
            r"|to (?:have|hold|be able|know|speak|drive)\b)"
            r"|^(?:an? )?[A-Z]{2,3}\.? (?:citizens?|residents?|nationals?)\b.{0,50}$"
        ),
        why="`Based in an EU timezone`, `spanish nice`, `needs 3 yrs of it`, `NZ resident`: asked of whoever applies.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=HEADING,
        pattern=shape(
            r"^(?:(?:you|they|applicants|candidates) )?(?:must|needs? to|have to) (?:be able to|have|hold|know|speak)\b"
            r"(?! (?:the |a )?(?:legal |full )?(?:right|permission|proof|valid work))(?! \w+ (?:the )?right)"
            r"[^.,;]{3,60}, "
        ),
        why="`Must be able to lift 15 kg, have a licence, right to work here`: demands; the last is the law's.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=FIRM,
        pattern=shape(
            r"^(?:ects?|nqts?|newly qualified(?: \w+)?|(?:new |recent )?grad(?:uate)?s?|career changers|beginners"
            r"|trainees|returners|school leavers)(?:,? (?:and|or|/) [\w ]{3,25})? (?:are |is )?(?:also |very |most )?"
            r"welcome(?: to apply)?\W*$"
        ),
        why="`ECTs welcome`: who may apply, too.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=HEADING,
        pattern=shape(
            r"^(?:in order )?to (?:apply|be considered)(?: for (?:this|the) \w+)?,? (?:you|applicants|candidates)"
            r" (?:must|need to|will need to|should) (?:have|hold|be|possess|speak|live|own)\b(?! your (?:cv|resume))"
        ),
        why="`To apply you must hold a card` names a demand, not a way to apply.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        pattern=shape(
            r"^(?:(?:be|is|are|currently|legally|fully|already|the|a|valid|current|full|proof of|legal) )*"
            r"(?:(?:authori[sz]ed|eligible|entitled|permitted|able|authori[sz]ation|eligibility|right) to"
            r" (?:live and )?work|work (?:permit|authori[sz]ation|visa))\b"
        ),
        why="`Right to work in Ireland` in a list of demands is one; by itself it is a statement of law.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        pattern=shape(
            r"^(?:the |our )?(?:ideal|successful|right|suitable) (?:[\w-]+ )?(?:candidate|applicant|person|individual)"
            r" (?:will|would|should)(?: also| ideally)?(?: need to| have to)?"
            r" be an? (?!key\b|vital\b|integral\b|central\b|important\b|part\b|(?:[\w-]+ )?member\b|core\b)"
        ),
        why="`The ideal candidate will be an experienced chef looking for career progression`: who is sought.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        pattern=shape(
            r"^(?:you(?:['’]ll| will)|(?:the )?(?:successful|ideal|right|suitable) (?:candidate|applicant|person) will)"
            r"(?: also| already| ideally| likely| probably)? have (?:(?:an?|the|some|strong|good|solid|excellent|proven"
            r"|previous|prior|relevant|extensive|deep|hands-on|in-depth|expert|exceptional|outstanding|sound|great"
            r"|demonstrable|significant|thorough|working|clear|basic|advanced|broad|minimum|at least|\d+\+?"
            r"|[a-z]+,) ){0,4}"
            r"(?:abilit(?:y|ies)|acumen|aptitude|background|command|degree|expertise|experience|eye|familiarity"
            r"|knowledge|mindset|passion|proficiency|qualifications?|skills?|track record|understanding|years['’]?"
            r"|(?:[\w/+#.&-]+ ){1,4}(?:skills|experience|knowledge|qualifications?|background|degree))\b"
            r"(?! (?:to (?:work|learn|grow|shape|influence)|of working with (?:the|our)))"
        ),
        why="`You'll have a track record in retail`: what somebody has, and nobody's work.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        pattern=shape(
            r"^you(?:['’]ve| have) (?:already |also |ever )?(?:been|done|seen|had|held|kept|lived|worked|run|built"
            r"|led)\b"
        ),
        why="`You've been on call for something`: what somebody has behind them, not this job's hours.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=STRONG,
        pattern=shape(
            r"^have (?:high|strong|good|excellent|proven|some|at least|experience|(?:an? )?(?:\w+ )?(?:passion|eye"
            r"|interest"
            r"|understanding|knowledge))\b"
        ),
        why="`Have high expectations`, in what a candidate will: what somebody has, and no work.",
    ),
    Shape(
        kind=Kind.REQUIREMENT,
        weight=-HEADING,
        pattern=shape(r"\b(?:when|where|if|as|whenever|wherever) (?:the )?(?:[\w-]+ ){1,2}requires?\b"),
        why="`Floats to Telemetry when census requires` asks nothing of the person.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=HEADING,
        phrases=PREFERRED,
        why="What is preferred is something that the person may bring.",
    ),
    Cue(
        kind=Kind.DUTY,
        weight=STRONG + FAINT,
        phrases=listed("""
            you have full responsibility, you have overall responsibility, you have sole responsibility, you have
            responsibility for
        """),
        why="What somebody answers for, though `you have` often asks for something.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=HEADING,
        phrases=listed("""
            ability to, able to, ability to apply, able to apply, knowledge of, understanding of, familiarity with,
            familiar with, experience in, experience with, experience of, experience working, experience as, experience
            using, experience managing, experience building, proficien*, background in, expertise in, expertise with,
            proven, demonstrated, demonstrable, track record, capable of, comfortable with, comfortable working,
            comfortable in, skilled in, competent in, competence in, command of, working knowledge, hands on experience,
            previous experience, prior experience, relevant experience, willing to, willingness to, be prepared to,
            prepared to work, prepared to travel, ready to travel, eye for, attention to detail, excellent
            communication, communication skills, interpersonal skills, organizational skills, organisational skills,
            written and verbal, verbal and written, detail oriented, self starter, team player, self motivated, highly
            motivated, quick learner, fast learner, problem solving skills, computer literacy, computer literate, people
            skills, time management, work independently, work under pressure, multitask*, essential, you need to, you
            need, requires, you have, you've, you are a, you are an, you're a, you bring, you know, you speak, you can,
            you enjoy, you love, you thrive, you hold, we're looking for someone, we are looking for someone, the ideal
            candidate, ideal candidate, the successful candidate should, suitable for, would suit, who has, who have,
            who is, who are, candidates with, applicants with, someone who, someone with, candidate with, passion for,
            passionate about, a passion, interest in, enthusiasm for, aptitude for, physically able, at ease with, good
            at, well versed, versed in, exposure to, own vehicle, own car, own transport, own tools, own hand tools, jib
            card*, cscs, cpcs, npors, smsts, sssts, 18th edition, ipaf, pasma, preference will be given, excellent
            knowledge, solid understanding, candidate must, not afraid, colour vision, color vision
        """),
        why="What a person can, knows, has done or is.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=PLAIN,
        phrases=listed("""
            ^strong, ^excellent, ^good, ^solid, ^outstanding, ^exceptional, ^advanced, ^basic, ^deep, ^extensive,
            ^effective, ^ability, ^able, ^experience*, ^knowledge, ^proven, ^demonstrated, ^familiar*, ^proficien*,
            ^fluent, ^minimum, ^at least, ^degree, ^university, ^education, ^confident, ^comfortable, ^analytical,
            ^willing*, ^highly, ^understanding, ^expert*, ^superior, ^positive, ^you're, ^you have, ^you are, ^high
            level, ^skilled, ^hands on, ^creative, ^reliable, ^physically, ^passion*, ^relevant, ^previous, ^prior,
            ^working knowledge, ^great, ^problem solving, ^organized, ^organised, ^punctual, ^friendly, ^patient,
            ^responsible person, ^candidates, ^applicants, ^have high, ^have strong, ^have good, ^have excellent, ^have
            experience, ^have at least, ^hold, ^be willing, ^be able
        """),
        why="How lines of requirements begin.",
    ),
    Cue(
        kind=Kind.REQUIREMENT,
        weight=FAINT,
        phrases=listed("experience, skills, skill, ability, expertise, competenc*, literacy, tact, patience, fitness"),
        why="Nouns and adjectives of ability.",
    ),
)
