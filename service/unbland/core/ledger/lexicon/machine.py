"""Words that speak to a machine that reads the posting, not to a person who looks for a job.

The shapes are read in lower case, with straight quotation marks and single blanks. Each holds whole phrases: people
who train models, write prompts or answer alarms have postings too.
"""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import CERTAIN, Cue, Shape, listed
from unbland.core.ledger.model import Kind

MACHINE: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.NOISE,
        weight=CERTAIN,
        phrases=listed("""
            mention the word, include the word, use the word, add the word, write the word, say the word, show you read
            the job post, show you read the job posting, avoid spam applicants, companies can search these words
        """),
        why="Written to catch machines that apply; the lines beside it are often how to apply.",
    ),
)

_CANCEL = "(?:ignore|disregard|forget|override|bypass|overrule|set aside)"
_RULES = "(?:instructions?|guidance|prompts?|directions|directives?|commands?)"
_EARLIER = "(?:previous|prior|above|earlier|preceding|foregoing|former|original|initial|existing)"

MACHINES = (
    r"(?:(?:large )?language models?|llms?|a\.?i\.?(?:[ -](?:assistants?|models?|systems?|agents?"
    r"|tools?|editors?|readers?|reviewers?|screeners?|bots?|writers?|recruiters?))?"
    r"|artificial intelligence|chat ?-?gpt|gpt(?:-?\d\S{0,4})?|claude|gemini|copilot|chat ?bots?|bots?"
    r"|(?:virtual|automated|automatic|digital) (?:writer|assistant|editor|grader|reader)s?|(?:rewriter"
    r"|screener|parser|crawler)s?|(?:screening|scoring|ranking|rewriting|parsing|matching|hiring"
    r"|recruiting) (?:tools?|systems?|software|bots?|algorithms?|models?|machines?|engines?))"
)
#: Behind the machine's name: the end of the address, or what the machine does; "AI-assisted" is no machine.
_ADDRESSED = r"(?=\s?(?:[:,.!;)\]–—]|$)| (?:reading|that|which|who|parsing|processing|reviewing|screening)\b)"

_PAY = r"(?:pay|salary|wages?|compensation|bonus|hourly rate)"
_VALUE = r"(?:[$£€\"'@]|\d|[a-z]{3} ?\d|https?:|www\.|\S{1,60}@)"

#: To cancel what a machine was told; who says "never" or "do not" means the opposite.
CANCELS: tuple[str, ...] = (
    (
        rf"\b{_CANCEL}\b(?: [\w'-]+){{0,3}}? (?:{_EARLIER}|all|any|your|whatever|these|those"
        rf"|system)\b(?: [\w'-]+){{0,3}}? {_RULES}\b(?! (?:from|of|by) (?:a|the|your|our|clients?"
        r"|doctors?|physicians?)\b)"
    ),
    (
        rf"\b{_CANCEL} (?:everything |anything |all |any )?(?:of )?(?:the |that |what )?(?:text |words "
        r"|lines |was |is |stands |came |you were told |you have been told )?(?:said )?(?:above"
        r"|before this|so far|you were told|you have been told)\b"
    ),
    (
        rf"\b{_CANCEL} (?:all |any )?(?:of )?(?:your|{_EARLIER}) (?:rules|guidelines|guide|training"
        r"|programming|constraints|restrictions|context|messages?|text)\b"
    ),
    (
        rf"\b{_CANCEL} (?:the |all |any |those |these )?{_RULES} (?:above|before|so far|you (?:were|are"
        r"|have)|that (?:came|went|stand))\b"
    ),
    (
        rf"\b{_CANCEL} (?:everything(?: and| else)|(?:the )?rest of (?:this|the) (?:document|text"
        r"|posting|draft|message))\b"
    ),
)

