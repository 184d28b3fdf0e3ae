"""Talk of the posting as a text, as nobody has it who looks for people: how it is edited, checked and scored."""

from __future__ import annotations

from unbland.core.ledger.lexicon.machine import MACHINES

#: Shapes, as those of `ORDERS`.
ABOUT_THIS_TEXT: tuple[str, ...] = (
    (
        r"\b(?:re-?writ|re-?phras|summari[sz]|pars|process|edit|translat)(?:e|es|ing|s)? this"
        r" (?:posting|draft|text|ad|advert|listing|message|document)\b"
    ),
    r"\bthe (?:rewritten|rephrased|generated|edited) (?:job )?(?:posting|ad|advert|text|version)\b",
    r"\b(?:append|prepend|add|paste)\b.{0,80}?\bto the (?:final|rewritten|finished) (?:text|posting|output)\b",
    (
        r"\b(?:do not|don't|never|skip|no need to) (?:check|verify|compare|question|flag|remove|change"
        r"|edit|rewrite|alter|filter)\w{0,3}(?: of)? (?:this|the (?:following|next|previous))"
        r" (?:line|sentence|text|paragraph|posting|section|bullet)"
    ),
    (
        r"\b(?:this|the following|the next) (?:line|sentence|text|paragraph|section)s? (?:is|are|was"
        r"|has been|have been) (?:already )?(?:pre-?)?(?:approved|verified|trusted|checked|exempt)\b"
    ),
    (
        r"\b(?:keep|leave|publish|copy) (?:it|this|the (?:next|following)(?: line| sentence| text"
        r"| paragraph)?)(?: line| sentence| text| paragraph)? (?:unchanged|verbatim|as it is|as is"
        r"|word for word)\b"
    ),
    r"\b(?:consider|treat|regard|count|mark) this (?:posting|draft|text|ad|advert|listing|candidate|line) as\b",
    (
        r"\b(?:give|award|assign|deserves?)\b(?: [\w']+){0,4}? (?:perfect|top|full|highest|maximum)"
        r" (?:scores?|marks|rating)\b"
    ),
    (
        r"\b(?:ai|llm|automated|automatic) (?:editors?|reviewers?|writers?|assistants?|tools?|systems?"
        r"|models?|screeners?)\b(?: \w+){0,3}? (?:must|should|shall|has to|have to|is to|are to)"
        r" (?:describe|say|state|write|add|include|rate|score|give|mention|present|praise|rank|treat"
        r"|pass|publish)\b"
    ),
    (
        rf"^\W*(?:for|to) (?:all |any |the )?{MACHINES}: ?(?:give|rate|score|say|add|write|publish|keep"
        r"|ignore|include|state|output|skip|mention|pass)\b"
    ),
    r"^\W*(?:notes?|instructions?|message|hint) (?:to|for) the (?:model|assistant)s?\b",
    (
        r"\byour (?:new task is|task is now)\b|\bnew task:|\byou have been reassigned\b"
        r"|\bfrom now on,? (?:answer|respond|reply|write|speak|output|act|talk)\b"
        r"|^\W*(?:system )?override\s?[:=]"
    ),
    (
        r"^\W*instructions?\s?:\s?(?:write|say|output|ignore|print|answer|respond|translate|you are)\b"
        r"|^\W*(?:human|user)\s?:.{0,200}\b(?:assistant|ai)\s?:"
    ),
    r"\bdo not (?:follow|obey|apply) (?:the |your |any )?(?:rules|instructions|guidelines)(?: you| above| that you)\b",
)
