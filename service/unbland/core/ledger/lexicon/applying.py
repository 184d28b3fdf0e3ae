"""How one turns to the employer, and what becomes of an application."""

from __future__ import annotations

import re

from unbland.core.ledger.lexicon.cue import FIRM, PLAIN, STRONG, SURE, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

APPLYING: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.PROCESS,
        weight=FIRM,
        phrases=listed("""
            to apply, please apply, apply by, apply online, apply at, apply with, apply now, apply today, apply here,
            apply through, apply via, how to apply, apply button, please contact, for more information, for further
            information, for additional information, your application, job application, application form, application
            deadline, applications will, applications close, applications must, applications should, applications are,
            applications received, applications reviewed, vacancy may close, close the ad, close this ad, hear back,
            deadline for applications, closing date, closes on, cover letter, covering letter, letter of intent,
            motivation letter, send your cv, copy of your cv, call you to discuss, your cv, cv to, cvs to, send your
            resume, submit your resume, submit a resume, submit your, submit an application, resume to, resumes to,
            resume and, volume of applications, close the advert, only contact you if, will only contact,
            selected for interview, successful applications, shortlisted, short listed, selected for an interview, only
            candidates selected, invited to interview, invited for interview, interview process, minute interview, short
            interview, video interview, interview precedes, candidate selection, technical interview, hiring process,
            recruitment process, selection process, phone screen, rolling basis, until filled, until the position is
            filled, until further notice, existing vacancy, future vacancy, current vacancy, interviews will, applicants
            will be contacted, will be interviewed, we will contact, candidates will be contacted, no phone calls, no
            agencies, copy of the complete position description, full job description is available, full job spec, to
            this announcement can be downloaded, instructed to address, assessment day, assessment centre, interviews
            for those, previous applicants need not, need not apply, determining successful candidacy, inquiries will
            be, enquiries will be, in strict confidence, unsolicited resumes, recruitment agencies, screen applicants,
            screen applications, assess applicants, first interview, second interview, trial shift, work sample,
            reviewed by a person, hear from us, reply within, we will reply, we reply, portfolio with your, applications
            without, late applications, apply before, reserve list, facilitate shortlisting, hesitate to contact,
            contact you within, be in touch within, get back to you within, have been unsuccessful, been unsuccessful on
            this, in the subject line, you're all set, you are all set, completed application, please write to, in
            writing to, no cover letters, shortlisting will apply, panel may be formed, panel will be formed
        """),
        why="How one gets in, by when, and what happens then.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=SURE,
        pattern=shape(
            r"^(?:all |any )?(?:applications?|application (?:materials?|documents?|forms?))(?: and [\w ]{3,30}?)?"
            r" (?:must|should|have to|need to) be (?:submitted|written|made|completed) (?:in|by|before|with)\b"
            r"|^(?:please )?(?:fill (?:out|in)|complete|submit|download|attach|enclose|include)\b(?: and [a-z]+)?"
            r" (?:(?:the|this|an?|our|your|two|three|\d) )(?:[\w-]+ ){0,3}"
            r"(?:application form|form of application|letters? of (?:reference|recommendation|motivation|interest)"
            r"|cover(?:ing)? letter|motivation letter|cv|r[ée]sum[ée])\b"
        ),
        why="`Submit a letter of reference`, in a list of what is required, too.",
    ),
    Cue(
        kind=Kind.PROCESS,
        weight=0,
        phrases=listed("""
            walk in customers, walk in clients, walk in patients, walk in guests, walk in fridge*, walk in freezer*,
            walk in cooler*, walk in trade, walk in and telephone, walk in and phone, walk in inquir*, walk in enquir*,
            walk in visitor*, walk in queries, they ask for, who ask for, customers ask for, guests ask for, clients ask
            for, learn to apply, how to apply data, how to apply the, confidence to apply, expected to apply, stop by
            spring, stop by summer, stop by autumn, stop by winter, stop by january, stop by march, stop by april, stop
            by may, stop by june, stop by july, stop by september, stop by october, stop by christmas, stop by easter,
            opportunity to apply, chance to apply, knowledge to apply, skills to apply
        """),
        why="`Able to apply first aid`: what somebody does with what is known; listed only to hide the shorter phrase.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM + PLAIN,
        pattern=re.compile(
            r"[\w.+-]+@[\w.-]+"
            r"|\b(?i:tel|phone|telephone|fax|mobile|call|ring|text|msg|message|e-?mail|whatsapp)\b(?i:\.|:| us| me)?"
            r"[^.\n]{0,25}(?:\+?\(?\d[\d\s().*-]{5,}|@)"
        ),
        why="An e-mail address, or a number to call.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM + PLAIN,
        pattern=shape(
            r"^\W*(https?://|www\.)\S+\W*$|\b(apply|visit|website|website:|contact|more information"
            r"|questions?|email|e-mail)\b.{0,80}(https?://|www\.|\b[\w-]+\.(com|org|ca|co\.uk|am|net|io)\b)"
            r"|^(?:address|postal address|tel|phone|fax|attn|attention)(?=\W*$|\s*[:.]|\W*[\d+(])"
        ),
        why="A place on the web or in town to turn to.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=FIRM,
        pattern=shape(
            r"\b(deadline|closing|apply|applications?)\b.{0,40}\b\d{1,2}[ /.-]?(st|nd|rd"
            r"|th)?\b.{0,15}\b(20\d\d|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(ai"
            r"|artificial intelligence|automated)\b.{0,50}\b(screen|select|assess|sort|rank)(s"
            r"|ing)?\b.{0,30}\b(applica|candidate|resume|cv)"
        ),
        why="A date to apply by; a statement that software sorts applicants (O. Reg. 476/24).",
    ),
    Cue(
        kind=Kind.PROCESS,
        weight=FIRM,
        phrases=listed("""
            look for mr, look for ms, look for mrs, valid id, valid ids, stop by, pop in with, pop in and, dm us, come
            by, drop by, walk in, walk ins, apply in person, in person at, drop off your, bring your resume, bring your
            cv, with your resume, with your cv, ask for
        """),
        why="How shops and kitchens take people on.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=SURE,
        pattern=shape(
            r"\bwe(?:['’]ll| will)? (?:answer|reply to|respond to|read|review|get back to|acknowledge)\b.{0,30}"
            r"\b(?:applications?|applicants?|candidates?|cvs?|resumes?|who applies)\b"
            r"|\bwe(?:['’]ll| will)? (?:answer|reply to|respond to|get back to) (?:everyone|everybody|all|each)\b"
            r"|\b(?:panel|board|committee|we) will interview\b"
            r"|\bapplications? (?:(?:are|is|will be) )?accepted\b|^applications?,? .{0,60}\b(?:through|via) \S+\W*$"
            r"|^(?:interested|suitable|eligible) (?:candidates?|applicants?|persons?|parties)\b.{0,40}"
            r"\b(?:share|send|submit|apply|contact|mail|e-?mail|forward|call|write)\b"
            r"|^(?:if you )?.{0,80}\b(?:for (?:further|more) details|apply now|immediate applications)\b.{0,20}"
            r"\b(?:call|contact|email|e-mail|welcome|telephone)\b"
            r"|^(?:only )?(?:applicants?|candidates?)\b.{0,40}\bwill be contacted\b"
            r"|^(?:letters?|cvs?|r[ée]sum[ée]s?|applications?)(?: (?:and|with|plus) [\w ]{3,30})? to"
            r" (?:the|our|dr|mr|ms|mrs)\b"
            r"|^we (?:aim|try|expect|plan|hope) to (?:finish|decide|answer|reply|respond|get back|complete|close|hear"
            r"|make (?:a decision|an offer))\b"
            r"|\b(?:close|withdraw|remove) (?:this|the) (?:vacancy|advert\w*|post\w*|role|job|listing) "
            r"(?:early|sooner|before)\b"
            r"|^(?:cvs?|r[ée]sum[ée]s?|late applications?|applications? by [\w -]{2,20})"
            r" (?:will not|won['’]t|are not|cannot|can['’]t) be accepted\b|\balso welcome\b[^.]{0,12}\bask\b"
            r"|^(?:please )?send (?:ppl|people|them|candidates|anyone|everyone|cvs?|r[ée]sum[ée]s?) to [A-Z]?\w+\b"
            r"|^(?:all )?trials? (?:shifts? )?(?:is|are) paid\b"
            r"|^(?:cover(?:ing)? letter|cv|r[ée]sum[ée]|references?)\b[^.;]{0,40}\brequired\W*$"
            r"|^references? (?:are |is )?(?:highly |much |always )?(?:appreciated|welcome)\b.{0,20}$"
            r"|\b(?:travel|interview)\w* (?:costs?|expenses?)\b[^.;]{0,30}\b(?:interviews?\b[^.;]{0,20})?"
            r"(?:can(?:not|['’]t)|will not|won['’]t|not) be (?:reimbursed|refunded|covered|paid)\b"
            r"|^we (?:do not|don['’]t|never)? ?use (?:ai|artificial intelligence)\b.{0,30}"
            r"\b(?:screen|select|sort|assess|rank|hir)"
            r"|^(?:proposals?|offers?|bids?|tenders?|cvs?) (?:without|received|sent|by|not|that)\b.{2,80}\bnot be\b"
            r"|^your details will be (?:treated|handled|kept)\b|^(?:please )?apply in confidence\b.{0,90}$"
            r"|^tell (?:them|['’]?em) to (?:ring|call|text|e-?mail|contact)\b"
            r"|^(?:or |and )?(?:deliver|send|submit|mail|post|fax|bring|hand)\b[^.:]{0,60}\bto\s?:\s*$"
            r"|^interviews? (?:\d{1,2}[nrst][dht]|w[e/][bce]|this|next|on|in|will|are|from|start|begin|take place)\b"
            r"|^no (?:e-?mail|call|text|cv|r[ée]sum[ée]|cover(?:ing)? letter|application form)s?\b.{0,20}$"
            r"|^(?:we make (?:an? |our )?)?(?:offers?|decisions?|answers?|feedback|an answer"
            r"|outcome) (?:with)?in \d+ (?:working )?(?:hours|days)\b"
            r"|^please (?:ensure|make sure|check)\b.{0,40}\b(?:r[ée]sum[ée]|cv|application)\b"
            r"|^applications? (?:from|by)\b.{0,90}\b(?:welcomed?|encouraged|considered)\W*$"
            r"|^(?!.*\d{3}[ -]?\d)(?:informal |school )?(?:visits|chats|conversations|discussions"
            r"|enquiries)\b.{0,60}\b(?:welcomed?|encouraged)\b"
            r"|^(?:our )?(?:hiring|job|jobs|careers?|recruitment) (?:fair|day|event)\s?:"
            r"|^(?:recruiter|phone|hr|initial|first) (?:screen|call|chat)(?:ing)?\b[^.]{0,30}/"
        ),
        why="Who hears from the employer and when; until when somebody may apply.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=SURE + PLAIN,
        pattern=shape(
            r"\b(?:call|chat|interview|screen(?:ing)?|test|assessment|take-?home|task|trial)\b[^.]{0,80}(?:[-–=]>|→)"
            r"|^1[.)] (?=.{0,60}\b(?:call|chat|interview|cv|form|portfolio|test|task)\b).{0,90} 2[.)] "
            r"|^\W*(?:an? |the |one |short )*paid (?:take[- ]?home\b(?! pay)|trial (?:day|shift|task|project)\b"
            r"|test (?:task|project)\b|work sample\b)"
            r"|^(?:an? )?(?:\d+[- ]?min(?:ute)?s?|\d+[- ]hours?|short|first|one)[ -](?:[\w-]+ ){0,2}"
            r"(?:call|chat|interview|screen)\b[^.]*,[^.]*\b(?:interview|task|test|exercise|take[- ]home|trial)\b"
        ),
        why="`A call -> a paid task (€150) -> an interview`: what is paid for a task is no wage.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=SURE + PLAIN,
        pattern=shape(r"^seniority (?:will|shall) be (?:considered|recogni[sz]ed)\b"),
        why="`Seniority will be considered under Article 14`: how a union's employer chooses, in its list of demands.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=SURE,
        pattern=shape(
            r"^(?:(?:please|just|or|dm or|e-?mail or|call or) )?(?:ring|call|phone|text|txt|whatsapp)\b"
            r"[^.]{0,40}\b0?\d{2,4}[ -]\d{3}[\d -]*|^(?:insta(?:gram)?|dm|whatsapp)\b.{0,20}\d{3}[ -]?\d{3}"
        ),
        why="`Ring Aoife on 091 555 014`: a number to call.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=STRONG,
        pattern=shape(r"^(?:please )?apply (?:to|with|through|by)\b[^.]{0,60}\d{3}[ -]?\d"),
        why="`Apply to Aoife on 091 555 0142`.",
    ),
    Shape(
        kind=Kind.PROCESS,
        weight=STRONG,
        pattern=shape(r"^(?:apply|respond|reply|call|write) (?:quickly|now|soon|today|fast|at once)\W*$"),
        why="`Respond quickly!`: a cry to whoever reads, and no work.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM + FIRM,
        pattern=shape(r"^(?:informal |confidential |general |initial )?(?:[ei]nquir(?:y|ies)|queries)\s?[:–-]"),
        why="`Informal enquiries: Aoife Ryan, Depot Manager`, with or without a number.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM,
        pattern=shape(
            r"^(?:for )?(?:(?:an?|any|all|more|further|general) )?(?:(?:informal|confidential) )?(?:[ei]nquir(?:y|ies)"
            r"|quer(?:y|ies)|chat|discussion|details|information)\b.{0,40}\b(?:to|from|with|contact|call|ring)\b"
            r".{0,60}\d{3}[ -]?\d"
        ),
        why="`Informal enquiries to Aoife Ryan, 056 555 0134`: whom to ask.",
    ),
    Shape(
        kind=Kind.CONTACT,
        weight=FIRM,
        pattern=re.compile(r"^[A-Z][a-z.'’-]+(?: [A-Z][\w.'’-]+){1,2},? (?:on |at )?\(?\+?\d(?:\)?[ -]?\d){8,}\W*$"),
        why="`Rob Aiken, 01555 010 203`: a name and a number.",
    ),
)
