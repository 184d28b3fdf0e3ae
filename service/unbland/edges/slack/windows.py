"""Slack's windows: to send a draft, answer a question, edit a posting, say the company's profile; and the home."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.application.chat.showing import words_of
from unbland.application.chat.typed import TITLE
from unbland.application.rewrites.model import Record
from unbland.core.facts import CompanyFacts
from unbland.core.posting import Posting
from unbland.core.question import Question
from unbland.edges.slack.inputs import LONGEST_INPUT, View, button, chooser, line, lines, note, pieces, plain, select

#: Characters of a heading.
_HEADER = 150

_PERIODS = ("year", "month", "week", "day", "hour")
_SUBMIT = {"profile": "Save", "edit": "Save", "copy": "Done"}
_KINDS = ("full-time", "part-time", "contract", "temporary", "internship")

HELP = (
    "• `/rewrite` opens a window for your draft: paste it, or put in a Word, PDF or text file. `/rewrite` with a text"
    " behind it has the text in the window.\n"
    "• The result comes as a thread: the score before and after, what changed and why, and what was dropped.\n"
    "• Questions say what is missing. Each answer makes a better revision; nothing gets in that neither the draft nor"
    " your answers say.\n"
    "• Accept, edit or reject it there. Nothing is published: that is up to you.\n"
    "• The app's home has the company's profile, said once for every posting, and your last rewrites."
)


#: What ids of direct messages and of people begin with, and who reads the result.
_DIRECT = frozenset("DUW")
_ALONE = "The result comes as a direct message."
_SHARED = (
    "The result comes as a thread in this channel, for everybody in it; from the app's home it comes to you alone."
)

#: What Slack says of a press that is more than three seconds old, or was used.
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"})

LATE = "That took too long, and Slack opens no window any more. Press the button again."
TROUBLE = "Slack did not take our answer. Press the button again in a minute."


def named(words: str) -> str:
    """A sentence of ours in which a user's id becomes the user."""
    return re.sub(r"\bby ([UW][A-Z0-9]{1,30})\b", r"by <@\1>", words)


def whisper(words: str) -> dict[str, object]:
    """Words for whoever pressed alone."""
    return {"response_type": "ephemeral", "replace_original": False, "text": words}


def draft_window(turn: str, text: str, profile: CompanyFacts, channel: str) -> View:
    """The window to send a draft with: what is held of it, the profile, and where the result will come."""
    first, *rest = pieces(text)
    return _window(
        "draft",
        "Rewrite a posting",
        turn,
        [
            note(_ALONE if channel[:1] in _DIRECT else _SHARED),
            line("title", "Job title, where the draft does not say it", optional=True),
            lines("draft", "The draft", first, hint="At most 3,000 characters; the rest goes below."),
            *(lines(f"rest{n or ''}", "The rest of a longer draft", part) for n, part in enumerate(rest or [""])),
            chooser(
                "file",
                "Or a file",
                {"type": "file_input", "filetypes": ["docx", "pdf", "txt", "md", "html"], "max_files": 1},
            ),
            lines("reason", "Why are you hiring now?", hint="The best opening there is."),
            *_company(profile),
            chooser(
                "deciders",
                "Who may answer and decide beside you",
                {"type": "multi_users_select", "placeholder": plain("Colleagues")},
            ),
        ],
    )


def question_window(turn: str, question: Question) -> View:
    """The window to answer one question with."""
    return _window(
        f"answer:{question.field}",
        "Answer a question",
        turn,
        [
            {"type": "section", "text": plain(f"{question.ask}\n{question.why}", LONGEST_INPUT)},
            *_fields(question.field),
        ],
    )


def edit_window(turn: str, posting: Posting) -> View:
    """The window to edit a posting with, an input for each section."""
    parts = [line(TITLE, "Title", posting.title)]
    for number, section in enumerate(posting.sections[:20]):
        words, label = words_of(section), section.heading or section.kind.value.capitalize()
        if len(words) > LONGEST_INPUT:
            parts.append(note(f"{label[:_HEADER]}: longer than a window takes; edit it in the file."))
        else:
            parts.append(lines(str(number), label, words, hint="A line for each sentence or bullet."))
    return _window("edit", "Edit the posting", turn, parts)


