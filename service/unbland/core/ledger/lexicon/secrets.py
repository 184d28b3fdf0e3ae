"""What frauds ask of those who apply: money, and numbers that open an account or make up a person."""

from __future__ import annotations

#: What no honest posting asks of who applies, and those who steal money or names do.
SECRETS: tuple[str, ...] = (
    (
        r"\b(?:send|e-?mail|text|message|submit|provide|give|share|enter|reply with|forward|upload"
        r"|confirm)\b(?: [\w'-]+){0,4}? (?:your|their|a copy of your|copies of your)"
        r" (?:\S+ ){0,6}?(?:bank (?:account|details|card|information|statements?)|banking (?:details|information)"
        r"|mother's maiden name|credit card"
        r"|debit card|card number|account number|routing number|iban|social (?:security"
        r"|insurance) number|ssn|sin number|passport number|national insurance number|passwords?"
        r"|pin code|crypto wallet)\b"
    ),
    r"\byour (?:bank (?:account|details)|ssn|social (?:security|insurance) number)\b(?: \S+){0,4}? to \S{1,60}@",
    (
        # Who pays is the applicant, unless a firm is named just before.
        r"(?<!we )(?<!we will )(?<!we'll )(?<!also )(?<!employer will )(?<!company will )\b(?:pay"
        r"|transfer|wire|remit)\b(?: \S+){0,5}? (?:(?:registration|application|processing|training"
        r"|onboarding|security|refundable|enrol?ment|visa|starter kit|administration) (?:fee|deposit"
        r"|charge)|(?:fee|deposit) of [$£€]? ?\d[\d.,]*)(?: \S+){0,6}? (?:before|to secure"
        r"|to reserve|to confirm|in advance|to (?:apply|start|be considered|get))\b"
    ),
    (
        r"\b(?:application|registration|processing|recruitment|onboarding|starter kit"
        r"|training) fee of [$£€]? ?\d(?=.{0,80}\b(?:must be paid|payable|transfer|required|due)\b)"
        r"(?!.{0,120}\b(?:by us|we|reimburse\w*|refund\w*|covered)\b)"
    ),
    r"\b(?:buy|purchase|get)\b(?: \S+){0,5}? gift cards?\b.{0,80}?\b(?:codes?|receipts?)\b",
    (
        r"\b(?:send|transfer|wire|remit)\b(?: \S+){0,3}? (?:[$£€] ?\d[\d.,]*|\d[\d.,]* (?:dollars"
        r"|euros|pounds|usd|eur|gbp))(?: \S+){0,6}? your (?:equipment|kit|uniform|laptop|place|spot"
        r"|contract)\b"
    ),
    r"\b(?:whatsapp|telegram|text|message)\b(?: \S+){0,3}? your (?:id|identity card|passport|driver'?s licen[cs]e)\b",
)
