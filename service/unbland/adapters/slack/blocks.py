"""Messages as Slack's blocks, each within Slack's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.adapters.slack.buttons import button, buttons, counted
from unbland.adapters.slack.signs import harmless, local, mention, ours, plain
from unbland.application.chat.messages import Message, Progress, Result
from unbland.application.chat.showing import short
from unbland.application.chat.steps import ALL_STEPS, STEPS, waiting

Block = dict[str, object]

#: Characters of a posting that a message shows; Slack takes 12,000 after its own escapes.
LONGEST_BODY = 11_500

#: Characters of all texts of a message with what Slack adds for each block and heading, and how much that is. Slack
#: names no figure; 13,200 and 125 were measured (https://github.com/slackapi/bolt-js/issues/2509).
_LONGEST, _BLOCK = 13_000, 130

#: Dropped sources, conflicts and grave findings that are named; the rest is counted, and is in the result.
_DROPPED, _CONFLICTS, _SETTLED = 5, 3, 5

#: Characters of a typed line, and of what is wrong with it; of any other line beside the posting.
_TYPED, _LINE = 200, 300

_SECTION, _HEADER = 3000, 150

_STAGES = {
    "queued": ":hourglass_flowing_sand: In the queue{title}: {waiting}.",
    "working": ":hourglass_flowing_sand: Rewriting{title}: {step}.",
    "done": ":white_check_mark: Rewritten{title}: score {before} → {after}.",
    "failed": ":warning: No rewrite{title}. {complaint}",
}


def blocks_of(message: Message, *, whole: bool = True) -> tuple[str, list[Block]]:
    """What a notification says of a message, and its blocks, with the posting in them or without."""
    if isinstance(message, Progress):
        said = _line(message)
        return said, [{"type": "section", "text": ours(said)}]
    return _headline(message), _result(message, whole=whole)


def fits(message: Message) -> bool:
    """Whether the posting can be shown in its message."""
    if isinstance(message, Progress):
        return True
    body, blocks = _body(message.markdown), _result(message, whole=True)
    size = sum(len(text) for text in _texts(blocks)) + _BLOCK * (len(blocks) + body.count("\n#"))
    return len(body) <= LONGEST_BODY and size <= _LONGEST


def _texts(value: object) -> Iterator[str]:
    """Every text of blocks."""
    if isinstance(value, dict):
        yield from [value["text"]] if isinstance(value.get("text"), str) else []
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _texts(item))


def _headline(result: Result) -> str:
    """What a notification says, and whoever has the message read aloud."""
    title, before = harmless(result.posting.title or "The posting"), result.rewrite.score.before.total
    said = f"{title}: score {before} → {result.score}."
    if result.decision is not None:
        return f"{said} {result.decision.verdict.value.capitalize()}."
    asked = len(result.rewrite.questions) if result.is_open else 0
    return f"{said} {counted(asked, 'question')} to answer." if asked else said


def _line(progress: Progress) -> str:
    title = f" “{harmless(progress.title[:_HEADER])}”" if progress.title else ""
    said = _STAGES[progress.stage].format(
        title=title,
        waiting=waiting(progress.ahead),
        step=STEPS.get(progress.step, ALL_STEPS),
        before=progress.before,
        after=progress.after,
        complaint=harmless(progress.complaint[: _SECTION // 2]),
    )
    revision = f" Revision {progress.revision}." if progress.revision > 1 else ""
    asked = f" Asked for by {mention(progress.user)}."
    reference = f" Reference: `{harmless(progress.reference)}`." if progress.stage == "failed" else ""
    return f"{said}{revision}{asked}{reference}"


def _result(result: Result, *, whole: bool) -> list[Block]:
    """The blocks of a result, at most 30."""
    made = result.rewrite
    blocks: list[Block] = [
        {"type": "header", "text": plain(result.posting.title or "The posting", _HEADER)},
        {"type": "section", "text": ours(_summary(result))},
    ]
    blocks += _listed("*What changed, and why*", result.changes, len(result.changes))
    blocks += _listed("*What was dropped*", result.dropped, _DROPPED)
    blocks += _typed(result)
    blocks += _listed("*Taken out by hand*", result.taken_out, _DROPPED)
    blocks += _listed("*Where draft and facts disagree*", [each.message for each in made.conflicts], _CONFLICTS)
    blocks += _listed("*To settle before you publish*", result.settle, _SETTLED)
    blocks.append({"type": "divider"})
    if whole:
        blocks.append({"type": "markdown", "text": _body(result.markdown) or " "})
    else:
        blocks.append(
            {"type": "section", "text": ours("The posting is too long for a message; it is in the file below.")}
        )
    blocks.append({"type": "divider"})
    if result.is_open:
        blocks += _questions(result)
    blocks.append({"type": "actions", "block_id": f"acts-{result.turn}", "elements": buttons(result)})
    blocks.append({"type": "context", "elements": [ours(_foot(result))]})
    return blocks


def _summary(result: Result) -> str:
    made = result.rewrite
    lines = result.posting.lines
    cited = sum(bool(line.cites) for line in lines)
    refused = len(made.accounting.refused_lines)
    kept = f"{cited} of its {len(lines)} lines rest on the draft or the facts." if lines else ""
    stopped = f" {refused} lines that said more were refused." if refused else ""
    unused = len(made.accounting.unused_lines)
    left = f" {counted(unused, 'other line')} of the model not used." if unused else ""
    edits = f" Edited by {mention(result.edited_by)}." if result.edited_by else ""
    gaps = " What stands in [brackets] is still to be answered." if made.status.value == "needs_facts" else ""
    status = {"unchanged": " The draft was left as it is.", "needs_facts": " Too few facts to write well: see below."}
    return (
        f"*Score {made.score.before.total} → {result.score}*, revision {result.revision}."
        f"{status.get(made.status.value, '')} {kept}{gaps}{stopped}{left}{edits}"
    )


def _listed(heading: str, lines: tuple[str, ...] | list[str], most: int) -> list[Block]:
    """A heading of ours and lines of anybody's under it."""
    if not lines:
        return []
    shown = [f"• {short(line, _LINE)}" for line in lines[:most]]
    if len(lines) > most:
        shown.append(f"… and {len(lines) - most} more.")
    return [
        {"type": "section", "text": ours(heading)},
        {"type": "section", "text": plain("\n".join(shown), _SECTION)},
    ]


