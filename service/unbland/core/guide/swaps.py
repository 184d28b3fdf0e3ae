"""Praise and rank that code may cut or shorten, since the sentence says the same without them."""

from __future__ import annotations

#: Praise that stands before a noun and leaves a whole sentence when it goes; an editor cuts it only there.
PRAISE = dict.fromkeys(
    (
        "best in class",
        "cutting edge",
        "leading edge",
        "bleeding edge",
        "market leading",
        "industry leading",
        "world leading",
        "world class",
        "world renowned",
        "unparalleled",
        "unrivaled",
        "unrivalled",
        "unmatched",
        "groundbreaking",
        "game changing",
        "revolutionary",
        "next generation",
        "forward thinking",
        "top notch",
        "top tier",
        "renowned",
        "prestigious",
        "premier",
        "dynamic",
        "fast paced",
        "vibrant",
        "passionate",
        "enthusiastic",
        "self motivated",
        "highly motivated",
    ),
    "",
)

#: Rank that nobody can check, where the noun says enough.
RANKS = {
    "a leading provider of": "a provider of",
    "the leading provider of": "a provider of",
    "leading provider": "provider",
    "leading supplier": "supplier",
    "a leading company": "a company",
    "premier provider": "provider",
}
