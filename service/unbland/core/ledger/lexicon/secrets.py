"""What frauds ask of those who apply: money, and numbers that open an account or make up a person."""

from __future__ import annotations

#: What no honest posting asks of who applies, and those who steal money or names do.
SECRETS: tuple[str, ...] = (
    (
        r"\b(?:send|e-?mail|text|message|submit|provide|give|share|enter|reply with|forward|upload"
        r"|confirm)\b(?: [\w'-]+){0,4}? (?:your|their|a copy of your|copies of your) (?:\S+ ){0,6}?(?:bank"
        r" (?:account|details|card|information|statements?)|credit card|debit card|card number|account number"
        r"|routing number|iban|social (?:security|insurance) number|ssn|sin number|passport number"
        r"|national insurance number|passwords?|pin code|crypto wallet)\b"
    ),
    r"\byour (?:bank (?:account|details)|ssn|social (?:security|insurance) number)\b(?: \S+){0,4}? to \S{1,60}@",
    (
        # Who pays is the applicant, unless a firm is named just before.
        r"(?<!we )(?<!we will )(?<!we'll )(?<!also )(?<!employer will )(?<!company will )\b(?:pay|transfer|wire"
        r"|remit)\b(?: \S+){0,5}? (?:(?:registration|application|processing|training|onboarding|security"
        r"|refundable|enrol?ment|visa|starter kit|administration) (?:fee|deposit|charge)|(?:fee"
        r"|deposit) of [$£€]? ?\d[\d.,]*)(?: \S+){0,6}? (?:before|to secure|to reserve|to confirm|in advance"
        r"|to (?:apply|start|be considered|get))\b"
    ),
    (
        r"\b(?:application|registration|processing|recruitment|onboarding|starter kit"
        r"|training) fee of [$£€]? ?\d(?=.{0,80}\b(?:pay|paid|payable|transfer|wire|required|due)\b)"
    ),
)