def _typed(result: Result) -> list[Block]:
    """What people typed and no source bears out: theirs to say, and said to be theirs."""
    if not result.typed:
        return []
    lines = [
        f"• “{harmless(short(each.text, _TYPED))}” (typed by {mention(each.by)}): {harmless(short(each.why, _TYPED))}"
        for each in result.typed[:_DROPPED]
    ]
    more = len(result.typed) - _DROPPED
    lines += [f"… and {more} more."] if more > 0 else []
    return [{"type": "section", "text": ours("\n".join(["*Typed, and not in the sources*", *lines]))}]


def _questions(result: Result) -> list[Block]:
    """What is missing, with a button each."""
    asked = result.rewrite.questions
    if not asked:
        return []
    blocks: list[Block] = [{"type": "section", "text": ours("*What is missing*")}]
    for number, question in enumerate(asked):
        answer = button("Answer", f"answer:{question.field}", result.turn)
        text = plain(f"{question.ask}\n{question.why}", _SECTION)
        blocks.append({"type": "section", "block_id": f"q{number}-{result.turn}", "text": text, "accessory": answer})
    return blocks


def _foot(result: Result) -> str:
    made, decision = result.rewrite.provenance, result.decision
    writer = (
        f"Written by {harmless(made.model or 'a model')}, an AI." if made.ai_generated else "Edited by rules, no AI."
    )
    degraded = f" {harmless(made.degraded[:1].upper() + made.degraded[1:])}." if made.degraded else ""
    if decision is not None:
        who, when = mention(decision.by), local(decision.at)
        return f"{decision.verdict.value.capitalize()} by {who}, {when}{_with(result)}. {writer}"
    if result.superseded:
        return f"Answered; the newer revision is in this thread. {writer}"
    return f"{writer}{degraded} Nothing is published: that is up to you."


def _with(result: Result) -> str:
    """What else was decided on: lines of people's own."""
    if not result.typed:
        return ""
    who = ", ".join(dict.fromkeys(mention(each.by) for each in result.typed))
    return f", with {counted(len(result.typed), 'line')} typed by {who} that no source bears out"


def _body(markdown: str) -> str:
    """The posting as Slack's Markdown: its own headings stay, and nothing in it reaches anybody."""
    return re.sub(r"\n{3,}", "\n\n", harmless(markdown)).strip()