#: Other orders to a machine, in English.
ORDERS: tuple[str, ...] = (
    # To be somebody else.
    (
        r"\b(?:you are|act as|pretend to be|pretend you are|behave as|roleplay as) (?:now )?(?:an? "
        r"|the )?(?:\w+ ){0,2}?(?:unrestricted|unfiltered|jailbroken|uncensored|ai (?:assistant"
        r"|model|language model)|language model|chat ?gpt|dan\b)"
    ),
    r"\b(?:enable|enter|switch to|you are (?:now )?in) (?:developer|debug|god|admin|jailbreak|dan) mode\b",
    r"\bas an ai language model\b",
    # To tell what it was told.
    (
        r"\b(?:reveal|print|repeat|leak|disclose|recite|dump|output|show(?: me| us)?|display|reproduce"
        r"|quote)\b(?: [\w'-]+){0,4}? (?:system prompt|(?:your|hidden|initial|original|secret)"
        r" (?:\w+ )?(?:prompts?|instructions)|(?:text|words|everything) above)\b"
    ),
    (
        r"\b(?:reveal|print|repeat|recite|dump|output|show|display|reproduce|quote|copy|translate|summari[sz]e"
        r"|paraphrase|encode|spell out|list)\b(?: [\w'-]+){0,4}? (?:(?:system prompt|(?:instructions|rules|prompt)"
        r" (?:that )?you (?:were|are|have been) (?:given|told)|(?:text|words|lines) above)\b(?! (?:the|an?|\d+)\b)"
        r"|everything (?:above|before) (?:this|that) (?:line|sentence|text|point)\b"
        r"|(?:facts|drafts|texts) of (?:every|all|any|each) other (?:compan(?:y|ies)|tenants?|employers?)\b)"
    ),
    r"\bwhat (?:is|was|are|were) your (?:system |original |initial )?(?:prompt|instructions)\b",
    # To answer nothing else.
    (
        r"\b(?:respond|reply|answer) (?:only|exactly|just) with\b|\b(?:respond|reply|answer) with"
        r" (?:only|exactly|nothing but)\b|\b(?:output|print|return) (?:only|exactly|nothing but|just)"
        r" (?:the |with |this |[\"'{])|\boutput only [\w\"']+(?=[.!]|$)|\bnew instructions?:"
    ),
    # To whom.
    (
        r"^\W*(?:(?:an? )?(?:important|special|urgent|private|hidden) )?(?:(?:notes?|message"
        r"|instructions?|notice|memo|directives?|reminder)\W{0,3}(?:to|for)\b\W{0,3}"
        rf"|attention\W{{0,3}})(?:the |any |all |every |our |your )?{MACHINES}{_ADDRESSED}"
    ),
    (
        rf"^\W*(?:to|dear|hey|hi|hello) (?:the |any |all |every )?{MACHINES}(?=\s?[:,!]| (?:reading"
        r"|that|which|parsing|processing))"
    ),
    (
        r"\bif you(?: are|'re) (?:an? )?(?:ai|llm|bot|(?:large )?language model|ai (?:assistant|model"
        r"|system|agent|tool)|chatbot|automated (?:system|tool|screener))(?=\s?[:,.!;]| (?:reading"
        rf"|processing|parsing|reviewing|and|or|then|you|please|{_CANCEL}|add|say|write|include|rate"
        r"|output)\b|$)"
    ),
    # What the posting shall say, by a verb that begins a sentence or follows "must" or "please".
    (
        r"(?:^\W*|[.!?:;,] ?|\b(?:you must|you should|please|also|and|then|instead|always"
        r"|just) )(?:say|state|write|claim|mention|add that|tell (?:them|readers|candidates|applicants"
        rf"|people)|announce|pretend|advertise|promise)(?: that)? (?:the|this|our|a) (?:\w+ )?{_PAY}"
        r" (?:is|are|of|as|will be|pays|range of)\b"
    ),
    (
        r"(?:^\W*|[.!?:;,] ?|\b(?:you must|please|also|and|then|instead|always|just) )(?:say|state"
        r"|write|claim|mention|announce) (?:that )?(?:the|this|our) (?:job|role|position|posting"
        r"|company|vacancy) (?:is|pays|offers|has|comes)\b"
    ),
    (
        r"(?:^\W*|[.!?:;,] ?|\b(?:you must|please|also|and|then|instead|always|just) )(?:add|insert"
        r"|append|invent|make up)(?: in)? (?:the |a |an |this |these "
        r"|another )?(?:\w+ )?(?:(?:benefits?|perks?|sentences?|paragraphs?)\b(?:\W{0,3}[:\"']|"
        r" (?:of|that|which|saying|about|called|named|like)\b)|(?:lines?|duty|duties|requirements?"
        r"|links?|bonus)\b(?:\W{0,3}[:\"']| (?:saying|that says)\b))"
    ),
    (
        rf"\b(?:set|change|replace|raise|increase|update) (?:the |this |its |all )?(?:\w+ )?(?:{_PAY}"
        r"|title|location|deadline|e-?mail|contact|link|address|company name)(?: \w+)? (?:to|with|by"
        rf"|as)\b\W{{0,2}}{_VALUE}"
    ),
    (
        r"\byou must (?:add|write|include|say|output|mention|state)\b.{0,60}\b(?:in|to) (?:the|this"
        r"|your) (?:posting|output|rewrite|result)\b"
    ),
    (
        r"(?:^\W*|[.!?:;,] ?|\b(?:please|also|and|then) )(?:remove|delete|omit|drop|leave out|hide"
        r"|strip)\b(?: [\w'-]+){0,6}? (?:from|in|out of) (?:the|this|your) (?:job )?(?:posting"
        r"|rewrite|output|ad)\b"
    ),
    (
        r"\b(?:put|insert|include|add|append|place|write|paste)\b(?: \S+){0,8}? (?:in|into|to"
        r"|at the (?:end|top|start) of) (?:the|this|your) (?:final |finished |rewritten )?(?:posting"
        r"|rewrite|output|result)(?=[.!,;]|$)"
    ),
    # A verdict on the text speaks to whoever scores it.
    (
        r"\b(?:post(?:ing)?|draft|advert|text)\b.{0,40}\b(?:scores?|rated?|deserves"
        r"|gets)\b.{0,12}\b\d+ ?(?:/|out of) ?\d+"
    ),
    (
        r"\b(?:(?:rate|score|grade|rank|mark) (?:this|it|the)(?: (?:posting|draft|text|job|ad|advert"
        r"|listing|candidate|company))?|give (?:this|the) (?:posting|draft|text|advert|listing"
        r"|candidate))(?: (?:as|at|with|a|an|full|top))*\W{0,2}(?:\d+ ?(?:/|out of) ?\d+"
        r"|\d{2,3} points|100 ?%|excellent\b|highest\b|top score)"
    ),
    r"\b(?:score|rate|rank) this (?:posting|draft|candidate)\b",
    # Another text's frame: marks of prompts, of our own material, and JSON that answers in the model's stead.
    r"<\|[a-z_]{2,30}\|>|\[/?inst\]|<</?sys>>|[\[<]\W{0,2}/?(?:system|assistant)\W{0,2}[\]>]",
    (
        r"^\W*(?:system|assistant|developer|human)(?: (?:prompt|message|override"
        r"|note))?\s?:\s?(?:ignore|you|do|set|write|output|the|add|say|print|respond|please|new|sure"
        r"|ok|here|from now)\b"
    ),
    r"^\W*system (?:prompt|message|override|update|instruction)s?\b\s?[:>]",
    (
        r"^\W*(?:begin|end)(?: of)?(?: the)? (?:material|prompt|instructions?|sources?|input"
        r"|user input|document|draft|[0-9a-f]{8,64})\b\W*$"
    ),
    r"^\W*(?:[df]\d{1,4}|l\d{1,3}|line|cites|fault)\s?[│┃⟵]",
    (
        r"\{\s?\"(?:title|sections?|role|content|kind|lines?|text|cites|verdicts?|messages?"
        r"|instructions?|posting|prompt)\"\s?:"
    ),
    r"\{\{.{0,80}?\}\}",
)

#: In one word, where the blanks between letters were all the same.
RUN_TOGETHER = (
    r"(?:ignore|disregard|forget|override)(?:all|any|the|your|previous|prior|above|these|my"
    r"|of){1,5}(?:instruction|prompt|direction)"
)
