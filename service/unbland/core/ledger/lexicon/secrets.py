"""What frauds ask of those who apply: money, and numbers that open an account or make up a person."""

from __future__ import annotations

#: What no honest posting asks of who applies, and those who steal money or names do.
SECRETS: tuple[str, ...] = (
    (
        r"\b(?:send|e-?mail|text|message|submit|provide|give|share|enter|reply with|forward|upload"
        r"|confirm)\b(?: [\w'-]+){0,4}? "
        r"(?:your|their|a copy of your|copies of your) (?:\S+ ){0,6}?(?:bank (?:account|details|card|information"
        r"|statements?)|credit card"
        r"|debit card|card number|account number|routing number|iban|social (?:security|insurance) (?:number|card)"
        r"|ssn|sin number"
        r"|passport number|national insurance number|passwords?|pin code|crypto wallet)\b"
    ),
    r"\byour (?:bank (?:account|details)|ssn|social (?:security|insurance) number)\b(?: \S+){0,4}? to \S{1,60}@",
    (
        r"\b(?:pay|transfer|wire|send|deposit|remit)\b(?: \S+){0,5}? (?:fee|deposit|charge|[$£€] ?\d[\d.,]*"
        r"|\d[\d.,]* (?:dollars|euros|usd|eur))"
        r"(?: \S+){0,6}? (?:before|to secure|to reserve|to confirm|in advance|to (?:apply|start|be considered|get))\b"
        r"(?=.{0,40}\b(?:interview|training|application|appl(?:y|ied)|place|spot|job|position|considered|start"
        r"|equipment|contract)\b)"
    ),
    (
        r"\b(?:application|registration|processing|recruitment|onboarding|starter kit"
        r"|training) fee of [$£€]? ?\d(?=.{0,80}\b(?:pay|paid"
        r"|payable|transfer|wire|required|due)\b)"
    ),
)
