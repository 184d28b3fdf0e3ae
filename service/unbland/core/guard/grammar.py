"""What the small words of a sentence do: which join, which deny, which leave open, and which tell place and part."""

from __future__ import annotations

from unbland.core.language.words import stem, word_set

#: Preposition → the class it is compared by; within a class an editor may choose.
MARKERS = {
    **dict.fromkeys(("in", "inside", "at", "on", "into", "onto", "upon", "within"), "in"),
    **dict.fromkeys(("to", "toward", "towards"), "to"),
    **dict.fromkeys(("with", "alongside", "together", "beside"), "with"),
    **dict.fromkeys(("from", "off", "out"), "from"),
    **dict.fromkeys(("before", "until", "till"), "before"),
    **dict.fromkeys(("after", "since", "once", "following"), "after"),
    **dict.fromkeys(("during", "while", "through", "throughout", "when"), "during"),
    **dict.fromkeys(("under", "below", "beneath"), "under"),
    **dict.fromkeys(("over", "above", "beyond"), "over"),
    **dict.fromkeys(("between", "among", "amongst"), "between"),
    "outside": "outside",
    **dict.fromkeys(("about", "regarding", "concerning"), "about"),
    **dict.fromkeys(("via", "using"), "via"),
    "per": "per",
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), "which"),
    **dict.fromkeys(("and", "plus"), "and"),
    "or": "or",
    "nor": "or",
    "but": "but",
    "of": "of",
    "for": "for",
    "by": "by",
    "without": "without",
    "except": "except",
    "as": "as",
    "than": "than",
    "against": "against",
    "if": "if",
    "unless": "unless",
    "where": "in",
    "because": "because",
    "so": "because",
}

YOU, WE = "<you>", "<we>"
PARTIES = {
    **dict.fromkeys(("you", "yourself", "yours"), YOU),
    **dict.fromkeys(("we", "us", "ourselves", "ours"), WE),
}
#: Stand for somebody or something named before.
PRONOUNS = word_set("they them it he him she her these those this himself herself itself themselves")
DETERMINERS = word_set(
    "a an the this these those your our my their his her its each every all any no some both either neither another"
    " such whose"
)
AUXILIARIES = word_set(
    "will would shall should can could may might must do does did have has had please to also then never not only"
    " usually often always normally typically sometimes generally"
)
BE = word_set("am is are was were be been being get gets got getting")

#: Deny what comes after them in their clause.
NEGATORS = word_set("non not no never without none nobody nothing neither nor except excluding hardly nowhere instead")
#: Nothing is denied by these words here.
NOT_NEGATORS = (
    ("not", "only"), ("not", "limited"), ("not", "more"), ("not", "less"), ("not", "over"), ("not", "under"),
    ("no", "more"), ("no", "fewer"), ("no", "less"), ("no", "later"), ("no", "over"), ("no", "under"), ("no", "matter"),
)  # fmt: skip

#: Denied, these say that something is no part of what was said before them: "lab fees are not covered".
LEFT_OUT = frozenset(map(stem, word_set("include cover count extend accept qualify suit suitable enough part")))

#: Leave open whether something happens, or how often; within a row an editor may choose.
HEDGES = {
    **dict.fromkeys(("may", "might", "possibly", "potentially", "perhaps", "could", "can"), "may"),
    **dict.fromkeys(
        (
            "usually",
            "typically",
            "normally",
            "generally",
            "mostly",
            "often",
            "mainly",
            "chiefly",
            "primarily",
            "largely",
        ),
        "usually",
    ),
    **dict.fromkeys(("ideally", "preferably"), "ideally"),
    **dict.fromkeys(("sometimes", "occasionally", "occasional"), "sometimes"),
}

#: Verbs and nouns that give power or rank; nothing else stands for them, whatever a dictionary says.
AUTHORITY = frozenset(
    map(
        stem,
        word_set(
            "manage lead supervise oversee direct own run govern command coordinate approve authorize decide delegate"
            " assign allocate hire recruit dismiss set define appoint promote discipline train mentor coach"
            " head chief senior junior principal assistant associate deputy director manager officer executive expert"
            " master specialist"
        ),
    )
)
