"""What postings ask for without saying what; and the shapes of demands that contradict each other."""

from __future__ import annotations

import re

from unbland.core.guide.words.listed import listed

_FIELDS = listed("""
    a related field, the related field, a relevant field, the relevant field, the field, this field, the area
""")

#: A demand that each reader fills in otherwise.
HOLLOW = (
    *listed("""
        relevant experience, related experience, some experience, suitable experience, appropriate experience,
        sufficient experience, experience in a similar role, experience in a similar position, experience in similar
        role, experience in similar position, experience in similar positions, experience in a similar field,
        experience in a similar environment, experience within a similar role, experience in the industry, relevant
        qualifications, relevant qualification, relevant degree, appropriate qualifications, appropriate
        qualification, suitable qualification, relevant skills, relevant education, relevant work experience, relevant
        professional experience, relevant working experience, relevant industry experience, relevant field experience,
        good computer skills, computer skills, computer literacy, computer literate, it literate, basic computer
        skills, strong computer skills, excellent computer skills, pc skills, pc literate, good it skills, good pc
        skills, good technical skills, strong technical skills, similar experience, equivalent experience required,
        several years of experience, several years experience, good general education, good educational background,
        strong academic background, good standard of education, strong academics, proven experience in a similar,
        industry experience, previous exposure
    """),
    *(f"experience in {field}" for field in _FIELDS),
)
HOLLOW_LEAVES = (
    *(
        f"{kind} experience {link}"
        for kind in (
            *(
                "relevant",
                "relevant work",
                "relevant professional",
                "relevant industry",
                "related",
                "some",
                "appropriate",
            ),
            *("similar", "several years of", "industry"),
        )
        for link in (
            "in",
            "with",
            "as",
            "of",
            "using",
            "at",
            "within",
            "on",
            "working",
            "managing",
            "leading",
            "building",
        )
    ),
    *listed("""
        relevant degree in, experience in the field of, computer skills training, no prior industry experience, no
        industry experience, your relevant experience, relevant experience may, strong technical skills in, previous
        exposure to, computer skills such as
    """),
)

#: A tool by name says which skill is meant.
NAMED_TOOL = re.compile(
    r"\b(?:MS|microsoft|word|excel|office|outlook|internet|power ?point|e-?mail|sap|sage|1c|windows|access"
    r"|spreadsheets?|photoshop|google|sql|quickbooks|autocad|crm)\b|\w-related\b",
    re.IGNORECASE,
)

#: A must that is worded as a hope.
HOPED = re.compile(
    r"\b(?:candidates?|applicants?|you|person|individual|he/she|incumbent)(?: \w+)? should"
    r"(?: (?:also|ideally|preferably|typically|normally|really))? (?:have|be able|be|possess|demonstrate|hold)\b"
    r"|^should (?:have|be able|be|possess|demonstrate|hold)\b",
    re.IGNORECASE,
)

#: Beginners are asked for here, whatever the title says.
BEGINNERS = re.compile(
    r"\bentry[- ]level (?:position|role|job|opportunity|candidates?)\b|\bgraduate (?:role|position|opportunity)\b",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\bno (?:prior |previous |specific )?(?:work |professional )?experience (?:is )?(?:required|necessary|needed)\b"
    r"|\bexperience (?:is )?not (?:required|necessary|needed)\b",
    re.IGNORECASE,
)

JUNIOR = re.compile(r"\b(?:junior|entry[- ]level|graduate|trainee|intern|internship|apprentice)\b", re.IGNORECASE)

#: Titles of people who begin or assist; an adviser to a board may need the doctorate.
ASSISTING = re.compile(
    r"\b(?:junior|entry[- ]level|trainee|assistant|receptionist|clerk|secretary|administrator|coordinator|co-ordinator"
    r"|representative|cashier|driver|operator|agent|associate)\b",
    re.IGNORECASE,
)
NOT_ASSISTING = re.compile(
    r"\b(?:professor|lecturer|research\w*|scientist|postdoc\w*|teach\w*|director|vice|attorney|counsel|physician|psycholog\w*"
    r"|partner|senior|principal|faculty|train\w*|expert|tutor)\b",
    re.IGNORECASE,
)
HIGH_DEGREE = re.compile(
    r"\b(?:master['’]?s?(?: degree)?|MBA|M\.?B\.?A\.?|MSc|Ph\.?D\.?|doctora\w+)(?=[\s,.;)/]|$)", re.IGNORECASE
)
BUSINESS_DEGREE = re.compile(r"\bM\.?B\.?A\.?(?=[\s,.;)/]|$)")
LEADING = re.compile(
    r"\b(?:director|head|chief|C[EFOTM]O|VP|executive|partner|president|managing|general manager|consultant"
    r"|strateg\w+|principal|manager|lead|business|finance|financial|invest\w+|bank\w+|analyst|MBA|economi\w+|advis\w+)\b",
    re.IGNORECASE,
)

BACHELOR = re.compile(r"\bbachelor['’]?s?\b|\bB\.?(?:Sc?|A)\b|\bundergraduate\b", re.IGNORECASE)

#: Degrees that a line may demand or wish for, lowest first.
DEGREES = (
    BACHELOR,
    re.compile(r"\bmaster['’]?s\b|(?<!under)graduate degree|\bMSc\b|\bMBA\b", re.IGNORECASE),
    re.compile(r"\bPh\.?D\b|\bdoctora\w+", re.IGNORECASE),
)


def other_degree(degree: re.Pattern[str], text: str) -> bool:
    """Whether a text names another degree beside this one, so that either may be meant."""
    return any(other is not degree and other.search(text) for other in DEGREES)


#: What everybody claims and nobody can check in an application, one shape each.
SOFT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bcommunicat(?:ion|or|e)\b|\b(?:verbal|oral) and written\b|\binterpersonal\b|\bpeople skills\b",
        r"\bteam ?(?:player|work|working|spirit|oriented|environment)|\bwork (?:well )?in a team\b|\bcollaborat",
        r"\borgani[sz](?:ed|ational|ation) |\btime[- ]management\b|\bpriorit|\bmulti[- ]?task",
        r"\battention to detail\b|\bdetail[- ](?:oriented|focused)\b|\baccura(?:cy|te)\b",
        r"\bproblem[- ]solv|\banalytical (?:skills|thinking|mind)|\bcritical think",
        r"\bself[- ](?:motivat|start|driven)|\bproactive\b|\bown initiative\b|\bpassion|\benthusias",
        r"\b(?:under|handle) (?:pressure|stress)\b|\bfast[- ]paced\b|\bdeadlines?\b|\bresilien",
        r"\bflexib(?:le|ility)\b|\badaptab|\bopen[- ]minded\b",
        r"\bwork(?:ing)? (?:\w+ )?independent(?:ly)?\b|\bautonom",
        r"\b(?:willing|eager|keen|desire)\w* to learn\b|\b(?:fast|quick) learner\b",
        r"\bleadership (?:skills|abilit)|\binfluenc",
        r"\bpositive attitude\b|\bcan[- ]do\b|\bprofessional(?:ism)? (?:manner|attitude)\b|\bwork ethic\b",
    )
)
