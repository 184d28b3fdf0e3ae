"""Words that speak to a machine that reads the posting, not to a person who looks for a job."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import CERTAIN, ORDER, Cue, Shape, listed, shape
from unbland.core.ledger.model import Kind

MACHINE: tuple[Cue | Shape, ...] = (
    Cue(
        kind=Kind.NOISE,
        weight=ORDER,
        phrases=listed("""
            ignore previous instructions, ignore all previous instructions, ignore the previous instructions, ignore
            all instructions, ignore your instructions, ignore any previous instructions, ignore prior instructions,
            ignore the above, disregard previous instructions, disregard all previous instructions, disregard the
            above, disregard your instructions, forget your instructions, forget all previous instructions, system
            prompt, rate this candidate, score this posting, rate this posting, this posting scores, as an ai language
            model, you are an ai assistant, you are now, new instructions, if you are an ai, if you are an llm, if you
            are a language model, note to ai, instructions for ai, output only, respond only with, to the ai, dear ai,
            attention ai
        """),
        why="Written to a machine that reads the posting (prompt injection).",
    ),
    Cue(
        kind=Kind.NOISE,
        weight=CERTAIN,
        phrases=listed("""
            mention the word, include the word, use the word, add the word, write the word, say the word, show you
            read the job post, show you read the job posting, avoid spam applicants, companies can search these words
        """),
        why="Written to catch machines that apply; the lines beside it are often how to apply.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=ORDER,
        pattern=shape(
            r"[\[<|]\W{0,2}(?:system|assistant|inst)\b\W{0,2}[\]>|]"
            r"|\byou must (?:add|write|include|say|output|mention|state)\b.{0,60}"
            r"\b(?:benefits?|posting|salary|result|output)\b"
        ),
        why="Marks of a prompt, and orders about what the posting shall say.",
    ),
    Shape(
        kind=Kind.NOISE,
        weight=ORDER,
        pattern=shape(
            r"\b(post(ing)?|draft|advert|text)\b.{0,40}\b(scores?|rated?|deserves|gets)\b.{0,12}\b\d+ ?(/|out of) ?\d+"
        ),
        why="A verdict on the posting itself speaks to whoever scores it.",
    ),
)
