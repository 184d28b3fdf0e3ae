"""Words that keep the verb of a duty back."""

from __future__ import annotations

from unbland.core.guide.words.listed import listed

#: Who a posting speaks of when it should speak to the reader.
THEM = (
    "the successful candidate",
    "the ideal candidate",
    "the right candidate",
    "the selected candidate",
    "the chosen candidate",
    "the candidate",
    "the successful applicant",
    "the ideal applicant",
    "the applicant",
    "the incumbent",
    "the successful individual",
    "the ideal person",
)

#: What they do, and what "you" do in its stead.
THEIR_VERBS = {
    "will": "will",
    "will be": "are",
    "will have": "will have",
    "will possess": "have",
    "must": "must",
    "should": "should",
    "shall": "will",
    "has": "have",
    "is": "are",
}

#: Every duty is required.
REQUIRED_TO = {
    "will be required to": "will",
    "will be expected to": "will",
    "will be asked to": "will",
    "will be called upon to": "will",
    "would be expected to": "will",
    "would be required to": "will",
    "will also be required to": "will also",
    "will also be expected to": "will also",
}

#: Verbs of taking part.
PART = listed("""
    assist in, assist with, assist the, assists in, assists with, assisting in, assisting with, assisting the, help
    with, help to, helping with, helping to, participate in, participates in, participating in, participation in, be
    involved in, get involved in, involvement in, contribute to, contributes to, contributing to, play a role in, play
    a part in, be part of, support in, support with, supporting in
""")
