"""Words of law and equal treatment, and what comes before somebody may start."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FIRM, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

LEGAL: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.LEGAL,
        weight=SURE,
        phrases=listed("""
            equal opportunity, equal opportunities, equal employment, equal access employer, affirmative action, without
            regard to, ^eeo, eeo employer, regardless of race, regardless of age, regardless of gender, all qualified
            applicants, protected veteran*, protected class*, protected characteristic*, reasonable accommodation*,
            accommodations are available, accommodation is available, accommodation on request, accommodations on
            request, accommodation during, request an accommodation, need an accommodation, require an accommodation,
            request accommodation, require accommodation*, need accommodation*, sexual orientation, national origin,
            marital status, gender identity, e verify, visa sponsor*, sponsor visas, sponsor a visa, sponsor work visas,
            skilled worker sponsorship, skilled worker visa*, sponsor skilled worker*, certificate of sponsorship,
            certificates of sponsorship, rehabilitation of offenders, provide sponsorship, offer sponsorship, without
            sponsorship, sponsorship is, sponsorship now, sponsorship available, need sponsorship, for sponsorship, do
            not sponsor, not able to sponsor, unable to sponsor, cannot sponsor, require sponsorship, work
            authorization, work authorisation, authorized to work, authorised to work, right to work, legally entitled
            to work, legally eligible to work, eligible to work in, eligibility to work, permitted to work, work permit,
            valid work, personal data will, your data is processed, how your data, data is processed, your personal
            data, personal information collected, privacy notice, aoda, accessibility for ontarians, pay transparency,
            how immigration laws, fair chance, arrest and conviction, at will employment, employment at will, employment
            equity, visible minorities, indigenous peoples, criminal histories, particularly welcome applications,
            especially welcome applications, welcomes applications from, encourages applications from, safeguarding and
            promoting the welfare, safeguarding children, we welcome applications from, to welcome applications from,
            canvassing will, underrepresented groups, minorities and women, we celebrate diversity, diverse workplace,
            veterans' preference, veterans preference, discriminate, h 1b, training authorization, human trafficking,
            all applicants will receive consideration, politically restricted, disability confident, barrier free, eoe,
            information will be kept confidential
        """),
        why="Statements of law and equal treatment: they stand word for word or not at all.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=SURE,
        pattern=shape(
            r"^(?!.*\b(?:essential|prefer\w+|experience|ability|apply|cv)\b)"
            r"(?:[^\s:;*]+ ){1,16}(?:(?:acts?|acting|operat(?:es?|ing))(?: [^\s:;*]+){0,6} as (?:both )?an? "
            r"(?:employment|recruitment)|(?:is|are) an employment) (?:agency|business)\b[^;*]{0,160}$"
            r"|^where\b.{0,50}\bwe will take into account overseas equivalents\b"
        ),
        why="`Bell & Sons acts as an employment agency`: what agencies in the United Kingdom have to print.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=SURE + SURE,
        pattern=shape(
            r"^(?:ea |agency )?(?:licen[cs]e|registration|reg)\b\.?(?: no| number)\b\.?\s*:? ?[A-Z]?\d[\dA-Z]{4,}\W*$"
        ),
        why="`EA Licence No: 19C0000`: what agencies in Singapore have to print.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=FIRM,
        pattern=shape(
            r"^[^.;]{0,90}\b(?:unable to|not able to|cannot|can['’]t|do not|don['’]t|no longer)\b[^.;]{0,20}"
            r"\b(?:provide|offer)\b[^.;]{0,25}\bsponsorship\b|^(?:visa )?sponsorship\b[^.;]{0,40}\bnot (?:be )?"
            r"(?:available|offered|possible|provided)\b"
        ),
        why="`Sponsorship is not available`: who may not apply from abroad.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=SURE,
        pattern=shape(
            r"\bincreas\w+ the (?:proportion|share|number) of (?:women|female)\b"
            r"|\b(?:disabled|disabilit\w+)\b[^.;]{0,60}\b(?:given|get|have|receive) (?:preference|priority)\b"
            r"|\b(?:women|disabled \w+|persons with disabilities)\b[^.;]{0,30}\b(?:are|is) (?:(?:explicitly|expressly"
            r"|particularly|especially|strongly) )?(?:encouraged|invited|welcome) to apply\b"
            r"|\bguarantee\w* (?:an? )?interviews?\b.{0,60}\b(?:disab\w+|veterans?|care|armed forces)\b"
            r"|^we (?:strongly |particularly |warmly )?(?:encourage|welcome)\b[^.;]{0,60}\b(?:aboriginal|first nations"
            r"|indigenous|torres strait|m[aā]ori|disab\w+|women|veterans)\b[^.;]{0,60}\bto apply\b"
        ),
        why="`Severely disabled persons are given preference`: what public employers print on equal treatment.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=SURE,
        pattern=shape(
            r"\byou should (?:contact|consult|ask|speak (?:to|with)|talk to)\b.{0,30}\b(?:tax|immigration|visa|legal)\b"
            r".{0,30}\b(?:advis[eo]rs?|lawyers?|attorneys?|counsel|office|sponsors?)\b"
            r"|^if you are an international student\b.{0,30}\b(?:you may|please|contact|check)\b"
        ),
        why="`You should ask your tax adviser`: a notice to whoever comes from abroad, and no demand.",
    ),
    Shape(
        kind=Kind.LEGAL,
        weight=FIRM,
        pattern=re.compile(r"\b[A-Z]\w+ (?:[A-Za-z]+ ){0,6}Act,? (?:\([A-Z][\w ]{3,40}\) )?(?:of )?(?:19|20)\d\d\b"),
        why="A law by its name and year.",
    ),
    Cue(
        kind=Kind.LEGAL,
        weight=STRONG,
        phrases=listed("""
            on merit alone, basis of merit, employment agencies and employment businesses, conduct of employment
            agencies, ability to work in the uk, take into account overseas equivalents, acting as a recruitment
            business, acting as an employment business, acting as an employment agency, acting as a recruitment agency,
            employment decisions are, employment decisions at, only be used to accommodate, all applicants fairly,
            diversity and inclusion, diversity & inclusion, inclusive workplace, committed to diversity, value
            diversity, inclusive environment, background check*, criminal record check*, police check*, vulnerable
            sector check*, dbs check*, dbs, drug screen*, drug test*, reserves the right to terminate, reserve the right
            to terminate, reserves the right to end, right to end the contract, reference check*, criminal background,
            credit check*, screening to bs7858, screened to bs7858, bs7858 screening, bs7858 vetting, pre employment
            screening, enhanced disclosure, background screening, background investigation, medical clearance, subject
            to satisfactory, non disclosure agreement
        """),
        why="Checks before hiring; as a duty (`Run background checks`) the verb and its heading outweigh it.",
    ),
)