def copy_window(title: str, markdown: str) -> View:
    """The window to copy a posting from, in as many inputs as it takes."""
    hint, parts = "Click into it, select all, copy.", pieces(markdown)
    inputs = [lines(f"copy{n}", f"{title}, as Markdown", part.strip("\n"), hint=hint) for n, part in enumerate(parts)]
    return _window("copy", "Copy as Markdown", "", inputs)


def profile_window(profile: CompanyFacts) -> View:
    """The window to say the company's profile with."""
    return _window("profile", "Company profile", "", [note("Said once, used in every rewrite."), *_company(profile)])


def home(profile: CompanyFacts, recent: Sequence[tuple[str, Record]]) -> View:
    """The app's home: how to begin, the profile, somebody's last rewrites, each with the id of its turn."""
    company = profile.company
    said = [company.name, *company.about, *(f"Benefit: {benefit}" for benefit in profile.benefits)]
    blocks: list[View] = [
        {"type": "header", "text": plain("Rewrites that say only what is so")},
        {"type": "section", "text": {"type": "mrkdwn", "text": HELP, "verbatim": True}},
        {
            "type": "actions",
            "elements": [button("New rewrite", "new"), button("Edit the company profile", "profile")],
        },
        {"type": "header", "text": plain("Company profile")},
        {
            "type": "section",
            "text": plain("\n".join(line for line in said if line) or "Nothing said yet.", LONGEST_INPUT),
        },
        {"type": "header", "text": plain("Your last rewrites")},
    ]
    for turn, record in recent:
        row: View = {"type": "section", "text": plain(_row(record), LONGEST_INPUT)}
        blocks.append(row | {"accessory": button("Show", "show", turn)} if record.result else row)
    if not recent:
        blocks.append({"type": "section", "text": plain("None yet.")})
    return {"type": "home", "blocks": blocks}


def reopen(turn: str) -> dict[str, object]:
    """What is said where a window could not be opened in time, with a button that opens it."""
    text = "The window could not be opened in time. Nothing you sent is lost."
    return {
        "response_type": "ephemeral",
        "replace_original": False,
        "text": text,
        "blocks": [
            {"type": "section", "text": plain(text)},
            {"type": "actions", "elements": [button("Open it", "reopen", turn)]},
        ],
    }


def _row(record: Record) -> str:
    """One rewrite in the list of the last."""
    if record.result is None:
        about = record.failure.detail if record.failure else "under way"
        return f"{record.created:%Y-%m-%d %H:%M} UTC  {record.order.facts.role.title or 'A posting'}: {about}"
    score, decision = record.result.score, record.decision
    decided = f", {decision.verdict.value}" if decision else ""
    title = record.result.posting.title or "A posting"
    return f"{record.created:%Y-%m-%d %H:%M} UTC  {title}: {score.before.total} → {score.after.total}{decided}"


def _company(profile: CompanyFacts) -> list[View]:
    """The inputs of the profile, with what it says."""
    about, benefits = "\n".join(profile.company.about), "\n".join(profile.benefits)
    return [
        line("company", "Company", profile.company.name, optional=True),
        lines("about", "What you do and what is different about you", about),
        lines("benefits", "Benefits, one a line", benefits),
    ]


def _fields(field: str) -> list[View]:
    """The inputs that an answer to a question needs."""
    if field == "pay":
        return [
            line("min", "From", optional=True),
            line("max", "To", optional=True),
            line("currency", "Currency, three letters such as CAD, USD or EUR"),
            chooser("period", "For each", select(_PERIODS), optional=False),
        ]
    if field == "role.employment_type":
        return [chooser("answer", "Kind of employment", select(_KINDS), optional=False)]
    if field == "process.deadline":
        return [chooser("answer", "Last day to apply", {"type": "datepicker"}, optional=False)]
    return [lines("answer", "Your answer", optional=False, hint="One statement a line.")]


def _window(callback: str, title: str, metadata: str, blocks: list[View]) -> View:
    return {
        "type": "modal",
        "callback_id": callback,
        "private_metadata": metadata,
        "title": plain(title, 24),
        "submit": plain(_SUBMIT.get(callback, "Send"), 24),
        "close": plain("Cancel", 24),
        "blocks": blocks,
    }
