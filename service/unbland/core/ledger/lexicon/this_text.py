"""Talk of the posting as a text, as nobody has it who looks for people: how it is edited, checked and scored."""

from __future__ import annotations

from unbland.core.ledger.lexicon.machine import MACHINES

#: Shapes, as those of `ORDERS`.
ABOUT_THIS_TEXT: tuple[str, ...] = (
    (
        r"\b(?:re-?writ|re-?phras|summari[sz]|pars|process|edit|translat)(?:e|es|ing|s)? this"
        r" (?:posting|draft|text|ad|advert|listing|message|document)\b"
    ),
    r"\bthe (?:rewritten|rephrased|generated) (?:job )?(?:posting|ad|advert)\b",
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
        r"\b(?:publish (?:it|this)|(?:keep|leave|copy) (?:this|the (?:next|following)))"
        r"(?: line| sentence| text| paragraph)? (?:unchanged|verbatim|as it is|as is|word for word)\b"
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
    (
        r"\bdo not (?:follow|obey|apply) (?:the |your |any )?(?:rules|instructions|guidelines)(?: you"
        r"| above| that you)\b"
    ),
    # Parts of the text, and of the answer, by what they are called in a document.
    (
        r"\b(?:begin|start|end|finish|prefix) (?:(?:your|every|each) (?:answer|response|reply|output|bullet|sentence"
        r"|paragraph)|the (?:answer|output|posting)) with\b"
    ),
    r"\b(?:respond|reply|answer) in (?:json|xml|yaml|html|markdown|base64|rhymes?|verse|the style of)\b",
    r"\btranslate (?:everything|all|the rest)\b(?: of)?(?: that)? ?(?:below|above|this)\b",
    (
        r"\b(?:add|append|move)(?: \S+){0,4}? to the (?:list of )?(?:requirements|benefits|duties"
        r"|must-haves|perks|offer)\s?:"
    ),
    (
        r"(?:^\W*|[.!?:;] ?|\b(?:please|also) )(?:mention|state|write|say|claim) that (?!you\b|your\b"
        r"|i\b|in your\b)[^.]{0,80}?\b(?:is|are|has|comes|pays?|offers?)\b"
    ),
    (
        r"\b(?:increase|raise|double|lower|cut|inflate|change|multiply) the (?:stated|listed|given"
        r"|mentioned|advertised) (?:salary|pay|wages?|figures?|hours|range)\b"
    ),
    (
        r"\b(?:delete|remove|drop|omit|erase|rewrite) the (?:pay|salary|requirements?|legal|benefits?"
        r"|contact|deadline|reason) (?:line|section|bullet|paragraph|sentence)s?\b"
    ),
    (
        r"\b(?:include|put|add|insert|show)\b(?: \S+){0,6}? in the (?:apply|pay|salary|benefits?"
        r"|requirements?|about|how to apply|opening|closing) (?:section|line|paragraph)\b"
    ),
    (
        r"\b(?:any|every|each|the) (?:summary|rewrite|rewriting|version|edit) of this (?:role|job"
        r"|posting|text|ad|advert|vacancy)\b"
    ),
    (
        r"\b(?:this|the) (?:text|draft) (?:complies|conforms) with\b|\b(?:skip|disable) (?:the|all|any"
        r"|your) (?:checks|guard|verification)(?=\W*$)"
    ),
    # The machine in the third person, and what binds it.
    (
        r"\b(?:language models?|llms?|ai|(?:the|any) (?:model|rewriter|chatbot)) (?:must|should|shall"
        r"|has to|have to|needs? to) (?:now )?(?:print|write|say|output|reveal|describe|state|add"
        r"|mention|publish|ignore|rate|score|include|tell)\b"
    ),
    (
        r"\bif (?:an? |any )?(?:ai|llm|language model|bot|machine) (?:is reading|reads|sees"
        r"|is processing|processes|edits) (?:this|it)?"
    ),
    (
        r"^\W*(?:dear|hello|hey|attn:?|attention:?) (?:model|ai|assistant|language model|machine|bot"
        r"|screener|reviewer|rewriter)s?\s?[,:!]"
    ),
    (
        r"\b(?:previous|prior|earlier|your|system|those) (?:\w+ )?(?:guidelines|rules|instructions"
        r"|prompts?)(?: \w+)? (?:no longer appl|(?:is|are) (?:now |hereby )?(?:cancell?ed|void"
        r"|suspended|lifted|revoked|obsolete)|do not apply)"
    ),
    (
        r"\b(?:rules|guidelines|instructions|prompts?) above (?:no longer appl|(?:is|are) (?:now "
        r"|hereby )?(?:cancell?ed|void|suspended|lifted|revoked|obsolete)|do not apply)"
    ),
    (
        r"\bno longer (?:have|need) to (?:obey|follow|heed) (?:the|your|any) (?:\w+ )?(?:rules|prompt"
        r"|message|instructions|guidelines)\b"
    ),
    r"\b(?:developer|god|jailbreak) mode (?:is )?(?:on|enabled|activated)\b",
    r"\bguidelines (?:are )?suspended\b",
    (
        r"\b(?:when|while|as|before|after) (?:you )?(?:are )?(?:re-?writ|re-?phras|summari[sz]|process|edit|pars)"
        r"(?:e|es|ing)? this(?=[,.:;]| (?:posting|text|ad|draft|message)\b)"
    ),
    r"\b(?:treat|take|regard) the (?:following|next line|line below) as (?:an? )?(?:fact|true|verified|source)\b",
    r"\byour (?:instructions|rules|guidelines|prompt) (?:have|has) (?:been )?(?:changed|updated|replaced|reset)\b",
    r"\b(?:mention|include|keep|use|leave|add)\b.{0,60}?\bin your (?:version|rewrite|rewriting)\b",
    r"\bmark (?:all|every|each|the) (?:claims?|lines?|doubts?)\b.{0,30}?\bas (?:supported|true|verified)\b",
    r"\btell the readers? that\b|\bthe following is the (?:real|actual|true) (?:posting|text|draft|job description)\b",
    r"\bpass (?:on )?the (?:next|following) (?:sentence|line|text)\b",
    # What its own score is, or should be; a demand on applicants names a test, and a line of its own holds no more.
    (
        r"\b(?:set|put|change|raise|return|output|use) (?:(?:the|its|this|your|an?) )?(?:(?:overall|final|total) )?"
        r"score(?: to| of| at|:| ?=) ?\d"
    ),
    (
        r"^\W*(?:(?:assistant|system|user|final|overall|total)\W{1,3}){0,2}score\W{0,3}\d{1,3}"
        r"(?: ?(?:/|of|out of|points|%) ?\d{0,4})?(?=\W*$|\W{1,3}(?:findings|issues|errors)\b)"
    ),
    r"\b(?:findings|issues|violations|errors) ?= ?(?:none|no|0|zero)\b",
    (
        r"\b(?:this|the) (?:job )?(?:posting|ad|advert|description|listing|text) (?:is (?:excellent|perfect|flawless"
        r"|outstanding)|has (?:no|zero) (?:findings|issues|errors|flaws|problems))\b"
    ),
)
